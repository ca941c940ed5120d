"""The five pages for an emergency in やさしい日本語 and in English: every kanji has its reading, every figure is drawn."""

import re

import pytest

from site_build import DOCS
from site_build.guide_pages.ruby import KANJI, read_aloud, with_ruby, without_readings

EASY = sorted((DOCS / "easy").glob("*.md"))
ENGLISH = sorted((DOCS / "en").glob("*.md"))
LONGEST = 45
"""Characters of a sentence in やさしい日本語, readings aside."""


def body(path):
    text = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    return re.sub(r"\{\{.*?\}\}|<[^>]+>|\]\([^)]*\)|\{:.*?\}|\{ #\w+ \}", "", text)


def test_both_languages_have_the_same_pages_and_the_japanese_ones_lead_there():
    assert [path.name for path in EASY] == [path.name for path in ENGLISH]
    assert len(EASY) == 6
    led = {found[1] for path in DOCS.rglob("*.md") if (found := re.search(r"^other_languages: (\w+)$", path.read_text(encoding="utf-8"), re.MULTILINE))}
    assert led == {path.stem for path in EASY} - {"index"}


@pytest.mark.parametrize("path", EASY, ids=lambda path: path.stem)
def test_every_kanji_has_its_reading(path):
    assert re.findall(r"[一-龠々]+", KANJI.sub("", body(path))) == []


@pytest.mark.parametrize("path", EASY, ids=lambda path: path.stem)
def test_the_sentences_are_short(path):
    sentences = re.split(r"[。\n]", without_readings(body(path)))
    assert [sentence for sentence in sentences if len(sentence.strip(" -*1234567890.")) > LONGEST] == []


@pytest.mark.parametrize("path", EASY + ENGLISH, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_figure_is_typed(path):
    assert re.findall(r"\d{4,}|\d+ (?:yen|km|minutes|years|hours)", body(path)) == []


def test_a_reading_stands_above_its_kanji():
    assert with_ruby("車《くるま》の事故《じこ》") == "<ruby>車<rp>（</rp><rt>くるま</rt><rp>）</rp></ruby>の<ruby>事故<rp>（</rp><rt>じこ</rt><rp>）</rp></ruby>"
    assert read_aloud("月《げつ》〜金《きん》") == "げつ〜きん"
