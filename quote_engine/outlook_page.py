"""The outlook as the page paints it: one sentence, the chart, a row for each year, the rule with its sources."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.book import Book
from quote_engine.form_state import asked_beside, form_state
from quote_engine.markup import Html, digits, join, reference_mark, signed, tag, yen
from quote_engine.outlook import outlook, read_outlook
from quote_engine.outlook_chart import outlook_chart
from quote_engine.quote import appraise
from quote_engine.sources import source_link
from quote_engine.total import notes_html

Data = Mapping[str, Any]
Reply = dict[str, Any]

LEFT_OUT = (
    "掛金の率が、これから変わること",
    "車の時価が下がり、車両共済金額を見直すこと",
    "車を替える、補償を変える、家族の年齢が変わること",
)
"""What no outlook can know."""


def outlook_page(book: Book, raw: object) -> Reply:
    """Return the figures, the state of the form, the markup of the result and the sentence to be spoken."""
    found = outlook(book, raw)
    answers, years, accidents, _ = read_outlook(book, raw)
    form = form_state(book, appraise(book, answers))
    form["questions"]["years"] = asked_beside(found, "years", years)
    return {
        "outlook": found,
        "form": form,
        "html": {"result": outlook_html(book, found, accidents)},
        "status": status_words(found),
    }


def outlook_html(book: Book, found: Data, accidents: Mapping[int, Sequence[str]]) -> str:
    """Return the inside of the slip; empty for answers that cannot be used, so that the last good result stays."""
    if found["status"] == "invalid":
        return ""
    if found["status"] == "declined":
        return declined_html(found["declined"])
    mark = reference_mark(found["certainty"])
    return join(
        (
            tag("p", _sentence(found), mark and Html(" "), mark, class_="answer"),
            tag("p", f"料率の版 {found['edition_label']}。掛金は年払です。", class_="small"),
            outlook_chart(found["years"], accidents) if len(found["years"]) > 1 else None,
            _table(book, found, accidents),
            Html(notes_html(found)),
        )
    )


def status_words(found: Data) -> str:
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
    """Return the newest edition's renewal rule, each figure with the line of the data it stands in."""
    rule = book["editions"][-1]["renewal"]
    rows = [
        tag(
            "tr",
            tag("th", tag("b", accident["label"]), reference_mark(accident["certainty"]),
                tag("span", accident["detail"], class_="small d"), scope="row"),
            tag("td", f"{accident['down']}つ下がる" if accident["down"] else "1件と数えない", class_="r"),
            tag("td", f"+{accident['accident_years']}年" if accident["accident_years"] else "そのまま", class_="r"),
            tag("td", source_link(accident["source"]), class_="r"),
        )
        for accident in rule["accidents"].values()
    ]  # fmt: skip
    heads = ("事故", "等級", "事故有の期間", "データ")
    head = tag("tr", *(tag("th", name, scope="col", class_=None if name == "事故" else "r") for name in heads))
    return join(
        (
            tag("h2", "更新の決まり"),
            tag("p", f"無事故なら、1年に{rule['clean_year_up']}つ上がります（", source_link(rule["source"]), "）。"
                "事故があった年は、1件ごとに次の数だけ下がります。"),
            tag("p", "事故有係数適用期間は、1年に1年ずつ減ります。"
                f"いちばん長くて{rule['most_accident_years']}年です（", source_link(rule["most_source"]), "）。"
                "残っているあいだ、7等級以上では割引が小さくなります。"),
            tag("table", tag("caption", "事故の種類と、更新の等級", class_="vh"), tag("thead", head), tag("tbody", *rows), class_="rule"),
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
    """A row for each year. On phones the rows stand as blocks, which would take the table's meaning away: the roles keep it."""
    graded = found["years"][0]["grade"] is not None
    names = ("年", *(("等級", "事故有", "率") if graded else ()), "年払", "変わること")
    head = tag("tr", *(tag("th", name, scope="col", role="columnheader") for name in names), role="row")
    rows = [_row(book, row, accidents.get(row["year"], []), graded=graded) for row in found["years"]]
    return tag(
        "table",
        tag("caption", "年ごとの等級と掛金", class_="vh"),
        tag("thead", head, role="rowgroup"),
        tag("tbody", *rows, role="rowgroup"),
        class_="years", role="table",
    )  # fmt: skip


def _row(book: Book, row: Data, kinds: Sequence[str], *, graded: bool) -> Html:
    year, month = row["start_date"][:4], int(row["start_date"][5:7])
    when = tag("th", "いま" if not row["year"] else f"{row['year']}年後", tag("span", f"{year}年{month}月から", class_="small d"),
               scope="row", role="rowheader")  # fmt: skip
    cells = [when]
    if graded:
        percent = row["rate_percent"]
        cells += [
            tag("td", f"{row['grade']}等級", role="cell", class_="g num"),
            tag("td", f"事故有{row['accident_years']}年" if row["accident_years"] else "なし", role="cell", class_="a"),
            tag("td", f"{'+' if percent > 0 else ''}{digits(percent)}%", role="cell", class_="p num"),
        ]
    more = row["annual"] - row["without_accidents"]
    difference = tag("span", f"事故で {signed(more)}", class_="small d num") if more else None
    cells.append(tag("td", tag("b", yen(row["annual"]), class_="num"), difference, role="cell", class_="y"))
    labels = book.editions[-1].data["renewal"]["accidents"]
    told = [f"{row['year']}年目の{labels[kind]['label']}が、ここから響きます。" for kind in kinds if labels[kind]["down"] and graded]
    told += [f"{row['year']}年目の{labels[kind]['label']}では、変わりません。" for kind in kinds if not labels[kind]["down"] or not graded]
    told += [change["message"] for change in row["changes"]]
    cells.append(tag("td", tag("ul", *(tag("li", each) for each in told)) if told else None, role="cell", class_="c"))
    return tag("tr", *cells, role="row")
