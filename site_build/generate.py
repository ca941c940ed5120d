"""Writes what is made from the data into ``docs/``, before MkDocs runs: the rates, the finder, the videos, the calendar of the desks."""

from pathlib import Path

from site_build import DOCS
from site_build.guide_pages.finder_page import finder_pages
from site_build.guide_pages.opening import calendar_module
from site_build.rates.listing import listing_page
from site_build.rates.rates_page import rates_pages
from site_build.sources import Sources
from site_build.video_pages.page import video_pages
from site_build.videos import PLACE

RATES = DOCS / "rates"
FINDER = DOCS / "ask"
VIDEOS = DOCS / PLACE
CALENDAR = DOCS / "generated" / "calendar.js"
BY_HAND = FINDER / "desks.md"
"""The one page of these folders that people write."""


def generate(sources: Sources) -> None:
    """Bring it all up to date: the rate page, a listing for every data file a figure can come from, the finder, the videos."""
    finder = sources.guide.file("finder.yml")
    pages = {RATES / folder / "index.md": text for folder, text in rates_pages(sources.book).items()}
    for source in sorted([*sources.data.glob("*.yml"), *sources.data.glob("editions/**/*.yml")]):
        name = source.relative_to(sources.data)
        pages[RATES / "data" / name.with_suffix(".md")] = listing_page(name, source.read_text(encoding="utf-8"))
    pages |= {DOCS / file: text for file, text in (finder_pages(sources, finder) | video_pages(sources.videos)).items()}
    for path in {*RATES.rglob("*.md"), *FINDER.rglob("*.md"), *VIDEOS.rglob("*.md")} - {*pages, BY_HAND}:
        path.unlink()
    for path, text in {**pages, CALENDAR: calendar_module(sources.book["holidays"], finder["new_year"])}.items():
        # Unchanged pages keep their date, so that whoever watches the folder sees real changes only.
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def is_generated(path: Path) -> bool:
    """Tell whether the build writes that file of ``docs/``."""
    return path != BY_HAND and any(path.is_relative_to(folder) for folder in (RATES, FINDER, VIDEOS, CALENDAR.parent))
