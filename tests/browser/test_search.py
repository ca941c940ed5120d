"""The search answers the words people use: the right page is among the first three."""

from site_build.guide_pages.page_links import page_address
from tests.sources import SOURCES

QUERIES = SOURCES.guide.file("queries.yml")["queries"]
LEAST = 90
"""Queries that the list must hold at least."""
SHARE = 0.95
FIRST = 3

FIND = """async (all) => {
  const { find } = await import("/assets/js/site/search.js");
  const addresses = [];
  for (const words of all) {
    const { pages } = await find("/pagefind/pagefind.js", words);
    addresses.push(pages.map((page) => new URL(page.url, document.baseURI).pathname));
  }
  return addresses;
}"""


def test_the_right_page_is_among_the_first_three(page):
    page.goto("/about/")
    found = page.evaluate(FIND, [query["words"] for query in QUERIES])
    missed = {}
    for query, addresses in zip(QUERIES, found, strict=True):
        right = {f"/{page_address(file.partition('#')[0])}" for file in query["pages"]}
        if not right & set(addresses[:FIRST]):
            missed[query["words"]] = addresses[:FIRST]
    assert len(QUERIES) >= LEAST
    assert len(missed) <= len(QUERIES) * (1 - SHARE), missed
