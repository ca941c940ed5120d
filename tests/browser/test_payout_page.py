"""The payout's page as a person uses it: a picture, the questions it asks, a link, a wrong answer, no script; and Python alike in both hosts."""

import json
import re

import pytest
from playwright.sync_api import expect

from quote_engine.desk import Desk
from site_build import SITE
from tests.browser import visitor
from tests.browser.visitor import answers_in, result
from tests.quote_engine.test_payout_cases import CASES, TOLD

PHONE = {"width": 360, "height": 740}


def ready(page, address="/payout/"):
    visitor.ready(page, address)


def test_the_sample_is_a_real_result_and_stays_when_python_is_ready(page):
    page.goto("/payout/")
    before = result(page).inner_text()
    assert "あなたの負担は" in before
    ready(page)
    assert result(page).inner_text() == before


def test_a_picture_asks_only_what_matters_and_answers_at_once(page):
    ready(page)
    page.get_by_role("radio", name="盗難").check()
    expect(result(page)).to_contain_text("1等級下がる事故です。")
    expect(page.get_by_label("自分の過失")).to_be_hidden()
    expect(page.get_by_label("運転していた人", exact=True)).to_be_hidden()
    page.get_by_label("自分の車の損害").fill("150")
    expect(result(page)).to_contain_text("損害 150万円")
    assert answers_in(page)["accident"] == "theft"
    assert answers_in(page)["own_damage_loss"] == "1500000"
    assert "third_party_injury_loss" not in answers_in(page)


def test_bars_and_table_show_the_same_figures(page):
    ready(page)
    expect(result(page).locator(".bars li")).to_have_count(3)
    assert [row.split()[-1] for row in page.locator(".bearers tbody tr").all_inner_texts()] == ["120万円", "105万円", "72万円", "50万円", "39万円", "4万円"]
    widths = result(page).locator(".bars li").first.locator(".bb rect").evaluate_all("rects => rects.map(rect => rect.getBBox().width)")
    whole = result(page).locator(".bars li .bb").first.evaluate("bar => bar.getBoundingClientRect().width")
    assert abs(sum(widths) - whole) < 2
    assert widths[0] > widths[1] > widths[-1]


def test_a_zero_has_its_reason_and_another_cover_would_have_paid(page):
    ready(page, "/payout/#accident=object_collision&own_damage_loss=450000&own_damage=economy&vehicle_type=passenger")
    expect(page.get_by_text("エコノミーでは、単独事故は対象外です。")).to_be_visible()
    expect(page.locator(".remedies")).to_contain_text("車両損害を一般補償にしていれば")


def test_the_driver_is_covered_or_not_and_by_which_rule(page):
    link = "vehicle_type=passenger&birth_date=1981-05-20&age_condition=35&accident=object_collision&third_party_property_loss=300000"
    ready(page, f"/payout/#{link}&driver=child_home&driver_age=19")
    expect(result(page)).to_contain_text("同居の子は19歳で、年齢条件「35歳以上補償」に合わないため、補償しません。")
    page.get_by_label("運転していた人", exact=True).select_option("friend")
    expect(result(page)).to_contain_text("友人・知人の運転には、年齢条件がかかりません。")
    expect(page.get_by_label("運転していた人の年齢")).to_be_hidden()


def test_a_link_opens_the_same_result_and_the_contract_can_be_changed(page):
    ready(page)
    page.get_by_role("radio", name="あて逃げ").check()
    page.get_by_label("自分の車の損害").fill("33.3333")
    expect(result(page)).to_contain_text("33万3,333円")
    visitor.answered(page)  # the address follows a little later
    address, shown = page.url, result(page).inner_text()
    page.goto("about:blank")
    ready(page, address)
    assert result(page).inner_text() == shown
    expect(page.get_by_label("自分の車の損害")).to_have_value("33.3333")
    page.locator('details[data-key="section-cover"] summary').click()
    page.get_by_role("radio", name="エコノミーワイド").check()
    expect(page.get_by_text("エコノミーワイドでは、あて逃げは対象外です。")).to_be_visible()


def test_a_wrong_answer_is_told_beside_its_question_and_the_result_stays(page):
    ready(page)
    shown = result(page).inner_text()
    page.get_by_label("自分の過失").fill("120")
    expect(page.locator("#p-own_fault_percent")).to_contain_text("0%から100%までです")
    expect(page.locator("[data-stale]")).to_be_visible()
    assert result(page).inner_text() == shown
    page.get_by_label("自分の過失").fill("100")
    expect(page.locator("[data-stale]")).to_be_hidden()


def test_the_contract_comes_along_from_and_to_the_price_page(page):
    ready(page, "/payout/#vehicle_type=kei_passenger&grade=8&prior_contract=true&birth_date=1990-01-01&own_damage=economy_wide")
    link = page.get_by_role("link", name="値段のページへ")
    expect(link).to_have_attribute("href", re.compile("own_damage=economy_wide"))
    expect(page.locator('[data-summary="cover"]')).to_contain_text("エコノミーワイド")


def test_a_story_fills_in_its_answers(page):
    ready(page)
    page.locator("summary", has_text="ひょうで、屋根がへこんだ").click()
    page.locator('details[data-key="story-hail"]').get_by_role("link", name="この話の答えで").click()
    expect(page.get_by_role("radio", name="台風・大水")).to_be_checked()
    expect(result(page)).to_contain_text("損害 38万円のうち、あなたの負担は")
    expect(result(page)).to_contain_text("10万円")


def test_without_a_script_the_stories_tell_their_results(browser, base_url):
    context = browser.new_context(java_script_enabled=False, base_url=base_url, locale="ja-JP", viewport=PHONE)
    page = context.new_page()
    page.goto("/payout/")
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator(".stories details")).to_have_count(len(TOLD["stories"]))
    story = page.locator('details[data-key="story-tsunami"]')
    story.locator("summary").click()
    expect(story).to_contain_text("地震等一時金")
    expect(story).to_contain_text("自分の負担 150万円")
    context.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_is_wider_than_the_screen(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    ready(page)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_case_and_story_comes_out_alike_in_the_browser(page):
    """CPython equals Pyodide, byte for byte."""
    manifest = json.loads((SITE / "app" / "manifest.json").read_text(encoding="utf-8"))
    desk = Desk((SITE / manifest["book"].lstrip("/")).read_text(encoding="utf-8"))
    told = [{**case["answers"], **case["accident"]} for case in CASES.values()]
    told += [{**TOLD["policy"], **story["answers"], **story["accident"]} for story in TOLD["stories"].values()]
    requests = [{"ask": "payout", "answers": answers} for answers in told]
    ready(page)
    replies = page.evaluate(
        """async requests => {
          const { createEngine } = await import("/assets/js/engine/engine-client.js");
          const engine = createEngine({ patience: 60000 });
          return Promise.all(requests.map(request => engine.ask(request).then(reply => ({ ...reply, id: 0 }))));
        }""",
        requests,
    )
    assert replies == [json.loads(desk.reply(json.dumps({**request, "id": 0}))) for request in requests]
