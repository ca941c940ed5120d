"""The worked example of the grade system: one accident, then years without, computed by the outlook."""

from typing import Any

from quote_engine.drawing.chart import Chart, Line, Mark, Tick, chart_svg
from quote_engine.drawing.markup import Html, join, tag
from quote_engine.values.figures import digits
from site_build.guide_pages.layout import guide_table
from site_build.guide_tables.grades import against_base, grade_words, percent_words
from site_build.guide_tables.quotes import priced
from site_build.sources import Sources

Row = dict[str, Any]

KIND = "three_down"
STEP = 20


def worked_example(sources: Sources) -> tuple[list[Row], list[Row]]:
    """The rows of the outlook with the accident of the example, and without any."""
    return _rows(sources, accident=True), _rows(sources, accident=False)


def worked_example_table(sources: Sources) -> Html:
    """The example as a table: year by year the grade, the years of the dearer rate, the percentage, the model case's premium."""
    with_, without = worked_example(sources)
    rows = [
        [
            "はじめ" if row["year"] == 0 else f"{row['year']}年後",
            tag("b", grade_words(row["grade"])),
            f"{row['accident_years']}年",
            tag("span", percent_words(row["rate_percent"]), class_="nw"),
            join((grade_words(plain["grade"]), "、", tag("span", percent_words(plain["rate_percent"]), class_="nw"))),
            priced(sources, row["annual"]),
        ]
        for row, plain in zip(with_, without, strict=True)
    ]
    heads = ("契約", "等級", "事故有係数適用期間", "率", "事故がなければ", "見本の年払")
    return guide_table(_told(sources), heads, rows)


def worked_example_chart(sources: Sources) -> Html:
    """The example as a drawing: what the grade makes of a base premium of 100, with the accident and without."""
    with_, without = (_line(rows) for rows in worked_example(sources))
    years = len(with_) - 1
    says = (
        f"{_told(sources)}の折れ線グラフ。もとの掛金を100とすると、{'、'.join(f'{x // 2}年後 {y}' for x, y in with_[1:])}。"
        f"事故がなければ{years}年後は{without[-1][1]}。同じ率が下の表にあります。"
    )
    highest = max(y for _, y in with_)
    return chart_svg(
        Chart(
            says=says,
            lines=[
                Line("事故が1件あったとき", with_, 1, anchor="start"),
                Line("事故がなければ", without, 1, above=False, anchor="start"),
            ],
            across=[Tick(2 * year, f"{year}年後" if year else "はじめ") for year in range(years + 1)],
            up=[Tick(level, digits(level)) for level in range(0, highest + STEP, STEP)],
            across_title="",
            up_title="もとの掛金を100としたとき",
            marks=[Mark(1, 0, "事故", only_line=True)],
        )
    )


def _told(sources: Sources) -> str:
    known = sources.guide.facts
    return f"{known['grade_example_start']['value']}等級で3等級ダウン事故が1件、そのあと{known['grade_example_clean_years']['value']}年間は無事故"


def _line(rows: list[Row]) -> list[tuple[int, int]]:
    return [(2 * row["year"], against_base(row["rate_percent"])) for row in rows]


def _rows(sources: Sources, *, accident: bool) -> list[Row]:
    known = sources.guide.facts
    answers = {
        **sources.example_answers,
        **sources.days,
        "prior_contract": True,
        "grade": str(known["grade_example_start"]["value"]),
        "years": 1 + known["grade_example_clean_years"]["value"],
        "accidents": [{"year": 1, "kind": KIND}] if accident else [],
    }
    rows: list[Row] = sources.ask("outlook", answers)["outlook"]["years"]
    return rows


MACROS = (worked_example_chart, worked_example_table)
