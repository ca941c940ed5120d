"""The price page as a person uses it: three answers, a link, a wrong answer, a refusal, a phone, paper, no Python, no script."""

import json
import re
import subprocess
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from quote_engine.desk import Desk
from site_build import ROOT, SITE
from tests.browser import visitor
from tests.browser.visitor import READY, answered, answers_in, wait_ready

PHONE = {"width": 360, "height": 740}


def ready(page, address="/quote/"):
    """Open the page and wait until Python has priced what is on it."""
    visitor.ready(page, address)


def annual(page):
    return page.locator('[data-price="annual"]').inner_text()


def wait_price(page, not_):
    expect(page.locator('[data-price="annual"]')).not_to_have_text(not_, timeout=READY)
    return annual(page)


def born(page, year, month, day):
    page.get_by_label("生年月日（年）").select_option(year)
    page.get_by_label("生年月日（月）").select_option(month)
    page.get_by_label("生年月日（日）").select_option(day)


def section(page, name):
    """Open one section of the form."""
    details = page.locator(f'details[data-key="section-{name}"]')
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    return details


def three_answers(page):
    page.get_by_label("車の名前か型式で探す").fill("ぷりうす")
    page.get_by_role("button", name="プリウス（ZVW50）").click()
    page.locator("#q-grade").select_option("20")
    born(page, "1990", "03", "05")
    answered(page)


@pytest.fixture(scope="module")
def desk():
    return Desk(next((SITE / "app").glob("book.*.json")).read_text(encoding="utf-8"))


def test_a_price_stands_before_any_script(browser, base_url):
    with browser.new_context(base_url=base_url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/quote/")
        assert re.fullmatch(r"[\d,]+円", annual(page))
        expect(page.get_by_text("答える欄は出していません")).to_be_visible()
        expect(page.locator("[data-form]")).to_be_hidden()
        assert page.locator("table.cases tbody tr").count() >= 5
        expect(page.get_by_role("link", name="0120-00-6031")).to_be_visible()
        page.locator('details[data-key="line-own_damage"] > summary').click()
        expect(page.locator('details[data-key="line-own_damage"] .wf')).to_be_visible()


def test_every_source_on_the_page_leads_somewhere(desk):
    lost, checked = [], 0
    for example in desk.book.data["examples"]:
        answers = {**example["answers"], "start_date": "2026-12-01"}
        slip = json.loads(desk.reply(json.dumps({"id": 1, "ask": "page", "answers": answers})))["html"]["slip"]
        for address in sorted(set(re.findall(r'href="\.\./([^"]+)"', slip))):
            path, _, anchor = address.partition("#")
            checked += 1
            text = (SITE / path / "index.html").read_text(encoding="utf-8")
            if anchor and f'id="{anchor}"' not in text:
                lost.append(address)
    assert checked > 50
    assert not lost, sorted(set(lost))


def test_three_answers_give_a_personal_price(page, desk):
    ready(page)
    sample = annual(page)
    expect(page.get_by_text("見本の答え")).to_have_count(3)
    three_answers(page)
    expect(page.locator("[data-sample-mark]:visible")).to_have_count(0)
    expect(page.get_by_text("「35歳以上補償」で計算します")).to_be_visible()
    personal = annual(page)
    assert personal != sample
    answers = answers_in(page)
    assert answers["model"] == "ZVW50"
    assert answers["own_damage"] == "general"
    own = {id_: value for id_, value in answers.items() if id_ != "edition"}
    priced = json.loads(desk.reply(json.dumps({"id": 1, "ask": "quote", "answers": own})))["quote"]
    assert f"{priced['annual']:,}円" == personal


def test_the_price_follows_each_key(page):
    ready(page, "/quote/#vehicle_type=passenger&birth_date=1981-05-20")
    section(page, "cover")
    amount = page.get_by_label(re.compile("^車両共済金額"))
    prices = []
    amount.fill("")
    for key in "150":
        amount.press_sequentially(key)
        page.wait_for_timeout(400)
        prices.append(annual(page))
    assert prices[1] != prices[2]
    expect(amount).to_have_value("150")
    assert answers_in(page)["own_damage_amount"] == "1500000"


def test_full_width_digits_are_understood(page):
    ready(page, "/quote/#vehicle_type=passenger&birth_date=1981-05-20")
    section(page, "cover")
    page.get_by_label(re.compile("^車両共済金額")).fill("１２０")
    answered(page)
    assert answers_in(page)["own_damage_amount"] == "1200000"
    expect(page.locator(".problem:visible")).to_have_count(0)


def test_the_keyboard_alone_is_enough(page):
    ready(page)
    before = annual(page)
    page.get_by_label("車の名前か型式で探す").focus()
    page.keyboard.type("たんと")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="車を選びなおす")).to_be_focused()
    answered(page)
    changed = annual(page)
    assert changed != before
    page.locator("#w-grade-known").focus()
    page.keyboard.press("ArrowDown")
    assert answers_in(page)["prior_contract"] == "false"
    assert annual(page) != changed
    summary = page.locator('details[data-key="line-own_damage"] > summary')
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator('details[data-key="line-own_damage"]').get_attribute("open") is not None


