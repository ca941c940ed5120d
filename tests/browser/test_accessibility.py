"""axe-core finds nothing in what opens over a page. The pages themselves are seen in test_pages.py."""

import pytest

from tests.browser.axe import violations


@pytest.fixture(params=["light", "dark"])
def start(page, request):
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(color_scheme=request.param)
    page.goto("/")
    return page


def test_axe_finds_nothing_in_the_search(start):
    start.get_by_role("button", name="さがす").click()
    start.get_by_role("searchbox").fill("等級")
    start.locator(".search-results a").first.wait_for()
    assert violations(start) == []


def test_axe_finds_nothing_in_the_menu(start):
    start.get_by_text("メニュー", exact=True).click()
    start.get_by_role("navigation", name="メニュー").get_by_text("用語・一覧").click()
    assert violations(start) == []
