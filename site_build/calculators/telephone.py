"""Telephone numbers: whom to call, for what, and when."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, icon, tag

Data = Mapping[str, Any]

DAYS = {"weekdays": "平日", "saturday": "土曜", "sunday_holidays": "日曜・祝日", "new_year": "年末年始"}


def call_button(contact: Data) -> Html:
    """The number as a button: pressing it calls."""
    return tag(
        "a",
        icon("phone"),
        tag("span", contact["phone"], class_="num"),
        href=tel_address(contact["phone"]),
        class_="btn",
    )


def telephone_html(contacts: Sequence[Data]) -> Html:
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
        tag("h2", "電話で聞く", id="telephone", tabindex="-1"),
        tag("ul", *rows, class_="phones"),
        class_="block",
        aria_labelledby="telephone",
    )


def hours_text(hours: object) -> str:
    """When a desk answers: 「平日 9:00〜19:00、日曜・祝日は休み」."""
    if hours == "always":
        return "24時間、365日"
    if not isinstance(hours, Mapping):
        return ""
    days: dict[str, list[str]] = {}
    for day, label in DAYS.items():
        if hours.get(day):
            days.setdefault(hours[day], []).append(label)
    return "、".join(f"{'・'.join(labels)}{_span_text(span)}" for span, labels in days.items())


def _span_text(span: str) -> str:
    return "は休み" if span == "closed" else " " + span.replace("-", "〜").replace("09:", "9:")


def tel_address(number: str) -> str:
    """The address that calls a number when pressed."""
    return "tel:" + number.replace("-", "")
