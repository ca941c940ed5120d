"""The list of titles holds what a page says of itself, and nothing that is not to be searched for."""

import pytest

from site_build.finishing.titles import MANY, cars, columns, pages

PAGE = """<html><head><meta name="description" content="{title}の説明"></head><body><nav><h2 id="nav">案内</h2></nav>
<article {search} data-yomi="たいふう 屋根"><h1>題</h1>
<p>段落<br>の中
<h2 id="steps">すること<span class="ref">参考</span></h2>
<h2 id="next">次に見る</h2>
<h2 id="car"><ruby>車<rp>（</rp><rt>くるま</rt><rp>）</rp></ruby></h2>
<div data-pagefind-ignore><h3 id="hidden">出さない</h3></div>
<h3 id="term" data-yomi="あてにげ">あて逃げ <span data-pagefind-ignore>あてにげ</span></h3>
<h3 id="kana" data-yomi="えこのみー">エコノミー</h3>
<span id="grade-12" data-place="12等級">12</span>
</article><h2 id="foot">足</h2></body></html>"""


@pytest.fixture
def site(tmp_path):
    """As many pages as share a part, and one that is not searched."""
    for number in range(MANY + 1):
        folder = tmp_path / f"page-{number}" if number else tmp_path
        folder.mkdir(exist_ok=True)
        text = PAGE.format(title=f"題{number}", search=f'data-pagefind-meta="title:題{number}"')
        if number:
            text = text.replace("すること", f"すること{number}").replace(">車<", f">車{number}<").replace("あて逃げ <", f"あて逃げ{number} <")
            text = text.replace("エコノミー<", f"エコノミー{number}<").replace('data-place="12等級"', f'data-place="{number}等級"')
        (folder / "index.html").write_text(text, encoding="utf-8")
    (tmp_path / "off").mkdir()
    (tmp_path / "off" / "index.html").write_text(PAGE.format(title="外", search='data-pagefind-ignore="all"'), encoding="utf-8")
    return tmp_path


def test_a_page_is_listed_with_its_words_and_the_parts_that_lead_somewhere(site):
    first = pages(site)[0]
    assert first == {
        "address": "",
        "title": "題0",
        "description": "題0の説明",
        "words": "たいふう 屋根",
        "ids": ["steps", "car", "term", "kana", "grade-12"],
        "parts": ["すること", "車", "あて逃げ", "エコノミー", "12等級"],
        "readings": {"2": "あてにげ"},
    }


def test_a_page_that_is_not_searched_is_not_listed(site):
    assert columns(pages(site))["address"] == ["", *(f"page-{number}/" for number in range(1, MANY + 1))]


def test_a_car_stands_once_with_its_newest_model_first():
    models = [
        {"id": "A1", "name": "みらい", "yomi": "みらい", "vehicle_type": "passenger", "launched": "2015-04"},
        {"id": "A2", "name": "みらい", "yomi": "みらい", "vehicle_type": "passenger", "launched": "2023-04"},
        {"id": "B1", "name": "N-BOX", "yomi": "えぬぼっくす", "vehicle_type": "kei_passenger", "launched": "2011-12"},
    ]
    assert cars(models) == [
        ["みらい", "", [["A2", "passenger", 2023], ["A1", "passenger", 2015]]],
        ["N-BOX", "えぬぼっくす", [["B1", "kei_passenger", 2011]]],
    ]
