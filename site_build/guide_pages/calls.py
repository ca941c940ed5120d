"""Calls: numbers as buttons, for a thumb that shakes."""

from guide.hours import hours_text, tel_address
from quote_engine.drawing.markup import Html, icon, join, tag
from site_build.guide_pages.opening import opening
from site_build.sources import Sources

PRODUCT = "マイカー共済 "


def big_call(sources: Sources, name: str) -> Html:
    """The number of a desk as the biggest button of the screen; the product's own name is left out, the site says it."""
    contact = sources.guide.contact_of(name)
    desk = contact["label"].removeprefix(PRODUCT)
    words = tag("span", tag("span", f"{desk}（無料）", class_="cl"), tag("span", contact["phone"], class_="big-tel num"))
    return tag("a", icon("phone"), words, class_="btn main big-call", href=tel_address(contact["phone"]))


def open_always(sources: Sources, name: str) -> Html:
    """The hours of a desk, and whether it answers now."""
    contact = sources.guide.contact_of(name)
    if contact["hours"] != "always":
        return opening(contact, "span")
    return join((tag("span", "受付中", class_="badge open"), " ", hours_text(contact["hours"])))


def paid_call(sources: Sources, name: str) -> Html:
    """The number for telephones that the free one does not serve, to be pressed."""
    number = sources.guide.contact_of(name)["phone_paid"]
    return tag("a", "IP電話なら ", tag("span", number, class_="num"), "（有料）", href=tel_address(number))


MACROS = (big_call, open_always, paid_call)