def test_what_is_open_and_focused_stays_when_the_price_changes(page):
    ready(page, "/quote/#vehicle_type=passenger&birth_date=1981-05-20")
    page.locator('details[data-key="line-own_damage"] > summary').click()
    page.locator('details[data-key="table-own_damage"] > summary').click()
    page.locator('details[data-key="table-own_damage"] > summary').focus()
    before = annual(page)
    page.evaluate("""() => { const box = document.querySelector('#q-low_emission'); box.checked = true;
      box.dispatchEvent(new Event('input', { bubbles: true })); }""")
    wait_price(page, before)
    assert page.locator('details[data-key="table-own_damage"]').get_attribute("open") is not None
    expect(page.locator('details[data-key="table-own_damage"] > summary')).to_be_focused()


def test_reloading_and_going_back_lose_nothing(page):
    ready(page)
    three_answers(page)
    price, address = annual(page), page.url
    page.reload()
    wait_ready(page)
    assert (annual(page), page.url) == (price, address)
    expect(page.get_by_label("生年月日（年）")).to_have_value("1990")
    expect(page.locator("#q-grade")).to_have_value("20")
    expect(page.get_by_text("プリウス（ZVW50）", exact=True)).to_be_visible()
    page.goto("/about/")
    page.go_back()
    wait_ready(page)
    assert (annual(page), page.url) == (price, address)


def test_a_jump_within_the_page_wipes_nothing(page):
    ready(page)
    three_answers(page)
    price, address = annual(page), page.url
    page.evaluate("location.hash = '#telephone'")
    page.wait_for_timeout(300)
    assert page.url == address
    page.set_viewport_size(PHONE)
    page.locator(".jump").click()
    expect(page.locator("#slip-title")).to_be_in_viewport()
    assert (annual(page), page.url) == (price, address)


def test_a_link_gives_the_same_price_in_another_browser(page, browser, base_url):
    ready(page)
    three_answers(page)
    section(page, "drivers")
    page.get_by_text("子は年齢を問わず").click()
    answered(page)
    with browser.new_context(base_url=base_url) as other:
        visitor = other.new_page()
        ready(visitor, page.url)
        assert annual(visitor) == annual(page)


def test_a_new_link_in_the_same_tab_is_read(page):
    ready(page)
    before = annual(page)
    page.get_by_role("link", name="19歳、原付自転車").click()
    price = wait_price(page, before)
    expect(page.get_by_text("この種類の車に等級はありません")).to_be_visible()
    row = page.locator("table.cases tr", has_text="19歳、原付自転車")
    assert price == row.locator("td").first.inner_text()


def test_an_incomplete_link_is_completed_with_the_recommended_cover(page):
    ready(page, "/quote/#vehicle_type=kei_passenger&grade=15&prior_contract=true&birth_date=1988-01-31")
    answered(page)
    answers = answers_in(page)
    assert answers["own_damage"] == "general"
    assert answers["age_condition"] == "35"
    assert "sample" not in answers


def test_another_kind_of_car_brings_its_own_set_up(page):
    ready(page)
    page.get_by_label("車の種類", exact=True).select_option("motorcycle")
    answered(page)
    expect(page.get_by_text("シンプルタイプ")).to_be_visible()
    assert answers_in(page)["personal_injury"] == "none"
    assert "own_damage" not in answers_in(page)
    expect(page.locator('[data-question="own_damage"]')).to_be_hidden()
    page.get_by_label("車の種類", exact=True).select_option("passenger")
    answered(page)
    assert answers_in(page)["own_damage"] == "general"


