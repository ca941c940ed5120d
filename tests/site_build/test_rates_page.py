"""The rate page holds everything a quote points at, and follows the data without any other change."""

import re
import shutil

import pytest

from rulebook.binder import compile_book
from site_build import DATA
from site_build.rates.listing import listing_page
from site_build.rates.rate_table import figure
from site_build.rates.rates_page import rates_page, rates_pages


@pytest.fixture(scope="module")
def book():
    return compile_book(DATA)


@pytest.fixture(scope="module")
def page(book):
    return rates_page(book)


def ids(page):
    return re.findall(r' id="([^"]+)"', page)


@pytest.mark.parametrize("number", [0, -1], ids=["first", "newest"])
def test_every_anchor_of_an_explanation_is_there_once(book, number):
    edition, pages = book["editions"][number], rates_pages(book)
    page = pages.get(edition["id"], pages[""])
    wanted = {table["anchor"] for table in edition["tables"].values()}
    wanted |= {step["anchor"] for step in edition["steps"]}
    wanted |= {f"coverage-{coverage['id']}" for coverage in edition["coverages"]} | {"payment", "rounding"}
    found = ids(page)
    assert len(wanted) > 40
    assert wanted <= set(found)
    assert len(found) == len(set(found))


def test_every_table_has_caption_scopes_and_source(page):
    tables = re.findall(r"<table.*?</table>", page)
    assert len(tables) > 20
    for table in tables:
        assert "<caption>" in table
        assert not re.search(r"<th(?! scope| class=\"\w+\" scope)", table.replace("<thead", "<head")), table[:200]
    assert page.count("出どころ：") >= len(tables)


def test_a_sample_is_marked_and_a_published_table_is_not(page):
    captions = dict(re.findall(r'<caption><h3 id="([^"]+)">(.*?)</h3>', page))
    assert "参考" in captions["table-class_basic"]
    assert "参考" not in captions["table-grades"]


def test_a_discount_added_in_yaml_stands_on_the_page(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    discounts = data / "editions" / "2020-04-01" / "discounts.yml"
    text = discounts.read_text(encoding="utf-8")
    copy = re.search(r"^  low_emission:\n(?:    .*\n|\n)+", text, re.MULTILINE)
    added = copy[0].replace("  low_emission:", "  winter_tyres:", 1).replace("ハイブリッド車割引", "冬タイヤ割引")
    discounts.write_text(text.replace(copy[0], copy[0].rstrip("\n") + "\n" + added), encoding="utf-8")
    page = rates_page(compile_book(data))
    assert 'id="discount-winter_tyres">冬タイヤ割引</h3>' in page


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("26000", "yen", "26,000円"),
        ("0.026", "yen", "0.026円"),
        ("1.05", "factor", "1.05倍"),
        ("-64", "percent", "−64％"),
        ("7", "percent", "+7％"),
        ("9", "percent_off", "9％引き"),
    ],
)
def test_figures_in_words(text, unit, words):
    assert figure(text, unit) == words


def test_a_listing_gives_every_line_its_address(tmp_path):
    text = "# remark\nkey: 1 # <b>\n\n  - other: '#x'\n"
    page = listing_page(tmp_path.relative_to(tmp_path.parent) / "a.yml", text)
    assert ids(page) == ["L1", "L2", "L3", "L4"]
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
