"""Migrations: old links and stored answers keep working when a question or choice changes its name."""

from typing import Any

from quote_engine.book import Book

Note = dict[str, str]


def migrated(raw: object, book: Book) -> tuple[object, list[Note]]:
    """Return ``raw`` with the book's migrations applied, and a note for each that changed it.

    A migration renames a question (``to``), replaces one choice (``choice``, ``to``), or
    takes a question or choice away (no ``to``). An answer already given under the new name wins.
    """
    if not isinstance(raw, dict):
        return raw, []
    answers: dict[Any, Any] = dict(raw)
    notes: list[Note] = []
    for rule in book.migrations:
        question = rule["question"]
        if question not in answers:
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
        field = rule["to"] if rule["to"] and rule["choice"] is None else question
        notes.append({"id": f"moved.{question}", "field": field, "kind": "moved", "message": rule["message"]})
    return answers, notes
