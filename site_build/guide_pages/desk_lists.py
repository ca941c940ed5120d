"""Desks in sentences and in lists: numbers to be pressed, hours, purpose."""

from typing import Any

from guide.hours import hours_text, tel_address
from quote_engine.drawing.markup import Html, join, tag
from site_build.guide_pages.opening import opening
from site_build.sources import Sources


def phone(sources: Sources, name: str) -> Html:
    """A desk in a sentence: its number, to be pressed, and its hours."""
    contact = sources.guide.contact_of(name)
    return join((_call(contact["phone"]), f"（{hours_text(contact['hours'])}）"))


def number(sources: Sources, name: str) -> Html:
    """Only the number of a desk, to be pressed."""
    return _call(sources.guide.contact_of(name)["phone"])


def paid_number(sources: Sources, name: str) -> Html:
    """The number of a desk for those whom the free one does not serve."""
    return _call(sources.guide.contact_of(name)["phone_paid"])


def desks(sources: Sources, *names: str) -> Html:
    """Desks as rows: name, number, the number for those whom the free one does not serve, hours, purpose."""
    return tag("dl", *(_desk(sources.guide.contact_of(name)) for name in names), class_="desks")


def desks_in_brief(sources: Sources, *names: str) -> Html:
    """Desks as rows of name, number and hours."""
    return tag("dl", *(_brief(sources.guide.contact_of(name)) for name in names), class_="desks brief")


def _desk(contact: dict[str, Any]) -> Html:
    paid = contact.get("phone_paid")
    return tag(
        "div",
        tag("dt", contact["label"]),
        tag("dd", _call(contact["phone"])),
        tag("dd", "つながらないときは ", _call(paid, "tel tel-paid"), "（有料）", class_="small") if paid else None,
        tag("dd", f"{contact['what_for']}。", class_="small"),
        opening(contact),
    )


def _brief(contact: dict[str, Any]) -> Html:
    return tag("div", tag("dt", contact["label"]), tag("dd", _call(contact["phone"])), opening(contact))


def _call(digits_text: str, kind: str = "tel") -> Html:
    return tag("a", digits_text, class_=kind, href=tel_address(digits_text))


MACROS = (phone, number, paid_number, desks, desks_in_brief)
