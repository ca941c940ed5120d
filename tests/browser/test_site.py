"""What the site does as a whole: search, menu, doors, colours, headers. What every page promises stands in test_pages.py."""

import re
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

PHONE = {"width": 360, "height": 640}


def search(page, words):
    page.goto("/")
    page.get_by_role("button", name="さがす").click()
    page.get_by_role("searchbox", name="言葉でさがす").fill(words)
    status = page.get_by_role("dialog").get_by_role("status")
    expect(status).to_contain_text(f"「{words}」")
    return page.locator(".search-results a").all_inner_texts()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("等級", "料率と計算の順番"),
        ("弁護士費用", "料率と計算の順番"),
        ("車両損害", "料率と計算の順番"),
        ("とうきゅう", "料率と計算の順番"),
        ("くるま", "値段を知る"),
        ("みつもり", "値段を知る"),
        ("事故受付", "このサイトについて"),
        ("個人情報", "個人情報の扱い"),
        ("こじんじょうほう", "個人情報の扱い"),
    ],
)
def test_search_finds_compounds_and_readings(page, words, title):
    assert title in search(page, words)


def test_search_says_when_nothing_is_found(page):
    assert search(page, "ヘリコプター") == []
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("見つかりません")


def test_search_does_not_list_raw_data(page):
    assert not [title for title in search(page, "等級") if title.startswith("data/")]


def test_search_closes_with_escape_and_gives_the_focus_back(page):
    page.goto("/")
    button = page.get_by_role("button", name="さがす")
    button.click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_search_is_fetched_only_when_wanted(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/", wait_until="networkidle")
    assert not [url for url in asked if "pagefind" in url]


def test_menu_on_a_phone(page):
    page.set_viewport_size(PHONE)
    page.goto("/")
    page.get_by_text("メニュー", exact=True).click()
    menu = page.get_by_role("navigation", name="メニュー")
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    page.get_by_text("メニュー", exact=True).click()
    menu.get_by_text("用語・一覧").click()
    menu.get_by_role("link", name="このサイトについて").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("このサイトについて")


def test_three_doors_stand_on_the_first_screens_of_a_phone(page):
    page.set_viewport_size(PHONE)
    page.goto("/")
    doors = page.get_by_role("navigation", name="3つの入口").get_by_role("link")
    expect(doors).to_have_count(3)
    bottoms = [door.bounding_box()["y"] + door.bounding_box()["height"] for door in doors.all()]
    assert max(bottoms) <= 720, "a swipe of the thumb at most"
    assert page.locator("form.short").bounding_box()["y"] > max(bottoms)


@pytest.mark.parametrize(("door", "address"), [("値段を知る", "/quote/"), ("契約の手続きを調べる", "/contract/")])
def test_a_door_leads_into_its_group(page, door, address):
    page.goto("/")
    page.get_by_role("navigation", name="3つの入口").get_by_role("link", name=door).click()
    page.wait_for_url(re.compile(address))


def test_the_number_after_an_accident_is_one_tap_away(page):
    page.set_viewport_size(PHONE)
    page.goto("/")
    page.get_by_role("link", name="事故・災害にあった").click()
    number = page.get_by_role("link", name="0120-0889-24").first
    expect(number).to_be_in_viewport()
    expect(number).to_have_attribute("href", "tel:0120088924")


def test_the_menu_on_a_wide_screen_names_five_groups(page):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/about/")
    groups = page.get_by_role("navigation", name="主な案内").get_by_role("link")
    expect(groups).to_have_text(["値段を知る", "事故・災害", "契約の手続き", "補償を知る", "用語・一覧"])
    expect(groups.last).to_have_attribute("aria-current", "true")


def test_the_first_page_of_a_group_lists_the_others(page):
    page.goto("/accident/")
    listed = page.get_by_role("navigation", name="「事故・災害」のページ")
    listed.get_by_role("link").first.click()
    path = page.get_by_role("navigation", name="現在の位置")
    path.get_by_role("link", name="事故・災害").click()
    page.wait_for_url(re.compile(r"/accident/$"))


def test_colours_follow_the_device_and_then_the_choice(page):
    ground = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    dark = page.evaluate(ground)
    page.get_by_role("button", name="明るい").click()
    light = page.evaluate(ground)
    assert light != dark
    page.goto("/about/")
    assert page.evaluate(ground) == light
    expect(page.get_by_role("button", name="明るい")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="端末に合わせる").click()
    assert page.evaluate(ground) == dark
    assert page.evaluate("localStorage.length") == 0


def test_three_answers_open_the_price_page(page):
    page.goto("/")
    page.get_by_label("車", exact=True).select_option("kei_passenger")
    page.get_by_label("等級").select_option("15")
    page.get_by_label("年", exact=True).select_option("1979")
    page.get_by_label("月", exact=True).select_option("2")
    assert page.locator("#day option:disabled").all_inner_texts() == ["29", "30", "31"]
    page.get_by_label("日", exact=True).select_option("28")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="この3つで値段を見る").click()
    page.wait_for_url(re.compile(r"/quote/#.*birth_date=1979-02-28"))
    assert "vehicle_type=kei_passenger" in page.url
    assert "grade=15" in page.url
    assert not [url for url in asked if "1979" in url.partition("#")[0]]


def test_no_grade_is_asked_for_a_moped(page):
    page.goto("/")
    page.get_by_label("車", exact=True).select_option("moped")
    expect(page.get_by_label("等級")).to_be_hidden()


def test_without_script_everything_to_read_is_there(browser, base_url):
    context = browser.new_context(java_script_enabled=False, base_url=base_url, viewport=PHONE)
    page = context.new_page()
    page.goto("/")
    expect(page.locator(".sum .price")).to_contain_text("円")
    expect(page.get_by_role("link", name="事故・災害にあった")).to_be_visible()
    expect(page.get_by_role("button", name="さがす")).to_be_hidden()
    page.get_by_role("button", name="この3つで値段を見る").click()
    assert page.url.rstrip("?").endswith("/quote/")
    context.close()


def test_a_figure_leads_to_its_line(page):
    page.set_viewport_size(PHONE)
    page.goto("/rates/data/editions/2020-04-01/grades/#L14")
    line = page.locator("#L14")
    expect(line).to_be_in_viewport()
    plain = page.locator("#L13").evaluate("e => getComputedStyle(e).backgroundColor")
    assert line.evaluate("e => getComputedStyle(e).backgroundColor") != plain


def test_wrong_addresses_answer_404_with_a_way_on(page):
    answer = page.goto("/nowhere/at/all/")
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("ページが見つかりません")
    page.get_by_role("article").get_by_role("link", name="値段を知る").click()
    page.wait_for_url(re.compile(r"/quote/"))


def test_answers_carry_the_headers(base_url):
    with urlopen(base_url + "/") as answer:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
