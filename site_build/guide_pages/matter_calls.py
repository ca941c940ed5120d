"""Whom to call for what: numbers drawn by their matter, in the language of the page, so that no page can name another desk."""

from collections.abc import Mapping
from typing import Any

from mkdocs.structure.pages import Page

from guide.frame import tongue
from guide.hours import clock, tel_address
from guide.reading import entry
from quote_engine.drawing.markup import Html, icon, join, reference_mark, tag
from site_build.guide_pages.certainty import certainty_of
from site_build.guide_pages.word_table import word_table
from site_build.sources import Sources

Data = Mapping[str, Any]


def matter_of(sources: Sources, id_: str) -> Data:
    """One matter of ``data/guide/matters.yml``: label, easy, english, desk, source."""
    found: Data = entry(sources.guide.file("matters.yml")["matters"], id_, "用件")
    return found


def desk_of(sources: Sources, id_: str) -> dict[str, Any]:
    """The desk that takes the call for a matter."""
    return sources.guide.contact_of(matter_of(sources, id_)["desk"])


def call_for(sources: Sources, page: Page, matter: str) -> Html:
    """The number of the desk for a matter, to be pressed, with 参考 behind it where nobody published the desk."""
    return join((_number(desk_of(sources, matter)["phone"]), _mark(sources, matter, tongue(page.meta))))


def call_button(sources: Sources, page: Page, matter: str) -> Html:
    """The number for a matter as the biggest button of the page."""
    phone, free = desk_of(sources, matter)["phone"], _frame(sources, page)["free"]
    words = tag("span", tag("span", f"{_label(sources, matter, tongue(page.meta))}（{free}）", class_="cl"), tag("span", phone, class_="big-tel num"))
    return tag("a", icon("phone"), words, class_="btn main big-call", href=tel_address(phone))


def paid_for(sources: Sources, page: Page, matter: str) -> Html:
    """The number for telephones that the free one does not serve."""
    return _paid(desk_of(sources, matter)["phone_paid"], _frame(sources, page))


def calls(sources: Sources, page: Page, *matters: str) -> Html:
    """Matters, each with its number and the paid one, as a list."""
    language = tongue(page.meta)
    return tag("ul", *(tag("li", _label(sources, matter, language), _colon(language), *_numbers(sources, page, matter)) for matter in matters))


def calls_in_hours(sources: Sources, page: Page, *matters: str) -> Html:
    """Matters with numbers and hours as a table, the days in the language of the page."""
    words = _frame(sources, page)
    heads = [words["matter"], words["call"], words["days"]["weekdays"], words["days"]["saturday"], words["closed"]]
    return word_table(words["call"], heads, [_hours(sources, page, matter) for matter in matters])


def calls_at_once(sources: Sources, page: Page) -> Html:
    """The numbers for emergencies as a list."""
    language = tongue(page.meta)
    key = "label" if language == "ja" else language
    each = sources.guide.file("matters.yml")["emergency"]
    return tag("ul", *(tag("li", call[key], _colon(language), emergency(sources, name)) for name, call in each.items()))


def emergency(sources: Sources, call: str) -> Html:
    """119, 110 or #9910 as a button."""
    number = _emergency(sources, call)
    return tag("a", icon("phone"), number, class_="btn warn short-call", href=tel_address(number))


def emergency_number(sources: Sources, call: str) -> Html:
    """119, 110 or #9910 in a sentence, to be pressed."""
    return _number(_emergency(sources, call))


def desk_rows(sources: Sources, *matters: str) -> Html:
    """Matters as a table of two columns: what it is about, whom to call."""
    rows = []
    for id_ in matters:
        desk = desk_of(sources, id_)
        call = join((_number(desk["phone"]), _mark(sources, id_, "ja"), tag("br"), tag("span", desk["label"], class_="small")))
        rows.append([matter_of(sources, id_)["label"], call])
    return word_table("用件と電話", ("用件", "電話"), rows)


def _frame(sources: Sources, page: Page) -> Data:
    words: Data = sources.guide.file("frame.yml")["languages"][tongue(page.meta)]
    return words


def _emergency(sources: Sources, call: str) -> str:
    return str(entry(sources.guide.file("matters.yml")["emergency"], call, "緊急の番号")["number"])


def _label(sources: Sources, matter: str, language: str) -> str:
    found = matter_of(sources, matter)
    if language == "ja":
        return str(found["label"])
    return str(entry({key: found[key] for key in ("easy", "english") if found[key]}, language, f"用件「{matter}」の言い方"))


def _colon(language: str) -> str:
    return ": " if language == "english" else "："


def _numbers(sources: Sources, page: Page, matter: str) -> list[Html | None]:
    desk = desk_of(sources, matter)
    paid = desk["phone_paid"]
    other = join((tag("br"), tag("span", _paid(paid, _frame(sources, page)), class_="small"))) if paid else None
    return [_number(desk["phone"]), _mark(sources, matter, tongue(page.meta)), other]


def _paid(number: str, words: Data) -> Html:
    return join((f"{words['paid']} ", _number(number), words["paid_after"]))


def _number(number: str) -> Html:
    return tag("a", number, class_="tel", href=tel_address(number))


def _mark(sources: Sources, matter: str, language: str) -> Html | None:
    """参考 behind a desk that no document names; other languages say so in their own sentences."""
    return reference_mark(certainty_of(sources, matter_of(sources, matter)["source"])) if language == "ja" else None


def _hours(sources: Sources, page: Page, matter: str) -> list[str]:
    words, language = _frame(sources, page), tongue(page.meta)
    hours = desk_of(sources, matter)["hours"]
    spans = [words["closed"] if hours[day] == "closed" else clock(hours[day]) for day in ("weekdays", "saturday")]
    shut = (", " if language == "english" else "・").join(words["days"][day] for day in words["days"] if hours[day] == "closed")
    return [_label(sources, matter, language), join(_numbers(sources, page, matter)), *spans, shut or "–"]


MACROS = (desk_rows, emergency, emergency_number)
PAGE_MACROS = (call_button, call_for, calls, calls_at_once, calls_in_hours, paid_for)
