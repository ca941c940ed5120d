"""The price page around the day on which a made-up edition of 2027-04-01 begins: told, tried, linked, and links of older days."""

import json
import re
import shutil
from datetime import date

import pytest
from playwright.sync_api import expect

from site_build import SITE
from site_build.browser_python.runtime import write_runtime
from site_build.calculators.outlook_pages import outlook_form
from site_build.calculators.quote_page import quote_form
from site_build.serving.server import SiteServer
from site_build.sources import Sources
from tests import edition_2027
from tests.browser.visitor import READY, answered, answers_in, ready

MARCH, MAY = "2027-03-20", "2027-05-01"
MOVED = """migrations:
  - {question: beginner, to: second_car, message: 2台目の聞き方が変わりました。}
  - {question: licence, message: 免許の色は聞かなくなりました。}
"""
CAR = "vehicle_type=passenger&class_basic=9&class_vehicle=9&grade=11&prior_contract=true&birth_date=1981-05-20&age_condition=35&own_damage=general"


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The built site with its price page, outlook and book made from data of two editions, as on 20 March 2027."""
    root = tmp_path_factory.mktemp("two")
    data = edition_2027.make(root)
    file = data / "migrations.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("migrations:\n", MOVED, 1), encoding="utf-8")
    sources = Sources(data, today=date.fromisoformat(MARCH))
    site = root / "site"
    shutil.copytree(SITE, site, ignore=shutil.ignore_patterns("videos", "pagefind", "handbook"))
    manifest = site / "app" / "manifest.json"
    more = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(more | write_runtime(site, sources.book_json)), encoding="utf-8")
    for name, form in (("quote", quote_form), ("outlook", outlook_form)):
        put(site / name / "index.html", form(sources))
    return site


def put(file, body):
    """Replace the page's working part, which ends with the block of its data."""
    html = file.read_text(encoding="utf-8")
    start, end = html.index('<div class="quote'), html.index("</script></div>") + len("</script></div>")
    file.write_text(html[:start] + body + html[end:], encoding="utf-8")


@pytest.fixture(scope="session")
def home(site):
    with SiteServer(site) as server:
        yield server.url


@pytest.fixture
def browser_context_args(browser_context_args, home):
    return {**browser_context_args, "base_url": home}


@pytest.fixture
def page(page):
    page.set_viewport_size({"width": 360, "height": 800})
    page.clock.set_fixed_time(f"{MARCH}T12:00:00+09:00")
    return page


def box(page):
    return page.locator("[data-other-edition]")


def annual(page):
    return yen(page.locator('[data-price="annual"]').inner_text())


def yen(text):
    return int(re.sub(r"[^\d−]", "", text).replace("−", "-"))


def told(page):
    """The difference in the headline of the box."""
    answered(page)
    return yen(box(page).locator("b .nw").inner_text())


def test_it_stands_there_before_any_script_and_tells_why(browser, home):
    with browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{home}/quote/")
        expect(box(page)).to_contain_text("2027年4月1日以後に始めると、年 +")
        expect(box(page)).to_contain_text("車両損害：基本の掛金 42,000円 → 43,000円")
        expect(box(page).get_by_role("button")).to_be_hidden()


