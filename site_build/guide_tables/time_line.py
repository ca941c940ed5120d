"""Lines of time: bars whose ends carry days, drawn as SVG with words of the page's own size."""

from collections.abc import Sequence
from dataclasses import dataclass

from quote_engine.drawing.markup import Html, tag

WIDTH = 288  # the narrowest page's text, so that words never shrink below their size
LEFT, RIGHT = 8, 280
ROW, BAR = 104, 24
BASELINE = 20


@dataclass(frozen=True)
class Bar:
    """One bar: what it stands for, the words at its two ends, its fill (a sand, b blue, c the event)."""

    title: str
    start: str
    end: str
    fill: str = "b"
    share: int = 100  # of the full width, in percent
    open_end: bool = False  # time goes on behind it


def time_line(words: str, bars: Sequence[Bar]) -> Html:
    """Return the drawing with ``words`` under it, which say everything that it shows."""
    height = ROW * len(bars) - 12
    rows = [part for place, bar in enumerate(bars) for part in _row(bar, place * ROW)]
    drawing = tag("svg", *rows, viewBox=f"0 0 {WIDTH} {height}", class_="il time-line", aria_hidden="true")
    return tag("figure", drawing, tag("figcaption", words))


def _row(bar: Bar, top: int) -> list[Html]:
    length = (RIGHT - LEFT) * bar.share // 100
    end, line = LEFT + length, top + BASELINE + 12
    parts = [
        tag("text", bar.title, x=LEFT, y=top + BASELINE),
        tag("rect", x=LEFT, y=line, width=length, height=BAR, class_=bar.fill),
        tag("path", d=f"M{LEFT} {line - 6}v{BAR + 12}M{end} {line - 6}v{BAR + 12}"),
        tag("text", bar.start, x=LEFT, y=line + BAR + 26, class_="day"),
        tag("text", bar.end, x=end, y=line + BAR + 26, class_="day end"),
    ]
    if bar.open_end and end < RIGHT:
        parts.append(tag("path", d=f"M{end} {line + BAR // 2}H{RIGHT}", class_="dash"))
    return parts