def test_the_grade_can_come_from_the_present_policy(page):
    ready(page)
    page.get_by_text("いまの証券から", exact=True).click()
    page.get_by_label("証券の等級").select_option("13")
    expect(page.get_by_text("更新のあとは 14等級（事故なし）です")).to_be_visible()
    page.get_by_label("この1年に共済金を受けた事故").select_option("1")
    expect(page.get_by_text("更新のあとは 10等級（事故有係数適用期間 3年）です")).to_be_visible()
    answered(page)
    answers = answers_in(page)
    assert (answers["grade"], answers["accident_years"], answers["prior_contract"]) == ("10", "3", "true")


def test_a_wrong_answer_is_explained_beside_its_question(page):
    ready(page)
    three_answers(page)
    good = annual(page)
    born(page, "1990", "02", "31")
    problem = page.locator("#p-birth_date")
    expect(problem).to_contain_text("こよみにない日")
    assert page.get_by_label("生年月日（年）").get_attribute("aria-invalid") == "true"
    assert "p-birth_date" in page.get_by_label("生年月日（年）").get_attribute("aria-describedby")
    assert annual(page) == good
    expect(page.get_by_text("これは、その前の値段です")).to_be_visible()
    born(page, "1990", "02", "28")
    expect(problem).to_be_hidden()
    expect(page.get_by_text("これは、その前の値段です")).to_be_hidden()


def test_a_start_too_far_ahead_says_how_far_one_may_go(page):
    ready(page, "/quote/#vehicle_type=passenger&birth_date=1981-05-20")
    section(page, "contract")
    year = page.get_by_label("補償を始める日（年）")
    year.select_option(max(year.locator("option").evaluate_all("options => options.map(({ value }) => value)")))
    page.get_by_label("補償を始める日（月）").select_option("12")  # at the turn of the year, January of the last year is near
    expect(page.locator("#p-start_date")).to_contain_text("30日先まで")


def test_a_refusal_stands_under_its_answer(page):
    ready(page)
    section(page, "car")
    page.get_by_label("保安基準に合わない改造がある").click()
    note = page.locator('[data-question="illegal_modification"] .refusal')
    expect(note).to_contain_text("お引き受けできません")
    expect(note.get_by_role("link", name="加入できる車を見る")).to_be_visible()
    expect(page.locator("[data-total]")).to_have_text("お引き受けできません")
    expect(page.locator("[data-slip]")).to_contain_text("保安基準に合わない改造")
    assert "0円" not in page.locator(".bar").inner_text()
    page.get_by_label("保安基準に合わない改造がある").click()
    expect(note).to_have_count(0)
    assert re.fullmatch(r"[\d,]+円", annual(page))


def test_each_choice_shows_its_difference_and_the_price_moves_by_it(page):
    ready(page, "/quote/#vehicle_type=passenger&birth_date=1981-05-20")
    section(page, "cover")
    choice = page.locator('label[for="q-own_damage-economy"]')
    expect(choice.locator(".delta")).to_have_text(re.compile(r"−[\d,]+円"), timeout=READY)
    difference = number(choice.locator(".delta").inner_text())
    before = number(annual(page))
    choice.click()
    wait_price(page, f"{before:,}円")
    assert number(annual(page)) - before == difference
    expect(choice.locator(".delta")).to_have_text("いまの設定", timeout=READY)


def number(text):
    return int(text.replace("円", "").replace(",", "").replace("−", "-").replace("+", "").replace("±", ""))


def test_a_cheaper_set_up_can_be_taken(page):
    ready(page, "/quote/#vehicle_type=passenger&birth_date=1981-05-20")
    expect(page.locator("[data-renewing]")).to_have_count(0)  # until then the rows are of older answers
    row = page.locator('[data-comparison] tr[data-kind="cheaper"]').first
    offered = row.locator(".p b").inner_text()
    row.get_by_role("button").click()
    expect(page.locator('[data-price="annual"]')).to_have_text(offered)


def test_two_set_ups_are_kept_beside_the_present_one(page):
    ready(page, "/quote/#vehicle_type=passenger&birth_date=1981-05-20")
    first = annual(page)
    keep = page.get_by_role("button", name="いまの設定を、ならべて残す")
    keep.click()
    section(page, "cover")
    page.locator('label[for="q-own_damage-none"]').click()
    wait_price(page, first)
    kept = page.locator('[data-kept] tr[data-kind="kept"]')
    expect(kept).to_have_count(1)
    expect(kept.locator(".p b")).to_have_text(first)
    keep.click()
    expect(kept).to_have_count(2)
    answered(page)
    page.reload()
    wait_ready(page)
    expect(kept).to_have_count(2)
    kept.first.get_by_role("button", name="これにする").click()
    expect(page.locator('[data-price="annual"]')).to_have_text(first)
    kept.first.get_by_role("button", name="はずす").click()
    expect(kept).to_have_count(1)


