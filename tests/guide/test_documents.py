"""The lists of what the two documents contain are whole, and say so on a page."""

from collections import Counter
from types import SimpleNamespace

import pytest

from guide.documents import KINDS
from site_build import DOCS
from site_build.guide_pages.documents_page import document_pages, documents, entries
from tests.sources import SOURCES

PRINTED = {"pamphlet_2020_04": 240, "voices_2023_08": 65}
"""Least number of things in each document; the lists may grow finer."""
LINES = {"pamphlet_2020_04": 1879, "voices_2023_08": 1019}
"""Lines of the text of each document."""
DECORATION = 12
"""Most things that may be left out: greetings, logos, codes."""


@pytest.mark.parametrize("document", PRINTED)
def test_the_list_of_a_document_is_whole(document):
    listed = entries(documents(SOURCES)[document])
    assert len(listed) >= PRINTED[document]
    assert set(Counter(entry["kind"] for entry in listed)) == set(KINDS)


@pytest.mark.parametrize("document", LINES)
def test_every_line_of_a_document_is_told_or_left_out_for_a_reason(document):
    file = documents(SOURCES)[document]
    held = [number for row in file["lines"] for number in range(int(row["lines"].split("-")[0]), int(row["lines"].split("-")[1]) + 1)]
    assert held == list(range(1, LINES[document] + 1))
    left_out = sum(int(row["lines"].split("-")[1]) - int(row["lines"].split("-")[0]) + 1 for row in file["lines"] if row["left_out"])
    assert left_out < 60


def test_only_decoration_is_left_out():
    left_out = [entry for file in documents(SOURCES).values() for entry in entries(file) if entry["left_out"]]
    assert len(left_out) <= DECORATION
    assert {entry["kind"] for entry in left_out} <= {"section", "figure"}


@pytest.mark.skipif(not (DOCS / "ask" / "talk.md").exists(), reason="the finder's pages are written when the site is built")
@pytest.mark.parametrize("document", PRINTED)
def test_the_page_lists_everything(document):
    text = document_pages(SOURCES, SimpleNamespace(url="about/documents/"), document)
    assert text.count("<tr") - text.count("<thead") == len(entries(documents(SOURCES)[document]))
    assert 'href="../../' in text
