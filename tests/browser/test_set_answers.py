"""A button of the guide opens the price page with its choice set; what it leaves open is the sample's, and says so."""

from playwright.sync_api import expect

from site_build.calculators.set_answers import quote_fragment
from tests.sources import SOURCES


def test_a_choice_of_the_guide_is_set_on_the_price_page(page):
    page.goto(f"/quote/{quote_fragment(SOURCES, {'own_damage': 'economy'})}")
    expect(page.locator(".slip")).to_contain_text("エコノミー、")
    expect(page.locator("[data-sample-mark=grade]")).to_be_visible()
