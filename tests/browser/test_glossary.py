"""The glossary: every term found by its reading, each at its own address, rows to jump to."""

import re

from playwright.sync_api import expect

from tests.sources import SOURCES

FIND = """async (words) => {
  const { find } = await import("/assets/js/site/search.js");
  const lost = [];
  for (const [id, word] of words) {
    const { pages } = await find(new URL("/pagefind/", document.baseURI), word);
    if (!pages.some(({ sections }) => sections.some(({ url }) => url.endsWith("/glossary/#" + id)))) lost.push(word);
  }
  return lost;
}"""


def test_every_term_is_found_by_its_reading_and_by_its_name(page):
    page.goto("/glossary/")
    words = [[term["id"], word] for term in SOURCES.guide.terms.values() for word in (term["yomi"], term["term"])]
    assert page.evaluate(FIND, words) == []


def test_the_search_leads_to_the_term_itself(page):
    page.goto("/")
    page.get_by_role("button", name="さがす").click()
    page.get_by_role("searchbox").fill("じこふたんがく")
    page.locator('.search-results a.section[href$="/glossary/#deductible"]').click()
    expect(page).to_have_url(re.compile("/glossary/#deductible$"))
    expect(page.get_by_role("heading", name="自己負担額")).to_be_in_viewport()


def test_a_row_of_kana_is_one_jump_away(page):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/glossary/")
    page.get_by_role("link", name="ま行").click()
    expect(page.get_by_role("heading", name="ま行")).to_be_in_viewport()
