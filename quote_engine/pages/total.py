"""What is said of a quote in a glance: the bar's two figures, the notes, one spoken sentence."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark, tag, yen
from quote_engine.drawing.words import Say
from quote_engine.pages.revised import revised_line
from quote_engine.pages.said import marked, unpriced
from quote_engine.premium.announced import REVISED
from quote_engine.values.figures import digits

Data = Mapping[str, Any]


def total_html(say: Say, quote: Data) -> str:
    """Return the inside of the total bar. A refusal is said in words, never as 0円."""
    if quote["status"] != "quoted":
        words = say("shared.declined") if quote["status"] == "declined" else say("price.no_total")
        return tag("span", tag("b", words, class_="no-price"), class_="bi")
    mark = reference_mark(quote["certainty"])
    annual = tag("b", yen(quote["annual"]), class_="num big", data_price="annual")
    monthly = tag("b", yen(quote["monthly"]), class_="num", data_price="monthly")
    return Html(
        tag("span", tag("span", say("shared.annual"), *marked(mark), class_="bl"), annual, class_="bi")
        + tag("span", tag("span", say("shared.monthly"), class_="bl"), monthly, class_="bi")
    )


def notes_html(say: Say, quote: Data) -> Html:
    """Return what was set, assumed or left out on the way to this price; empty when there is nothing to say."""
    items = [tag("li", note["message"]) for note in quote["notes"] if note["id"] != REVISED]
    listed = (tag("h3", say("shared.notes")), tag("ul", *items, class_="notes")) if items else ()
    return join((revised_line(say, quote["notes"]), *listed))


def status_sentence(say: Say, quote: Data) -> str:
    """Return the one sentence that a screen reader hears after typing stops."""
    if quote["status"] != "quoted":
        return unpriced(say, quote)
    said = say("price.said", annual=f"{digits(quote['annual'])}円", monthly=f"{digits(quote['monthly'])}円")
    return said + (say("price.said_reference") if quote["certainty"] == "sample" else "")
