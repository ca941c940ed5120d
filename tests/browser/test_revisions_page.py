"""Which edition is my contract? The table is there without a script; with one, a day finds its row."""

import re

import pytest
from playwright.sync_api import expect

from site_build.guide_pages.revisions_page import which_edition
from tests.sources import SOURCES

ROWS = re.findall(r'data-from="([^"]*)" data-until="([^"]*)"', which_edition(SOURCES))


@pytest.mark.parametrize(("first", "last"), ROWS)
def test_both_ends_of_a_stretch_find_its_row(page, base_url, first, last):
    page.goto(f"{base_url}/revisions/")
    for day in filter(None, (first, last)):
        page.get_by_label("契約が始まった日").fill(day)
        mine = page.locator("tr.is-mine")
        expect(mine).to_have_count(1)
        expect(mine.locator("[data-said]")).to_have_attribute("data-from", first)
        expect(page.get_by_role("status")).to_have_text(mine.locator("[data-said]").get_attribute("data-said"))


def test_without_a_script_the_table_answers(browser, base_url):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{base_url}/revisions/")
    expect(page.get_by_label("契約が始まった日")).to_be_hidden()
    expect(page.locator("[data-said]")).to_have_count(len(ROWS))
    page.context.close()
