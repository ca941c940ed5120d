"""Freshness: what was last checked too long ago, and the pages that draw it. A warning for editors, never an error."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from guide.library import FOLDER, Guide
from guide.names import PLACEHOLDER
from guide.page_heads import written_pages
from quote_engine.values.dates import months_between, spoken
from rulebook.declared.files import REVISIONS_FILE
from rulebook.shapes.shape import Fields
from rulebook.sheets.problem import Place, Problem

MOST_NAMED = 6
"""A warning names no more places than this."""
_CALL = re.compile(r"\b([a-z_]+)\(([^()]*)\)")
_WORD = re.compile(r"[\"']([A-Za-z0-9_.-]+)[\"']")
_DESKS = re.compile(r"\bdesks?: (\w+|\[[^\]]*\])")
_NO_DESKS = {"term", "drawing", "try_quote", "try_payout"}
"""Macros whose words are no desks and no facts, even where they are spelt alike."""
LINE_END = "\n"
Drawn = tuple[str, str]
"""How a page draws something: as a fact or as a desk, and by which name."""


class Checked(NamedTuple):
    """One thing that was checked: its name for a reader, the day, where that day is written, how pages draw it."""

    label: str
    day: str
    place: Place
    drawn: Drawn | None = None


def stale(guide: Guide, heads: dict[str, Fields], today: str) -> list[Problem]:
    """Return what was checked too long ago on the day ``today`` (YYYY-MM-DD), in file order, with the pages that draw it."""
    site = guide.neighbour("site.yml")
    months = site["recheck_months"] if site is not None else None
    if months is None:
        return []
    drawn = _drawn(guide)
    found = []
    for each in sorted(_checked(guide, heads), key=lambda each: each.place):
        if _old(each.day, today, months):
            places = drawn.get(each.drawn, []) if each.drawn else []
            more = f" ほか{len(places) - MOST_NAMED}か所" if len(places) > MOST_NAMED else ""
            where = f"引いているところ: {'、'.join(places[:MOST_NAMED])}{more}" if places else ""
            message = f"「{each.label}」は、{spoken(each.day)}に確かめたきりです。{months}か月を過ぎました。"
            found.append(Problem(each.place, message, where or "もう一度確かめて、checked を新しくしてください。"))
    return found


def _old(day: str, today: str, months: int) -> bool:
    """Tell whether more than ``months`` have passed since ``day``."""
    passed = months_between(day, today)
    return passed > months or (passed == months and today[8:] > day[8:])


def _checked(guide: Guide, heads: dict[str, Fields]) -> Iterator[Checked]:
    """Yield everything that says when it was checked: facts, desks, other entries of the guide's data, pages."""
    for file in guide.named("facts/*.yml"):
        for id_, fact in file["facts"].items():
            if fact["checked"]:
                yield Checked(fact["label"] or id_, fact["checked"], fact.at("checked"), ("fact", id_))
    contacts = guide.neighbour("contacts.yml")
    for contact in contacts["contacts"] if contacts is not None else []:
        if contact["checked"]:
            yield Checked(contact["label"], contact["checked"], contact.at("checked"), ("desk", contact["id"]))
    revisions = guide.neighbour(REVISIONS_FILE)
    if revisions is not None and revisions["checked"]:
        yield Checked("改定のお知らせ", revisions["checked"], revisions.at("checked"))
    others = [fields for name, fields in guide.files.items() if not name.startswith("facts/")]
    for fields in [*others, *heads.values()]:
        for record in _records(fields):
            label = next((record[key] for key in ("title", "label", "id") if isinstance(record.get(key), str)), "ここ")
            yield Checked(label, record["checked"], record.at("checked"))


def _records(value: Any) -> Iterator[Fields]:
    """Yield every record at any depth that says when it was checked."""
    if isinstance(value, Fields):
        if isinstance(value.get("checked"), str):
            yield value
        for inner in value.values():
            yield from _records(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _records(inner)


def _drawn(guide: Guide) -> dict[Drawn, list[str]]:
    """Return the lines of pages and of the guide's data that draw each fact and each desk, as file:line."""
    drawn: dict[Drawn, list[str]] = {}
    pages = [(path, f"docs/{name}") for name, path in written_pages(guide).items()]
    data = [(guide.root / FOLDER / name, f"data/{FOLDER}/{name}") for name in guide.files]
    for path, name in [*pages, *data]:
        text = path.read_text(encoding="utf-8")
        for found, start in _in_page(text) if path.suffix == ".md" else _in_data(text):
            where = f"{name}:{text.count(LINE_END, 0, start) + 1}"
            if where not in drawn.setdefault(found, []):
                drawn[found].append(where)
    return drawn


def _in_page(text: str) -> Iterator[tuple[Drawn, int]]:
    for call in _CALL.finditer(text):
        if call[1] not in _NO_DESKS:
            for word in _WORD.findall(call[2]):
                yield ("fact" if call[1] == "fact" else "desk", word), call.start()


def _in_data(text: str) -> Iterator[tuple[Drawn, int]]:
    for found in PLACEHOLDER.finditer(text):
        yield ("fact", found[1]), found.start()
    for found in _DESKS.finditer(text):
        for word in re.findall(r"\w+", found[1]):
            yield ("desk", word), found.start()
