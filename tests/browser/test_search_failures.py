"""The search when something is missing: its script, its index, the browser's knowledge of words."""

import re

import pytest
from playwright.sync_api import expect

AWAY = "いまは探せません"


def opened(page, address="/about/"):
    page.goto(address)
    page.get_by_role("button", name="さがす").click()
    return page.get_by_role("dialog")


@pytest.mark.parametrize("lost", ["search", "search-list", "search-text", "search-fold"])
def test_a_dialog_without_its_script_says_so_closes_and_tries_again(page, lost):
    part = re.compile(rf"/site/{lost}\.js")
    page.route(part, lambda route: route.abort())
    dialog = opened(page)
    expect(dialog.get_by_role("status")).to_contain_text(AWAY)
    dialog.get_by_role("button", name="とじる").click()
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="さがす").click()
    page.mouse.click(5, 500)  # the ground around the dialog
    expect(page.locator("dialog.search")).to_be_hidden()
    page.unroute(part)
    page.get_by_role("button", name="さがす").click()
    page.get_by_role("searchbox").fill("台風")
    expect(dialog.get_by_role("status")).to_contain_text("「台風」")


def test_a_failed_script_is_asked_for_under_a_fresh_address(page):
    asked = []
    page.route(re.compile(r"/site/search(-fold)?\.js"), lambda route: (asked.append(route.request.url), route.abort()))
    dialog = opened(page)
    expect(dialog.get_by_role("status")).to_contain_text(AWAY)
    page.get_by_role("searchbox").fill("台風")
    page.wait_for_timeout(500)
    assert len(asked) == len(set(asked)) > 1


def test_a_script_that_never_comes_is_told_of(page):
    page.route(re.compile(r"/site/search\.js"), lambda _: None)
    expect(opened(page).get_by_role("status")).to_contain_text(AWAY)


def test_without_the_full_text_the_titles_answer(page):
    page.route(re.compile(r"/pagefind/(?!titles)"), lambda route: route.abort())
    dialog = opened(page)
    page.get_by_role("searchbox").fill("台風")
    expect(dialog.get_by_role("status")).to_contain_text("いまは本文を探せません")
    expect(dialog.locator("ol").get_by_role("link", name="台風・大雨・雪で請求する")).to_be_visible()


def test_without_titles_the_next_words_try_again(page):
    page.route(re.compile("/pagefind/titles"), lambda route: route.abort())
    dialog = opened(page)
    page.get_by_role("searchbox").fill("地震")
    expect(dialog.get_by_role("status")).to_contain_text(AWAY)
    expect(dialog.get_by_role("link", name="だれに聞く？")).to_be_visible()
    page.unroute(re.compile("/pagefind/titles"))
    page.get_by_role("searchbox").fill("台風")
    expect(dialog.get_by_role("status")).to_contain_text("「台風」")


def test_a_browser_that_cannot_cut_words_searches(page):
    def without(route):
        answer = route.fetch()
        route.fulfill(response=answer, body="delete Intl.Segmenter;\n" + answer.text())

    page.add_init_script("delete Intl.Segmenter")
    page.route(re.compile(r"/pagefind/pagefind-worker\.js"), without)
    dialog = opened(page)
    for words in ("けしいん", "免許証の更新の日", "車をぶつけた", "年末調整"):
        page.get_by_role("searchbox").fill(words)
        expect(dialog.get_by_role("status")).to_contain_text(f"「{words}」")
        expect(dialog.locator("ol > li").first).to_be_visible()
