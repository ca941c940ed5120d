"""Facts for the prose: pages write ``{{ phone("accident") }}`` instead of the number, so that a fact stands once."""

from datetime import date
from typing import Any

from guide.hours import hours_text, tel_address
from quote_engine.drawing.markup import Html, join, reference_mark, tag
from quote_engine.values.dates import spoken
from quote_engine.values.figures import digits
from site_build import DATA
from site_build.book import book, example_quote, question
from site_build.browser_python.playground import playground_files
from site_build.calculators.asked_page import asked_page, rules
from site_build.calculators.outlook_pages import outlook_page, use_or_pay_page
from site_build.calculators.payout_page import payout_page
from site_build.calculators.quote_page import quote_page
from site_build.finishing.cards import card_address
from site_build.guide_data import contact_of
from site_build.guide_pages.claim_macros import CLAIM_MACROS
from site_build.guide_pages.documents_page import documents_macros
from site_build.guide_pages.guide_macros import guide_macros
from site_build.guide_pages.opening import opening
from site_build.guide_pages.page_foot import long_date, sources_text
from site_build.guide_pages.readings import page_reading
from site_build.guide_pages.revision_notice import before_parts, dates_text, revision_notice
from site_build.guide_pages.revisions_page import revisions_macros
from site_build.guide_pages.ruby import with_ruby
from site_build.guide_pages.sources_table import sources_table
from site_build.guide_pages.voices_page import voices_macros
from site_build.guide_tables.contract_table import contract_macros
from site_build.guide_tables.cover_macros import COVER_MACROS
from site_build.guide_tables.desks import desk_table, new_year_days
from site_build.guide_tables.price_macros import PRICE_MACROS
from site_build.handbook.recipe_html import RECIPE_MACROS
from site_build.video_pages.macros import video_macros

OLDEST = 100  # years of age offered by the short form
YOUNGEST = 16  # the age of a first licence, for a moped


def define_env(env: Any) -> None:
    """Give MkDocs the variables and macros. The name is the plugin's."""
    facts = book()
    quote = example_quote()
    checked = long_date(facts["site"]["checked"])
    shared = {"site": facts["site"], "checked_label": checked, "edition_label": quote["edition_label"], "next_edition": _next_edition(facts)}
    example = {**quote, "label": facts["examples"][0]["label"], "mark": reference_mark(quote["certainty"]) or ""}
    env.variables.update({**shared, "example": example})
    # The theme's partials read config.extra.
    env.conf["extra"].update({**shared, "accident_phone": _number("accident"), "long_date": long_date, "revision_notice": revision_notice, "dates_text": dates_text, "before_parts": before_parts, "sources_text": sources_text, "page_reading": page_reading, "card_address": card_address})
    for macro in (
        phone, number, paid_number, yen_text, desks, desks_in_brief, options, birth_options, ungraded, quote_form, outlook_form,
        use_or_pay_form, payout_form, asked_page, rules, sources,
        desk_table, new_year_days,
        *guide_macros(env),
        *video_macros(env),
        *contract_macros(env),
        *voices_macros(env),
        *documents_macros(env),
        *revisions_macros(env),
        *PRICE_MACROS,
        *CLAIM_MACROS,
        *COVER_MACROS,
        *RECIPE_MACROS,
        playground_files,
    ):  # fmt: skip
        env.macro(macro)


def on_post_page_macros(env: Any) -> None:
    """Put readings above the kanji of the pages that carry them. The name is the plugin's."""
    if env.page.meta.get("ruby"):
        env.markdown = with_ruby(env.markdown)


def _next_edition(facts: dict[str, Any]) -> str:
    """What is said of the edition that follows the one in force; empty while none is known."""
    following = [edition for edition in facts["editions"] if edition["start"] > facts["present"]]
    return f"{spoken(following[0]['start'])}から始まる契約は{following[0]['label']}" if following else ""


def phone(name: str) -> str:
    """A desk in a sentence: its number, to be pressed, and its hours."""
    contact = contact_of(name)
    return join((_number(name), f"（{hours_text(contact['hours'])}）"))


def number(name: str) -> str:
    """Only the number of a desk, to be pressed."""
    return _number(name)


def paid_number(name: str) -> str:
    """The number of a desk for those whom the free one does not serve."""
    return _call(contact_of(name)["phone_paid"], "tel")


def desks(*names: str) -> str:
    """Desks as rows: name, number, the number for those whom the free one does not serve, hours, purpose."""
    return tag("dl", *(_desk(contact_of(name)) for name in names), class_="desks")


def desks_in_brief(*names: str) -> str:
    """Desks as rows of name, number and hours."""
    return tag("dl", *(_brief(contact_of(name)) for name in names), class_="desks brief")


def yen_text(amount: int) -> str:
    """12,340円."""
    return f"{digits(amount)}円"


def options(name: str, chosen: str = "") -> str:
    """The choices of a question, as options of a select."""
    return join(_option(choice["id"], choice["label"], chosen) for choice in question(name)["choices"])


def birth_options(part: str) -> str:
    """Years, months or days of birth; the model case's own birth date is chosen."""
    birth = date.fromisoformat(book()["examples"][0]["answers"]["birth_date"])
    this_year = date.fromisoformat(book()["site"]["checked"]).year
    spans = {"year": range(this_year - YOUNGEST, this_year - OLDEST - 1, -1), "month": range(1, 13), "day": range(1, 32)}
    return join(_option(str(value), str(value), str(getattr(birth, part))) for value in spans[part])


def ungraded() -> str:
    """The vehicles that have no grade, for which the short form does not ask it."""
    return " ".join(vehicle["id"] for vehicle in book()["vehicles"] if not vehicle["traits"]["graded"])


def quote_form() -> str:
    """The whole price page."""
    return quote_page(book())


def outlook_form() -> str:
    """The whole page of the outlook."""
    return outlook_page(book())


def payout_form() -> str:
    """The whole page of who is paid what."""
    return payout_page(book())


def use_or_pay_form() -> str:
    """The whole page that compares using the cover with paying."""
    return use_or_pay_page(book())


def sources() -> str:
    """The documents the figures come from."""
    return sources_table(DATA / "sources.yml")


def _desk(contact: dict[str, Any]) -> Html:
    paid = contact.get("phone_paid")
    return tag(
        "div",
        tag("dt", contact["label"]),
        tag("dd", _number(contact["id"])),
        tag("dd", "つながらないときは ", _call(paid, "tel tel-paid"), "（有料）", class_="small") if paid else None,
        tag("dd", f"{contact['what_for']}。", class_="small"),
        opening(contact),
    )


def _brief(contact: dict[str, Any]) -> Html:
    return tag("div", tag("dt", contact["label"]), tag("dd", _number(contact["id"])), opening(contact))


def _number(name: str) -> Html:
    return _call(contact_of(name)["phone"], "tel")


def _call(digits_text: str, kind: str) -> Html:
    return tag("a", digits_text, class_=kind, href=tel_address(digits_text))


def _option(value: str, label: str, chosen: str) -> Html:
    return tag("option", label, value=value, selected=value == chosen)
