"""The glossary as it stands on its page: terms by kana row, each with its own address, reading and words."""

from collections.abc import Mapping
from typing import Any

from guide.glossary import kana_order
from quote_engine.drawing.markup import Html, join, tag
from site_build.guide_pages.page_links import link_to, page_title
from site_build.sources import Sources

Data = Mapping[str, Any]

ADDRESS = "glossary/"
ROWS = {"あ": "あいうえお", "か": "かきくけこ", "さ": "さしすせそ", "た": "たちつてと", "な": "なにぬねの",
        "は": "はひふへほ", "ま": "まみむめも", "や": "やゆよ", "ら": "らりるれろ", "わ": "わをん"}  # fmt: skip


def glossary(sources: Sources) -> Html:
    """A jump list of the kana rows, and every term under its row."""
    rows: dict[str, list[Data]] = {}
    for term in sources.guide.terms.values():
        rows.setdefault(_row(term["yomi"]), []).append(term)
    jumps = [tag("li", tag("a", row, href=f"#row-{row}", aria_label=f"{row}行")) for row in rows]
    sections = [
        tag("section", tag("h2", f"{row}行", id=f"row-{row}", data_pagefind_ignore=True), *(_term(sources, term) for term in found), class_="terms")
        for row, found in rows.items()
    ]
    return join((tag("nav", tag("ul", *jumps), class_="jumps", aria_label="五十音の行"), *sections))


def _term(sources: Sources, term: Data) -> Html:
    also = tag("p", *(f"「{word}」" for word in term["also"]), "ともいいます。", class_="small") if term["also"] else None
    see = tag("p", "くわしく：", tag("a", page_title(term["see"]), href=link_to(term["see"], ADDRESS)), class_="entry-more") if term["see"] else None
    # A heading makes each term a place of its own for the search; its reading is matched by the list of titles.
    reading = tag("span", term["yomi"], class_="small yomi", data_pagefind_ignore=True)
    return tag(
        "div",
        tag("h3", term["term"], " ", reading, id=term["id"], data_yomi=term["yomi"]),
        tag("p", sources.guide.filled(term["text"])),
        also,
        see,
        class_="entry",
    )


def _row(yomi: str) -> str:
    first = kana_order(yomi)[0][0]
    return next(row for row, kana in ROWS.items() if first in kana)


MACROS = (glossary,)
