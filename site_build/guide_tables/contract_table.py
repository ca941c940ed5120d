"""Tables of ``data/guide/contract_tables.yml`` and ``changes.yml``, with facts filled in and links to the pages."""

from collections.abc import Callable, Mapping
from typing import Any

from mkdocs.utils import get_relative_url

from guide.hours import tel_address
from quote_engine.drawing.markup import Html, join, tag, text
from site_build.guide_data import contact_of, entry, filled, guide_file
from site_build.guide_tables.contract_days import (
    grace_line,
    grace_texts,
    pause_line,
    start_table,
    term_line,
    term_table,
)
from site_build.guide_tables.prefecture_table import prefecture_table
from site_build.guide_tables.word_table import word_table

MARKED = "伝える義務があります"


def contract_macros(env: Any) -> list[Callable[..., str]]:
    """Return the macros; those that link know from ``env`` which page they stand on."""

    def link(words: str, page: str | None) -> Html:
        return tag("a", words, href=get_relative_url(address(page), env.page.url)) if page else text(words)

    def contract_table(name: str, **days: str) -> str:
        """A table of words by its name; ``due`` gives the days of the grace to those that name them."""
        found = entry(guide_file("contract_tables.yml")["tables"], name, "表")
        known = grace_texts(days["due"]) if "due" in days else {}
        rows = [[link(_put(cell, known), row["page"] if not place else None) for place, cell in enumerate(row["cells"])] for row in found["rows"]]
        return word_table(_put(found["caption"], known), found["heads"], rows)

    def changes_table(group: str) -> str:
        """What changed, when to tell it, what to have ready, and how it goes on."""
        found = entry(guide_file("changes.yml")["groups"], group, "組")
        rows = [_change(change, link(change["matter"], change["page"])) for change in found["changes"]]
        return word_table(f"{found['label']}が変わったとき", ("起きたこと", "いつ", "手元に用意", "手続きと窓口"), rows)

    return [contract_table, changes_table, grace_line, start_table, term_line, term_table, pause_line, prefecture_table]


def address(page: str) -> str:
    """The address of a page of docs/: ``contract/grace.md#late`` → ``contract/grace/#late``."""
    file, mark, anchor = page.partition("#")
    folder = file.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{folder}/{mark}{anchor}"


def _put(words: str, known: Mapping[str, str]) -> str:
    for name, value in known.items():
        words = words.replace("{" + name + "}", value)
    return filled(words)


def _change(change: Mapping[str, Any], matter: Html) -> list[Html]:
    desk = contact_of(change["desk"])
    duty = tag("b", f"{MARKED}。") if change["duty"] else None
    call = tag("a", desk["label"], href=tel_address(desk["phone"]))
    return [matter, text(change["when"]), text("、".join(change["ready"])), join((change["how"], duty, tag("br"), "窓口：", call))]
