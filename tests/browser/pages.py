"""Which pages the browser looks at, and in what batches."""

from xml.etree import ElementTree as ET
from zlib import crc32

from site_build import SITE

BATCH = 6  # pages that share one browser context; a new one costs more than a page
LOOKS = [(360, "light"), (1280, "dark"), (360, "dark"), (1280, "light")]
"""Width and colours."""


def site_pages():
    """Every address of the sitemap, the page that thanks, and the page for wrong ones; of the listings of data and the finder's ends only some."""
    if not (SITE / "sitemap.xml").exists():
        return []
    tree = ET.parse(SITE / "sitemap.xml")
    locations = [element.text for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    root = min(locations, key=len)
    pages = ["/" + location.removeprefix(root) for location in sorted(locations)] + ["/thanks/", "/404.html"]
    listings = [page for page in pages if page.startswith("/rates/data/")]  # they differ in nothing but their lines
    ends = [page for page in pages if page.startswith("/ask/") and page.count("/") == 4]  # of one make: desks and links
    kept = [page for page in pages if page not in listings and page not in ends]
    return kept + ends[::20] + listings[:1] + [page for page in listings if "grades" in page]


def batches(pages):
    """The pages in batches, mixed so that heavy neighbours do not meet in one."""
    count = -(-len(pages) // BATCH)
    return [pages[start::count] for start in range(count)]


def look_of(page):
    """The one look in which axe sees this page: always the same, and each look for about as many pages."""
    return LOOKS[crc32(page.encode()) % len(LOOKS)]
