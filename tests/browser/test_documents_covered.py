"""The guide covers the documents: each of their sections, tables, figures, numbers and desks stands on the page that the list names.

No browser is asked; the test stands here because it reads the built site.
"""

import pytest

from site_build import SITE
from site_build.guide_pages.documents_page import documents, entries
from site_build.guide_pages.page_links import page_address
from tests.browser.article import plain, words_of
from tests.sources import SOURCES

CARRIED = [entry for file in documents(SOURCES).values() for entry in entries(file) if entry["page"]]
pytestmark = pytest.mark.skipif(not SITE.exists(), reason="the site has not been built")


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
