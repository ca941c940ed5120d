"""What the guide's data name: pages, whether written or built, and facts, also inside sentences."""

import re

from guide.library import Guide
from rulebook.shapes.shape import near
from rulebook.sheets.problem import Place, Report

BUILT_PAGES = ("rates/", "ask/", "videos/")
"""Folders of pages that the build writes; the strict build itself finds a wrong link into them."""
WRITTEN_PAGES = ("ask/desks.md",)
"""What people write in such a folder."""
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def is_built(page: str) -> bool:
    """Tell whether the build writes this page, so that it may not be there yet."""
    return page.startswith(BUILT_PAGES) and page not in WRITTEN_PAGES


def check_page(page: str | None, place: Place, guide: Guide, report: Report) -> None:
    """Report a page that is not there, where the pages stand beside the data."""
    if page is None or guide.docs is None or is_built(page):
        return
    file = page.partition("#")[0]
    if not (guide.docs / file).is_file():
        pages = [path.relative_to(guide.docs).as_posix() for path in guide.docs.rglob("*.md")]
        report.add(place, f"docs/{file} というページはありません。", near(file, pages))


def fact_ids(guide: Guide) -> list[str | None] | None:
    """Return the id of every fact; None where a file of them could not be read."""
    return guide.names("facts/*.yml", lambda file: file["facts"])
