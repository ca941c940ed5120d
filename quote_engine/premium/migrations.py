"""Migrations: old links and stored answers keep working when a question or choice changes its name."""

from collections.abc import Container
from typing import TYPE_CHECKING, Any

from quote_engine.premium.book import Book

if TYPE_CHECKING:
    from quote_engine.typed.book import Migration
    from quote_engine.typed.common import Note


def migrated(raw: object, book: Book, within: Container[str] | None = None) -> "tuple[object, list[Note]]":
    """Return ``raw`` with the book's migrations applied, and a note for each that changed it.

    ``within`` keeps to the migrations to these questions; the others wait for whoever asks theirs.

    A migration renames a question (``to``), replaces one choice (``choice``, ``to``), or
    takes a question or choice away (no ``to``). An answer already given under the new name wins.
    """
    if not isinstance(raw, dict):
        return raw, []
    answers: dict[Any, Any] = dict(raw)
    notes: list[Note] = []
    for rule in book.migrations:
        question = rule["question"]
        if question not in answers or (within is not None and _now(rule) not in within):
            continue
        if rule["choice"] is None:
            value = answers.pop(question)
            if rule["to"]:
                answers.setdefault(rule["to"], value)
        elif str(answers[question]) == rule["choice"]:
            if rule["to"]:
                answers[question] = rule["to"]
            else:
                del answers[question]
        else:
            continue
        notes.append({"id": f"moved.{question}", "field": _now(rule), "kind": "moved", "message": rule["message"]})
    return answers, notes


def _now(rule: "Migration") -> str:
    """The question that a migration speaks of under its present name; the old name where it is gone."""
    return str(rule["to"] if rule["to"] and rule["choice"] is None else rule["question"])
