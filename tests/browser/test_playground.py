"""The editors' playground: a broken figure is told with its line, a changed rate with its prices, and nothing is sent."""

import json
import re

import pytest
from playwright.sync_api import expect

from quote_engine import load_book
from rulebook.trial import case_answers, trial
from site_build import DATA, SITE

FILE = "editions/2020-04-01/discounts.yml"
START = 120_000  # ms: the checker reads every file when it starts
READY = re.compile("まちがいはありません")


@pytest.fixture
def playground(page):
    page.goto("/handbook/playground/")
    page.get_by_label("ファイル").select_option(FILE)
    expect(page.get_by_role("status")).to_have_text(READY, timeout=START)
    return page


def test_mistakes_prices_and_the_file_to_take_away(playground, data_copy):
    page, text = playground, (DATA / FILE).read_text(encoding="utf-8")
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method != "GET" else None)
    field = page.get_by_label("中身")
    expect(field).to_have_value(text)

    broken = text.replace("percent: 8", "percent: 8％", 1)
    line = broken[: broken.index("8％")].count("\n") + 1
    field.fill(broken)
    expect(page.get_by_role("status")).to_have_text("まちがいが1件あります。", timeout=START)
    expect(page.locator("[data-problems] pre")).to_contain_text(f"data/{FILE}:{line}:14: 「8％」は数として読めません。")
    expect(page.locator(".play-lines .wrong")).to_have_text(str(line))
    page.get_by_role("button", name=f"{line}行目へ").click()
    assert field.evaluate("field => field.value.slice(field.selectionStart)").startswith("8％")

    changed = text.replace("percent: 8", "percent: 12", 1)
    field.fill(changed)
    expect(page.get_by_role("status")).to_contain_text("値段が変わります", timeout=START)
    (data_copy / FILE).write_text(changed, encoding="utf-8")
    old, new = load_book(str(DATA)), load_book(str(data_copy))
    row = page.locator("[data-prices] tr", has_text=old.data["examples"][0]["label"])
    for book in (old, new):
        expect(row).to_contain_text(f"{trial(book, case_answers(book, book.data['examples'][0]['id']))['annual']:,}円")
    expect(page.locator("[data-prices]")).to_contain_text("12％引き")

    with page.expect_download() as download:
        page.get_by_role("button", name="ダウンロード").click()
    assert download.value.suggested_filename == "discounts.yml"
    assert download.value.path().read_text(encoding="utf-8") == changed
    page.get_by_role("button", name="公開中の中身に戻す").click()
    expect(field).to_have_value(text)
    assert not sent


def test_the_checker_is_loaded_nowhere_else(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/quote/")
    expect(page.locator("[data-quote]").first).to_be_attached()
    page.wait_for_load_state("networkidle")
    own = set(json.loads((SITE / "app" / "playground.json").read_text(encoding="utf-8")).values())
    own -= set(json.loads((SITE / "app" / "manifest.json").read_text(encoding="utf-8")).values())
    assert own
    assert not [url for url in asked if any(url.endswith(address) for address in own)]
