"""From a page about price into the calculator: the button brings the choice along, and the price is the one the page tells."""

from playwright.sync_api import expect

from site_build.guide_tables.compulsory import INJURY
from site_build.guide_tables.discounts import answers_for, saving
from site_build.guide_tables.quotes import example_with
from tests.browser.visitor import answers_in, wait_ready
from tests.sources import SOURCES


def test_a_discounts_button_opens_the_price_with_it(page):
    page.goto("/guide/discounts/")
    page.locator("#aeb ~ p .btn").first.click()
    wait_ready(page)
    expect(page.locator('[data-price="annual"]')).to_have_text(f"{example_with(SOURCES, **answers_for(SOURCES, 'aeb'))['annual']:,}円")
    assert answers_in(page)["aeb"] == "true"
    assert saving(SOURCES, "aeb") < 0


def test_a_grade_of_the_table_opens_its_price(page):
    page.goto("/guide/grades/")
    page.get_by_role("link", name="20等級", exact=True).click()
    wait_ready(page)
    assert answers_in(page)["grade"] == "20"


def test_a_story_opens_the_payout(page):
    page.goto("/guide/compulsory/")
    page.get_by_role("link", name="この事故の全体を見る").click()
    wait_ready(page)
    given = answers_in(page)
    assert given["accident"] == "car_collision"
    assert given[f"{INJURY}_loss"] == "2500000"
