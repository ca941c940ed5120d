"""What the frame of a page says of the revisions that came after the document it explains."""

import re
from calendar import month_name
from collections.abc import Callable, Mapping
from typing import Any

from guide.revisions import Revisions
from quote_engine.drawing.markup import Html, text
from quote_engine.premium.announced import months_of
from quote_engine.values.dates import is_date, is_month, spoken
from site_build.book import book
from site_build.guide_data import revisions
from site_build.guide_pages.ruby import with_ruby

TOP, FOOT = "top", "foot"
"""Before the first part of a page, or below all of it: where telephone numbers come first, nothing stands above them."""
SET = "edition_notice"
"""The key of a page's head: ``foot`` moves the notice there, ``always`` shows it where no document of the head asks for it."""
_FIRST_PART = re.compile(r"(?:<section[^>]*>\s*)?<h2")


def revision_notice(head: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return ``{place, text, link}`` for the page with this head; None where it does not lean on the revised document."""
    found = revisions()
    documents = [source.partition(" ")[0] for source in head.get("sources") or []]
    if not found.revisions or not (head.get(SET) == "always" or found.revises in documents):
        return None
    kind = "en" if head.get("lang") == "en" else "easy" if head.get("ruby") else "ja"
    return {"place": FOOT if head.get(SET) == FOOT else TOP, **notice(found, kind)}


def before_parts(content: str) -> tuple[str, str]:
    """Return a page's content in two: what stands before its first part, and the rest; a section stays whole."""
    first = _FIRST_PART.search(content)
    return (content[: first.start()], content[first.start() :]) if first else (content, "")


def notice(found: Revisions, kind: str) -> dict[str, Html]:
    """Return ``{text, link}``: the notice for one kind of page, with the document's own date and those of the revisions."""
    dated = DATES[kind]
    days = [each["start"] for each in found.revisions]
    filled = found.notice[kind]["text"].format(edition=dated([own_date(book()["sources"][found.revises])]), dates=dated(days))
    return {"text": Html(with_ruby(text(filled))), "link": Html(with_ruby(text(found.notice[kind]["link"])))}


def own_date(source: Mapping[str, Any]) -> str | None:
    """Return the date that a document bears itself, as ISO text; None for one without."""
    edition: str = source["edition"]
    return edition if is_month(edition) or is_date(edition) else None


def _in_japanese(days: list[str | None]) -> str:
    return months_of([{"start": day} for day in days if day])


def _in_easy_japanese(days: list[str | None]) -> str:
    return _in_japanese(days).replace("年", "年《ねん》").replace("月", "月《がつ》")


def _in_english(days: list[str | None]) -> str:
    return " and ".join(f"{month_name[int(day[5:7])]} {day[:4]}" for day in days if day)


DATES: dict[str, Callable[[list[str | None]], str]] = {"ja": _in_japanese, "easy": _in_easy_japanese, "en": _in_english}
"""How each kind of page says months."""


def dates_text(sources: list[str]) -> str:
    """Return the dates that the documents of a page's head bear themselves, each once: 2020年4月、2023年8月."""
    documents = book()["sources"]
    own = [own_date(documents[id_]) for id_ in (source.partition(" ")[0] for source in sources) if id_ in documents]
    return "、".join(spoken(day) for day in dict.fromkeys(own) if day)
