"""Parts of the short form on the first page: what can be chosen, from the book's questions."""

from datetime import date

from quote_engine.drawing.markup import Html, join, tag
from site_build.sources import Sources

OLDEST = 100  # years of age offered by the short form
YOUNGEST = 16  # the age of a first licence, for a moped


def options(sources: Sources, name: str, chosen: str = "") -> Html:
    """The choices of a question, as options of a select."""
    return join(_option(choice["id"], choice["label"], chosen) for choice in sources.question(name)["choices"])


def birth_options(sources: Sources, part: str) -> Html:
    """Years, months or days of birth; the model case's own birth date is chosen."""
    birth = date.fromisoformat(sources.example_answers["birth_date"])
    this_year = date.fromisoformat(sources.book["site"]["checked"]).year
    spans = {"year": range(this_year - YOUNGEST, this_year - OLDEST - 1, -1), "month": range(1, 13), "day": range(1, 32)}
    return join(_option(str(value), str(value), str(getattr(birth, part))) for value in spans[part])


def ungraded(sources: Sources) -> str:
    """The vehicles that have no grade, for which the short form does not ask it."""
    return " ".join(vehicle["id"] for vehicle in sources.book["vehicles"] if not vehicle["traits"]["graded"])


def _option(value: str, label: str, chosen: str) -> Html:
    return tag("option", label, value=value, selected=value == chosen)


MACROS = (options, birth_options, ungraded)
