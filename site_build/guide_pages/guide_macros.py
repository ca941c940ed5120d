"""Macros of the guide's pages: facts, terms, drawings, and links that open a tool with answers set."""

from typing import Any

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs_macros.errors import format_error

from guide.reading import Unknown, entry
from quote_engine.drawing.markup import Html, tag
from quote_engine.values.figures import digits
from site_build import BuildError
from site_build.calculators.set_answers import payout_fragment, quote_fragment
from site_build.guide_pages.drawing import drawing_svg
from site_build.guide_pages.facts import fact_html
from site_build.sources import Sources


def fact(sources: Sources, id_: str, mark: bool = True) -> Html:
    """A fact with its unit; 参考 stands behind what nobody published, unless ``mark`` is false."""
    return fact_html(sources, id_, mark=mark)


def value(sources: Sources, id_: str) -> str:
    """Only the figure of a fact, without its unit: for a page in another language."""
    found = entry(sources.guide.facts, id_, "事実")["value"]
    return digits(found) if isinstance(found, int) else str(found)


def term(sources: Sources, page: Page, id_: str, text: str | None = None) -> Html:
    """A word that leads to its entry in the glossary."""
    found = entry(sources.guide.terms, id_, "用語")
    return tag("a", text or found["term"], class_="term", href=f"{_to(page, 'glossary/')}#{id_}")


def try_quote(sources: Sources, page: Page, text: str, **answers: Any) -> Html:
    """A button to the price page with these answers set."""
    return tag("a", text, class_="btn", href=f"{_to(page, 'quote/')}{quote_fragment(sources, answers)}")


def try_payout(sources: Sources, page: Page, text: str, accident: str, **answers: Any) -> Html:
    """A button to the payout page with this kind of accident and these answers set."""
    return tag("a", text, class_="btn", href=f"{_to(page, 'payout/')}{payout_fragment(sources, {'accident': accident, **answers})}")


def address_of(sources: Sources, document: str) -> str:
    """The address of a document of ``data/sources.yml`` that stands on the web."""
    known = sources.guide.guide.neighbour("sources.yml")
    return str(entry(known["sources"] if known else {}, document, "文書")["address"])


def drawing(name: str, alt: str = "") -> Html:
    """A drawing inside the page."""
    return drawing_svg(name, alt)


def _to(page: Page, address: str) -> str:
    return get_relative_url(address, page.url)


@format_error.register(BuildError)
@format_error.register(Unknown)
def _for_the_editor(error: BuildError | Unknown, markdown: str, page: Any) -> str:  # noqa: ARG001  # the plugin's signature
    return f"docs/{page.file.src_path}: {error}"


MACROS = (address_of, fact, value)
PAGE_MACROS = (term, try_quote, try_payout)
PLAIN_MACROS = (drawing,)
