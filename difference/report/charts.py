"""Bar charts of text and one small SVG a row, so that words keep their size on a narrow screen. Nothing from outside."""

from collections.abc import Sequence
from typing import TypeAlias

from quote_engine.drawing.markup import Html, tag

Bar: TypeAlias = tuple[str, float, str]
"""Label, value, and the value in words."""

WIDTH, HEIGHT = 1000, 18
"""Units of one bar's drawing: it is stretched to the room there is."""


def bars(rows: Sequence[Bar]) -> Html:
    """Return a chart of one bar a row from a common zero; what is below zero goes left, in another colour."""
    least, most = min(0.0, *(value for _, value, _ in rows), 0.0), max(0.0, *(value for _, value, _ in rows), 0.0)
    scale = WIDTH / ((most - least) or 1)
    zero = -least * scale
    return tag("ul", *(_row(row, zero, scale) for row in rows), class_="bars")


def _row(row: Bar, zero: float, scale: float) -> Html:
    label, value, words = row
    length = abs(value) * scale
    bar = tag("rect", x=f"{zero - (length if value < 0 else 0):.1f}", width=f"{length:.1f}", height=HEIGHT, class_="more" if value >= 0 else "less")
    axis = tag("line", x1=f"{zero:.1f}", x2=f"{zero:.1f}", y1=0, y2=HEIGHT)
    drawn = tag("svg", bar, axis, viewBox=f"0 0 {WIDTH} {HEIGHT}", preserveAspectRatio="none", aria_hidden="true")
    return tag("li", tag("span", label), tag("span", words, class_="figure"), drawn)
