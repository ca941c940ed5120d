"""2台目の等級・ほかから移るときの等級: the grade a contract starts with, as HTML; and the rules for reading."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, tag
from quote_engine.drawing.parts import price_link, sentences
from quote_engine.drawing.sources import source_link
from quote_engine.values.figures import MINUS

Data = Mapping[str, Any]


def transfer_html(found: Data) -> Html:
    """Return the grade, its percentage, the reasons and a way to the price."""
    source = tag("p", source_link(found["source"], "この決まりの出どころ"), class_="small")
    if found["status"] == "unknown":
        return join((_heading("等級は、電話で確かめてください"), sentences(found["reasons"]), source))
    rows = [("等級", f"{found['grade']}等級"), ("事故有係数適用期間", f"{found['accident_years']}年"), ("掛金の割引・割増", percent_words(found["rate_percent"]))]
    return join(
        (
            _heading(f"{found['grade']}等級から始まります"),
            tag("dl", *(tag("div", tag("dt", name), tag("dd", value, class_="num")) for name, value in rows), class_="grade"),
            sentences(found["reasons"]),
            tag("p", price_link(found["answers"], "この等級で値段を見る")),
            source,
        )
    )


def transfer_said(found: Data) -> str:
    """Return the answer in one sentence."""
    if found["status"] == "settled":
        return f"{found['grade']}等級、事故有係数適用期間{found['accident_years']}年。{percent_words(found['rate_percent'])}。"
    return "".join([*found["reasons"], *(each["message"] for each in found["problems"])])


def transfer_rules(book: Data) -> Html:
    """The rules in words, for reading without a script."""
    rules = book["transfer"]
    second, elsewhere = rules["second_car"], rules["elsewhere"]
    told = [
        (f"ほかに{second['another_at_least']}等級以上の契約があると、2台目はセカンドカー割引の等級から始められます。", second),
        (elsewhere["carried"] + elsewhere["top"].replace("{best}", elsewhere["best"]), elsewhere),
        (elsewhere["below"], elsewhere),
        (rules["here"]["message"], rules["here"]),
    ]
    return tag("ul", *(tag("li", words, " ", source_link(rule["source"], "出どころ")) for words, rule in told), class_="rules")


def percent_words(percent: int | None) -> str:
    """−26 as 26％引き（−26％）, 7 as 7％増し."""
    if percent is None or percent == 0:
        return "なし"
    return f"{-percent}％引き（{MINUS}{-percent}％）" if percent < 0 else f"{percent}％増し（+{percent}％）"


def _heading(words: str) -> Html:
    return tag("h2", words)
