"""The finished pages: every link and anchor leads somewhere, and each page introduces itself to those who list it."""

from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest

from site_build import SITE

pytestmark = pytest.mark.skipif(not (SITE / "sitemap.xml").exists(), reason="the site has not been built yet")

LINKS = {"a": "href", "area": "href", "link": "href", "script": "src", "img": "src", "source": "src", "video": "src", "track": "src",
         "form": "action", "object": "data", "image": "href", "use": "href"}  # fmt: skip


class Page(HTMLParser):
    """What one page holds: ids, links, headings and what its head says."""

    def __init__(self, file):
        super().__init__()
        self.address = "/" + file.relative_to(SITE).as_posix().removesuffix("index.html")
        self.ids, self.links, self.heads, self.open, self.title, self.repeated = set(), [], {}, Counter(), "", []
        self.reading_title = False
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.open[tag] += 1
        self.reading_title = tag == "title" and self.open["svg"] == 0
        if named.get("id"):
            self.repeated += [named["id"]] if named["id"] in self.ids else []
            self.ids.add(named["id"])
        if tag in LINKS and named.get(LINKS[tag]) is not None and named.get("rel") != "canonical":
            self.links.append(named[LINKS[tag]])
        if tag == "meta":
            self.heads[named.get("property") or named.get("name")] = named.get("content")
        if named.get("rel") == "canonical":
            self.heads["canonical"] = named["href"]

    def handle_data(self, data):
        if self.reading_title and not self.title:
            self.title = data

    def handle_endtag(self, tag):
        self.reading_title = False


@cache
def pages():
    return {page.address: page for page in map(Page, sorted(SITE.rglob("*.html")))}


def listed():
    """The addresses of the sitemap, by page."""
    tree = ET.parse(SITE / "sitemap.xml")
    locations = [element.text for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    root = min(locations, key=len)
    return {"/" + location.removeprefix(root): location for location in locations}


def file_of(path):
    file = SITE / unquote(path).lstrip("/")
    return file / "index.html" if path.endswith("/") else file


def test_every_link_and_anchor_leads_somewhere():
    broken = []
    for page in pages().values():
        for link in page.links:
            to = urlsplit(urljoin("http://site" + page.address, link))
            if to.scheme not in {"http", "https"} or to.netloc != "site":
                continue
            target = pages().get(to.path)
            if not file_of(to.path).is_file():
                broken.append(f"{page.address}: {link} is no page or file")
            elif to.fragment and target and "=" not in to.fragment and unquote(to.fragment) not in target.ids:
                broken.append(f"{page.address}: {link} has no such place")  # with a =, the fragment holds answers
    assert broken == []


def test_no_page_names_a_place_twice():
    assert [(page.address, page.repeated) for page in pages().values() if page.repeated] == []


def test_every_page_has_one_first_heading():
    assert [page.address for page in pages().values() if page.open["h1"] != 1] == []


def test_every_listed_page_has_its_own_title_and_description():
    shown = [pages()[address] for address in listed()]
    for said in ([page.title for page in shown], [page.heads["description"] for page in shown]):
        assert all(said)
        assert [text for text, times in Counter(said).items() if times > 1] == []


def test_every_listed_page_says_its_address_and_shows_a_card():
    for address, location in listed().items():
        heads = pages()[address].heads
        assert heads["canonical"] == heads["og:url"] == location
        assert heads["og:title"]
        assert heads["og:description"] == heads["description"]
        card = SITE / urlsplit(heads["og:image"]).path.lstrip("/")
        assert card.read_bytes()[:24][16:] == (1200).to_bytes(4) + (630).to_bytes(4), address


def test_all_pages_but_those_that_no_visitor_looks_for_are_listed():
    unlisted = set(pages()) - set(listed())
    desk = {address for address in unlisted if address.startswith("/handbook/")}
    assert unlisted - desk == {"/404.html", "/thanks/"}
    assert len(desk) > 10
    assert {pages()[address].heads["robots"] for address in desk | {"/thanks/"}} == {"noindex"}


def test_robots_are_shown_the_sitemap():
    text = (SITE / "robots.txt").read_text(encoding="utf-8")
    assert text.splitlines()[:2] == ["User-agent: *", "Allow: /"]
    assert text.splitlines()[2].endswith("/sitemap.xml")


def test_nothing_built_is_referred_to_by_a_machine_path():
    assert not [page.address for page in pages().values() for link in page.links if link.startswith(("file:", str(Path.home())))]
