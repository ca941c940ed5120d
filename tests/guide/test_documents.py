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
DECORATION = 12
"""Most things that may be left out: greetings, logos, codes."""


@pytest.mark.parametrize("document", PRINTED)
def test_the_list_of_a_document_is_whole(document):
    listed = entries(documents(SOURCES)[document])
    assert len(listed) >= PRINTED[document]
    assert set(Counter(entry["kind"] for entry in listed)) == set(KINDS)


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
