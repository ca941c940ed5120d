"""The members' voices: every voice of the booklet has a page that answers it, and the figures stand as printed."""

import re

import pytest

from site_build import DOCS
from site_build.guide_pages.bar_chart import bar_chart
from tests.sources import SOURCES

FILE = SOURCES.guide.file("voices.yml")
PRINTED = {"申し込みと更新": 4, "掛金の払い込み": 5, "共済金の請求": 3, "インターネットの手続き": 3, "共済の内容": 5}
"""How many voices the booklet prints under each of its five headings."""


def test_every_voice_of_the_booklet_is_answered():
    assert {group["label"]: len(group["voices"]) for group in FILE["groups"]} == PRINTED


@pytest.mark.parametrize("voice", [voice for group in FILE["groups"] for voice in group["voices"]], ids=lambda voice: voice["id"])
def test_the_answer_stands_on_a_page_of_its_subject(voice):
    file, _, anchor = voice["page"].partition("#")
    page = DOCS / file
    if file.startswith("ask/") and not page.exists():
        pytest.skip("the finder's pages are written when the site is built")
    text = page.read_text(encoding="utf-8")
    assert not anchor or f"#{anchor}" in text
    assert voice["answer"].endswith("。")


def test_the_five_changes_are_told():
    assert len(FILE["cases"]) == 5
    assert all(case["said"] and case["change"] for case in FILE["cases"])


def test_wishes_and_complaints_are_what_the_booklet_sums_up():
    kinds = FILE["kinds"]
    assert kinds["wishes"]["total"] + kinds["complaints"]["total"] == 19_211
    counts = {each["label"]: each["count"] for each in kinds["thanks"]["classes"]}
    assert counts["申し込みの手続き"] + counts["契約の管理と掛金"] == 15_968


def test_a_chart_has_words_classes_and_no_style():
    chart = bar_chart([("応対", 1234), ("その他", 5)], "二本の棒")
    assert re.findall(r">([^<>]+)<", chart) == ["応対", "その他", "1,234", "5"]
    assert chart.count('class="bar-part"') == 2
    assert not re.search(r"style=|#00000|<style", chart)
    assert 'aria-label="二本の棒"' in chart


