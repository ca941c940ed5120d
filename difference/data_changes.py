"""What the data themselves say otherwise: rates, discounts, riders, questions, choices; also where no case tries them."""

from collections.abc import Iterator, Mapping
from typing import Any

from quote_engine.premium.book import Book
from rulebook.shapes.tables import leaves

Data = Mapping[str, Any]
Change = dict[str, str]
UNIT_WORDS = {"yen": "円", "factor": "倍", "percent": "％", "percent_off": "％"}
QUESTIONS_FILE = "data/questions.yml"


def data_changes(old: Book, new: Book) -> list[Change]:
    """Return [{text, source}]: an edition against itself as it was, a new edition against the one before it."""
    found = list(_questions(old, new))
    for number, edition in enumerate(new.editions):
        same = next((each for each in old.editions if each.start == edition.start), None)
        before = same or (new.editions[number - 1] if number else None)
        if before is None:
            continue
        if same is None:
            found.append(_said(f"{edition.label}が加わりました。下の行は、{before.label}との違いです", f"data/editions/{edition.start}/edition.yml"))
        found += _edition(before.data, edition.data)
    gone = [edition for edition in old.editions if all(edition.start != each.start for each in new.editions)]
    return found + [_said(f"{edition.label}がなくなりました", f"data/editions/{edition.start}") for edition in gone]


def _questions(old: Book, new: Book) -> Iterator[Change]:
    for id_, question in new.questions.items():
        if id_ not in old.questions:
            yield _said(f"質問「{question['label']}」が増えました", QUESTIONS_FILE)
            continue
        was, now = ({choice["id"]: choice["label"] for choice in book.questions[id_]["choices"]} for book in (old, new))
        yield from (_said(f"{question['label']}に「{now[each]}」が増えました", QUESTIONS_FILE) for each in now if each not in was)
        yield from (_said(f"{question['label']}の「{was[each]}」がなくなりました", QUESTIONS_FILE) for each in was if each not in now)
    yield from (_said(f"質問「{old.questions[id_]['label']}」がなくなりました", QUESTIONS_FILE) for id_ in old.questions if id_ not in new.questions)


def _edition(old: Data, new: Data) -> Iterator[Change]:
    for part, word in (("coverages", "補償・特約"), ("discounts", "割引")):
        was, now = ({each["id"]: each for each in edition[part]} for edition in (old, new))
        yield from (_said(f"{word}「{now[id_]['label']}」が増えました", now[id_]["source"]) for id_ in now if id_ not in was)
        yield from (_said(f"{word}「{was[id_]['label']}」がなくなりました", was[id_]["source"]) for id_ in was if id_ not in now)
        if part == "discounts":
            kept = [id_ for id_ in now if id_ in was and _rules(now[id_]) != _rules(was[id_])]
            yield from (_said(f"割引「{now[id_]['label']}」の条件、補償、順番のどれかが変わりました", now[id_]["source"]) for id_ in kept)
    for id_, table in new["tables"].items():
        if id_ in old["tables"]:
            yield from _cells(old["tables"][id_], table)


def _rules(discount: Data) -> list[Any]:
    return [discount[key] for key in ("stage", "coverages", "claimed", "requires")]


def _cells(old: Data, new: Data) -> Iterator[Change]:
    was, now, unit = dict(leaves(old["cells"])), dict(leaves(new["cells"])), UNIT_WORDS.get(new["unit"], "")
    for path, (text, line) in now.items():
        before = was.get(path)
        if before is None or before[0] != text:
            change = f"{_figure(before[0])}{unit} → {_figure(text)}{unit}" if before else f"{_figure(text)}{unit} が増えました"
            yield _said(f"{_named(new, path)} {change}", f"{new['file']}:{line}")
    for path in was:
        if path not in now:
            yield _said(f"{_named(old, path)} {_figure(was[path][0])}{unit} がなくなりました", f"{old['file']}:{was[path][1]}")


def _named(table: Data, path: tuple[str, ...]) -> str:
    words = [table["words"].get(by, {}).get(key, key) for by, key in zip(table["by"], path, strict=True)]
    return f"{table['label']}{'（' + '、'.join(words) + '）' if words else ''}"


def _figure(text: str) -> str:
    return f"{int(text):,}" if text.isdecimal() else text


def _said(text: str, source: str) -> Change:
    return {"text": text, "source": source}
