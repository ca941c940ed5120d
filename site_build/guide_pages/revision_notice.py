"""What the frame of a page says of the revisions that came after the document it explains."""

import re
from collections.abc import Mapping
from typing import Any

from guide.frame import tongue
from guide.revisions import Revisions
from quote_engine.drawing.markup import Html, text
from site_build.guide_pages.page_foot import month_in, own_date
from site_build.guide_pages.ruby import with_ruby
from site_build.sources import Sources

TOP, FOOT = "top", "foot"
"""Before the first part of a page, or below all of it: where telephone numbers come first, nothing stands above them."""
SET = "edition_notice"
"""The key of a page's head: ``foot`` moves the notice there, ``always`` shows it where no document of the head asks for it."""
_FIRST_PART = re.compile(r"(?:<section[^>]*>\s*)?<h2")


def revision_notice(sources: Sources, head: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return ``{place, text, link}`` for the page with this head; None where it does not lean on the revised document."""
    found = sources.guide.revisions
    documents = [source.partition(" ")[0] for source in head.get("sources") or []]
    if not found.revisions or not (head.get(SET) == "always" or found.revises in documents):
        return None
    return {"place": FOOT if head.get(SET) == FOOT else TOP, **notice(sources, found, tongue(head))}


def before_parts(content: str) -> tuple[str, str]:
    """Return a page's content in two: what stands before its first part, and the rest; a section stays whole."""
    first = _FIRST_PART.search(content)
    return (content[: first.start()], content[first.start() :]) if first else (content, "")


def notice(sources: Sources, found: Revisions, language: str) -> dict[str, Html]:
    """Return ``{text, link}``: the notice in one language, with the document's own date and those of the revisions."""
    words = sources.guide.file("frame.yml")["languages"][language]
    said = found.notice[language]
    document = own_date(sources.book["sources"][found.revises])
    months = words["and"].join(month_in(each["start"], words) for each in found.revisions)
    filled = said["text"].format(edition=month_in(document, words) if document else "", dates=months)
    return {"text": Html(with_ruby(text(filled))), "link": Html(with_ruby(text(said["link"])))}
