"""The outlook as a chart: the premium year by year, with the accidents and without them."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.chart import Chart, Line, Mark, Tick, chart_svg, short_yen, ticks
from quote_engine.drawing.markup import Html
from quote_engine.drawing.words import Say
from quote_engine.values.figures import digits

Row = Mapping[str, Any]

HALVES = 2
"""Across, half years count: an accident lies between two renewals."""
LEAST_STEP = 1000
APART = 15
"""Percent of the width that two words need between them on a phone."""


def outlook_chart(say: Say, rows: Sequence[Row], accidents: Mapping[int, Sequence[str]]) -> Html:
    """Return the drawing of at least two years."""
    years = len(rows) - 1
    annual = [row["annual"] for row in rows]
    without = [row["without_accidents"] for row in rows]
    differs = annual != without
    return chart_svg(
        Chart(
            says=_says(say, rows, differs=differs),
            lines=_both(say, annual, without) if differs else [_line(say("outlook.line"), annual, years // 3)],
            across=_year_ticks(say, years),
            up=ticks(max(annual + without), short_yen, LEAST_STEP),
            across_title=say("outlook.axis_years"),
            up_title=say("outlook.axis_annual"),
            marks=_events(say, years, accidents) if rows[0]["grade"] else (),
        )
    )


def _line(name: str, amounts: Sequence[int], named_at: int, *, above: bool = True, anchor: str = "start") -> Line:
    points = [(year * HALVES, amount) for year, amount in enumerate(amounts)]
    return Line(name, points, named_at, above, anchor)


def _both(say: Say, annual: Sequence[int], without: Sequence[int]) -> list[Line]:
    """Name the dearer line above where both lie furthest apart, the cheaper one below and to the right of it."""
    years = len(annual) - 1
    furthest = max(range(years + 1), key=lambda year: annual[year] - without[year])
    early = furthest * HALVES <= years
    return [
        _line(say("outlook.line_with"), annual, furthest, anchor="start" if early else "end"),
        _line(say("outlook.line_without"), without, max(furthest, (years + 1) // 2), above=False, anchor="end"),
    ]


def _year_ticks(say: Say, years: int) -> list[Tick]:
    step = 1 if years <= 6 else 2 if years <= 10 else 5
    at = [year for year in range(0, years + 1, step) if year == years or years - year >= max(1, step // 2)]
    at += [years] if at[-1] != years else []
    return [Tick(year * HALVES, str(year) if year else say("outlook.now")) for year in at]


def _events(say: Say, years: int, accidents: Mapping[int, Sequence[str]]) -> list[Mark]:
    """A line for each year with an accident; the word stands only where there is room for it."""
    marks: list[Mark] = []
    worded = -years * HALVES
    for year in sorted(accidents):
        x = year * HALVES - 1
        room = (x - worded) * 100 >= APART * years * HALVES
        marks.append(Mark(x, 0, say("outlook.accident") if room else "", only_line=True))
        worded = x if room else worded
    return [mark for mark in marks if mark.x <= years * HALVES]


def _says(say: Say, rows: Sequence[Row], *, differs: bool) -> str:
    first, last = rows[0], rows[-1]
    said = say("outlook.chart", now=f"{digits(first['annual'])}円", years=len(rows) - 1, then=f"{digits(last['annual'])}円")
    if differs:
        most = max(rows, key=lambda row: row["annual"] - row["without_accidents"])
        said += say("outlook.chart_most", years=most["year"], difference=f"{digits(most['annual'] - most['without_accidents'])}円")
    return said + say("shared.chart_table")
