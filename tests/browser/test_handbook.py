"""The handbook's pages, which no menu and no sitemap names: reachable, not for search engines, without barriers."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations

PAGES = ["", "discount/", "diff/", "playground/"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_barriers_and_fits_a_phone(page, name):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"/handbook/{name}")
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.reload()  # the theme fades its colours, and a fading text has too little contrast for a moment
    assert violations(page) == []


def test_the_way_there_starts_at_the_page_about_the_site(page):
    page.goto("/about/")
    expect(page.locator("header").get_by_role("link", name="編集の手引き")).to_have_count(0)
    page.get_by_role("link", name="編集の手引き").click()
    page.get_by_role("link", name="割引を足す").click()
    expect(page.get_by_text("ドライブレコーダー割引（3％引き")).to_be_visible()
