"""What is said beside a figure of announced revisions that it leaves out: one line, and a mark where a result may differ."""

from collections.abc import Iterable, Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, tag
from quote_engine.drawing.words import Say
from quote_engine.premium.announced import REVISED
from quote_engine.values.dates import spoken

PAGE = "../revisions/"
"""The page of what has changed, as seen from a calculator; relative, so that a preview in a subfolder works."""


def revised_line(say: Say, notes: Iterable[Mapping[str, Any]]) -> Html | None:
    """Return the one line under a price, with the way to what has changed; None where nothing is left out."""
    said = next((note["message"] for note in notes if note["id"] == REVISED), None)
    return None if said is None else line(say, said)


def line(say: Say, said: str) -> Html:
    """Return a sentence with the way to what has changed."""
    return tag("p", said, tag("a", say("shared.revised_all"), href=PAGE, class_="nw"), class_="small revised-line")


def revised_result(say: Say, found: Mapping[str, Any] | None) -> Html | None:
    """Return the line under a payout, and each change that may make it differ."""
    if found is None:
        return None
    rows = [_change(say, change) for change in found["changes"]]
    return join((tag("ul", *rows, class_="revised-changes") if rows else None, line(say, found["message"])))


def revised_mark(say: Say) -> Html:
    """Return the mark of what was announced as changed."""
    return tag("span", say("shared.revised_mark"), class_="revised")


def _change(say: Say, change: Mapping[str, Any]) -> Html:
    said = say("shared.revised_change", month=spoken(change["start"][:7]), change=change["message"])
    more = tag("a", say("shared.revised_more"), href=f"{PAGE}#{change['id']}", class_="nw")
    return tag("li", revised_mark(say), " ", said, more)
