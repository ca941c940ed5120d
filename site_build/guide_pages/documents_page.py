"""The page that tells where each thing of the documents stands on this site."""

from collections import Counter

from mkdocs.structure.pages import Page

from guide.documents import KINDS
from guide.reading import Data
from quote_engine.drawing.markup import Html, join, tag
from site_build.guide_pages.layout import guide_table
from site_build.guide_pages.page_links import page_link
from site_build.sources import Sources


def documents(sources: Sources) -> dict[str, Data]:
    """The lists of ``data/guide/documents/`` by the id of their document."""
    return {file["source"]["document"]: file for file in sources.guide.files("documents/*.yml")}


def entries(file: Data) -> list[Data]:
    """Every entry of one list, in the order of the document."""
    return [entry for group in file["groups"] for entry in group["entries"]]


def document_pages(sources: Sources, page: Page, document: str) -> Html:
    """Everything in a document, with the page that carries it, as a table for each of its parts."""
    return join(
        guide_table(group["label"], ["項目", "種類", "ページ※"], [_row(entry, page) for entry in group["entries"]])
        for group in documents(sources)[document]["groups"]
    )


def document_counts(sources: Sources, document: str) -> Html:
    """How much of each kind a document contains."""
    found = Counter(entry["kind"] for entry in entries(documents(sources)[document]))
    return guide_table(
        "資料にあるもの", ["種類", "数"], [[label, f"{found[kind]}"] for kind, label in KINDS.items()], columns=True
    )


def _row(entry: Data, on: Page) -> list[object]:
    where = tag("span", entry["where"], class_="small")
    page = page_link(on, entry["page"]) if entry["page"] else join(("載せていません。", entry["left_out"]))
    return [join((entry["title"], tag("br"), where)), KINDS[entry["kind"]], page]


MACROS = (document_counts,)
PAGE_MACROS = (document_pages,)
