"""Bar charts as SVG without anything from outside, for the one page that a report is."""

from collections.abc import Sequence
from typing import TypeAlias

from quote_engine.markup import Html, tag

Bar: TypeAlias = tuple[str, float, str]
"""Label, value, and the value in words."""

WIDTH, BAND, HEIGHT, LABEL, WORDS = 800, 34, 18, 270, 130
"""Units: the whole width, one bar with its gap, the bar itself, room for labels and for words."""


def bars(rows: Sequence[Bar], alt: str) -> Html:
    """Return a chart of one bar a row from a common zero; what is below zero goes left, in another colour."""
    least, most = min(0.0, *(value for _, value, _ in rows), 0.0), max(0.0, *(value for _, value, _ in rows), 0.0)
    scale = (WIDTH - LABEL - WORDS) / ((most - least) or 1)
    zero = LABEL - least * scale
    drawn = []
    for number, (label, value, words) in enumerate(rows):
        top = number * BAND
        left = zero if value >= 0 else zero + value * scale
        middle = top + BAND / 2 + 6
        drawn += [
            tag("text", label, x=LABEL - 10, y=f"{middle:g}", text_anchor="end"),
            tag("rect", x=f"{left:.1f}", y=f"{top + (BAND - HEIGHT) / 2:g}", width=f"{abs(value) * scale:.1f}", height=HEIGHT,
                class_="more" if value >= 0 else "less"),
            tag("text", words, x=WIDTH, y=f"{middle:g}", text_anchor="end"),
        ]  # fmt: skip
    height = len(rows) * BAND
    axis = tag("line", x1=f"{zero:.1f}", x2=f"{zero:.1f}", y1=0, y2=height)
    said = "、".join(f"{label} {words}" for label, _, words in rows)
    return tag("svg", *drawn, axis, viewBox=f"0 0 {WIDTH} {height}", role="img", aria_label=f"{alt}: {said}")
