"""The two pages that look ahead, as a person uses them: accidents, a link, a wrong answer, no script, paper, a phone."""

import json
import re

import pytest
from playwright.sync_api import expect

from quote_engine.desk import Desk
from site_build import SITE
from tests.browser.visitor import READY, answers_in, wait_ready

MEMBER = "vehicle_type=passenger&prior_contract=true&grade=13&birth_date=1976-06-15&age_condition=35&class_basic=9&own_damage=general&class_vehicle=9"


def ready(page, address="/outlook/"):
    page.goto("about:blank")
    page.goto(address)
    wait_ready(page)


def contract(page):
    page.locator('details[data-key="section-contract"] > summary').click()


def year(page, number):
    return page.locator("table.years tbody tr").nth(number)


@pytest.fixture(scope="module")
def desk():
    return Desk(next((SITE / "app").glob("book.*.json")).read_text(encoding="utf-8"))


@pytest.mark.parametrize("address", ["/outlook/", "/use-or-pay/"])
def test_a_real_result_stands_before_any_script(browser, base_url, address):
    with browser.new_context(base_url=base_url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        assert re.search(r"[\d,]+円", page.locator(".answer").inner_text())
        expect(page.get_by_role("img", name=re.compile("折れ線グラフ"))).to_be_visible()
        expect(page.get_by_text("見本の人の結果だけを出しています")).to_be_visible()
        expect(page.locator("[data-form]")).to_be_hidden()
        assert page.locator("[data-table] tbody tr").count() >= 10
        expect(page.get_by_role("heading", name="入れていないこと")).to_be_visible()


def test_the_pamphlets_example_in_the_table(page):
    ready(page, f"/outlook/#{MEMBER}&years=5&accidents=1.three_down")
    for number, (grade, years) in enumerate([("13", "なし"), ("10", "3年"), ("11", "2年"), ("12", "1年"), ("13", "なし")]):
        expect(year(page, number).get_by_role("cell", name=f"{grade}等級", exact=True)).to_be_visible()
        expect(year(page, number).get_by_role("cell", name=years, exact=True)).to_be_visible()
    expect(year(page, 1)).to_contain_text("1年目の3等級ダウン事故が、ここから響きます。")


def test_accidents_are_added_changed_and_taken_away(page):
    ready(page, f"/outlook/#{MEMBER}")
    expect(page.locator(".answer")).to_contain_text("10年後は 22等級")
    page.get_by_role("button", name="事故を足す").click()
    expect(page.locator("[data-accidents] li")).to_have_count(1)
    expect(page.get_by_label("いつ").first).to_be_focused()
    expect(year(page, 1)).to_contain_text("10等級")
    expect(page).to_have_url(re.compile("accidents=1.three_down$"))
    page.get_by_label("どんな事故").select_option("one_down")
    expect(year(page, 1)).to_contain_text("12等級")
    page.get_by_label("いつ").select_option("2")
    expect(year(page, 1)).to_contain_text("14等級")
    expect(year(page, 2)).to_contain_text("13等級")
    page.get_by_role("button", name="事故を足す").click()
    expect(page).to_have_url(re.compile("accidents=2.one_down,3.one_down$"))
    page.reload()
    expect(page.locator("[data-accidents] li")).to_have_count(2)
    expect(year(page, 3)).to_contain_text("12等級", timeout=READY)
    page.get_by_role("button", name=re.compile("契約2年目")).click()
    page.get_by_role("button", name=re.compile("契約3年目")).click()
    expect(page.get_by_role("button", name="事故を足す")).to_be_focused()
    expect(page.locator(".chart path")).to_have_count(1)
    expect(page).not_to_have_url(re.compile("accidents="))


def test_an_accident_beyond_the_years_waits(page):
    ready(page, f"/outlook/#{MEMBER}&years=10&accidents=8.three_down")
    page.get_by_label("どこまで見通すか").select_option("5")
    expect(page.locator("table.years tbody tr")).to_have_count(6)
    expect(page.get_by_text("見通す年より先なので")).to_be_visible()
    page.get_by_label("どこまで見通すか").select_option("15")
    expect(page.locator("table.years tbody tr")).to_have_count(16)
    expect(year(page, 8)).to_contain_text("17等級")


def test_the_figures_are_the_engines(page, desk):
    ready(page, f"/outlook/#{MEMBER}&years=15&accidents=2.three_down,2.one_down,9.six_down")
    own = answers_in(page)
    accidents = [{"year": 2, "kind": "three_down"}, {"year": 2, "kind": "one_down"}, {"year": 9, "kind": "six_down"}]
    asked = {id_: value for id_, value in own.items() if id_ not in ("edition", "accidents")} | {"accidents": accidents}
    rows = json.loads(desk.reply(json.dumps({"id": 1, "ask": "outlook", "answers": asked})))["outlook"]["years"]
    assert [f"{row['annual']:,}円" for row in rows] == page.locator("table.years b").all_inner_texts()


def test_a_first_contract_and_a_moped(page):
    ready(page, f"/outlook/#{MEMBER}")
    contract(page)
    page.get_by_label("前の契約がある").uncheck()
    expect(year(page, 0)).to_contain_text("6等級")
    expect(year(page, 0)).to_contain_text("+7%")
    expect(page.get_by_label("等級", exact=True)).to_be_hidden()
    page.get_by_label("車の種類").select_option("moped")
    expect(page.locator("table.years thead th")).to_have_count(3)


def test_a_wrong_answer_keeps_the_last_result_and_says_why(page):
    ready(page, f"/outlook/#{MEMBER}")
    contract(page)
    before = page.locator(".answer").inner_text()
    page.get_by_label("生年月日（年）").select_option("")
    expect(page.get_by_text("生年月日を入れてください")).to_be_visible()
    expect(page.get_by_text("その前の結果です")).to_be_visible()
    assert page.locator(".answer").inner_text() == before


def test_the_price_page_leads_here_with_its_answers_and_back(page):
    page.goto(f"/quote/#{MEMBER}")
    expect(page.locator("[data-progress]")).to_be_hidden(timeout=READY)
    link = page.locator(".onward").get_by_role("link", name="等級と掛金の見通し")
    expect(link).to_have_attribute("href", re.compile("grade=13"))
    annual = page.locator('[data-price="annual"]').inner_text()
    link.click()
    expect(year(page, 0)).to_contain_text(annual, timeout=READY)
    page.get_by_role("link", name=re.compile("^使う？ 自分で払う？")).last.click()
    expect(page).to_have_url(re.compile("/use-or-pay/#.*grade=13"))
    expect(page.locator("table.later")).to_contain_text("10等級", timeout=READY)
    page.go_back()
    expect(year(page, 0)).to_contain_text(annual, timeout=READY)


def test_a_link_of_another_day_says_what_changed(page):
    ready(page, f"/outlook/#{MEMBER}&start_date=2024-05-01")
    expect(page.get_by_text("このリンクの開始日（2024年5月1日）は過ぎました")).to_be_visible()


def test_the_repair_decides(page):
    ready(page, f"/use-or-pay/#{MEMBER}&own_damage_deductible=100000")
    loss = page.get_by_label("修理代（万円）")
    loss.fill("15")
    expect(page.locator(".verdict")).to_contain_text("自分で払うほうが")
    loss.fill("９０")
    expect(page.locator(".verdict")).to_contain_text("修理代が 90万円 なら、使うほうが")
    expect(page).to_have_url(re.compile("own_damage_loss=900000"))
    equal = re.search(r"修理代 (.+) が分かれ目", page.locator(".answer").inner_text())[1]
    expect(page.locator(".chart .mark text")).to_have_text(equal)
    page.get_by_label("1等級ダウン事故").check()
    expect(page.locator(".answer")).not_to_contain_text(equal)
    loss.fill("たくさん")
    expect(page.locator("#p-own_damage_loss")).to_be_visible()
    expect(page.get_by_text("その前の結果です")).to_be_visible()
    expect(page).to_have_url(re.compile("own_damage_loss=%E3"))
    page.reload()
    expect(page.get_by_label("1等級ダウン事故")).to_be_checked(timeout=READY)
    expect(loss).to_have_value("たくさん", timeout=READY)


def test_without_own_damage_the_question_says_so(page):
    ready(page, "/use-or-pay/#" + MEMBER.replace("own_damage=general", "own_damage=none"))
    expect(page.locator("#p-own_damage")).to_contain_text("車両損害を付けていない")
    page.get_by_label("一般補償").check()
    expect(page.locator("#p-own_damage")).to_be_hidden()
    expect(page.locator("[data-stale]")).to_be_hidden()


def test_only_the_newest_answer_is_painted(page):
    ready(page, f"/use-or-pay/#{MEMBER}")
    loss = page.get_by_label("修理代（万円）")
    loss.fill("")
    loss.press_sequentially("123", delay=5)
    expect(page.locator(".verdict")).to_contain_text("修理代が 123万円 なら")
    page.wait_for_timeout(400)
    expect(page.locator(".verdict")).to_contain_text("修理代が 123万円 なら")


def test_a_start_that_fails_is_said_and_can_be_tried_again(page, context):
    context.route("**/app/manifest.json", lambda route: route.abort())
    page.goto(f"/outlook/#{MEMBER}")
    expect(page.get_by_text("この端末では計算を始められませんでした。")).to_be_visible(timeout=READY)
    expect(page.locator(".answer")).to_be_visible()
    context.unroute("**/app/manifest.json")
    page.get_by_role("button", name="もう一度ためす").click()
    expect(year(page, 0)).to_contain_text("13等級", timeout=READY)
    assert answers_in(page)["grade"] == "13"


@pytest.mark.parametrize("address", [f"/outlook/#{MEMBER}&years=15&accidents=1.three_down,8.one_down", f"/use-or-pay/#{MEMBER}"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_runs_over_the_edge_and_the_chart_is_readable(page, address, width):
    page.set_viewport_size({"width": width, "height": 740})
    ready(page, address)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    sizes = page.locator(".chart text").evaluate_all("all => all.map(one => one.getBoundingClientRect()).map(({left, right}) => [left, right])")
    frame = page.locator(".slip").bounding_box()
    assert all(frame["x"] <= left and right <= frame["x"] + frame["width"] for left, right in sizes)
    fonts = page.locator(".chart text").evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert min(fonts) >= 16


@pytest.mark.parametrize("address", ["/outlook/", "/use-or-pay/"])
def test_paper_has_the_result_and_no_controls(page, address):
    ready(page, address)
    page.emulate_media(media="print")
    expect(page.locator(".chart")).to_be_visible()
    expect(page.locator("[data-table] table")).to_be_visible()
    expect(page.locator("[data-form]")).to_be_hidden()
    expect(page.get_by_role("button", name="印刷する")).to_be_hidden()
