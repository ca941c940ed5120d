"""2台目の等級・ほかから移るときの等級: the grade a contract starts with, as HTML; and the rules for reading."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, tag
from quote_engine.drawing.parts import price_link, sentences
from quote_engine.drawing.sources import source_link
from quote_engine.drawing.words import Say
from quote_engine.pages.said import heading, messages
from quote_engine.values.figures import MINUS

Data = Mapping[str, Any]


def transfer_html(say: Say, found: Data) -> dict[str, str]:
    """Return the grade, its percentage, the reasons and a way to the price."""
    source = tag("p", source_link(found["source"], say("shared.origin_of_rule")), class_="small")
    if found["status"] == "unknown":
        return {"result": join((heading(say("grade_check.unknown")), sentences(found["reasons"]), source)), "table": ""}
    rows = [
        (say("grade_check.grade"), say("shared.grade", grade=found["grade"])),
        (say("grade_check.accident_years"), say("shared.years", years=found["accident_years"])),
        (say("grade_check.rate"), percent_words(say, found["rate_percent"])),
    ]
    result = join(
        (
            heading(say("grade_check.starts", grade=found["grade"])),
            tag("dl", *(tag("div", tag("dt", name), tag("dd", value, class_="num")) for name, value in rows), class_="grade"),
            sentences(found["reasons"]),
            tag("p", price_link(found["answers"], say("grade_check.to_price"))),
            source,
        )
    )
    return {"result": result, "table": ""}


def transfer_said(say: Say, found: Data) -> str:
    """Return the answer in one sentence."""
    if found["status"] == "settled":
        rate = percent_words(say, found["rate_percent"])
        return say("grade_check.said", grade=found["grade"], years=found["accident_years"], rate=rate)
    return "".join(found["reasons"]) + messages(found["problems"])


def transfer_rules(say: Say, book: Data) -> Html:
    """The rules in words, for reading without a script."""
    rules = book["transfer"]
    second, elsewhere = rules["second_car"], rules["elsewhere"]
    told = [
        (say("grade_check.second_car", grade=second["another_at_least"]), second),
        (elsewhere["carried"] + elsewhere["top"].replace("{best}", elsewhere["best"]), elsewhere),
        (elsewhere["below"], elsewhere),
        (rules["here"]["message"], rules["here"]),
    ]
    return tag("ul", *(tag("li", words, " ", source_link(rule["source"], say("shared.origin"))) for words, rule in told), class_="rules")


def percent_words(say: Say, percent: int | None) -> str:
    """−26 as 26％引き（−26％）, 7 as 7％増し."""
    if percent is None or percent == 0:
        return say("grade_check.no_rate")
    if percent < 0:
        return say("grade_check.percent_off", percent=-percent, exactly=f"{MINUS}{-percent}")
    return say("grade_check.percent_more", percent=percent, exactly=f"+{percent}")
