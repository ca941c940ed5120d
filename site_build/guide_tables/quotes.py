"""Quotes of the model case with some answers changed: what the guide's tables say about yen comes from the engine."""

import json
from functools import cache
from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark
from quote_engine.premium.book import Book
from quote_engine.premium.quote import appraise
from quote_engine.values.figures import digits
from site_build.book import book, days
from site_build.guide_pages.layout import example_answers


def example_with(**changes: Any) -> dict[str, Any]:
    """The quote of the first model case with these answers instead of its own; None takes an answer away."""
    return _quote(json.dumps(changes, sort_keys=True))


def priced(amount: int) -> Html:
    """A premium as it stands on the page: yen, and the mark that its rates are samples."""
    mark = reference_mark(_quote("{}")["certainty"])
    return join((f"{digits(amount)}円", mark and Html(" "), mark))


@cache
def opened() -> Book:
    """The book, ready to quote from."""
    return Book(book())


@cache
def _quote(changes: str) -> dict[str, Any]:
    given = example_answers() | json.loads(changes)
    answers = {name: value for name, value in given.items() if value is not None}
    return appraise(opened(), {**answers, **days()}).quote
