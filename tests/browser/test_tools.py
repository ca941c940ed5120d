"""The five tools as a person uses them: without a script, with answers, by link, on paper, found by search."""

import json
import re

import pytest
from playwright.sync_api import expect

from quote_engine.desk import Desk
from site_build import SITE
from tests.browser.visitor import READY, answers_in, ready, result

TOOLS = {
    "/ideas/": "予算から選ぶ",
    "/overlaps/": "補償の重なりを調べる",
    "/dates/": "始まる日・終わる日",
    "/join/": "この車は入れる？",
    "/grade-check/": "2台目の等級・ほかから移るときの等級",
}


@pytest.fixture(scope="module")
def desk():
    return Desk(next((SITE / "app").glob("book.*.json")).read_text(encoding="utf-8"))


@pytest.mark.parametrize("address", TOOLS)
def test_a_result_stands_without_a_script(browser, base_url, address):
    with browser.new_context(base_url=base_url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text(TOOLS[address])
        expect(result(page).get_by_role("heading").first).to_be_visible()
        expect(page.locator("[data-form]")).to_be_hidden()
        expect(page.locator(".without-script")).to_be_visible()
        assert page.locator(".tool-prose").inner_text().strip()


@pytest.mark.parametrize("address", TOOLS)
def test_the_menu_and_the_list_lead_to_the_tool(page, address):
    page.goto("/tools/")
    page.locator(".group-pages").get_by_role("link", name=re.compile(TOOLS[address][:8])).click()
    expect(page).to_have_url(re.compile(address))
    expect(page.get_by_role("navigation", name="主な案内").get_by_role("link", name="値段を知る")).to_have_attribute("aria-current", "true")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("よさん", "予算から選ぶ"),
        ("かさなり", "補償の重なりを調べる"),
        ("けしいん", "始まる日・終わる日"),
        ("しゃけんしょう", "この車は入れる？"),
        ("せかんどかー", "2台目の等級・ほかから移るときの等級"),
    ],
)
def test_search_finds_the_tools(page, words, title):
    page.goto("/")
    page.get_by_role("button", name="さがす").click()
    page.get_by_role("searchbox", name="言葉でさがす").fill(words)
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text(f"「{words}」")
    assert title in page.locator(".search-results a").all_inner_texts()


def test_a_budget_gives_set_ups_that_the_price_page_confirms(page):
    ready(page, "/ideas/")
    page.get_by_label(re.compile("^掛金の予算")).fill("4500")
    expect(result(page)).to_contain_text("月4,500円までの組み合わせ")
    first = page.locator(".idea").first
    monthly = first.locator(".sums b").first.inner_text()
    assert answers_in(page)["budget"] == "4500"
    first.get_by_role("link", name=re.compile("この組み合わせの内訳を見る")).click()
    expect(page).to_have_url(re.compile("/quote/#"))
    expect(page.locator("[data-status]")).not_to_be_empty(timeout=READY)
    expect(page.locator('[data-price="monthly"]')).to_have_text(monthly)


def test_the_ideas_follow_the_engine(page, desk):
    ready(page, "/ideas/#vehicle_type=kei_passenger&prior_contract=true&grade=15&birth_date=1970-02-03&age_condition=35&own_damage=economy&budget=30000&per=year")
    own = {id_: value for id_, value in answers_in(page).items() if id_ not in ("edition", "sample")}
    request = {"id": 1, "ask": "ideas", "answers": own}
    found = json.loads(desk.reply(json.dumps(request)))["ideas"]
    shown = page.locator(".idea .sums > span:nth-child(2) b").all_inner_texts()
    assert shown == [f"{idea['annual']:,}円" for idea in found["ideas"] or [found["least"]]]


def test_a_budget_that_cannot_be_read_is_told_beside_it(page):
    ready(page, "/ideas/")
    before = result(page).inner_text()
    page.get_by_label(re.compile("^掛金の予算")).fill("たくさん")
    expect(page.locator("#p-budget")).to_contain_text("半角の数字")
    assert result(page).inner_text() == before
    expect(page.locator("[data-stale]")).to_be_visible()


def test_ticks_find_an_overlap_and_the_link_keeps_it(page, context):
    ready(page, "/overlaps/")
    page.get_by_role("group", name="この車の契約に付けるもの").get_by_label("自転車賠償責任補償特約").check()
    page.get_by_role("group", name="住まいる共済").get_by_label("個人賠償責任共済").check()
    expect(result(page)).to_contain_text("重なる補償が1つあります")
    expect(result(page)).to_contain_text("外せません")
    page.wait_for_timeout(300)
    other = context.new_page()
    ready(other, page.url)
    expect(result(other)).to_contain_text("重なる補償が1つあります")
    expect(other.get_by_role("group", name="住まいる共済").get_by_label("個人賠償責任共済")).to_be_checked()


