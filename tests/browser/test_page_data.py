"""What the built pages tell their scripts is what the scripts are checked with."""

import json
import re

import pytest

from site_build import SITE
from site_build.calculators.page_data import NamedModel, PageData, ToolData
from tests.quote_engine.fits import misfits

BLOCK = re.compile(r"<script[^>]*data-page-data[^>]*>(?P<json>[^<]*)</script>")
PRICE = SITE / "quote" / "index.html"
PAGES = {path: found["json"] for path in sorted(SITE.glob("*/index.html")) if (found := BLOCK.search(path.read_text(encoding="utf-8")))}


def test_all_calculators_are_here():
    assert {path.parent.name for path in PAGES} == {
        "quote", "outlook", "use-or-pay", "payout", "ideas", "overlaps", "dates", "join", "grade-check",
    }  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.parent.name)
def test_a_page_tells_what_its_type_says(page):
    data = json.loads(PAGES[page])
    assert misfits(data, PageData if page == PRICE else ToolData, page.parent.name) == []
    if "data-search" in page.read_text(encoding="utf-8"):
        assert misfits(data["models"], list[NamedModel], "models") == []


@pytest.mark.parametrize("address", ["/ideas/", "/dates/"])
def test_a_tool_finds_a_car_by_its_reading(page, address):
    page.goto(address)
    question = page.locator('[data-question="model"]')
    for group in page.locator("details.sec:has([data-question=model])").all():
        group.evaluate("each => { each.open = true; }")
    question.locator("[data-search]").fill("ぷりうす")
    question.locator("[data-found] button").first.click()
    assert "プリウス" in question.locator("[data-chosen-name]").inner_text()
    assert re.search(r"[12]\d{3}年発売", question.locator("[data-chosen-detail]").inner_text())
