"""Telephone numbers: whom to call, for what, and when."""

from collections.abc import Mapping, Sequence
from typing import Any

from guide.hours import hours_text, tel_address
from quote_engine.drawing.markup import Html, icon, tag
from quote_engine.drawing.words import Say

Data = Mapping[str, Any]


def call_button(contact: Data) -> Html:
    """The number as a button: pressing it calls."""
    return tag(
        "a",
        icon("phone"),
        tag("span", contact["phone"], class_="num"),
        href=tel_address(contact["phone"]),
        class_="btn",
    )


def telephone_html(say: Say, contacts: Sequence[Data]) -> Html:
    """Return the section of telephone numbers."""
    rows = [
        tag(
            "li",
            tag("span", contact["label"], tag("span", contact.get("what_for") or "", class_="small"), class_="t"),
            tag(
                "span",
                call_button(contact),
                tag("span", hours_text(contact.get("hours")), class_="small"),
                class_="call",
            ),
        )
        for contact in contacts
    ]
    return tag(
        "section",
        tag("h2", say("shared.telephone"), id="telephone", tabindex="-1"),
        tag("ul", *rows, class_="phones"),
        class_="block",
        aria_labelledby="telephone",
    )
