"""What every page promises: fits a phone, large enough, light enough, usable by keyboard, no barriers, whose it is."""

from functools import cache
from urllib.parse import unquote, urlsplit

import brotli
import pytest

from site_build import SITE
from tests.browser.axe import violations
from tests.browser.pages import LOOKS, batches, look_of, site_pages

HEAVIEST = 150_000  # bytes on the wire for a page that does not calculate
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".mjs", ""}
QUALITY = 5  # what CDNs spend on brotli

SKIP = ("本文へ進む", "Skip to the text", "本文（ほんぶん）へ")
"""The first link of a page in each of its languages, as a reader of the markup meets it."""
REPRESENTATIVE = ["/", "/quote/", "/outlook/", "/rates/", "/accident/", "/ask/", "/claim/form/", "/guide/own-car/", "/contract/", "/glossary/",
                  "/404.html"]  # fmt: skip

SMALL_TEXT = """() => [...document.querySelectorAll("body *")]
  .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility())
  .filter(e => !e.closest("svg, rt") && parseFloat(getComputedStyle(e).fontSize) < 16)
  .map(e => "text under 16px: " + e.outerHTML.slice(0, 120))"""
SMALL_TARGETS = """() => [...document.querySelectorAll("button, select, input, textarea, summary, .btn, .row, .tel, .foot a, .top a")]
  .filter(e => e.checkVisibility() && !e.matches(".skip, p .tel, li .tel, dd .tel") && !["checkbox", "radio"].includes(e.type))
  .map(e => [e.outerHTML.slice(0, 90), Math.round(e.getBoundingClientRect().height)])
  .filter(([, height]) => height < 44).map(([html, height]) => `target ${height}px high: ${html}`)"""
TOO_WIDE = """width => document.documentElement.scrollWidth <= width ? [] : [
  `wider than ${width}px: ` + [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest(".scroll, .listing")).slice(0, 2).map(e => e.outerHTML.slice(0, 120))]"""


@pytest.mark.parametrize("batch", batches(site_pages()), ids=lambda batch: batch[0])
def test_every_page_keeps_its_promises(page, batch, base_url):
    found = {}
    for address in batch:
        requested = set()
        note = lambda request, requested=requested: requested.add(request.url)  # noqa: E731  (a bound method cannot be listened with)
        page.on("request", note)
        page.set_viewport_size({"width": 360, "height": 640})
        page.goto(address)
        found[address] = [*first_tab(page), *page.evaluate(TOO_WIDE, 360), *page.evaluate(SMALL_TEXT), *page.evaluate(SMALL_TARGETS)]
        page.set_viewport_size({"width": 320, "height": 640})
        found[address] += [*page.evaluate(TOO_WIDE, 320), *whose(page)]
        if not page.locator(".quote").count():  # the calculator brings Python along
            found[address] += weight(requested, base_url)
        page.remove_listener("request", note)
        found[address] += barriers(page, *look_of(address))
    assert not any(found.values()), "\n".join(f"{address} {problem}" for address, problems in found.items() for problem in problems)


@pytest.mark.parametrize("address", [page for page in REPRESENTATIVE if page in site_pages()])
def test_axe_finds_nothing_in_any_look(page, address):
    page.goto(address)
    assert [problem for look in LOOKS for problem in barriers(page, *look)] == []


def barriers(page, width, colours):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=colours)
    return [f"{width}px, {colours}: {problem}" for problem in violations(page)]


def first_tab(page):
    page.keyboard.press("Tab")
    seen = page.evaluate("[document.activeElement.textContent, document.activeElement.getBoundingClientRect().top >= 0]")
    page.keyboard.press("Enter")
    reached = page.evaluate("document.activeElement.id")
    return [] if seen[0] in SKIP and (seen[1], reached) == (True, "main") else [f"the first Tab and Enter lead to {seen}, {reached!r}"]


def whose(page):
    text = page.get_by_role("contentinfo").inner_text()
    foots = (("公式サイトではありません", "2020年4月1日版", "資料と照らした日"), ("not the official site",), ("サイトではありません",))
    return [] if any(all(words in text for words in foot) for foot in foots) else ["the foot does not say whose site this is, nor when it was compared with the documents"]


def weight(urls, base_url):
    total = sum(wire_bytes(urlsplit(url).path) for url in urls if url.startswith(base_url))
    return [f"{total:,} bytes on the wire"] if total > HEAVIEST else []


@cache
def wire_bytes(path):
    file = SITE / unquote(path).lstrip("/")
    file = file / "index.html" if path.endswith("/") else file
    body = file.read_bytes() if file.is_file() else b""
    return len(brotli.compress(body, quality=QUALITY) if file.suffix in PACKED else body)
