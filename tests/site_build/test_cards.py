"""The cards shown for links: lines break as Japanese lines may, and the font has every character of a title."""

import pytest

from site_build.finishing.cards import NEVER_FIRST, NEVER_LAST, SIZE, broken_lines, card, missing
from tests.site_build import test_published
from tests.site_build.test_published import listed, pages

TITLES = ["事故のとき、まず10分", "2台目の等級・ほかから移るときの等級", "個人賠償の請求（自転車や日常の事故で、人や物に損害を与えたとき）", "マイカー"]


@pytest.mark.parametrize("title", TITLES)
def test_lines_break_where_they_may(title):
    lines = broken_lines(title, 84)
    assert "".join(lines) == title
    assert not [line for line in lines if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST]


def test_words_and_numbers_stay_whole():
    assert [line for line in broken_lines("あ" * 9 + "マイカー共済1234年の改定のお知らせ", 84) if "マイカー" in line or "1234" in line]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("動画：等級で、掛金はどう変わる", ["動画：等級で、", "掛金はどう変わる"]),
        ("車が動かないとき（やさしい日本語）", ["車が動かないとき", "（やさしい日本語）"]),
        ("The house is damaged by a storm", ["The house is", "damaged by a storm"]),
    ],
)
def test_no_phrase_is_torn(title, lines):
    assert broken_lines(title, 84) == lines


def test_a_card_is_of_the_size_that_is_announced():
    assert card({"name": "名前", "statement": "ことば"}, "等級", "値段を知る").size == SIZE


@test_published.pytestmark
def test_the_font_has_the_characters_of_every_title():
    titles = "".join(page.heads.get("og:title") or "" for address, page in pages().items() if address in listed())
    assert missing(titles) == set()


def test_a_missing_character_is_noticed():
    assert missing("等級髙") == {"髙"}
