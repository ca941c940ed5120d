"""A trial: a price and its steps in short, to be held against the same price after a change of the data."""

from typing import TYPE_CHECKING, Any, TypedDict

from quote_engine.premium.book import Book
from quote_engine.premium.quote import quote
from quote_engine.revisions.causes import does
from quote_engine.values.dates import day_after, day_before

if TYPE_CHECKING:
    from quote_engine.typed.price import PremiumStep

Trial = dict[str, Any]


class NewStep(TypedDict):
    """A step that only the later price has: what it does, where its row stands, and the covers it works on."""

    label: str
    does: str
    source: str
    covers: list[str]


def case_answers(book: Book, example: str, start: str | None = None) -> dict[str, Any]:
    """Return the answers of a model case for a contract that starts on ``start``, or the day after the data were checked."""
    case = next(each for each in book.data["examples"] if each["id"] == example)
    first = start or day_after(book.data["site"]["checked"])
    return {**case["answers"], "start_date": first, "application_date": day_before(first)}


def trial(book: Book, answers: dict[str, Any]) -> Trial:
    """Return ``{status, annual, problems, lines}``; a line's steps are (label, what it does, place), rounding left out."""
    found = quote(book, answers)
    return {
        "status": found["status"],
        "annual": found.get("annual"),
        "problems": [each["message"] for each in found["problems"]],
        "lines": {line["label"]: [_step(step) for step in line["steps"] if step["kind"] != "round"] for line in found["lines"]},
    }


def new_steps(before: Trial, after: Trial) -> list[NewStep]:
    """Return the steps that only the second has, in the order of the slip; a step that only moved is not new."""
    found: dict[tuple[str, ...], list[str]] = {}
    for cover, steps in after["lines"].items():
        known = [step[:2] for step in before["lines"].get(cover, [])]
        for step in steps:
            if step[:2] not in known:
                found.setdefault(tuple(step), []).append(cover)
    return [{"label": label, "does": does, "source": source, "covers": covers} for (label, does, source), covers in found.items()]


def _step(step: "PremiumStep") -> list[str]:
    return [step["label"], does(step), step["source"]]
