"""補償の重なりを調べる: what overlaps and what to choose instead, as HTML; and the whole table for reading."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark, tag
from quote_engine.drawing.parts import price_link
from quote_engine.drawing.sources import source_link
from quote_engine.values.figures import signed

Data = Mapping[str, Any]


def overlaps_html(book: Data, found: Data) -> Html:
    """Return the answer, then the warnings and the covers that cannot be dropped."""
    return join((tag("h2", "調べた結果"), _answer(found), _warnings(book["overlaps"])))


def overlaps_said(found: Data) -> str:
    """Return the answer in one sentence."""
    if found["status"] == "invalid":
        return "".join(each["message"] for each in found["problems"])
    if found["found"]:
        return f"重なる補償が{len(found['found'])}つあります。" + "、".join(each["label"] for each in found["found"]) + "。"
    return "選んだ中に、重なる補償はありません。" if found["own"] and found["others"] else "あてはまるものを選んでください。"


def overlaps_table(book: Data) -> Html:
    """Every overlap that is known: what remains for reading without a script, and on paper."""
    rules = book["overlaps"]
    rows = [
        tag(
            "tr",
            tag("th", cover["label"], scope="row", role="rowheader"),
            tag("td", _counterparts(cover["with"]), role="cell", data_h="重なる相手"),
            tag("td", cover["instead"]["advice"], " ", source_link(cover["source"], "出どころ"), role="cell", data_h="重ならないようにするには"),
            role="row",
        )
        for cover in rules["covers"]
    ]
    heads = [tag("th", words, scope="col", role="columnheader") for words in ("この車の補償", "重なる相手", "重ならないようにするには")]
    return tag(
        "table", tag("caption", "重なることがある補償"), tag("thead", tag("tr", *heads, role="row"), role="rowgroup"),
        tag("tbody", *rows, role="rowgroup"), class_="told", role="table",
    )  # fmt: skip


def _answer(found: Data) -> Html:
    if not found["own"] or not found["others"]:
        return tag("p", "この車に付ける補償と、ほかに入っているものを選ぶと、重なりがわかります。")
    if not found["found"]:
        return tag("p", tag("b", "選んだ中に、重なる補償はありません。"))
    count = tag("p", tag("b", f"重なる補償が{len(found['found'])}つあります。"))
    return join((count, *(_overlap(each, found["certainty"]) for each in found["found"])))


def _overlap(each: Data, certainty: str | None) -> Html:
    return tag(
        "div",
        tag("h3", each["label"]),
        _counterparts(each["with"]),
        tag("p", tag("b", "変え方 "), each["advice"]),
        _saving(each, certainty),
        tag("p", source_link(each["source"], "この決まりの出どころ"), class_="small"),
        class_="finding",
    )


def _saving(each: Data, certainty: str | None) -> Html | None:
    if each["difference"] is None:
        return None
    mark = reference_mark(certainty or "")
    said = tag("p", "こちらの契約で変えると 年 ", tag("b", signed(each["difference"]), class_="num"), mark and Html(" "), mark)
    return join((said, tag("p", price_link(each["answers"], "変えたあとの掛金を見る", each["label"]))))


def _counterparts(others: Sequence[Data]) -> Html:
    return tag("ul", *(tag("li", tag("b", f"{other['product_label']}の{other['label']}"), tag("span", other["overlap"], class_="d")) for other in others), class_="with")


def _warnings(rules: Data) -> Html:
    warnings = [tag("div", tag("h3", each["title"]), tag("p", each["message"])) for each in rules["warnings"]]
    kept = [tag("li", tag("b", each["label"]), tag("span", each["reason"], class_="d")) for each in rules["automatic"]]
    return join((*warnings, tag("h3", "外せない補償"), tag("ul", *kept, class_="with")))
