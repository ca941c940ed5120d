"""The search answers the words people use, however they are typed: the right page is among the first three."""

import json
import re

import brotli
import pytest
from playwright.sync_api import expect

from site_build import SITE
from tools.search_check import FIND, PAGE, SHARE, missed, queries

LEAST = 200
"""Queries that the list must hold at least."""
LIGHT = 20_000  # bytes of the list of titles as CDNs compress it
QUALITY = 5  # what CDNs spend on brotli


def typed(page, words, address="/about/"):
    """Type the words into the search of a page, and wait until it has answered them."""
    page.goto(address)
    page.get_by_role("button", name="さがす").click()
    page.get_by_role("dialog").get_by_role("searchbox").fill(words)
    expect(page.locator("#search-status")).to_contain_text(f"「{words}」")
    return page.locator(".search-results > li")


def first(page):
    return page.locator(".search-results > li").first


def test_the_right_page_is_among_the_first_three(page):
    page.goto(PAGE)
    asked = queries()
    lost = missed(asked, page.evaluate(FIND, [query["words"] for query in asked]))
    assert len(asked) >= LEAST
    assert len(lost) <= len(asked) * (1 - SHARE), lost


def test_the_list_of_titles_is_light():
    assert len(brotli.compress((SITE / "pagefind" / "titles.json").read_bytes(), quality=QUALITY)) < LIGHT


@pytest.mark.parametrize("words", ["ロードサービス", "ろーどさーびす", "ﾛｰﾄﾞｻｰﾋﾞｽ", "ろうどさあびす", "ロードサーヴィス", "ロード－サービス"])
def test_one_word_in_every_spelling_finds_one_page_first(page, words):
    typed(page, words)
    expect(first(page).get_by_role("link").first).to_have_text("ロードサービス")


@pytest.mark.parametrize(("one", "other"), [("引越し", "引っ越し"), ("見積り", "見積もり"), ("引落し", "引き落とし"), ("買替え", "買い替え")])
def test_kana_between_the_same_kanji_change_nothing(page, one, other):
    page.goto(PAGE)
    found = page.evaluate(FIND, [one, other])
    assert set(found[0][:3]) & set(found[1][:3]), found


@pytest.mark.parametrize("words", ["もやし", "ん", "けけけけ", "っ", "。", "(((", "zzzzqq"])
def test_nonsense_finds_nothing_and_leads_to_somebody_to_ask(page, words):
    expect(typed(page, words)).to_have_count(0)
    expect(page.locator("#search-status")).to_contain_text("見つかりません")
    ask = page.get_by_role("dialog").get_by_role("link", name="だれに聞く？")
    expect(ask).to_be_visible()
    ask.click()
    expect(page).to_have_url(re.compile("/ask/$"))


def test_where_no_page_says_the_words_the_near_ones_are_called_near(page):
    typed(page, "孫の海外転勤")
    expect(page.locator("#search-status")).to_contain_text("近いページ")
    expect(page.get_by_role("dialog").get_by_role("link", name="だれに聞く？")).to_be_visible()


def test_an_exact_page_needs_nobody_to_ask(page):
    typed(page, "台風")
    expect(page.locator(".search-ask")).to_be_hidden()


def test_an_excerpt_is_the_description_unless_the_page_says_the_words(page):
    rows = typed(page, "とうきゅう")
    expect(rows.first.locator("mark")).to_have_count(0)
    link = rows.first.get_by_role("link").first.get_attribute("href")
    described = rows.first.locator("p").inner_text()
    page.goto(link)
    assert page.locator("meta[name=description]").get_attribute("content") == described


@pytest.mark.parametrize("words", ["雪", "等級", "故障", "電話"])
def test_no_reading_stands_in_an_excerpt(page, words):
    typed(page, words)
    page.wait_for_function("() => document.querySelector('.search-results mark')")
    shown = page.locator(".search-results p").all_inner_texts()
    assert not [text for text in shown if re.search(r"（[ぁ-ん]+）|(?:[ぁ-んー]+ ){4}", text)], shown
    assert all(text.endswith("。") for text in shown), shown
    assert set(page.locator(".search-results mark").all_inner_texts()) == {words}


@pytest.mark.parametrize("words", ["プリウス", "ぷりうす", "ﾌﾟﾘｳｽ", "プリウスの値段", "トヨタ プリウス"])
def test_a_car_leads_to_its_price(page, words):
    typed(page, words)
    first(page).get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/quote/#.*model="))
    expect(page.locator("[data-chosen-name]")).to_contain_text("プリウス", timeout=60_000)


@pytest.mark.parametrize("words", ["N-BOX", "nbox", "Ｎ－ＢＯＸ", "Nーbox", "n‐box", "N―BOX", "n–box", "エヌボックス"])
def test_a_name_with_a_hyphen_is_one_name(page, words):
    typed(page, words)
    expect(first(page).get_by_role("link").first).to_have_text("N-BOXの値段")


def test_every_car_is_found_by_its_name_and_by_its_reading(page):
    cars = json.loads((SITE / "pagefind" / "titles.json").read_text(encoding="utf-8"))["cars"]
    words = [word for name, reading, _ in cars for word in (name, reading) if word]
    page.goto(PAGE)
    assert {word for word, found in zip(words, page.evaluate(FIND, words), strict=True) if "/quote/" not in found[:3]} == set()


def test_a_car_can_be_chosen_on_the_price_page_itself(page):
    typed(page, "プリウス", "/quote/")
    first(page).get_by_role("link").last.click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("[data-chosen-name]")).to_contain_text("プリウス", timeout=60_000)


@pytest.mark.parametrize("words", ["12等級", "１２等級", "12とうきゅう"])
def test_a_grade_leads_to_its_row(page, words):
    typed(page, words)
    expect(first(page).get_by_role("link", name="1-2等級")).to_have_count(0)
    first(page).locator("a.section").first.click()
    expect(page).to_have_url(re.compile("/guide/grades/#grade-12$"))
    expect(page.locator("#grade-12")).to_be_in_viewport()


def test_a_word_still_being_composed_is_not_answered_key_by_key(page):
    page.goto("/about/")
    page.get_by_role("button", name="さがす").click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.wait_for_function("() => document.querySelector('dialog.search').dataset.ready")
    keyboard = page.context.new_cdp_session(page)
    for kana in ("た", "たい", "たいふ"):
        keyboard.send("Input.imeSetComposition", {"text": kana, "selectionStart": len(kana), "selectionEnd": len(kana)})
        page.wait_for_timeout(250)
        expect(page.locator("#search-status")).not_to_contain_text("「")
    keyboard.send("Input.insertText", {"text": "台風"})
    expect(page.locator("#search-status")).to_contain_text("「台風」")
