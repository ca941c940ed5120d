"""axe-core finds nothing: every page, light and dark, on a phone and on a wide screen."""

import pytest

from site_build import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def browser_context_args(browser_context_args):
    # axe is put into the page, which the policy rightly forbids to anybody else.
    return {**browser_context_args, "bypass_csp": True}


def violations(page):
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run(document, { runOnly: tags }).then(result => result.violations)", TAGS)
    return [f"{rule['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing(page, site_page, colours, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=colours)
    page.goto(site_page)
    assert violations(page) == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_the_search(page, colours):
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(color_scheme=colours)
    page.goto("/")
    page.get_by_role("button", name="さがす").click()
    page.get_by_role("searchbox").fill("等級")
    page.locator(".search-results a").first.wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_the_menu(page, colours):
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(color_scheme=colours)
    page.goto("/")
    page.get_by_text("メニュー", exact=True).click()
    assert violations(page) == []
