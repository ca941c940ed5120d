"""What the accident and claim pages draw from the data: calls as buttons, for a thumb that shakes, and figures."""

from quote_engine.markup import Html, digits, icon, join, tag
from quote_engine.telephone import hours_text, tel_address
from site_build.contacts import contact_named
from site_build.facts import book

UNITS = {"km": "km", "minutes": "分", "litres": "L", "times": "回", "yen": "円", "days": "日"}


def big_call(name: str) -> Html:
    """The number of a desk as the biggest button of the screen, with the desk's name without its product."""
    contact = contact_named(name)
    desk = contact["label"].rpartition(" ")[2]
    words = tag("span", tag("span", f"{desk}（無料）", class_="cl"), tag("span", contact["phone"], class_="big-tel num"))
    return tag("a", icon("phone"), words, class_="btn main big-call", href=tel_address(contact["phone"]))


def emergency(number: str) -> Html:
    """119 or 110 as a button."""
    return tag("a", icon("phone"), number, class_="btn warn short-call", href=tel_address(number))


def open_always(name: str) -> Html:
    """● 受付中 and the hours of a desk that never closes; only the hours of any other."""
    hours = contact_named(name)["hours"]
    badge = tag("span", "受付中", class_="badge open") if hours == "always" else None
    return join((badge, " " if badge else None, hours_text(hours)))


def paid_call(name: str) -> Html:
    """The number for telephones that the free one does not serve, to be pressed."""
    number = contact_named(name)["phone_paid"]
    return tag("a", "IP電話なら ", tag("span", number, class_="num"), "（有料）", href=tel_address(number))


def payout_figure(name: str) -> str:
    """A figure of the newest edition's payouts with its unit: 100km, 30分, 10L, 1回, 300,000円."""
    figure = book()["editions"][-1]["payouts"]["figures"][name]
    return f"{digits(figure['value'])}{UNITS[figure['unit']]}"


def field(name: str, label: str, example: str = "", kind: str = "text") -> Html:
    """One line of a sheet to fill in; ``example`` stands beside the label, where it does not vanish while writing."""
    hint = tag("em", example) if example else None
    line = tag("input", id=f"sheet-{name}", name=name, type=kind, autocomplete="off")
    return tag("div", tag("label", label, hint, class_="lab", for_=f"sheet-{name}"), line)


def tick(name: str, label: str, detail: str = "") -> Html:
    """One box to tick of a sheet, as a list item."""
    more = tag("span", detail, class_="small") if detail else None
    box = tag("input", type="checkbox", name=name)
    return tag("li", tag("label", box, tag("span", label, more), class_="tick"))


CLAIM_MACROS = (big_call, emergency, open_always, paid_call, payout_figure, field, tick)
"""What the pages may call."""
