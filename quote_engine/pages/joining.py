"""この車は入れる？: the answer with its reasons and the covers the car may carry, as HTML; and both tables for reading."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, tag
from quote_engine.drawing.parts import declined_html, price_link
from quote_engine.drawing.sources import source_link

Data = Mapping[str, Any]
CARRIES = {"allowed": "付けられる", "unless_dump_body": "ダンプ装置があると付けられない", "never": "付けられない"}


def joining_html(found: Data) -> Html:
    """Return whether this car may join, why not, and what it may carry."""
    vehicle = found["vehicle"]
    kind = tag("p", tag("b", vehicle["label"]), "。", vehicle["detail"] and f"{vehicle['detail']}。", source_link(vehicle["source"], "出どころ"))
    if found["status"] == "declined":
        return join((_heading("お引き受けできません"), kind, declined_html(found["declined"]), tag("p", "答えがちがっていたら、直してください。")))
    own = found["own_damage"]
    rows = [
        _row("基本の補償（相手への賠償、けが）", None, ""),
        _row("車両損害（自分の車）", own["source"], own["reason"], allowed=own["allowed"]),
        *(_row(rider["label"], rider["source"], rider["reason"], allowed=rider["allowed"]) for rider in found["riders"]),
    ]
    return join(
        (
            _heading("この車は入れます"),
            kind,
            tag("h3", "付けられる補償"),
            tag("ul", *rows, class_="carries"),
            tag("p", price_link({"vehicle_type": vehicle["id"]}, "この車で値段を見る")),
            tag("p", "申し込みのあとの審査で、お引き受けできないことがあります。", class_="small"),
        )
    )


def joining_said(found: Data) -> str:
    """Return the answer in one sentence."""
    if found["status"] == "joins":
        return f"{found['vehicle']['label']}は入れます。"
    return "".join(each["message"] for each in [*found["declined"], *found["problems"]])


def vehicles_table(book: Data) -> Html:
    """The kinds of vehicle that may join, and what they may carry."""
    own = {vehicle["id"]: CARRIES[vehicle["traits"]["own_damage_carried"]] for vehicle in book["vehicles"]}
    rows = [
        tag(
            "tr",
            tag("th", vehicle["label"], tag("span", vehicle["detail"], class_="d") if vehicle["detail"] else None, scope="row", role="rowheader"),
            tag("td", "付く", role="cell", data_h="基本の補償"),
            tag("td", own[vehicle["id"]], role="cell", data_h="車両損害"),
            tag("td", source_link(vehicle["source"], "出どころ"), role="cell", data_h="データ"),
            role="row",
        )
        for vehicle in book["vehicles"]
    ]
    heads = [tag("th", words, scope="col", role="columnheader") for words in ("車の種類", "基本の補償", "車両損害", "データ")]
    return tag(
        "table", tag("caption", "入れる車の種類"), tag("thead", tag("tr", *heads, role="row"), role="rowgroup"),
        tag("tbody", *rows, role="rowgroup"), class_="told", role="table",
    )  # fmt: skip


def refusals_list(book: Data) -> Html:
    """The cars that are never taken."""
    return tag("ul", *(tag("li", rule["message"], " ", source_link(rule["source"], "出どころ")) for rule in book["eligibility"]), class_="rules")


def _heading(words: str) -> Html:
    return tag("h2", words)


def _row(label: str, source: str | None, reason: str, *, allowed: bool = True) -> Html:
    said = tag("span", reason or ("付けられません。" if not allowed else ""), class_="d") if reason or not allowed else None
    return tag(
        "li", tag("span", "○" if allowed else "×", class_="sign", aria_hidden="true"), tag("b", label),
        tag("span", "付けられる" if allowed else "付けられない", class_="say"), said,
        tag("span", source_link(source, "出どころ"), class_="d") if source and not allowed else None,
    )  # fmt: skip
