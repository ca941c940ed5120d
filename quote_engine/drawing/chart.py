"""Line charts as SVG text, drawn from integers: at most two lines, each with its name beside it, and no legend.

Across, everything is a share of the width, so that the drawing fits a phone and a wide page while its text keeps
the page's size. Only the strokes are stretched: they stand in a drawing of their own, without text. Down, everything
is in pixels. Colours, dashes and weights belong to the style sheet (`chart.css`): line 1 is solid, line 2 dashed.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quote_engine.drawing.markup import Html, tag

HEIGHT = 320
TOP, BOTTOM = 44, 258
"""Where the highest and the lowest value lie, in pixels from the top."""
LEFT, RIGHT = 1500, 9600
"""Where the first and the last value lie across, in hundredths of a percent of the width."""
MOST_TICKS = 6
NAME_GAP = 14
NAME_BELOW = 26


class Line(NamedTuple):
    """One line: its name, its points as (x, y) from left to right, and where the name stands: at which point, which side."""

    name: str
    points: Sequence[tuple[int, int]]
    named_at: int = 0
    above: bool = True
    anchor: str = "start"


class Tick(NamedTuple):
    """A value of an axis and its words."""

    at: int
    words: str


class Mark(NamedTuple):
    """A point worth a circle and a line down to its value, with its words; ``only_line`` leaves out the circle."""

    x: int
    y: int
    words: str
    only_line: bool = False


class Chart(NamedTuple):
    """A drawing: what it says to those who do not see it, its lines, the spans and ticks of both axes, its marks."""

    says: str
    lines: Sequence[Line]
    across: Sequence[Tick]
    up: Sequence[Tick]
    across_title: str
    up_title: str
    marks: Sequence[Mark] = ()


def chart_svg(chart: Chart) -> Html:
    """Return the drawing. The axes span from their first to their last tick."""
    if len(chart.lines) > 2:
        raise ValueError("a chart has two lines at most")
    grid = [_level(chart, tick) for tick in chart.up]
    words = [tag("text", tick.words, x=_x(chart, tick.at), y=HEIGHT - 36, text_anchor="middle") for tick in chart.across]
    titles = [
        tag("text", chart.across_title, x=_share(RIGHT), y=HEIGHT - 8, text_anchor="end"),
        tag("text", chart.up_title, x="0", y="14"),
    ]
    strokes = tag(
        "svg",
        *(tag("path", d=_path(chart, line), class_=f"line n{number}") for number, line in enumerate(chart.lines, 1)),
        width="100%", height=HEIGHT, viewBox=f"0 0 10000 {HEIGHT}", preserveAspectRatio="none", class_="strokes",
    )  # fmt: skip
    return tag(
        "svg",
        tag("g", *grid, class_="grid"),
        tag("g", *words, *titles, class_="axis"),
        *(_drop(chart, mark) for mark in chart.marks),
        strokes,
        *(_circle(chart, mark) for mark in chart.marks),
        tag("g", *(_name(chart, line) for line in chart.lines), class_="names"),
        class_="chart", width="100%", height=HEIGHT, role="img", aria_label=chart.says,
    )  # fmt: skip


def ticks(highest: int, words: Callable[[int], str], least: int = 1) -> list[Tick]:
    """Return round ticks from 0 to at least ``highest``: steps of 1, 2 or 5 times a power of ten."""
    step = least
    while step * MOST_TICKS < highest:
        step = _next_step(step)
    top = -(-max(highest, 1) // step)
    return [Tick(step * number, words(step * number)) for number in range(top + 1)]


def short_yen(amount: int) -> str:
    """Return yen for an axis: 0, 5千, 12万, 2.5万; exact, or with its digits where neither fits."""
    if amount == 0:
        return "0"
    if amount < 10_000:
        return f"{amount // 1000}千" if amount % 1000 == 0 else f"{amount:,}"
    man, rest = divmod(amount, 10_000)
    if rest % 1000:
        return f"{amount:,}"
    return f"{man:,}.{rest // 1000}万" if rest else f"{man:,}万"


def _next_step(step: int) -> int:
    """1, 2, 5, 10, 20 …: the words of other steps would not fit beside the drawing on a phone."""
    return step * 5 // 2 if str(step).startswith("2") else step * 2


def _share(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


def _across(chart: Chart, value: int) -> int:
    """Hundredths of a percent of the width, which are the units of the strokes too."""
    first, last = chart.across[0].at, chart.across[-1].at
    return LEFT + (value - first) * (RIGHT - LEFT) // max(1, last - first)


def _x(chart: Chart, value: int) -> str:
    return _share(_across(chart, value))


def _y(chart: Chart, value: int) -> int:
    first, last = chart.up[0].at, chart.up[-1].at
    return BOTTOM - (value - first) * (BOTTOM - TOP) // max(1, last - first)


def _level(chart: Chart, tick: Tick) -> Html:
    y = _y(chart, tick.at)
    line = tag("line", x1=_share(LEFT), x2=_share(RIGHT), y1=y, y2=y)
    return tag("g", line, tag("text", tick.words, x=_share(LEFT - 200), y=y + 6, text_anchor="end"))


def _path(chart: Chart, line: Line) -> str:
    points = [f"{_across(chart, x)} {_y(chart, y)}" for x, y in line.points]
    return "M" + "L".join(points)


def _name(chart: Chart, line: Line) -> Html:
    x, y = line.points[line.named_at]
    shift = -NAME_GAP if line.above else NAME_BELOW
    return tag("text", line.name, x=_x(chart, x), y=max(TOP - 6, _y(chart, y) + shift), text_anchor=line.anchor)


def _drop(chart: Chart, mark: Mark) -> Html:
    x = _x(chart, mark.x)
    top = TOP if mark.only_line else _y(chart, mark.y)
    words = None
    if mark.words:
        late = _across(chart, mark.x) > (LEFT + RIGHT) // 2
        words = tag("text", mark.words, x=x, y=BOTTOM - 12, dx=-8 if late else 8, text_anchor="end" if late else "start")
    return tag("g", tag("line", x1=x, x2=x, y1=top, y2=BOTTOM), words, class_="mark event" if mark.only_line else "mark")


def _circle(chart: Chart, mark: Mark) -> Html | None:
    return None if mark.only_line else tag("circle", cx=_x(chart, mark.x), cy=_y(chart, mark.y), r="7", class_="dot")
