"""Writes the pages that are made from the data, as Markdown under ``docs/rates/``, before MkDocs runs."""

from typing import Any

from site_build import DATA, DOCS
from site_build.listing import listing_page
from site_build.rates_page import rates_page

FOLDER = DOCS / "rates"


def generate(book: dict[str, Any]) -> None:
    """Bring ``docs/rates/`` up to date: the rate page, and one listing for every data file a figure can come from."""
    pages = {FOLDER / "index.md": rates_page(book)}
    for source in sorted([*DATA.glob("*.yml"), *DATA.glob("editions/**/*.yml")]):
        name = source.relative_to(DATA)
        pages[FOLDER / "data" / name.with_suffix(".md")] = listing_page(name, source.read_text(encoding="utf-8"))
    for path in set(FOLDER.rglob("*.md")) - set(pages):
        path.unlink()
    for path, text in pages.items():
        # Unchanged pages keep their date, so that whoever watches the folder sees real changes only.
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
