"""Readings are cut as a browser cuts what is typed, so that the index holds the same pieces."""

import shutil

import pytest

from site_build.guide_pages.readings import page_reading, pieces

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="Node.js cuts the words")


def test_pieces_make_up_the_word():
    cut = pieces(["じどうこうしん", "かけきん"])
    assert cut["じどうこうしん"].split()[-1] == "こうしん"
    assert {word: text.replace(" ", "") for word, text in cut.items()} == {word: word for word in cut}


def test_a_page_keeps_its_own_reading_before_the_pieces():
    assert page_reading("じどうこうしん").startswith("じどうこうしん じ")
