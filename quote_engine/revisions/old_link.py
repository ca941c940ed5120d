"""An old link: answers that were priced on another day, under another edition or under names that have changed since."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from quote_engine.premium.answers import Value
from quote_engine.premium.book import Book
from quote_engine.premium.migrations import migrated
from quote_engine.premium.quote import appraise
from quote_engine.revisions.other_edition import midway
from quote_engine.revisions.price_change import price_change
from quote_engine.values.dates import is_date

if TYPE_CHECKING:
    from quote_engine.typed.revisions import OldLink


def old_link(book: Book, request: Mapping[str, Any]) -> "OldLink":
    """Return what has happened to a link since it was made, and what its price has become.

    ``request`` holds ``then`` (the answers as the link has them), ``answers`` (those of today, the start perhaps moved)
    and ``edition`` (under which the link was made, may be missing). Returned are ``passed`` (the start date that lies
    behind, or None), ``made_under`` (the other edition's label, its id where the data no longer have it, or None),
    ``label`` (of the edition now), ``start_date``, ``moved`` (messages of the migrations), ``then`` and ``answers`` under
    their present names, and ``change`` as ``price_change`` gives it where both have a price that can be told.
    """
    then, moved = migrated(_of_quote(book, request.get("then")), book)
    answers, _ = migrated(_of_quote(book, request.get("answers")), book)
    now = appraise(book, answers)
    named = request.get("edition")
    known = next((edition for edition in book.editions if edition.id == named), None)
    before = appraise(book, then, known)
    start, first = _day(now.answered), _day(before.answered)
    other = named if named and named != now.quote.get("edition") else None
    found: OldLink = {
        "passed": first if first and first != start else None,
        "made_under": known.label if other and known else str(other)[:20] if other else None,
        "label": now.quote.get("edition_label"),
        "start_date": start,
        "moved": [note["message"] for note in moved],
        "answers": answers if isinstance(answers, dict) else {},
        "change": None,
    }
    same = {before.quote["status"], now.quote["status"]} == {"quoted"}
    if same and (known or not other):
        revised = known is not None and known.id != now.quote["edition"]
        found["change"] = price_change(before.quote, now.quote, midway(book, now.answered, known) if revised and known else None)
        found["certainty"] = now.quote["certainty"]
    return found


def _of_quote(book: Book, answers: object) -> dict[str, Any]:
    """Return the answers that a quote asks for, or once asked for; a tool's own have no price."""
    known = {*book.questions, *(rule["question"] for rule in book.migrations)}
    given = answers if isinstance(answers, dict) else {}
    return {name: value for name, value in given.items() if name in known and (name != "start_date" or is_date(str(value)))}


def _day(answered: Mapping[str, Value]) -> str | None:
    return str(answered["start_date"]) if "start_date" in answered else None
