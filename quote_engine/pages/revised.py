"""What is said beside a figure of announced revisions that it leaves out: one line, and a mark where a result may differ."""

from collections.abc import Iterable, Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, tag
from quote_engine.premium.announced import REVISED
from quote_engine.values.dates import spoken

PAGE = "../revisions/"
"""The page of what has changed, as seen from a calculator; relative, so that a preview in a subfolder works."""


def revised_line(notes: Iterable[Mapping[str, Any]]) -> Html | None:
    """Return the one line under a price, with the way to what has changed; None where nothing is left out."""
    said = next((note["message"] for note in notes if note["id"] == REVISED), None)
    return None if said is None else line(said)


def line(said: str) -> Html:
    """Return a sentence with the way to what has changed."""
    return tag("p", said, tag("a", "変わったこと", href=PAGE, class_="nw"), class_="small revised-line")


def revised_result(found: Mapping[str, Any] | None) -> Html | None:
    """Return the line under a payout, and each change that may make it differ."""
    if found is None:
        return None
    rows = [
        tag("li", revised_mark(), " ", f"{spoken(change['start'][:7])}から：{change['message']}",
            tag("a", "くわしく", href=f"{PAGE}#{change['id']}", class_="nw"))
        for change in found["changes"]
    ]  # fmt: skip
    return join((tag("ul", *rows, class_="revised-changes") if rows else None, line(found["message"])))


def revised_mark() -> Html:
    """Return the mark of what was announced as changed."""
    return tag("span", "改定", class_="revised")
