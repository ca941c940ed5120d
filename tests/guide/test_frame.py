"""The words around a page: every language has them all, a page in another language knows its sources, kanji carry readings."""

import re

import pytest

from guide.frame import LANGUAGES, WORDS, tongue
from guide.library import Guide
from guide.page_heads import read_heads
from rulebook.sheets.problem import Report
from site_build import DATA
from site_build.guide_pages.page_foot import date_in, sources_in
from site_build.guide_pages.ruby import KANJI
from tests.sources import SOURCES

FRAME = SOURCES.guide.file("frame.yml")["languages"]


def written(language):
    words = FRAME[language]
    return [*(words[key] for key in (*WORDS, "statement", "sample_statement", "group") if words[key]), *words["days"].values(), *words["groups"].values(), *words["sources"].values()]


def test_every_language_has_every_word():
    assert set(FRAME) == set(LANGUAGES)
    assert all(FRAME[language][key] for language in LANGUAGES for key in WORDS)


def test_every_kanji_of_the_easy_frame_has_its_reading():
    assert re.findall(r"[一-龠々]+", KANJI.sub("", " ".join(written("easy")))) == []


def test_the_english_frame_is_in_english():
    assert not re.search(r"[ぁ-んァ-ン一-龠]", " ".join(written("english")))


def test_the_groups_of_the_site_have_a_name_in_every_language():
    groups = re.findall(r"^  - ([^:\n]+):", (DATA.parent / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:\n")[1].split("\nnot_in_nav")[0], re.MULTILINE)
    assert groups
    assert all(set(groups) <= set(FRAME[language]["groups"]) for language in ("easy", "english"))


@pytest.mark.parametrize(("head", "language"), [({}, "ja"), ({"ruby": True}, "easy"), ({"lang": "en"}, "english"), ({"lang": "ja"}, "ja")])
def test_the_head_of_a_page_tells_its_language(head, language):
    assert tongue(head) == language


def test_dates_and_sources_stand_in_the_language_of_the_page():
    assert date_in("2026-11-05", FRAME["english"]) == "5 November 2026"
    assert date_in("2026-11-05", FRAME["ja"]) == "2026年11月5日"
    assert sources_in(SOURCES, ["pamphlet_2020_04 P.13", "pamphlet_2020_04"], "en/claim.md", FRAME["english"]) == "My Car Kyosai pamphlet, April 2020"
    assert sources_in(SOURCES, ["pamphlet_2020_04 P.13"], "guide/index.md", FRAME["ja"]).endswith("（P.13）")


def test_every_source_of_a_page_in_another_language_has_its_name():
    heads = read_heads(Guide(DATA), Report())
    for head in heads.values():
        if tongue(head) != "ja":
            assert {source.partition(" ")[0] for source in head["sources"]} <= set(FRAME[tongue(head)]["sources"])
