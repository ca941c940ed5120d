"""After an accident: what stands on one screen, and what a sheet keeps on the device."""

import pytest
from playwright.sync_api import expect

PHONE = {"width": 360, "height": 640}


def test_the_first_ten_minutes_fit_one_phone_screen(page):
    page.set_viewport_size(PHONE)
    page.goto("/accident/")
    call = page.get_by_role("link", name="0120-0889-24")
    expect(call).to_have_attribute("href", "tel:0120088924")
    for part in (call, page.get_by_role("link", name="119").first, page.get_by_role("link", name="110").first,
                 page.get_by_role("link", name="メモ", exact=True), page.get_by_text("その場で示談しない。").first):
        box = part.bounding_box()
        assert box["y"] + box["height"] <= PHONE["height"]
    buttons = page.locator(".first .btn").evaluate_all("all => all.map(b => b.offsetWidth * b.offsetHeight)")
    assert call.evaluate("b => b.offsetWidth * b.offsetHeight") == max(buttons)
    expect(page.get_by_text("受付中").first).to_be_visible()


def test_the_accident_card_prints_with_its_numbers(page):
    page.emulate_media(media="print")
    page.goto("/accident/")
    for words in ("0120-0889-24", "0120-889-376", "証書の番号"):
        expect(page.locator(".first").get_by_text(words).last).to_be_visible()
    expect(page.locator(".feedback")).to_be_hidden()


def test_the_memo_keeps_and_clears(page):
    page.goto("/accident/memo/")
    page.get_by_role("textbox", name="車のナンバー").fill("品川 300 あ 12-34")
    page.get_by_label("相手の車のナンバー").check()
    page.reload()
    expect(page.get_by_role("textbox", name="車のナンバー")).to_have_value("品川 300 あ 12-34")
    expect(page.get_by_label("相手の車のナンバー")).to_be_checked()
    expect(page.locator("form.sheet").get_by_role("status")).to_contain_text("この端末にだけ")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="書いたことを消す").click()
    expect(page.get_by_label("相手の車のナンバー")).not_to_be_checked()
    assert page.evaluate("localStorage.length") == 0


def test_the_checklist_says_what_is_missing_and_keeps_the_ticks(page):
    page.goto("/claim/checklist/#storm")
    missing = page.locator("[data-kind=storm] .missing")
    expect(missing).to_have_text("あと3つ：住宅災害共済金請求書兼同意書、被害の写真、修理の見積書")
    expect(page.locator("[data-kind=car]")).to_be_hidden()
    page.get_by_role("checkbox", name="被害の写真").check()
    expect(missing).to_contain_text("あと2つ")
    page.goto("/claim/checklist/")
    expect(page.get_by_label("何の請求ですか")).to_have_value("storm")
    expect(page.get_by_role("checkbox", name="被害の写真")).to_be_checked()
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="印を消す").click()
    expect(page.locator("[data-kind=car]")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize(("address", "words"), [("/claim/checklist/", "車の事故でのけが"), ("/accident/memo/", "相手のこと")])
def test_sheets_stand_there_without_a_script(browser, base_url, address, words):
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("h2, legend").get_by_text(words)).to_be_visible()
    assert page.locator("form.sheet input[type=checkbox]:visible").count() == page.locator("form.sheet input[type=checkbox]").count()
    expect(page.get_by_role("button", name="印刷する")).to_be_hidden()
    context.close()
