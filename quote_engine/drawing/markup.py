"""HTML in small pieces: every value is escaped unless it is already markup."""

from collections.abc import Iterable
from functools import cache

from quote_engine.values.figures import digits

VOID = frozenset({"input", "br", "hr", "img", "source", "track"})


_ICONS = {
    "down": "M5 9l7 7 7-7",
    "next": "M9 5l7 7-7 7",
    "send": "M12 15V3M7 8l5-5 5 5M5 13v8h14v-8",
    "qr": "M3 3h7v7H3zM14 3h7v7h-7zM3 14h7v7H3zM14 14h3v3M21 14v7h-7M17.5 17.5v0",
    "save": "M6 3h12v18l-6-5-6 5z",
    "print": "M7 8V3h10v5M7 17H3V8h18v9h-4M7 13h10v8H7z",
    "phone": "M6 3h4l2 5-2.5 2a12 12 0 0 0 5 5l2-2.5 5 2v4q0 2-2 2C11 20.5 4 13 4 5q0-2 2-2z",
    "keep": "M4 4h6v16H4zM14 4h6v16h-6z",
}


class Html(str):
    """A string that is markup already."""

    __slots__ = ()


def escape(value: object) -> str:
    """The value's text, safe between tags and inside quoted attributes."""
    plain = str(value)
    if plain.isalnum():  # most words and figures: nothing to replace, and every keystroke renders thousands
        return plain
    plain = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace('"', "&quot;").replace("'", "&#39;")


def text(value: object) -> Html:
    """A value as markup: escaped, unless it is markup already."""
    return value if isinstance(value, Html) else Html(escape(value))


def join(parts: Iterable[object]) -> Html:
    """Pieces one after another; None leaves nothing."""
    return Html("".join([part if isinstance(part, Html) else escape(part) for part in parts if part is not None]))


def tag(element: str, /, *children: object, **attributes: object) -> Html:
    """One element. `class_` is class, `data_key` is data-key; True is a bare attribute, None and False leave it out."""
    opening = "<" + element
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        name = _names.get(key) or _names.setdefault(key, key.rstrip("_").replace("_", "-"))
        opening += f" {name}" if value is True else f' {name}="{escape(value)}"'
    if element in VOID:
        return Html(opening + ">")
    return Html(f"{opening}>{join(children)}</{element}>")


_names: dict[str, str] = {}
"""Attribute names by keyword, worked out once each."""


@cache
def icon(name: str) -> Html:
    """A line drawing beside its word, silent for a screen reader."""
    return tag("svg", tag("path", d=_ICONS[name]), class_="ui", viewBox="0 0 24 24", aria_hidden="true")


def yen(amount: int) -> Html:
    """A figure with its smaller 円."""
    return join((digits(amount), tag("small", "円")))


def reference_mark(certainty: str) -> Html | None:
    """The 参考 tag of an amount that rests on sample rates."""
    return tag("span", "参考", class_="ref") if certainty == "sample" else None
