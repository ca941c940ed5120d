"""The outlook as the page paints it: one sentence, the chart, a row for each year, the rule with its sources."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark, tag, yen
from quote_engine.drawing.sources import source_link
from quote_engine.drawing.stacked_table import stacked_table
from quote_engine.pages.outlook_chart import outlook_chart
from quote_engine.pages.total import notes_html
from quote_engine.premium.book import Book, present_edition
from quote_engine.values.figures import digits, signed

Data = Mapping[str, Any]


Reply = dict[str, Any]


LEFT_OUT = (
    "掛金の率が、これから変わること",
    "車の時価が下がり、車両共済金額を見直すこと",
    "車を替える、補償を変える、家族の年齢が変わること",
    "選べるようになった年齢条件に変えること（下がる額は、その年の行に出しています）",
)
"""What no outlook can know."""


def outlook_html(book: Book, found: Data, accidents: Mapping[int, Sequence[str]]) -> dict[str, str]:
    """Return the slip and the table; empty for answers that cannot be used, so that the last good result stays."""
    if found["status"] == "invalid":
        return {"result": "", "table": ""}
    if found["status"] == "declined":
        return {"result": declined_html(found["declined"]), "table": ""}
    mark = reference_mark(found["certainty"])
    result = join(
        (
            tag("p", _sentence(found), mark and Html(" "), mark, class_="answer"),
            tag("p", f"料率の版 {found['edition_label']}。掛金は年払です。", class_="small"),
            outlook_chart(found["years"], accidents) if len(found["years"]) > 1 else None,
            Html(notes_html(found)),
        )
    )
    table = join((tag("h2", "年ごとの見通し", mark and Html(" "), mark), _table(book, found, accidents)))
    return {"result": result, "table": table}


def outlook_said(found: Data) -> str:
    """Return the result in one spoken sentence."""
    if found["status"] == "declined":
        return "お引き受けできません。" + "".join(reason["message"] for reason in found["declined"])
    if found["status"] == "invalid":
        return "直すところがあります。" + "".join(problem["message"] for problem in found["problems"])
    return _words(found)


def declined_html(reasons: Sequence[Data]) -> Html:
    """Return the refusal with its reasons; there is no premium to look ahead to."""
    return tag(
        "div",
        tag("p", tag("b", "お引き受けできません。いまの答えでは、掛金が出ません。")),
        tag("ul", *(tag("li", reason["message"]) for reason in reasons), class_="reasons"),
        class_="note warn",
    )


def left_out_html(parts: Sequence[str]) -> Html:
    """Return what a figure leaves out, as a list under its own heading."""
    return join((tag("h2", "入れていないこと"), tag("ul", *(tag("li", part) for part in parts), class_="notes")))


def rule_html(book: Data) -> Html:
    """Return the present edition's renewal rule, each figure with the line of the data it stands in."""
    rule = present_edition(book)["renewal"]
    rows = [
        (
            join((tag("b", accident["label"]), reference_mark(accident["certainty"]), tag("span", accident["detail"], class_="small d"))),
            f"{accident['down']}つ下がる" if accident["down"] else "1件と数えない",
            f"+{accident['accident_years']}年" if accident["accident_years"] else "そのまま",
            source_link(accident["source"]),
        )
        for accident in rule["accidents"].values()
    ]
    return join(
        (
            tag("h2", "更新の決まり"),
            tag("p", f"無事故なら、1年に{rule['clean_year_up']}つ上がります（", source_link(rule["source"]), "）。"
                "事故があった年は、1件ごとに次の数だけ下がります。"),
            tag("p", "事故有係数適用期間は、1年に1年ずつ減ります。"
                f"いちばん長くて{rule['most_accident_years']}年です（", source_link(rule["most_source"]), "）。"
                "残っているあいだ、7等級以上では割引が小さくなります。"),
            stacked_table("rule", "事故の種類と、更新の等級", ("事故", "等級", "事故有の期間", "データ"), rows),
        )
    )  # fmt: skip


def _sentence(found: Data) -> Html:
    """The answer: what the accidents cost in all, or where a careful driver arrives."""
    rows, extra = found["years"], found["extra"]
    last, years = rows[-1], len(rows) - 1
    if extra:
        return join((f"{years}年後までに、事故がないときより 合わせて ", tag("b", yen(extra), class_="num"), " 高くなります"))
    where = f"{last['grade']}等級、" if last["grade"] else ""
    amount = tag("b", yen(last["annual"]), class_="num")
    change = tag("span", f"（いまより {signed(last['annual'] - rows[0]['annual'])}）", class_="nw")
    return join((f"{years}年後は {where}年 ", amount, change))


def _words(found: Data) -> str:
    rows, extra = found["years"], found["extra"]
    last, years = rows[-1], len(rows) - 1
    cost = f"{years}年後までに、事故がないときより合わせて{digits(extra)}円高くなります。" if extra else ""
    where = f"{last['grade']}等級、" if last["grade"] else ""
    return f"{cost}{years}年後は{where}年払{digits(last['annual'])}円です。"


def _table(book: Book, found: Data, accidents: Mapping[int, Sequence[str]]) -> Html:
    graded = found["years"][0]["grade"] is not None
    names = ("年", *(("等級", "事故有", "率") if graded else ()), "年払", "変わること")
    rows = [_row(book, row, accidents.get(row["year"], []), graded=graded) for row in found["years"]]
    return stacked_table("years", "年ごとの等級と掛金", names, rows)


def _row(book: Book, row: Data, kinds: Sequence[str], *, graded: bool) -> list[object]:
    year, month = row["start_date"][:4], int(row["start_date"][5:7])
    when = "いま" if not row["year"] else f"{row['year']}年後"
    cells: list[object] = [join((when, tag("span", f"{year}年{month}月から", class_="small d")))]
    if graded:
        percent = row["rate_percent"]
        cells += [
            f"{row['grade']}等級",
            f"{row['accident_years']}年" if row["accident_years"] else "なし",
            f"{'+' if percent > 0 else ''}{digits(percent)}%",
        ]
    more = row["annual"] - row["without_accidents"]
    difference = tag("span", f"事故で {signed(more)}", class_="small d") if more else None
    cells.append(tag("span", tag("b", yen(row["annual"])), difference, class_="num"))
    told = [*_accident_words(book, row["year"], kinds, graded=graded), *(change["message"] for change in row["changes"])]
    cells.append(tag("ul", *(tag("li", each) for each in told)) if told else "")
    return cells


def _accident_words(book: Book, year: int, kinds: Sequence[str], *, graded: bool) -> list[str]:
    rule = book.present.data["renewal"]["accidents"]
    end = {True: "が、ここから響きます。", False: "では、変わりません。"}
    return [f"{year}年目の{rule[kind]['label']}{end[graded and bool(rule[kind]['down'])]}" for kind in kinds]
