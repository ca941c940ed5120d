"""Quotes of the model case with some answers changed: what the guide's tables say about yen comes from the engine."""

from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark
from quote_engine.values.figures import digits
from site_build.sources import Sources


def example_with(sources: Sources, **changes: Any) -> dict[str, Any]:
    """The quote of the first model case with these answers instead of its own; None takes an answer away."""
    given = sources.example_answers | changes
    return sources.quote({name: value for name, value in given.items() if value is not None})


def priced(sources: Sources, amount: int) -> Html:
    """A premium as it stands on the page: yen, and the mark that its rates are samples."""
    mark = reference_mark(example_with(sources)["certainty"])
    return join((f"{digits(amount)}円", mark and Html(" "), mark))


def yen_text(amount: int) -> str:
    """12,340円."""
    return f"{digits(amount)}円"


PLAIN_MACROS = (yen_text,)
