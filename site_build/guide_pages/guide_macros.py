"""Macros of the guide's pages: facts, terms, drawings, and links that open a tool with answers set."""

from collections.abc import Callable
from typing import Any

from mkdocs.utils import get_relative_url
from mkdocs_macros.errors import format_error

from quote_engine.drawing.markup import tag
from quote_engine.values.figures import digits
from site_build import BuildError
from site_build.calculators.set_answers import payout_fragment, quote_fragment
from site_build.guide_data import entry, fact_html, facts, guide, terms
from site_build.guide_pages.drawing import drawing_svg
from site_build.guide_pages.glossary import glossary_html
from site_build.guide_pages.searched import unknown, unpublished


def guide_macros(env: Any) -> list[Callable[..., str]]:
    """Return the macros; those that link know from ``env`` which page they stand on."""

    def to(address: str) -> str:
        return get_relative_url(address, env.page.url)

    def term(id_: str, text: str | None = None) -> str:
        """A word that leads to its entry in the glossary."""
        found = entry(terms(), id_, "用語")
        return tag("a", text or found["term"], class_="term", href=f"{to('glossary/')}#{id_}")

    def try_quote(text: str, **answers: Any) -> str:
        """A button to the price page with these answers set."""
        return tag("a", text, class_="btn", href=f"{to('quote/')}#{quote_fragment(answers)}")

    def try_payout(text: str, accident: str, **answers: Any) -> str:
        """A button to the payout page with this kind of accident and these answers set."""
        return tag("a", text, class_="btn", href=f"{to('payout/')}#{payout_fragment({'accident': accident, **answers})}")

    return [fact, value, term, try_quote, try_payout, drawing, glossary, unknown, unpublished, address_of]


def fact(id_: str, mark: bool = True) -> str:
    """A fact with its unit; 参考 stands behind what nobody published, unless ``mark`` is false."""
    return fact_html(id_, mark=mark)


def value(id_: str) -> str:
    """Only the figure of a fact, without its unit: for a page in another language."""
    found = entry(facts(), id_, "事実")["value"]
    return digits(found) if isinstance(found, int) else str(found)


def address_of(document: str) -> str:
    """The address of a document of ``data/sources.yml`` that stands on the web."""
    known = guide().neighbour("sources.yml")
    return str(entry(known["sources"] if known else {}, document, "文書")["address"])


def drawing(name: str, alt: str = "") -> str:
    """A drawing inside the page."""
    return drawing_svg(name, alt)


def glossary() -> str:
    """The whole glossary."""
    return glossary_html()


@format_error.register
def _for_the_editor(error: BuildError, markdown: str, page: Any) -> str:  # noqa: ARG001  # the plugin's signature
    return f"docs/{page.file.src_path}: {error}"
