"""Small parts that the tools' answers share: the way to the price, differences side by side, lists of sentences."""

from collections.abc import Iterable, Mapping
from typing import Any

from quote_engine.drawing.markup import Html, tag
from quote_engine.drawing.words import Say
from quote_engine.values.figures import digits, signed
from quote_engine.values.links import fragment

Data = Mapping[str, Any]


def price_link(answers: Mapping[str, Any], words: str, about: str = "") -> Html:
    """A link to the price page with these answers; ``about`` tells a screen reader which one of several."""
    hidden = tag("span", f"（{about}）", class_="vh") if about else None
    return tag("a", words, hidden, href=f"../quote/{fragment(answers)}", class_="btn")


def difference_html(say: Say, found: Data) -> Html:
    """A difference by the year and by the month."""
    return tag(
        "span",
        tag("span", say("shared.per_year", amount=signed(found["difference"])), class_="num"),
        tag("span", say("shared.per_month", amount=signed(found["monthly_difference"])), class_="num small"),
        class_="diff",
    )


def sentences(items: Iterable[str], class_: str = "notes") -> Html | None:
    """A list of sentences; nothing for none."""
    rows = [tag("li", item) for item in items]
    return tag("ul", *rows, class_=class_) if rows else None


def yen(amount: int) -> str:
    """12,340円."""
    return f"{digits(amount)}円"
