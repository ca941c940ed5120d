"""Small parts that the tools' answers share: links that carry answers, problems, prices side by side, sources."""

from collections.abc import Iterable, Mapping
from typing import Any

from quote_engine.drawing.markup import Html, tag
from quote_engine.drawing.sources import source_link
from quote_engine.values.figures import digits, signed

Data = Mapping[str, Any]
PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._")
DAYS = ("start_date", "application_date")
"""Answers that the page adds by itself; a link made tomorrow starts from its own day."""


def fragment(answers: Mapping[str, Any]) -> str:
    """Return the answers as the end of an address: #vehicle_type=passenger&grade=11."""
    pairs = [f"{_coded(name)}={_coded(_word(value))}" for name, value in answers.items() if name not in DAYS]
    return "#" + "&".join(pairs)


def price_link(answers: Mapping[str, Any], words: str, about: str = "") -> Html:
    """A link to the price page with these answers; ``about`` tells a screen reader which one of several."""
    hidden = tag("span", f"（{about}）", class_="vh") if about else None
    return tag("a", words, hidden, href=f"../quote/{fragment(answers)}", class_="btn")


def difference_html(found: Data) -> Html:
    """A difference by the year and by the month."""
    return tag(
        "span",
        tag("span", "年 ", signed(found["difference"]), class_="num"),
        tag("span", "月 ", signed(found["monthly_difference"]), class_="num small"),
        class_="diff",
    )


def sentences(items: Iterable[str], class_: str = "notes") -> Html | None:
    """A list of sentences; nothing for none."""
    rows = [tag("li", item) for item in items]
    return tag("ul", *rows, class_=class_) if rows else None


def declined_html(declined: Iterable[Data]) -> Html:
    """Why the co-op does not take this car."""
    rows = [tag("li", each["message"], " ", source_link(each["source"], "この決まり")) for each in declined]
    return tag("div", tag("p", tag("b", "お引き受けできません。")), tag("ul", *rows, class_="notes"), class_="note warn")


def yen(amount: int) -> str:
    """12,340円."""
    return f"{digits(amount)}円"


def _word(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _coded(text: str) -> str:
    return "".join(
        character if character in PLAIN else "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
        for character in text
    )
