"""Measures the search: which of the words in ``data/guide/queries.yml`` bring their page among the first three, in Chromium and in Firefox.

``python -m tools.search_check`` needs the built site. It ends with 1 when a browser finds too few.
"""

import sys
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import sync_playwright

from site_build import SITE
from site_build.guide_pages.page_links import page_address
from site_build.serving.server import SiteServer
from site_build.sources import Sources
from tools import browser, firefox

FIRST = 3
SHARE = 0.97
"""Of all words, so many must bring their page among the first three."""
PAGE = "/about/"
FIND = """async (all) => {
  const { find } = await import("/assets/js/site/search.js");
  const found = [];
  for (const words of all) found.push((await find(new URL("/pagefind/", document.baseURI), words)).pages.map((page) => new URL(page.url).pathname));
  return found;
}"""


def queries() -> list[dict[str, Any]]:
    """Return the words and the pages that answer them, as the data have them."""
    found: list[dict[str, Any]] = Sources().guide.file("queries.yml")["queries"]
    return found


def missed(asked: Sequence[dict[str, Any]], found: Sequence[Sequence[str]]) -> dict[str, list[str]]:
    """Return, for the words whose page is not among the first three, what is there instead."""
    lost = {}
    for query, addresses in zip(asked, found, strict=True):
        right = {f"/{page_address(file.partition('#')[0])}" for file in query["pages"]}
        if not right & set(addresses[:FIRST]):
            lost[query["words"]] = list(addresses[:FIRST])
    return lost


def _in_chromium(home: str, words: list[str]) -> list[list[str]] | None:
    with sync_playwright() as playwright:
        path = browser.find(playwright)
        if path is None:
            return None
        page = playwright.chromium.launch(executable_path=path, args=browser.ARGUMENTS).new_page(locale="ja-JP")
        page.goto(home + PAGE)
        found: list[list[str]] = page.evaluate(FIND, words)
    return found


def _in_firefox(home: str, words: list[str]) -> list[list[str]] | None:
    path = firefox.find()
    if path is None:
        return None
    with firefox.Firefox(path) as window:
        window.open(home + PAGE)
        found: list[list[str]] = window.call(FIND, words)
    return found


def main() -> int:
    """Ask every browser that is there for all words, and say what came of it."""
    asked = queries()
    enough = True
    with SiteServer(SITE) as server:
        for name, ask in (("Chromium", _in_chromium), ("Firefox", _in_firefox)):
            found = ask(server.url, [query["words"] for query in asked])
            if found is None:
                print(f"{name}: not on this machine")
                continue
            lost = missed(asked, found)
            print(f"{name}: {len(asked) - len(lost)} of {len(asked)} among the first {FIRST}")
            for words, instead in lost.items():
                print(f"  {words}: {' '.join(instead) or '-'}")
            enough = enough and len(lost) <= len(asked) * (1 - SHARE)
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
