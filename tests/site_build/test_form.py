"""The form: every question of the book has a native control, an escaped label and a place for its problem."""

import json
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from quote_engine.premium.book import Book
from quote_engine.premium.form_state import form_state
from quote_engine.premium.quote import appraise
from rulebook.binder import compile_book
from site_build.calculators.form import HANDLED, form_html
from site_build.calculators.price_page import page_html
from tests.sources import SOURCES

DATA = Path(__file__).parents[2] / "data"
CAR = {"start_date": "2026-12-01", "vehicle_type": "passenger", "grade": "11"}
NATIVE = {"input", "select", "button"}


@cache
def compiled():
    return compile_book(DATA)


@cache
def book():
    return Book(compiled())


def state(answers):
    return form_state(book(), appraise(book(), answers))


class Form(HTMLParser):
    """Controls by question, ids, labels."""

    def __init__(self, html):
        super().__init__()
        self.question, self.controls, self.ids, self.labels, self.described, self.names = None, {}, [], set(), set(), []
        self.hidden = {}
        self.feed(html)

    def handle_starttag(self, name, attributes):
        attributes = dict(attributes)
        self.names.append(name)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "data-question" in attributes:
            self.question = attributes["data-question"]
            self.controls[self.question] = []
            self.hidden[self.question] = "hidden" in attributes
        if name in NATIVE and self.question:
            self.controls[self.question].append((name, attributes))
        if name == "label":
            self.labels.add(attributes.get("for"))
        self.described |= set(attributes.get("aria-describedby", "").split())
        assert "style" not in attributes


def drawn(answers=CAR):
    return Form(form_html(SOURCES.say, compiled(), state(answers)))


def test_every_question_of_the_form_has_a_control():
    form = drawn()
    asked = [
        question["id"] for question in compiled()["questions"] if question["in_form"] and question["id"] not in HANDLED
    ]
    assert asked
    for id_ in asked:
        assert form.controls[id_], id_


def test_ids_are_unique_and_every_control_is_named():
    form = drawn()
    assert len(form.ids) == len(set(form.ids))
    assert form.described <= set(form.ids)
    for controls in form.controls.values():
        for name, attributes in controls:
            if name == "button":
                continue
            assert attributes["id"] in form.labels or attributes.get("aria-label"), attributes


def test_a_question_added_to_the_data_appears_without_code():
    book_ = json.loads(json.dumps(compiled()))
    plain = {**book_["questions"][-1], "help": None, "choices": [], "unit": None, "in_form": True}
    book_["questions"].append(
        {**plain, "id": "winter_tyres", "label": "冬タイヤを<b>持っている", "kind": "flag", "section": "discounts"}
    )
    many = [{"id": str(number), "label": f"{number}台", "detail": None} for number in range(9)]
    book_["questions"].append(
        {**plain, "id": "garage", "label": "車庫", "kind": "choice", "section": "contract", "choices": many}
    )
    html = form_html(SOURCES.say, book_, state(CAR))
    form = Form(html)
    assert form.controls["winter_tyres"][0][1]["type"] == "checkbox"
    assert form.controls["garage"][0][0] == "select"
    assert "冬タイヤを&lt;b&gt;持っている" in html


def test_few_choices_are_rows_and_many_a_list():
    form = drawn()
    assert {attributes["type"] for _, attributes in form.controls["own_damage"]} == {"radio"}
    assert form.controls["grade"][0][0] == "select"


def test_settled_values_are_chosen():
    form = drawn({**CAR, "own_damage": "economy", "legal_expenses": "true"})
    chosen = [attributes["value"] for _, attributes in form.controls["own_damage"] if "checked" in attributes]
    assert chosen == ["economy"]
    assert "checked" in form.controls["legal_expenses"][0][1]


def test_amounts_are_asked_in_ten_thousands():
    controls = drawn({**CAR, "own_damage": "general", "own_damage_amount": 1_500_000}).controls["own_damage_amount"]
    assert controls[0][1]["value"] == "150"
    assert controls[0][1]["data-scale"] == "10000"


def test_questions_that_cannot_matter_are_hidden():
    moped = drawn({"start_date": "2026-12-01", "vehicle_type": "moped"})
    assert moped.hidden["own_damage"]
    assert moped.hidden["grade"]
    assert moped.hidden["aeb"]
    assert not moped.hidden["birth_date"]
    assert not drawn({**CAR, "own_damage": "general"}).hidden["own_damage_amount"]
    assert drawn(CAR).hidden["own_damage_amount"]


def test_a_problem_stands_under_its_question():
    html = form_html(SOURCES.say, compiled(), state({**CAR, "birth_date": "1981-02-30"}))
    place = html.split('id="p-birth_date"')[1].split("</p>")[0]
    assert "こよみにない日" in place
    assert "hidden" not in place.split(">")[0]


def test_summaries_say_what_was_answered():
    said = state(
        {**CAR, "model": "ZVW50", "own_damage": "general", "driver_scope": "couple", "birth_date": "1981-05-20"}
    )["summaries"]
    assert said["car"].startswith("プリウス（ZVW50）")
    assert said["grade"].startswith("11等級")
    assert said["drivers"].startswith("45歳")
    assert "一般補償" in said["cover"]
    assert said["riders"] == "つけていません"
    assert "本人・配偶者限定" in said["discounts"]
    assert said["contract"].startswith("2026年12月1日から")


@pytest.mark.parametrize(
    "answers", [{}, {"start_date": "1990-01-01", "vehicle_type": "passenger"}, {"grade": None}, {"x": []}]
)
def test_any_answers_give_a_state_that_can_be_drawn(answers):
    Form(form_html(SOURCES.say, compiled(), state(answers)))


def test_the_page_carries_its_data_safely():
    appraisal = appraise(book(), CAR)
    book_ = json.loads(json.dumps(compiled()))
    book_["models"][0]["name"] = "</script><b>"
    html = page_html(
        SOURCES.say,
        book_,
        appraisal.quote,
        form_state(book(), appraisal),
        "",
        [{"label": "例", "annual": 1, "monthly": 1, "fragment": "#a=b"}],
    )
    data = html.split('type="application/json"')[1].split(">", 1)[1].split("</script>")[0]
    assert json.loads(data)["models"][0]["name"] == "</script><b>"
    assert "\n\n" not in html
