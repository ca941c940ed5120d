"""What the cases say must come out, beside what comes out now, both in the words of their files."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from difference.cases import BESIDE_ANSWERS
from quote_engine.outlook.outlook import outlook
from quote_engine.payout.payout import payout
from quote_engine.premium.announced import REVISED
from quote_engine.premium.book import Book
from quote_engine.premium.quote import quote
from rulebook.declared.cases import RESULTS
from rulebook.shapes.shape import Fields, Items
from rulebook.sheets.problem import Place

Said = dict[str, Any]
"""A result as a case writes it: ints, texts, flags, lists and mappings, without what it leaves out."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """One result of a case: ``kind`` is its key (expect, outlook, payout); it holds where ``said`` is ``now``."""

    name: str
    kind: str
    why: str
    place: Place
    said: Said
    now: Said

    @property
    def full_name(self) -> str:
        """The name as ``diff`` tells it: file.case."""
        return f"{PurePath(self.place.file).stem}.{self.name}"


def expectations(book: Book, files: Mapping[str, Fields]) -> Iterator[Expectation]:
    """Yield each result of the cases in ``files`` (as ``Library.cases`` holds them) with what comes out under ``book``."""
    for file in files.values():
        for name, case in file["cases"].items():
            for kind in RESULTS:
                if kind in case.places:
                    said = _said(case[kind])
                    yield Expectation(name, kind, case["why"], case.keys_at[kind], said, _NOW[kind](book, case, said))


def _said(value: Any) -> Any:
    if isinstance(value, Fields):
        return {key: _said(value[key]) for key in value.places}
    return [_said(item) for item in value] if isinstance(value, Items) else value


def _quoted(book: Book, case: Fields, said: Said) -> Said:
    found = quote(book, case["answers"])
    named = said.get("lines", {})
    return _as_said(said, {
        "status": found["status"],
        "annual": found.get("annual"),
        "monthly": found.get("monthly"),
        "lines": {
            line["coverage"]: line["annual"]
            for line in found["lines"]
            if line["annual"] or not line["automatic"] or line["coverage"] in named
        },
        "notes": _in_any_order(said.get("notes"), [note["id"] for note in found["notes"] if note["id"] != REVISED]),
        "declined": [each["rule"] for each in found["declined"]],
        "problems": _in_any_order(said.get("problems"), [each["field"] for each in found["problems"]]),
    })  # fmt: skip


def _foreseen(book: Book, case: Fields, said: Said) -> Said:
    found = outlook(book, {**case["answers"], **{key: case[key] for key in BESIDE_ANSWERS if case[key] is not None}})
    rows = said.get("rows", [])
    return _as_said(said, {
        "status": found["status"],
        "rows": [_year(row, rows[number] if number < len(rows) else None) for number, row in enumerate(found["years"])],
        "problems": _in_any_order(said.get("problems"), [each["field"] for each in found["problems"]]),
    })  # fmt: skip


def _year(row: Mapping[str, Any], said: Said | None) -> Said:
    graded = said is None and row["grade"] is not None
    years = row["accident_years"]
    return _as_said(said or {}, {
        "grade": row["grade"],
        "accident_years": years if years or graded or "accident_years" in (said or {}) else None,
        "rate": row["rate_percent"],
        "annual": row["annual"],
        "changes": [change["kind"] for change in row["changes"]],
        "saves": next((change["saves"] for change in row["changes"] if "saves" in change), None),
    })  # fmt: skip


def _paid(book: Book, case: Fields, said: Said) -> Said:
    found = payout(book, {**case["answers"], **(case["accident"] or {})})
    now = {
        "status": found["status"],
        "payments": {payment["coverage"]: payment["amount"] for payment in found["payments"]},
        "member_bears": found["member_bears"],
        "grade_event": found["grade_event"],
        "driver": found.get("driver", {}).get("rule"),
        "zeros": {each["coverage"]: each["message"] for each in found["not_covered"] if each["coverage"] in said.get("zeros", {})},
        "free": {each["id"]: each["free"] for each in found["services"]},
        "remedies": [each["id"] for each in found["would_have_paid"]],
        "problems": _in_any_order(said.get("problems"), [each["field"] for each in found["problems"]]),
    }
    # A case leaves out what it does not look at; with another status there is something else to look at.
    anew = {"status", "payments", "member_bears", "grade_event"} if found["status"] == "quoted" else {"status", "problems"}
    looked_at = said.keys() if found["status"] == said["status"] else anew
    return _as_said(said, {key: value for key, value in now.items() if key in looked_at}, always=("payments",))


_NOW: dict[str, Callable[[Book, Fields, Said], Said]] = {"expect": _quoted, "outlook": _foreseen, "payout": _paid}


def _as_said(said: Said, now: Said, always: Collection[str] = ()) -> Said:
    """Leave out what is not there, unless the case says just that."""
    return {key: value for key, value in now.items() if value not in (None, [], {}) or key in always or (key in said and said[key] == value)}


def _in_any_order(said: list[str] | None, now: list[str]) -> list[str]:
    return said if said is not None and sorted(said) == sorted(now) else sorted(now)
