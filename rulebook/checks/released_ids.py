"""Released ids: names of questions and choices that stand in people's links and stored answers.

``data/ids.lock`` keeps every one that was ever released. One that is gone from the data needs an entry in
``migrations.yml``, else old links break without a word; the lock itself never forgets.
"""

from rulebook.declared.files import LOCK
from rulebook.library import Library
from rulebook.shapes.shape import Items
from rulebook.sheets.problem import Place, Problem, Report
from rulebook.sheets.whole_file import replace_file

Ids = dict[str, list[str]]
"""Choices by question; none where a question has no choices."""
HEADER = """\
# 公開した質問と選択肢の名前です。見る人のリンクと保存した答えが、この名前で残っています。
# python -m quote_engine ids が書きます。なくなった名前は、data/migrations.yml に移し先を書きます。
"""
MOST_NAMED = 8


def linked_ids(library: Library) -> Ids:
    """Return every id that an answer in a link may have: the quote's, the accidents', the tools'."""
    files = library.files
    found: Ids = {}
    vehicles = [*files["vehicles.yml"]["vehicles"]]
    for id_, question in files["questions.yml"]["questions"].items():
        found[id_] = vehicles if question["choices_from"] else [*(question["choices"] or {})]
        if question["kind"] == "model":
            found[id_] = [str(model["id"]) for model in files["models.yml"]["models"]]
    for edition in library.editions:
        found |= {id_: [] for id_ in edition.files["riders.yml"]["riders"]}
    found["accident"] = [*files["accidents.yml"]["kinds"]]
    tools = [tool["questions"] or {} for tool in files["tools.yml"]["tools"].values()]
    for id_, question in [each for asked in (files["accidents.yml"]["questions"], *tools) for each in asked.items()]:
        own = found.get(str(question.get("choices_from")), []) or [*(question["choices"] or {})]
        found[id_] = list(dict.fromkeys([*found.get(id_, []), *own]))  # two tools may ask under one name
    for id_, cover in files["overlaps.yml"]["covers"].items():
        found |= {name: [] for name in (f"has_{id_}", *cover["with"])}
    return found


def check_released(library: Library, report: Report) -> None:
    """Report every released id that is gone and that no migration leads on from."""
    if library.lock is None:
        return
    ids, locked = linked_ids(library), library.lock
    new = {id_: [choice for choice in choices if choice not in (locked.get(id_) or [])] for id_, choices in ids.items()}
    rules = [rule for rule in library.files["migrations.yml"]["migrations"] if rule["from"] is None]
    whole = {rule["question"]: rule["to"] for rule in rules if rule["choice"] is None}
    single = {(rule["question"], rule["choice"]) for rule in rules if rule["choice"] is not None}
    for id_, choices in locked.items():
        if id_ not in ids and id_ not in whole:
            to = _only([each for each in ids if each not in locked])
            message = f"公開した質問「{id_}」が、データにありません。古いリンクと保存した答えが使えなくなります。"
            report.add(locked.key_at(id_), message, _hint(f"question: {id_}", to))
        now = whole.get(id_) if id_ not in ids else id_
        for choice, place in _placed(choices if now in ids else None):
            if choice not in ids[str(now)] and (now, choice) not in single:
                message = f"公開した質問「{now}」の選択肢「{choice}」が、データにありません。古いリンクと保存した答えが使えなくなります。"
                report.add(place, message, _hint(f'question: {now}, choice: "{choice}"', _only(new[str(now)])))


def unlocked(library: Library) -> list[Problem]:
    """Return a reminder where the lock lacks ids that the data have; none without a lock."""
    if library.lock is None:
        return []
    names = [
        f"{id_}（{choice}）" if choice else id_
        for id_, choices in linked_ids(library).items()
        for choice in ([""] if id_ not in library.lock else []) + [each for each in choices if each not in library.lock.get(id_, [])]
    ]
    if not names:
        return []
    more = " など" if len(names) > MOST_NAMED else ""
    message = f"まだ控えていない名前が {len(names)} 件あります: {'、'.join(names[:MOST_NAMED])}{more}"
    return [Problem(Place(LOCK, 1, 1), message, "公開する前に、python -m quote_engine ids を動かしてください。")]


def write_lock(library: Library) -> bool:
    """Add the data's ids to the lock; tell whether it changed. What it holds stays, in the order of the alphabet."""
    path = library.root / LOCK
    locked: Ids = {id_: list(choices) for id_, choices in (library.lock or {}).items()}
    for id_, choices in linked_ids(library).items():
        known = locked.setdefault(id_, [])
        known += [choice for choice in choices if choice not in known]
    text = HEADER + "".join(_written(id_, locked[id_]) for id_ in sorted(locked))
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    replace_file(path, text)
    return True


def _written(id_: str, choices: list[str]) -> str:
    return f"{id_}:\n" + "".join(f'  - "{choice}"\n' for choice in choices) if choices else f"{id_}: []\n"


def _placed(choices: Items | None) -> list[tuple[str, Place]]:
    return list(zip(choices, choices.places, strict=True)) if choices is not None else []


def _only(new: list[str]) -> str | None:
    """The one new name, which is where an old one most likely went."""
    return new[0] if len(new) == 1 else None


def _hint(entry: str, to: str | None) -> str:
    """Tell which line to write; in an empty list the brackets have to go."""
    whole = f'{entry}, to: "{to}"' if to else entry
    lines = [
        "data/migrations.yml の migrations: の下に、次の行を足してください（[] があれば消します）。",
        f"- {{{whole}, message: 見る人へのお知らせ}}",
        *([] if to else ["名前を変えたのなら、to: いまの名前 も書きます。"]),
        "まだ公開していない名前なら、ids.lock のこの行を消します。",
    ]
    return "\n      ".join(lines)
