"""The slip and the comparison: every yen with its reason and source, nothing unescaped, nothing styled inline."""

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from quote_engine.drawing.markup import tag, yen
from quote_engine.drawing.words import Say
from quote_engine.pages.comparison import comparison_html
from quote_engine.pages.slip import slip_html
from quote_engine.pages.total import notes_html, status_sentence, total_html
from quote_engine.premium.book import Book
from quote_engine.premium.quote import quote
from quote_engine.values.figures import digits, exact, signed, whole
from rulebook.binder import compile_book

DATA = Path(__file__).parents[2] / "data"
CAR = {"start_date": "2026-12-01", "vehicle_type": "passenger", "grade": "11", "own_damage": "general",
       "birth_date": "1981-05-20", "age_condition": "35", "driver_scope": "couple"}  # fmt: skip


@cache
def book():
    return Book(compile_book(DATA))


def say():
    return Say(book().data["words"])


class Reader(HTMLParser):
    """Collects elements and text, and insists on balance."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.open, self.words = [], [], []
        self.feed(html)
        assert not self.open, self.open

    def handle_starttag(self, name, attributes):
        self.elements.append((name, dict(attributes)))
        if name not in ("input", "br", "hr"):
            self.open.append(name)

    def handle_endtag(self, name):
        assert self.open.pop() == name

    def handle_data(self, data):
        self.words.append(data)

    def of(self, name):
        return [attributes for element, attributes in self.elements if element == name]


def read(html):
    return Reader(html)


def test_every_line_shows_its_amount_and_every_step_its_sources():
    priced = quote(book(), CAR)
    page = read(slip_html(say(), priced))
    text = "".join(page.words)
    addresses = {link["href"] for link in page.of("a")}
    assert priced["status"] == "quoted"
    for line in priced["lines"]:
        assert line["label"] in text
        if line["automatic"] and not line["annual"]:
            continue
        assert f"{digits(line['annual'])}円" in text
        for step in line["steps"]:
            path, _, number = step["source"].rpartition(":")
            assert f"../rates/{path.removesuffix('.yml')}/#L{number}" in addresses
            assert f"../rates/#{step['anchor']}" in addresses
    assert f"合計（年払） 参考{digits(priced['annual'])}円" in text


def test_the_shown_changes_of_a_line_add_up_to_its_amount():
    line = next(line for line in quote(book(), CAR)["lines"] if line["coverage"] == "own_damage")
    html = slip_html(say(), quote(book(), CAR))
    rows = html.split('data-key="line-own_damage"')[1].split('class="fin"')[0]
    shown = [
        int(found.replace(",", "").replace("−", "-").replace("±", ""))
        for found in re.findall(r'class="num">([−+±]?[\d,]+)円', rows)
    ]
    assert len(shown) == len(line["steps"])
    assert sum(shown) == line["annual"]


def test_covers_that_cost_nothing_stand_together_and_say_why():
    page = read(slip_html(say(), quote(book(), CAR)))
    keys = [details["data-key"] for details in page.of("details")]
    assert keys.count("line-automatic") == 1
    assert "掛金はかかりません" in "".join(page.words)


def test_widths_are_attributes_never_styles():
    page = read(slip_html(say(), quote(book(), CAR)))
    assert page.of("rect")
    for _, attributes in page.elements:
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
    widths = [rect["width"] for rect in page.of("rect")]
    assert all(re.fullmatch(r"\d{1,3}\.\d\d%", width) for width in widths)


def test_monthly_is_explained_by_its_own_steps():
    priced = quote(book(), CAR)
    text = "".join(read(slip_html(say(), priced)).words)
    assert (
        f"年額 × 1.05 ÷ 12 を10円単位に四捨五入して {digits(priced['monthly'])}円（12回で {digits(priced['monthly'] * 12)}円"
        in text
    )


def test_each_discount_says_what_it_saves():
    text = "".join(read(slip_html(say(), quote(book(), CAR))).words)
    assert re.search(r"使っている割引.*本人・配偶者限定 8%引き−[\d,]+円", text)


def test_a_refusal_has_reasons_and_a_way_on_and_no_price():
    declined = quote(book(), {**CAR, "illegal_modification": True})
    assert declined["status"] == "declined"
    page = read(slip_html(say(), declined))
    text = "".join(page.words)
    assert text.startswith("お引き受けできません")
    assert declined["declined"][0]["message"] in text
    assert "../rates/#eligibility" in {link["href"] for link in page.of("a")}
    for said in (text, total_html(say(), declined), status_sentence(say(), declined)):
        assert "0円" not in said
        assert "引き受けできません" in said


def test_answers_that_cannot_be_used_are_named():
    broken = quote(book(), {**CAR, "grade": "23"})
    assert broken["problems"][0]["message"] in "".join(read(slip_html(say(), broken)).words)
    assert "data-price" not in total_html(say(), broken)


def test_the_total_carries_both_prices_and_the_mark():
    priced = quote(book(), CAR)
    page = read(total_html(say(), priced))
    assert [found["data-price"] for found in page.of("b")] == ["annual", "monthly"]
    assert "参考" in page.words
    assert status_sentence(say(), priced).startswith(f"年払 {digits(priced['annual'])}円、月払 {digits(priced['monthly'])}円")
    assert not status_sentence(say(), priced).count("！")


def test_a_published_rate_carries_no_mark():
    priced = {**quote(book(), CAR), "certainty": "published"}
    assert "参考" not in slip_html(say(), priced) + total_html(say(), priced)


def test_notes_are_listed_or_absent():
    priced = quote(book(), CAR)
    assert [note["message"] for note in priced["notes"] if note["message"] not in notes_html(say(), priced)] == []
    assert notes_html(say(), {**priced, "notes": []}) == ""


def test_whatever_stands_in_a_quote_is_escaped():
    evil = "<script>alert(1)</script>\"'&"
    priced = json.loads(json.dumps(quote(book(), CAR)))
    for line in priced["lines"]:
        line["label"] = line["detail"] = line["coverage"] = evil
        for step in line["steps"]:
            step |= {"label": evil, "operand": evil if step["kind"] == "multiply" else step["operand"]}
    priced["notes"] = [{"id": "x", "message": evil}]
    html = slip_html(say(), priced) + notes_html(say(), priced)
    assert "<script" not in html
    read(html)


def row(kind, **more):
    return {"kind": kind, "label": "名前", "annual": 61_380, "monthly": 5_370, "difference": -17_270, "monthly_difference": -1_510,
            "changes": "エコノミーワイドに", "effect": "あて逃げは出なくなります。", "answers": {"own_damage": "economy_wide"}, **more}  # fmt: skip


def test_the_comparison_says_what_changes_and_offers_to_take_it():
    page = read(comparison_html(say(), [row("present", answers=None), row("cheaper"), row("kept")]))
    text = "".join(page.words)
    assert "61,380円" in text
    assert "−17,270円" in text
    assert "−1,510円" in text
    acts = [button["data-act"] for button in page.of("button")]
    assert acts == ["take", "take", "drop"]
    assert json.loads(page.of("button")[0]["data-answers"]) == {"own_damage": "economy_wide"}


def test_a_set_up_without_a_price_says_why():
    page = read(comparison_html(say(), [row("kept", annual=None, effect="お引き受けできません。")]))
    assert "掛金が出ません" in "".join(page.words)
    assert "お引き受けできません。" in "".join(page.words)


@pytest.mark.parametrize(
    ("written", "in_yen", "shown"),
    [
        (53922, 53922, "53,922"),
        ("52843.56", 52844, "52,843.56"),
        ("20645/3", 6882, "6,881.66"),
        ("0.5", 1, "0.5"),
        ("-12.25", -12, "−12.25"),
        (0, 0, "0"),
    ],
)
def test_amounts_are_read_exactly(written, in_yen, shown):
    assert whole(written) == in_yen
    assert exact(written) == shown


def test_figures_have_a_true_minus_and_a_small_unit():
    assert digits(-1234567) == "−1,234,567"
    assert signed(1240) == "+1,240円"
    assert signed(-780) == "−780円"
    assert signed(0) == "±0円"
    assert yen(78650) == "78,650<small>円</small>"
    assert tag("p", "<&>", title='"') == '<p title="&quot;">&lt;&amp;&gt;</p>'