def test_a_quote_s_answers_tell_what_a_change_saves(page):
    ready(page, "/overlaps/#vehicle_type=passenger&birth_date=1980-01-01&age_condition=35&bicycle_liability=true&kokumin_liability=true")
    expect(result(page)).to_contain_text("−1,560円")
    expect(page.get_by_role("group", name="この車の契約に付けるもの").get_by_label("自転車賠償責任補償特約")).to_be_checked()


def test_dates_follow_the_day_of_applying(page):
    ready(page, "/dates/#way=debit_post&applied_on=2026-11-22&due_on=2026-11-27&start_date=2026-12-01")
    expect(result(page)).to_contain_text("2026年11月23日（月・祝 勤労感謝の日）")
    expect(result(page)).to_contain_text("2027年11月30日")
    expect(result(page)).to_contain_text("2027年2月27日")
    page.get_by_label("最初の掛金を現金で払う").check()
    expect(result(page)).to_contain_text("払い込んだ日の次の日")
    page.get_by_label("受け付け・消印・払い込みの日（日）").select_option("28")
    expect(result(page)).to_contain_text("2026年11月29日")
    assert answers_in(page)["way"] == "cash"


def test_a_wish_too_far_ahead_is_told_beside_it(page):
    ready(page, "/dates/#applied_on=2026-11-22&wished_start=2027-01-31&start_date=2026-12-01")
    expect(page.locator("#p-wished_start")).to_contain_text("30日先まで")


def test_a_truck_with_a_dump_body_is_refused_with_its_reason(page):
    ready(page, "/join/")
    page.get_by_label("車の種類").select_option("cargo")
    page.get_by_label("ダンプ装置がある").check()
    expect(result(page)).to_contain_text("お引き受けできません")
    expect(result(page).get_by_role("link", name="この決まり")).to_have_attribute("href", re.compile("eligibility/#L"))
    page.get_by_label("車の種類").select_option("kei_cargo")
    expect(result(page)).to_contain_text("この車は入れます")


def test_another_insurer_s_20_stays_20(page):
    ready(page, "/grade-check/")
    expect(result(page)).to_contain_text("7等級から始まります")
    page.get_by_label("いまの契約から移る・更新する").check()
    expect(result(page)).to_contain_text("20等級から始まります")
    assert page.locator("#q-previous_grade option:not([hidden])").all_inner_texts()[0] == "20等級"
    page.get_by_label("マイカー共済", exact=True).check()
    expect(result(page)).to_contain_text("21等級から始まります")
    result(page).get_by_role("link", name="この等級で値段を見る").click()
    expect(page).to_have_url(re.compile("grade=21"))


@pytest.mark.parametrize("address", TOOLS)
def test_paper_carries_the_result_and_the_way_back(page, address):
    ready(page, address)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("[data-print-line]")).to_contain_text("作った日")
    expect(page.locator("[data-print-line]")).to_contain_text(address)
    expect(page.locator("[data-form]")).to_be_hidden()
    expect(result(page)).to_be_visible()


def test_the_enumeration_is_quick(page):
    """What the issue allows is 150 ms; a busy machine gets three times as much here, the benchmark is exact."""
    ready(page, "/ideas/#vehicle_type=passenger&prior_contract=true&grade=11&birth_date=1981-05-20&age_condition=35")
    took = page.evaluate(
        """async () => {
          const { createEngine } = await import("/assets/js/engine/engine-client.js");
          const engine = createEngine({});
          const answers = { vehicle_type: "passenger", prior_contract: "true", grade: "11", birth_date: "1981-05-20", age_condition: "35",
            start_date: "2027-01-01", own_damage: "general", personal_injury: "unlimited", budget: "4000" };
          const times = [];
          for (let round = 0; round < 7; round += 1) {
            const start = performance.now();
            await engine.ask({ ask: "ideas_page", answers: { ...answers, budget: String(3000 + 500 * round) } });
            times.push(performance.now() - start);
          }
          return times.slice(1).sort((a, b) => a - b);
        }"""
    )
    print("ideas, ms:", [round(each) for each in took])
    assert took[len(took) // 2] < 450
