"""The page that tells where each thing of the documents stands on this site."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from guide.documents import KINDS
from quote_engine.drawing.markup import Html, join, tag
from site_build.guide_data import Data, guide
from site_build.guide_pages.layout import guide_table
from site_build.guide_pages.page_links import linker


def documents() -> dict[str, Data]:
    """The lists of ``data/guide/documents/`` by the id of their document."""
    return {file["source"]["document"]: file for file in guide().named("documents/*.yml")}


def entries(file: Data) -> list[Data]:
    """Every entry of one list, in the order of the document."""
    return [entry for group in file["groups"] for entry in group["entries"]]


def documents_macros(env: Any) -> list[Callable[..., str]]:
    """Return the macros of the page on the documents."""
    link = linker(env)

    def document_pages(document: str) -> str:
        """Everything in a document, with the page that carries it, as a table for each of its parts."""
        return join(
            guide_table(group["label"], ["項目", "種類", "ページ※"], [_row(entry) for entry in group["entries"]])
            for group in documents()[document]["groups"]
        )

    def _row(entry: Data) -> list[object]:
        where = tag("span", entry["where"], class_="small")
        page = link(entry["page"]) if entry["page"] else join(("載せていません。", entry["left_out"]))
        return [join((entry["title"], tag("br"), where)), KINDS[entry["kind"]], page]

    return [document_pages, document_counts]


def document_counts(document: str) -> Html:
    """How much of each kind a document contains."""
    found = Counter(entry["kind"] for entry in entries(documents()[document]))
    return guide_table(
        "資料にあるもの", ["種類", "数"], [[label, f"{found[kind]}"] for kind, label in KINDS.items()], columns=True
    )
