"""The lists of what the two documents contain are whole, and say so on a page."""

from collections import Counter
from types import SimpleNamespace

import pytest

from guide.documents import KINDS
from site_build import DOCS
from site_build.guide_pages.documents_page import documents, documents_macros, entries

PRINTED = {"pamphlet_2020_04": 240, "voices_2023_08": 65}
"""Least number of things in each document; the lists may grow finer."""
DECORATION = 12
"""Most things that may be left out: greetings, logos, codes."""


@pytest.mark.parametrize("document", PRINTED)
def test_the_list_of_a_document_is_whole(document):
    listed = entries(documents()[document])
    assert len(listed) >= PRINTED[document]
    assert set(Counter(entry["kind"] for entry in listed)) == set(KINDS)


def test_only_decoration_is_left_out():
    left_out = [entry for file in documents().values() for entry in entries(file) if entry["left_out"]]
    assert len(left_out) <= DECORATION
    assert {entry["kind"] for entry in left_out} <= {"section", "figure"}


@pytest.mark.skipif(not (DOCS / "ask" / "talk.md").exists(), reason="the finder's pages are written when the site is built")
@pytest.mark.parametrize("document", PRINTED)
def test_the_page_lists_everything(document):
    macros = {macro.__name__: macro for macro in documents_macros(SimpleNamespace(page=SimpleNamespace(url="about/documents/")))}
    text = macros["document_pages"](document)
    assert text.count("<tr") - text.count("<thead") == len(entries(documents()[document]))
    assert 'href="../../' in text
