"""What is said of a quote in a glance: the bar's two figures, the notes, one spoken sentence."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark, tag, yen
from quote_engine.pages.revised import revised_line
from quote_engine.premium.announced import REVISED
from quote_engine.values.figures import digits

Data = Mapping[str, Any]


def total_html(quote: Data) -> str:
    """Return the inside of the total bar. A refusal is said in words, never as 0円."""
    if quote["status"] == "declined":
        return tag("span", tag("b", "お引き受けできません", class_="no-price"), class_="bi")
    if quote["status"] == "invalid":
        return tag("span", tag("b", "答えを直すと値段が出ます", class_="no-price"), class_="bi")
    mark = reference_mark(quote["certainty"])
    annual = tag("b", yen(quote["annual"]), class_="num big", data_price="annual")
    monthly = tag("b", yen(quote["monthly"]), class_="num", data_price="monthly")
    return Html(
        tag("span", tag("span", "年払", mark and Html(" "), mark, class_="bl"), annual, class_="bi")
        + tag("span", tag("span", "月払", class_="bl"), monthly, class_="bi")
    )


def notes_html(quote: Data) -> str:
    """Return what was set, assumed or left out on the way to this price; empty when there is nothing to say."""
    items = [tag("li", note["message"]) for note in quote["notes"] if note["id"] != REVISED]
    listed = (tag("h3", "計算で決めたこと"), tag("ul", *items, class_="notes")) if items else ()
    return join((revised_line(quote["notes"]), *listed))


def status_sentence(quote: Data) -> str:
    """Return the one sentence that a screen reader hears after typing stops."""
    if quote["status"] == "declined":
        return "お引き受けできません。" + "".join(reason["message"] for reason in quote["declined"])
    if quote["status"] == "invalid":
        return "直すところがあります。" + "".join(problem["message"] for problem in quote["problems"])
    reference = "参考の掛金です。" if quote["certainty"] == "sample" else ""
    return f"年払 {digits(quote['annual'])}円、月払 {digits(quote['monthly'])}円。{reference}"
