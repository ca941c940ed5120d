"""The guide covers the documents: each of their sections, tables, figures, numbers and desks stands on the page that the list names.

No browser is asked; the test stands here because it reads the built site.
"""

import pytest

from guide.documents import MOST_PAGES
from site_build import SITE
from site_build.guide_pages.documents_page import documents, entries
from site_build.guide_pages.page_links import page_address
from tests.browser.article import plain, words_of
from tests.sources import SOURCES

CARRIED = [entry for file in documents(SOURCES).values() for entry in entries(file) if entry["page"]]
pytestmark = pytest.mark.skipif(not SITE.exists(), reason="the site has not been built")


ARTICLES = [path.parent.relative_to(SITE).as_posix() for path in SITE.rglob("index.html")] if SITE.exists() else []
EVERYWHERE = ("rates/data", "handbook", "about/documents", "ask/")
"""Pages that repeat others: data as they are written, examples, this list itself, the ends of the finder."""


@pytest.fixture(autouse=True)
def stays_at_home():
    """No browser that could leave."""


@pytest.mark.parametrize("entry", CARRIED, ids=lambda entry: entry["id"])
def test_the_page_carries_what_the_document_shows(entry):
    file, _, anchor = entry["page"].partition("#")
    words = words_of(page_address(file), anchor)
    assert words is not None, f"{file} に見出し #{anchor} がありません"
    wanted = [*entry["shows"], *([SOURCES.guide.contact_of(entry["desk"])["phone"]] if entry["desk"] else [])]
    missing = [each for each in wanted if plain(each) not in words]
    assert not missing, f"{entry['page']} に「{entry['title']}」の {missing} がありません"


def test_no_words_prove_by_standing_everywhere():
    pages = [words_of("" if place == "." else f"{place}/") or "" for place in ARTICLES if not place.startswith(EVERYWHERE)]
    common = {(entry["id"], words) for entry in CARRIED for words in entry["shows"] if sum(plain(words) in page for page in pages) > MOST_PAGES}
    assert common == set()
