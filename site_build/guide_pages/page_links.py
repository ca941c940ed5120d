"""Links to other pages, by their names below ``docs/``."""

from functools import lru_cache

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data

from quote_engine.drawing.markup import Html, tag
from site_build import DOCS


def page_link(on: Page, page: str) -> Html:
    """Return ``guide/car.md#price`` as a link with the page's title; ``on`` is the page on which it stands."""
    return tag("a", page_title(page), href=link_to(page, on.url))


def link_to(page: str, on: str) -> str:
    """The link to a page, named as in ``page_address``, from the address ``on``."""
    address, mark, anchor = page_address(page).partition("#")
    return get_relative_url(address or ".", on) + mark + anchor


def page_address(page: str) -> str:
    """The address of a page on the site: ``guide/`` of ``guide/index.md``, ``guide/car/#price`` of ``guide/car.md#price``."""
    file, mark, anchor = page.partition("#")
    address = file.removesuffix("index.md").removesuffix(".md")
    return address + ("/" if address and not address.endswith("/") else "") + mark + anchor


def page_title(page: str) -> str:
    """The title of a page by its name below ``docs/``."""
    return _title((DOCS / page.partition("#")[0]).read_text(encoding="utf-8"))


@lru_cache(maxsize=512)  # a text has one title for ever, and the glossary alone asks for a hundred
def _title(text: str) -> str:
    return str(get_data(text)[1]["title"])
