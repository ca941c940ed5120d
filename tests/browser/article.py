"""The words of a built page, whole or below one of its headings, as a reader meets them."""

import re
from functools import cache
from html.parser import HTMLParser

from site_build import SITE
from tests.unmarked import unmarked

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CELL = " | "


class Article(HTMLParser):
    """Collects the words of the page's article, where its ids stand, and where its headings begin."""

    def __init__(self):
        super().__init__()
        self.words, self.ids, self.headings = [], {}, []
        self.inside, self.quiet = False, 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.inside = self.inside or tag == "article"
        if not self.inside:
            return
        if "id" in attrs:
            self.ids[attrs["id"]] = len(self.words)
        if tag in HEADINGS:
            self.headings.append((len(self.words), HEADINGS.index(tag)))
        if tag in ("script", "style", "template"):
            self.quiet += 1
        if "aria-label" in attrs:
            self.words.append(attrs["aria-label"])

    def handle_endtag(self, tag):
        if not self.inside:
            return
        if tag in ("td", "th"):
            self.words.append(CELL)
        if tag in ("script", "style", "template"):
            self.quiet -= 1
        self.inside = tag != "article"

    def handle_data(self, data):
        if self.inside and not self.quiet:
            self.words.append(data)

    def below(self, anchor):
        """The words from an id on: those of a heading up to the next that is no deeper, of anything else up to the next heading."""
        start = self.ids[anchor]
        later = [(place, level) for place, level in self.headings if place >= start]
        headed = later and not "".join(self.words[start : later[0][0]]).strip()
        own, depth = later[0] if headed else (start, len(HEADINGS))
        end = next((place for place, level in later if place > own and level <= depth), len(self.words))
        return self.words[start:end]


def plain(words):
    """Words without white space, which layout adds and takes away."""
    return re.sub(r"\s", "", words)


@cache
def article(address):
    """The article of the page at an address such as ``guide/car/``."""
    parser = Article()
    parser.feed(unmarked((SITE / address / "index.html").read_text(encoding="utf-8")))
    return parser


def words_of(address, anchor=""):
    """The words of a page, or of the part that an anchor names; None where there is no such anchor."""
    page = article(address)
    if anchor and anchor not in page.ids:
        return None
    return plain("".join(page.below(anchor) if anchor else page.words))
