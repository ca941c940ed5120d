"""The mark in a table's cell whose fact was announced as changed, and the lines under such a table that tell the change."""

from collections.abc import Iterable, Sequence

from guide.revisions import Data
from quote_engine.drawing.markup import Html, join, tag
from quote_engine.values.dates import spoken
from site_build.guide_pages.layout import TOP
from site_build.sources import Sources

PAGE = f"{TOP}revisions/"


def changed(sources: Sources, key: str, name: str, among: str = "") -> list[Data]:
    """Return the announced changes that touch a cell, the key of ``touches`` and the name under it, and that its edition leaves out."""
    return [change for change in sources.guide.revisions.touching(key, name, among) if change["start"] > sources.edition["start"]]


def changed_cover(sources: Sources, accident: str, own_damage: str) -> list[Data]:
    """Return the announced changes of whether a type of own damage answers for an accident."""
    return [change for change in changed(sources, "accidents", accident) if own_damage in change["touches"]["own_damage"]]


def marked(cell: object, changes: Sequence[Data]) -> Html:
    """Return the cell, with the mark where something about it has changed."""
    if not changes:
        return join((cell,))
    days = "、".join(dict.fromkeys(spoken(change["start"][:7]) for change in changes))
    return join((cell, " ", tag("span", "改定", tag("span", f"（{days}に変わりました）", class_="vh"), class_="revised")))


def told_below(changes: Iterable[Data]) -> Html | None:
    """Return what the marks above mean: each change once, with the way to its page; None where nothing has changed."""
    once = {change["id"]: change for change in changes}
    if not once:
        return None
    rows = [
        tag("li", tag("span", "改定", class_="revised"), " ", f"{spoken(change['start'][:7])}から：{change['what']}", tag("a", "くわしく", tag("span", f"（{change['title']}）", class_="vh"), href=f"{PAGE}#{id_}", class_="nw"))
        for id_, change in once.items()
    ]  # fmt: skip
    return tag("ul", *rows, class_="revised-changes")