def test_the_code_holds_the_link(page, tmp_path):
    ready(page)
    three_answers(page)
    page.get_by_role("button", name="QR").click()
    drawing = page.get_by_role("img", name="この値段を開くQRコード")
    expect(drawing).to_be_visible()
    size = int(drawing.get_attribute("viewBox").split()[-1])
    dark = [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)", drawing.locator("path").get_attribute("d"))]
    script = tmp_path / "decode.mjs"
    script.write_text(
        f"""import decode from {json.dumps((ROOT / "node_modules" / "qr" / "decode.js").as_uri())};
        const scale = 4, width = {size} * scale, data = new Uint8ClampedArray(width * width * 4).fill(255);
        for (const [x, y] of {json.dumps(dark)}) for (let i = 0; i < scale; i++) for (let j = 0; j < scale; j++)
          data.fill(0, ((y * scale + i) * width + x * scale + j) * 4, ((y * scale + i) * width + x * scale + j) * 4 + 3);
        console.log(decode({{ width, height: width, data }}));"""
    )
    read = subprocess.run(["node", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert read.stdout.strip() == page.url


def test_the_link_is_copied(page, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    ready(page)
    three_answers(page)
    page.evaluate("Object.defineProperty(navigator, 'share', { value: undefined })")
    page.get_by_role("button", name="送る").click()
    expect(page.get_by_text("リンクをコピーしました")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_saving_is_a_choice_and_can_be_undone(page):
    ready(page)
    three_answers(page)
    price = annual(page)
    assert page.evaluate("JSON.stringify({ ...localStorage })") == "{}"
    page.get_by_role("button", name="保存").click()
    page.get_by_role("button", name="この端末に保存する").click()
    expect(page.get_by_text("この端末に保存しました")).to_be_visible()
    page.goto("/about/")
    ready(page)
    assert annual(page) != price
    page.get_by_role("button", name="続きから始める").click()
    expect(page.locator('[data-price="annual"]')).to_have_text(price)
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_role("button", name="保存した答えを消す").click()
    assert page.evaluate("JSON.stringify({ ...localStorage })") == "{}"


def test_starting_over_brings_the_sample_back(page):
    ready(page)
    sample = annual(page)
    three_answers(page)
    page.get_by_role("button", name="はじめからやり直す").click()
    expect(page.locator('[data-price="annual"]')).to_have_text(sample)
    assert urlsplit(page.url).fragment == ""
    expect(page.get_by_label("生年月日（年）")).to_have_value("")
    expect(page.get_by_text("見本の答え")).to_have_count(3)


def test_a_link_whose_day_has_passed_says_so_and_what_changed(page):
    ready(page, "/quote/#vehicle_type=passenger&grade=11&prior_contract=true&birth_date=1981-05-20&age_condition=35&start_date=2020-06-01&edition=2020-04")
    expect(page.get_by_text("このリンクの開始日（2020年6月1日）は過ぎました")).to_be_visible()
    expect(page.get_by_text(re.compile("年払は .*変わり"))).to_be_visible()
    assert answers_in(page)["start_date"] > "2020-06-01"


def test_a_link_of_another_edition_says_so(page):
    ready(page, "/quote/#vehicle_type=passenger&grade=11&prior_contract=true&edition=2019-10")
    expect(page.get_by_text("別の料率の版（2019-10）")).to_be_visible()


def test_what_tells_of_another_edition_is_loaded_only_where_there_is_one(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    ready(page)
    answered(page)
    several = len(json.loads(page.locator("[data-page-data]").text_content())["editions"]) > 1
    assert any("quote-edition" in url for url in asked) == several


@pytest.mark.parametrize(
    "fragment",
    [
        "#vehicle_type=<img src=x onerror=alert(1)>&grade=11",
        "#constructor=1&__proto__=2&vehicle_type=passenger&grade=%F0%9F%9A%97",
        "#vehicle_type=passenger&start_date=9999-99-99&keep=%23%23&keep=vehicle_type%3Dmoped&sample=x",
        "#%%%&&&===",
    ],
)
def test_links_are_not_trusted(page, fragment):
    page.goto(f"/quote/{fragment}")
    expect(page.locator("[data-progress]")).to_be_hidden(timeout=READY)
    answered(page)
    assert page.locator("img[src=x]").count() == 0
    expect(page.locator("h1")).to_have_text("あなたの掛金")
    assert page.locator("[data-total]").inner_text()


def test_typing_before_python_is_ready_is_priced_when_it_is(page):
    page.route("**/*.wasm", lambda route: (page.wait_for_timeout(1500), route.continue_()))
    page.goto("/quote/")
    built_in = annual(page)
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_text("先に答えて大丈夫です")).to_be_visible()
    page.locator("#q-grade").select_option("22")
    assert annual(page) == built_in
    wait_ready(page)
    wait_price(page, built_in)
    assert answers_in(page)["grade"] == "22"


@pytest.mark.parametrize("blocked", ["**/app/manifest.json", "**/*.wasm", "**/engine-client.js", "**/app/worker.*.js"])
def test_when_python_cannot_start_the_page_says_so_and_offers_a_way_on(page, blocked):
    page.route(blocked, lambda route: route.abort())
    page.goto("/quote/")
    built_in = annual(page)
    expect(page.get_by_text("この端末では計算を始められませんでした。")).to_be_visible(timeout=READY)
    retry = page.get_by_role("button", name="もう一度ためす")
    expect(retry).to_be_visible()
    expect(page.locator("[data-failure]").get_by_role("link", name="0120-00-6031")).to_be_visible()
    expect(page.locator("table.cases")).to_be_visible()
    expect(page.locator("[data-progress]")).to_be_hidden()
    assert annual(page) == built_in
    page.locator("#q-grade").select_option("22")
    page.unroute(blocked)
    retry.click()
    wait_price(page, built_in)
    expect(page.locator("[data-failure]")).to_be_hidden()
    assert answers_in(page)["grade"] == "22"


def test_without_webassembly_it_says_so(page):
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto("/quote/")
    expect(page.get_by_text("この端末では計算を始められませんでした。")).to_be_visible()
    assert re.fullmatch(r"[\d,]+円", annual(page))


def test_the_price_is_spoken_once_after_typing_stops(page):
    ready(page)
    page.evaluate("""() => { window.said = [];
      new MutationObserver(() => window.said.push(document.querySelector('[data-status]').textContent))
        .observe(document.querySelector('[data-status]'), { childList: true, characterData: true, subtree: true }); }""")
    for grade in ("12", "13", "14", "16"):
        page.locator("#q-grade").select_option(grade)
        page.wait_for_timeout(150)
    page.wait_for_timeout(2500)
    said = page.evaluate("window.said")
    assert len(said) == 1
    assert annual(page).removesuffix("円") in said[0]


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_scrolls_sideways(page, width):
    page.set_viewport_size({"width": width, "height": 740})
    ready(page)
    three_answers(page)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.get_by_role("button", name="QR").click()
    answered(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_total_stays_in_view_on_a_phone(page):
    page.set_viewport_size(PHONE)
    ready(page)
    for top in (0, 900, 2500):
        page.evaluate(f"window.scrollTo(0, {top})")
        expect(page.locator('[data-price="annual"]')).to_be_in_viewport(ratio=1)


def test_targets_are_large_enough_for_a_thumb(page):
    page.set_viewport_size(PHONE)
    ready(page)
    page.evaluate("for (const one of document.querySelectorAll('.quote details')) one.open = true")
    page.wait_for_timeout(600)
    small = page.evaluate("""() => [...document.querySelectorAll('.quote :is(a, button, select, summary, .opt, input:not([type=radio], [type=checkbox]))')]
      .filter((one) => one.checkVisibility()).map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect().height])
      .filter(([, height]) => height < 43.5)""")
    assert not small, small


def test_print_is_one_sheet_with_day_edition_mark_and_link(page, tmp_path):
    ready(page)
    three_answers(page)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    sheet = page.locator("main, body").first.inner_text()
    for said in ("参考", "2020年4月1日版", "作った日", "合計（年払）", annual(page), page.url):
        assert said in sheet, said
    expect(page.locator(".left")).to_be_hidden()
    pdf = page.pdf(path=tmp_path / "sheet.pdf", format="A4", print_background=False)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
