"""Links to other pages, by their names below ``docs/``."""

from functools import lru_cache

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data

from quote_engine.drawing.markup import Html, tag
from site_build import DOCS


def page_link(on: Page, page: str) -> Html:
    """Return ``guide/car.md#price`` as a link with the page's title; ``on`` is the page on which it stands."""
    file, _, anchor = page.partition("#")
    return tag("a", page_title(file), href=get_relative_url(page_address(file), on.url) + (f"#{anchor}" if anchor else ""))


def page_address(file: str) -> str:
    """The address of a page on the site: ``guide/`` of ``guide/index.md``, ``guide/car/`` of ``guide/car.md``."""
    address = file.removesuffix("index.md").removesuffix(".md")
    return address + ("/" if address and not address.endswith("/") else "")


def page_title(file: str) -> str:
    """The title of a page by its name below ``docs/``."""
    return _title((DOCS / file).read_text(encoding="utf-8"))


@lru_cache(maxsize=512)  # a text has one title for ever, and the glossary alone asks for a hundred
def _title(text: str) -> str:
    return str(get_data(text)[1]["title"])
