"""Eligibility: which cars the co-op takes. A refusal is an answer, with its reason and source."""

from typing import TYPE_CHECKING

from quote_engine.premium.book import Book
from quote_engine.premium.facts import Facts

if TYPE_CHECKING:
    from quote_engine.typed.common import Refusal


def declined_by(book: Book, facts: Facts) -> "list[Refusal]":
    """Return every rule that declines these facts: rule id, question, message and source."""
    return [
        {"rule": rule["id"], "field": rule["field"], "message": rule["message"], "source": rule["source"]}
        for rule in book.eligibility
        if facts.holds(rule["when"])
    ]
