"""The outlook as a chart: the premium year by year, with the accidents and without them."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.chart import Chart, Line, Mark, Tick, chart_svg, short_yen, ticks
from quote_engine.drawing.markup import Html
from quote_engine.values.figures import digits

Row = Mapping[str, Any]

HALVES = 2
"""Across, half years count: an accident lies between two renewals."""
LEAST_STEP = 1000
APART = 15
"""Percent of the width that two words need between them on a phone."""


def outlook_chart(rows: Sequence[Row], accidents: Mapping[int, Sequence[str]]) -> Html:
    """Return the drawing of at least two years."""
    years = len(rows) - 1
    annual = [row["annual"] for row in rows]
    without = [row["without_accidents"] for row in rows]
    differs = annual != without
    return chart_svg(
        Chart(
            says=_says(rows, differs=differs),
            lines=_both(annual, without) if differs else [_line("年払の掛金", annual, years // 3)],
            across=_year_ticks(years),
            up=ticks(max(annual + without), short_yen, LEAST_STEP),
            across_title="年後",
            up_title="年払（円）",
            marks=_events(years, accidents) if rows[0]["grade"] else (),
        )
    )


def _line(name: str, amounts: Sequence[int], named_at: int, *, above: bool = True, anchor: str = "start") -> Line:
    points = [(year * HALVES, amount) for year, amount in enumerate(amounts)]
    return Line(name, points, named_at, above, anchor)


def _both(annual: Sequence[int], without: Sequence[int]) -> list[Line]:
    """Name the dearer line above where both lie furthest apart, the cheaper one below and to the right of it."""
    years = len(annual) - 1
    furthest = max(range(years + 1), key=lambda year: annual[year] - without[year])
    early = furthest * HALVES <= years
    return [
        _line("事故があるとき", annual, furthest, anchor="start" if early else "end"),
        _line("事故がないとき", without, max(furthest, (years + 1) // 2), above=False, anchor="end"),
    ]


def _year_ticks(years: int) -> list[Tick]:
    step = 1 if years <= 6 else 2 if years <= 10 else 5
    at = [year for year in range(0, years + 1, step) if year == years or years - year >= max(1, step // 2)]
    at += [years] if at[-1] != years else []
    return [Tick(year * HALVES, str(year) if year else "いま") for year in at]


def _events(years: int, accidents: Mapping[int, Sequence[str]]) -> list[Mark]:
    """A line for each year with an accident; the word stands only where there is room for it."""
    marks: list[Mark] = []
    worded = -years * HALVES
    for year in sorted(accidents):
        x = year * HALVES - 1
        room = (x - worded) * 100 >= APART * years * HALVES
        marks.append(Mark(x, 0, "事故" if room else "", only_line=True))
        worded = x if room else worded
    return [mark for mark in marks if mark.x <= years * HALVES]


def _says(rows: Sequence[Row], *, differs: bool) -> str:
    first, last = rows[0], rows[-1]
    said = f"年払の掛金の折れ線グラフ。いま {digits(first['annual'])}円、{len(rows) - 1}年後 {digits(last['annual'])}円"
    most = max(rows, key=lambda row: row["annual"] - row["without_accidents"])
    more = f"。事故がないときとの差がいちばん大きいのは{most['year']}年後で、{digits(most['annual'] - most['without_accidents'])}円"
    return said + (more if differs else "") + "。同じ数字が下の表にあります。"
