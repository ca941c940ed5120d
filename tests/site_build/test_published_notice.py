"""The finished pages: the notice of revisions stands once, where it may, and never above a number to call in need."""

from functools import cache
from html.parser import HTMLParser

import pytest
from mkdocs.utils.meta import get_data

from quote_engine.drawing.markup import VOID
from site_build import DOCS, SITE
from site_build.guide_pages.page_links import page_address
from tests.sources import SOURCES

pytestmark = pytest.mark.skipif(not (SITE / "revisions" / "index.html").exists(), reason="the site has not been built yet")
IN_NEED = ("accident/", "ask/", "easy/", "en/")
CALCULATORS = ("quote", "payout", "outlook", "use-or-pay", "ideas", "overlaps", "dates", "join", "grade-check")


class Frame(HTMLParser):
    """What stands around the notice of one page: its parents, and how many numbers come before it."""

    def __init__(self, text):
        super().__init__()
        self.open, self.parents, self.calls, self.calls_before = [], [], 0, []
        self.feed(text.partition('id="main"')[2])

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if "revision-notice" in (named.get("class") or "").split():
            self.parents.append(self.open[-1] if self.open else "main")
            self.calls_before.append(self.calls)
        self.calls += (named.get("href") or "").startswith("tel:")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass


@cache
def pages():
    """Every page that is published, by its name below docs/: its head and its frame."""
    found = {}
    for path in sorted(DOCS.rglob("*.md")):
        name = path.relative_to(DOCS).as_posix()
        file = SITE / page_address(name) / "index.html"
        if file.exists() and not name.startswith("adr/"):
            found[name] = get_data(path.read_text(encoding="utf-8"))[1], Frame(file.read_text(encoding="utf-8"))
    return found


def test_a_page_says_it_once_exactly_where_it_leans_on_the_revised_document():
    wrong = []
    for name, (head, frame) in pages().items():
        leans = head.get("edition_notice") == "always" or SOURCES.guide.revisions.revises in [source.split()[0] for source in head.get("sources") or []]
        if len(frame.parents) != bool(leans):
            wrong.append(f"{name}: {len(frame.parents)}")
    assert len(pages()) > 100
    assert wrong == []


def test_it_stands_in_the_flow_of_the_page_and_cuts_nothing_in_two():
    assert {parent for _, frame in pages().values() for parent in frame.parents} <= {"article", "main"}


def test_numbers_to_call_in_need_come_first():
    urgent = [name for name, (_, frame) in pages().items() if name.startswith(IN_NEED) and frame.parents and frame.calls]
    late = [name for name in urgent if not pages()[name][1].calls_before[0]]
    assert urgent
    assert late == []


@pytest.mark.parametrize("name", CALCULATORS)
def test_a_calculator_says_it_in_one_line(name):
    assert (SITE / name / "index.html").read_text(encoding="utf-8").count("revised-line") == 1