def test_one_button_leads_there_and_back_and_the_price_is_the_one_told(page):
    ready(page, f"/quote/#{CAR}&start_date=2027-03-25")
    before, difference = annual(page), told(page)
    expect(page.locator('[data-question="dashcam"]')).to_have_attribute("hidden", "")
    button = box(page).get_by_role("button", name="4月1日に始める値段を見る")
    button.focus()
    page.keyboard.press("Enter")
    expect(box(page)).to_contain_text("2027年3月25日までに始めると", timeout=READY)
    assert annual(page) == before + difference
    assert told(page) == -difference
    assert answers_in(page)["start_date"] == "2027-04-01"
    assert answers_in(page)["edition"] == "2027-04"
    expect(page.locator('[data-question="dashcam"]')).not_to_have_attribute("hidden", "")
    expect(page.locator("[data-status]")).to_contain_text("2027年3月25日までに始めると、年 −")
    expect(box(page).get_by_role("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(box(page)).to_contain_text("2027年4月1日以後に始めると", timeout=READY)
    assert (annual(page), answers_in(page)["start_date"]) == (before, "2027-03-25")


def test_the_link_of_a_start_in_the_coming_edition_opens_as_it_was(page, context):
    ready(page, f"/quote/#{CAR}&start_date=2027-04-02")
    price = annual(page)
    assert answers_in(page)["edition"] == "2027-04"
    other = context.new_page()
    other.clock.set_fixed_time(f"{MARCH}T12:00:00+09:00")
    ready(other, page.url)
    assert annual(other) == price
    expect(other.locator("[data-link-note]")).to_be_hidden()


def test_too_early_to_apply_there_is_a_day_instead_of_a_button(page):
    page.clock.set_fixed_time("2027-02-11T12:00:00+09:00")
    ready(page, f"/quote/#{CAR}&start_date=2027-02-12")
    expect(box(page)).to_contain_text("申し込みは2027年3月2日からできます。", timeout=READY)
    expect(box(page).get_by_role("button")).to_have_count(0)


def test_far_from_the_day_nothing_is_said(page):
    page.clock.set_fixed_time("2026-11-22T12:00:00+09:00")
    ready(page, "/quote/")
    expect(box(page)).to_be_hidden()


def test_an_ended_choice_says_what_becomes_of_it(page):
    ready(page, f"/quote/#{CAR}&property_deductible=50000&start_date=2027-03-25")
    expect(box(page)).to_contain_text("対物賠償の自己負担額5万円は、2027年4月1日からなくなりました。", timeout=READY)
    page.get_by_role("button", name="4月1日に始める値段を見る").click()
    expect(page.locator("[data-notes]")).to_contain_text("2027年4月1日からなくなりました。", timeout=READY)


@pytest.mark.parametrize("place", ["quote", "outlook"])
def test_an_old_link_says_what_changed_and_why(page, place):
    page.clock.set_fixed_time(f"{MAY}T12:00:00+09:00")
    ready(page, f"/{place}/#{CAR}&start_date=2027-03-21&edition=2020-04")
    note = page.locator("[data-link-note]")
    expect(note).to_contain_text("このリンクの開始日（2027年3月21日）は過ぎました。", timeout=READY)
    expect(note).to_contain_text("別の料率の版（2020年4月1日版）")
    expect(note).to_contain_text(re.compile("年払は \\+[\\d,]+円 変わります。"))
    expect(note).to_contain_text("車両損害：基本の掛金 42,000円 → 43,000円")
    note.locator("summary").click()
    expect(note.locator("tbody tr")).to_have_count(1)
    found = answers_in(page)
    assert (found["start_date"], found["edition"]) == ("2027-05-02", "2027-04")


@pytest.mark.parametrize("place", ["quote", "outlook"])
def test_names_that_changed_are_told_and_kept_under_the_new_ones(page, place):
    ready(page, f"/{place}/#vehicle_type=passenger&birth_date=1981-05-20&beginner=true&licence=gold&start_date=2027-03-25&edition=2020-04")
    note = page.locator("[data-link-note]")
    expect(note).to_contain_text("2台目の聞き方が変わりました。", timeout=READY)
    expect(note).to_contain_text("免許の色は聞かなくなりました。")
    found = answers_in(page)
    assert found["second_car"] == "true"
    assert not {"beginner", "licence"} & found.keys()


def test_saved_answers_and_kept_set_ups_keep_old_names_working(page):
    kept = "vehicle_type%3Dpassenger%26birth_date%3D1981-05-20%26beginner%3Dtrue"
    ready(page, "/quote/")
    page.evaluate("text => localStorage.setItem('mycar-quote', text)", f"#{CAR}&licence=gold&keep={kept}&start_date=2027-03-25&edition=2020-04")
    page.reload()
    page.get_by_role("button", name="続きから始める").click()
    expect(page.locator("[data-link-note]")).to_contain_text("免許の色は聞かなくなりました。", timeout=READY)
    expect(page.locator("[data-kept]")).to_contain_text("残した設定 1", timeout=READY)
    expect(page.locator("[data-kept]")).not_to_contain_text("掛金が出ません")


def test_it_fits_a_phone_a_desk_and_paper(page):
    ready(page, f"/quote/#{CAR}&start_date=2027-03-25")
    answered(page)
    box(page).locator("summary").click()
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        for target in box(page).locator("summary, button").all():
            assert target.bounding_box()["height"] >= 44
    page.emulate_media(media="print")
    expect(box(page)).to_contain_text("2027年4月1日以後に始めると")
    expect(box(page)).to_be_visible()
    expect(box(page).get_by_role("button")).to_be_hidden()
