"""Whom to call for what: numbers drawn by their matter, in the language of the page, so that no page can name another desk."""

from collections.abc import Callable, Mapping
from typing import Any

from guide.frame import tongue
from guide.hours import clock, tel_address
from quote_engine.drawing.markup import Html, icon, join, reference_mark, tag
from site_build.guide_data import contact_of, entry, guide_file
from site_build.guide_pages.certainty import certainty_of
from site_build.guide_tables.word_table import word_table

Data = Mapping[str, Any]


def matter_of(id_: str) -> Data:
    """One matter of ``data/guide/matters.yml``: label, easy, english, desk, source."""
    found: Data = entry(guide_file("matters.yml")["matters"], id_, "用件")
    return found


def desk_of(id_: str) -> dict[str, Any]:
    """The desk that takes the call for a matter."""
    return contact_of(matter_of(id_)["desk"])


def words_of(language: str) -> Data:
    """The words around a page in one language."""
    found: Data = guide_file("frame.yml")["languages"][language]
    return found


def matter_macros(env: Any) -> list[Callable[..., str]]:
    """Return the macros; they know from ``env`` in which language their page is written."""

    def language() -> str:
        return tongue(env.page.meta)

    def call_for(matter: str) -> str:
        """The number of the desk for a matter, to be pressed, with 参考 behind it where nobody published the desk."""
        return join((_number(desk_of(matter)["phone"]), _mark(matter, language())))

    def call_button(matter: str) -> str:
        """The number for a matter as the biggest button of the page."""
        phone, free = desk_of(matter)["phone"], words_of(language())["free"]
        words = tag("span", tag("span", f"{_label(matter, language())}（{free}）", class_="cl"), tag("span", phone, class_="big-tel num"))
        return tag("a", icon("phone"), words, class_="btn main big-call", href=tel_address(phone))

    def paid_for(matter: str) -> str:
        """The number for telephones that the free one does not serve."""
        return _paid(desk_of(matter)["phone_paid"], words_of(language()))

    def calls(*matters: str) -> str:
        """Matters, each with its number and the paid one, as a list."""
        rows = (tag("li", f"{_label(matter, language())}：" if language() != "english" else f"{_label(matter, language())}: ", *_numbers(matter, language())) for matter in matters)
        return tag("ul", *rows)

    def calls_in_hours(*matters: str) -> str:
        """Matters with numbers and hours as a table, the days in the language of the page."""
        words = words_of(language())
        heads = [words["matter"], words["call"], words["days"]["weekdays"], words["days"]["saturday"], words["closed"]]
        return word_table(words["call"], heads, [_hours(matter, language()) for matter in matters])

    def emergency(call: str) -> str:
        """119, 110 or #9910 as a button."""
        number = entry(guide_file("matters.yml")["emergency"], call, "緊急の番号")["number"]
        return tag("a", icon("phone"), number, class_="btn warn short-call", href=tel_address(number))

    def calls_at_once() -> str:
        """The numbers for emergencies as a list."""
        key = {"ja": "label"}.get(language(), language())
        each = guide_file("matters.yml")["emergency"]
        return tag("ul", *(tag("li", f"{call[key]}：" if language() != "english" else f"{call[key]}: ", emergency(name)) for name, call in each.items()))

    return [call_for, call_button, paid_for, calls, calls_in_hours, calls_at_once, emergency, emergency_number, desk_rows]


def emergency_number(call: str) -> str:
    """119, 110 or #9910 in a sentence, to be pressed."""
    return _number(entry(guide_file("matters.yml")["emergency"], call, "緊急の番号")["number"])


def desk_rows(*matters: str) -> str:
    """Matters as a table of two columns: what it is about, whom to call."""
    rows = []
    for id_ in matters:
        desk = desk_of(id_)
        rows.append([matter_of(id_)["label"], join((_number(desk["phone"]), _mark(id_, "ja"), tag("br"), tag("span", desk["label"], class_="small")))])
    return word_table("用件と電話", ("用件", "電話"), rows)


def _label(matter: str, language: str) -> str:
    found = matter_of(matter)
    return str(found["label"] if language == "ja" else entry({key: found[key] for key in ("easy", "english") if found[key]}, language, f"用件「{matter}」の言い方"))


def _numbers(matter: str, language: str) -> list[Html | None]:
    desk = desk_of(matter)
    paid = desk["phone_paid"]
    return [_number(desk["phone"]), _mark(matter, language), join((tag("br"), tag("span", _paid(paid, words_of(language)), class_="small"))) if paid else None]


def _paid(number: str, words: Data) -> Html:
    return join((f"{words['paid']} ", _number(number), words["paid_after"]))


def _number(number: str) -> Html:
    return tag("a", number, class_="tel", href=tel_address(number))


def _mark(matter: str, language: str) -> Html | None:
    """参考 behind a desk that no document names; other languages say so in their own sentences."""
    return reference_mark(certainty_of(matter_of(matter)["source"])) if language == "ja" else None


def _hours(matter: str, language: str) -> list[str]:
    desk, words = desk_of(matter), words_of(language)
    hours = desk["hours"]
    days = [day for day in words["days"] if hours[day] == "closed"]
    named = "・" if language != "english" else ", "
    spans = [words["closed"] if hours[day] == "closed" else clock(hours[day]) for day in ("weekdays", "saturday")]
    return [_label(matter, language), join(_numbers(matter, language)), *spans, named.join(words["days"][day] for day in days) or "–"]
