"""等級: the table of percentages, its drawing, and what moves a grade."""

from typing import Any

from quote_engine.drawing.chart import Chart, Line, Tick, chart_svg
from quote_engine.drawing.markup import Html, join, reference_mark, tag
from site_build.guide_pages.layout import guide_table, in_a_row, quote_link
from site_build.guide_pages.revision_marks import changed, marked, told_below
from site_build.guide_tables.quotes import example_with
from site_build.sources import Sources

Data = dict[str, Any]

PLAIN = 100
"""The base premium, against which the drawing measures every grade."""
BESIDE = 50
ONLY_NEW = "first_contract"


def grades_table(sources: Sources) -> Html:
    """Every grade with its percentages, from the best to the dearest; each leads to its price."""
    rows = []
    for grade, cells in _cells(sources).items():
        link = quote_link(sources, grade_words(grade), {"prior_contract": True, "grade": grade}, class_="cell")
        # 「12等級」 typed into the search leads to its row.
        place = tag("span", link, id=f"grade-{grade}", data_place=grade_words(grade), data_yomi=f"{grade}とうきゅう")
        name = join((place, "（前の契約あり）")) if ONLY_NEW in cells else place
        with_accident = cells.get("with_accident")
        rows.append([name, _rate(sources, grade, "accident_free", cells), _rate(sources, grade, "with_accident", cells) if with_accident else _none()])
        if ONLY_NEW in cells:
            new = quote_link(sources, grade_words(grade), {"prior_contract": False, "grade": None}, class_="cell")
            rows.append([join((new, "（はじめて）")), _rate(sources, grade, ONLY_NEW, cells), _none()])
    table = guide_table("等級ごとの割引・割増率", ("等級", "事故なし→", "事故あり→"), rows, columns=True)
    return join((table, told_below(change for grade in _cells(sources) for change in changed(sources, "grades", grade))))


def grades_chart(sources: Sources) -> Html:
    """What each grade makes of a base premium of 100, without and with accidents."""
    cells = _cells(sources)
    ladder = list(reversed(cells))
    free = [(rung, against_base(cells[grade]["accident_free"])) for rung, grade in enumerate(ladder)]
    accident = [(rung, against_base(cells[grade]["with_accident"])) for rung, grade in enumerate(ladder) if "with_accident" in cells[grade]]
    worst, best = free[0], free[-1]
    says = (
        f"等級ごとの掛金の折れ線グラフ。もとの掛金を{PLAIN}とすると、{ladder[0]}等級は{worst[1]}、"
        f"{ladder[-1]}等級は事故なしで{best[1]}、事故ありで{accident[-1][1]}。同じ率が下の表にあります。"
    )
    ticks = [Tick(rung, grade) for rung, grade in enumerate(ladder) if grade in (ladder[0], "2", "7", "12", "17", ladder[-1])]
    return chart_svg(
        Chart(
            says=says,
            lines=[
                Line("事故なし", free, len(ladder) - 7, above=False, anchor="middle"),
                Line("事故あり", accident, len(accident) - 5, anchor="middle"),
            ],
            across=ticks,
            up=[Tick(level, str(level)) for level in range(0, worst[1] + BESIDE, BESIDE)],
            across_title="等級",
            up_title=f"もとの掛金を{PLAIN}としたとき",
        )
    )


def accident_kinds_table(sources: Sources) -> Html:
    """The kinds of accident by what they do to the grade and to the years with the dearer rate."""
    rows = [
        [
            join((kind["label"], reference_mark(kind["certainty"]))),
            f"{kind['down']}等級下がる" if kind["down"] else "下がらない",
            f"{kind['accident_years']}年延びる" if kind["accident_years"] else "延びない",
            kind["detail"],
        ]
        for kind in sources.edition["renewal"]["accidents"].values()
    ]
    return guide_table("事故の数え方（1件につき）", ("事故の種類", "更新のあとの等級", "事故有係数適用期間", "どんな事故か"), rows)


def grade_events_table(sources: Sources) -> Html:
    """Which cover, when used, counts as which kind of accident."""
    events = sources.edition["payouts"]["grade_events"]
    labels = {coverage["id"]: coverage["label"] for coverage in sources.edition["coverages"]}
    kinds = sources.edition["renewal"]["accidents"]
    by_event: dict[str, list[Html]] = {}
    for id_, rule in events.items():
        by_event.setdefault(rule["event"], []).append(join((labels[id_], reference_mark(rule["certainty"]))))
    rows = []
    for event in (*kinds, "by_kind"):
        if event in by_event:
            name = kinds[event]["label"] if event in kinds else "事故によって変わる"
            rows.append([name, in_a_row(by_event[event])])
    return guide_table("使った補償ごとの数え方", ("数え方", "使った補償"), rows)


def own_car_events_table(sources: Sources) -> Html:
    """For the covers of the own car: which accident counts how."""
    kinds = sources.edition["renewal"]["accidents"]
    things: dict[str, list[str]] = {}
    for kind in sources.book["accidents"]["kinds"].values():
        if kind["own_damage"]:
            things.setdefault(kind["grade_event"], []).append(kind["thing"])
    rows = [[kinds[event]["label"], "、".join(names)] for event, names in things.items()]
    return guide_table("車両損害を使ったときの数え方", ("数え方", "起きたこと"), rows)


def grade_rate(sources: Sources, grade: str, column: str = "accident_free") -> str:
    """One percentage in words: 52％引き."""
    return percent_words(_cells(sources)[grade][column])


def top_grade(sources: Sources) -> str:
    """The best grade there is."""
    return next(iter(_cells(sources)))


def last_grade(sources: Sources) -> str:
    """The dearest grade there is."""
    return list(_cells(sources))[-1]


def accident_years(sources: Sources, kind: str) -> int:
    """By how many years one accident of a kind draws out the dearer rate."""
    return int(sources.edition["renewal"]["accidents"][kind]["accident_years"])


def second_car_grade(sources: Sources) -> str:
    """The grade a second car starts with."""
    return str(example_with(sources, prior_contract=None, grade=None, second_car=True)["answers"]["grade"])


def least_accident_grade(sources: Sources) -> str:
    """The lowest grade that has a rate of its own after accidents."""
    return [grade for grade, cells in _cells(sources).items() if "with_accident" in cells][-1]


def grade_words(grade: str) -> str:
    """22 as 22等級."""
    return f"{grade}等級"


def against_base(percent: int) -> int:
    """A percentage up or down as what it makes of a base of 100."""
    return PLAIN + percent


def percent_words(percent: int) -> str:
    """-52 as 52％引き, 7 as 7％増し."""
    return f"{-percent}％引き" if percent < 0 else f"{percent}％増し"


def _rate(sources: Sources, grade: str, column: str, cells: dict[str, int]) -> Html:
    return marked(percent_words(cells[column]), changed(sources, "grades", grade, column))


def _none() -> Html:
    return join((tag("span", "－", aria_hidden="true"), tag("span", "この率はありません", class_="vh")))


def _cells(sources: Sources) -> dict[str, dict[str, int]]:
    """The percentages by grade, from the best down, and by column."""
    cells = sources.edition["tables"]["grades"]["cells"]
    return {grade: {column: int(cell[0]) for column, cell in cells[grade].items()} for grade in sources.edition["renewal"]["ladder"]}


MACROS = (
    accident_kinds_table,
    accident_years,
    grade_events_table,
    grade_rate,
    grades_chart,
    grades_table,
    last_grade,
    least_accident_grade,
    own_car_events_table,
    second_car_grade,
    top_grade,
)
