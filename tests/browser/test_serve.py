"""``make serve`` in a real browser: a broken file takes the place of the page, a mended one brings it back."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.served_copy import change, copy_to, serving_copy

SLOWEST = 15_000  # ms, on a machine that does other work too


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """A copy of the repository that is being served, and its address."""
    root = tmp_path_factory.mktemp("served")
    copy_to(root)
    with serving_copy(root) as address:
        yield root, address


@pytest.fixture(scope="session")
def home(served):
    return served[1]


def test_a_mistake_takes_the_place_of_the_page_until_it_is_mended(served, page):
    root, address = served
    page.goto(f"{address}/quote/#vehicle_type=kei_passenger&grade=11")
    expect(page.locator("h1")).to_contain_text("あなたの掛金")
    discounts = "data/editions/2020-04-01/discounts.yml"
    change(root, discounts, "percent:", "persent:")
    expect(page.locator("h1")).to_contain_text("データに誤りがあります", timeout=SLOWEST)
    told = page.locator("#problem").inner_text()
    assert re.search(rf"{discounts}:\d+:\d+: 割引に「persent」という項目はありません。\n.*persent:\n *\^", told)
    page.goto(f"{address}/about/")
    expect(page.locator("h1")).to_contain_text("データに誤りがあります")
    page.goto(f"{address}/quote/#vehicle_type=kei_passenger&grade=11")
    change(root, discounts, "persent:", "percent:")
    expect(page.locator("#problem")).to_have_count(0, timeout=SLOWEST)
    expect(page.locator("[name=grade]").first).to_have_value("11")


def test_answers_survive_the_reload_and_the_change_is_seen(served, page):
    root, address = served
    page.goto(f"{address}/quote/#vehicle_type=passenger")
    page.locator("[name=vehicle_type]").first.select_option("kei_passenger")
    expect(page).to_have_url(re.compile("vehicle_type=kei_passenger"))
    page.evaluate("window.old = true")
    change(root, "docs/quote/index.md", "\n---\n", "\n---\n\n書き足した文です。\n")
    expect(page.locator("body")).to_contain_text("書き足した文です。", timeout=SLOWEST)
    assert page.evaluate("window.old") is None
    expect(page.locator("[name=vehicle_type]").first).to_have_value("kei_passenger")


@pytest.mark.parametrize(("file", "old", "new", "told"), [
    ("docs/contract/grace.md", "\n## ", "\n[x](../nai.md)\n\n## ", "リンク「../nai.md」: そのページか絵がありません。"),
    ("docs/contract/grace.md", "\n## ", "\n{{ fact('nai') }}\n\n## ", "「nai」という事実はありません。"),
    ("site_build/guide_pages/opening.py", "import", "imprt", "SyntaxError"),
])  # fmt: skip
def test_every_kind_of_mistake_is_shown_and_goes(served, page, file, old, new, told):
    root, address = served
    page.goto(f"{address}/contract/grace/")
    change(root, file, old, new)
    expect(page.locator("#problem")).to_contain_text(told, timeout=SLOWEST)
    change(root, file, new, old)
    began = time.perf_counter()
    expect(page.locator("#problem")).to_have_count(0, timeout=4 * SLOWEST)
    print(f"{file}: {time.perf_counter() - began:.1f} s")
