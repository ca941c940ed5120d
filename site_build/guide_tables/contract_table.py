"""Tables of ``data/guide/contract_tables.yml`` and ``changes.yml``, with facts filled in and links to the pages."""

from collections.abc import Mapping
from typing import Any

from mkdocs.structure.pages import Page

from guide.hours import tel_address
from guide.reading import entry
from quote_engine.drawing.markup import Html, join, tag, text
from site_build.guide_pages.page_links import link_to
from site_build.guide_pages.word_table import word_table
from site_build.guide_tables.contract_days import grace_texts
from site_build.sources import Sources

MARKED = "伝える義務があります"


def contract_table(sources: Sources, page: Page, name: str, **days: str) -> Html:
    """A table of words by its name; ``due`` gives the days of the grace to those that name them."""
    found = entry(sources.guide.file("contract_tables.yml")["tables"], name, "表")
    known = grace_texts(sources, days["due"]) if "due" in days else {}
    rows = [[_link(page, _put(sources, cell, known), row["page"] if not place else None) for place, cell in enumerate(row["cells"])] for row in found["rows"]]
    return word_table(_put(sources, found["caption"], known), found["heads"], rows)


def changes_table(sources: Sources, page: Page, group: str) -> Html:
    """What changed, when to tell it, what to have ready, and how it goes on."""
    found = entry(sources.guide.file("changes.yml")["groups"], group, "組")
    rows = [_change(sources, change, _link(page, change["matter"], change["page"])) for change in found["changes"]]
    return word_table(f"{found['label']}が変わったとき", ("起きたこと", "いつ", "手元に用意", "手続きと窓口"), rows)


def _link(on: Page, words: str, page: str | None) -> Html:
    return tag("a", words, href=link_to(page, on.url)) if page else text(words)


def _put(sources: Sources, words: str, known: Mapping[str, str]) -> str:
    for name, value in known.items():
        words = words.replace("{" + name + "}", value)
    return sources.guide.filled(words)


def _change(sources: Sources, change: Mapping[str, Any], matter: Html) -> list[Html]:
    desk = sources.guide.contact_of(change["desk"])
    duty = tag("b", f"{MARKED}。") if change["duty"] else None
    call = tag("a", desk["label"], href=tel_address(desk["phone"]))
    return [matter, text(change["when"]), text("、".join(change["ready"])), join((change["how"], duty, tag("br"), "窓口：", call))]


PAGE_MACROS = (contract_table, changes_table)
