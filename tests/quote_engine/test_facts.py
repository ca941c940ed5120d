"""Settling: what was given, else the model, else the default; then the limits, each with its note."""

from pathlib import Path

import pytest

from quote_engine import load_book, quote
from quote_engine.premium.facts import Facts
from quote_engine.values.conditions import bounds_of, facts_of, holds

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-12-01"


@pytest.fixture(scope="module")
def book():
    return load_book(str(ROOT / "data"))


def settle(book, vehicle="passenger", **answers):
    return Facts(book, book.editions[-1], {"start_date": DAY, "vehicle_type": vehicle, **answers})


@pytest.mark.parametrize(
    ("vehicle", "answers", "name", "value", "notes"),
    [
        # defaults
        ("passenger", {}, "personal_injury", "50000000", []),
        ("motorcycle", {}, "personal_injury", "none", []),
        ("passenger", {}, "grade", "6", []),
        ("passenger", {}, "prior_contract", False, []),
        ("passenger", {"second_car": True}, "grade", "7", []),
        ("passenger", {}, "own_damage", "none", []),
        ("passenger", {}, "own_damage_amount", 2000000, []),
        ("passenger", {}, "region", "unspecified", []),
        ("passenger", {}, "birth_date", None, []),
        ("moped", {}, "grade", None, []),
        # defaults that are told
        ("passenger", {}, "class_basic", 9, ["assumed.class_basic"]),
        ("kei_passenger", {}, "class_basic", 2, ["assumed.class_basic"]),
        ("cargo", {}, "class_basic", None, []),
        ("passenger", {}, "class_vehicle", 9, []),
        ("passenger", {"grade": "20"}, "prior_contract", True, ["assumed.prior_contract"]),
        ("passenger", {"grade": "7"}, "prior_contract", True, ["assumed.prior_contract"]),
        ("passenger", {"grade": "6"}, "prior_contract", False, []),
        ("passenger", {"grade": "7", "second_car": True}, "prior_contract", False, []),
        # limits
        ("passenger", {"prior_contract": False, "grade": "20"}, "grade", "6", ["dropped.grade"]),
        ("passenger", {"prior_contract": False, "second_car": True, "grade": "20"}, "grade", "7", ["dropped.grade"]),
        ("passenger", {"prior_contract": False, "accident_years": "2"}, "accident_years", "0", ["dropped.accident_years"]),
        ("moped", {"prior_contract": True, "grade": "20"}, "grade", None, ["dropped.grade"]),
        ("camper", {"own_damage": "general"}, "own_damage", "none", ["dropped.own_damage"]),
        ("kei_cargo", {"own_damage": "general"}, "own_damage", "general", []),
        ("kei_cargo", {"own_damage": "general", "dump_body": True}, "own_damage", "none", ["dropped.own_damage"]),
        ("passenger", {"personal_injury": "none"}, "passenger_injury", "5000000", ["set.passenger_injury"]),
        ("passenger", {"personal_injury": "none", "passenger_injury": "none"}, "passenger_injury", "5000000",
         ["dropped.passenger_injury"]),
        ("motorcycle", {"personal_injury": "none"}, "passenger_injury", "none", []),
        ("passenger", {"own_damage": "general", "own_damage_amount": 150000}, "own_damage_deductible", "0",
         ["set.own_damage_deductible"]),
        ("passenger", {"own_damage": "general", "own_damage_amount": 200000}, "own_damage_deductible", "100000", []),
        ("passenger", {"driver_scope": "couple", "age_condition": "35", "child_age_condition": "any"}, "child_age_condition",
         "none", ["dropped.child_age_condition"]),
        ("passenger", {"legal_expenses": True}, "legal_expenses", True, []),
        ("moped", {"my_bike": True}, "my_bike", False, ["dropped.my_bike"]),
        # one limit after another: without own damage its rider goes too
        ("camper", {"own_damage": "general", "no_fault": True}, "no_fault", False, ["dropped.own_damage", "dropped.no_fault"]),
        # what follows from dates
        ("passenger", {"birth_date": "1996-12-01"}, "age", 30, []),
        ("passenger", {"birth_date": "1996-12-02"}, "age_band", "under_30", []),
        ("passenger", {"birth_date": "1951-12-01"}, "age_band", "from_75", []),
        ("passenger", {}, "age", None, []),
        ("passenger", {}, "age_band", None, []),
        ("passenger", {"first_registered": "2024-11"}, "months_since_registration", 25, []),
        ("passenger", {"first_registered": "2024-11"}, "months_to_first_inspection", 11, []),
        ("cargo", {"first_registered": "2025-12"}, "months_to_first_inspection", 12, []),
        ("passenger", {"model_launched": "2023-03"}, "years_since_launch_fiscal_year", 4, []),
        ("passenger", {"model_launched": "2023-04"}, "years_since_launch_fiscal_year", 3, []),
        ("passenger", {"application_date": "2026-11-01"}, "days_until_start", 30, []),
        # groups by condition
        ("passenger", {}, "grade_column", "first_contract", []),
        ("passenger", {"prior_contract": True}, "grade_column", "accident_free", []),
        ("passenger", {"second_car": True}, "grade_column", "accident_free", []),
        ("passenger", {"prior_contract": True, "grade": "7", "accident_years": "1"}, "grade_column", "with_accident", []),
        ("passenger", {"prior_contract": True, "grade": "6", "accident_years": "1"}, "grade_column", "accident_free", []),
    ],
)  # fmt: skip
def test_settled(book, vehicle, answers, name, value, notes):
    facts = settle(book, vehicle, **answers)
    assert facts[name] == value
    assert list(facts.notes) == notes


def test_the_model_speaks_where_the_visitor_is_silent(book):
    for name, model in book.models.items():
        facts = settle(book, model["vehicle_type"], model=name)
        found = [facts[each] for each in ("class_basic", "class_vehicle", "model_launched", "aeb", "model_fits")]
        assert found == [model["class_basic"], model["class_vehicle"], model["launched"], model["aeb"], True]
        assert not facts.notes, name


def test_an_answer_outweighs_the_model(book):
    name = next(name for name, model in book.models.items() if model["vehicle_type"] == "passenger" and model["aeb"])
    given = {"class_basic": 17, "class_vehicle": 1, "model_launched": "2010-04", "aeb": False}
    facts = settle(book, "passenger", model=name, **given)
    assert {each: facts[each] for each in given} == given


def test_a_model_fits_its_own_kind_of_car_only(book):
    for name, model in book.models.items():
        assert [vehicle for vehicle in book.vehicles if settle(book, vehicle, model=name)["model_fits"]] == [model["vehicle_type"]]
    assert settle(book, "passenger")["model_fits"] is None


def test_a_note_tells_its_question_its_kind_and_a_sentence(book):
    facts = settle(book, "camper", own_damage="general")
    assert facts["own_damage"] == "none"
    (note,) = facts.notes.values()
    assert (note["id"], note["field"], note["kind"]) == ("dropped.own_damage", "own_damage", "dropped")
    assert note["message"].endswith("。")


def test_figures_in_messages_come_from_the_conditions(book):
    quoted = quote(book, {"start_date": DAY, "vehicle_type": "passenger", "own_damage": "general", "own_damage_amount": 150000})
    (note,) = [note for note in quoted["notes"] if note["field"] == "own_damage_deductible"]
    assert "20万円" in note["message"]
    assert not [note for note in quoted["notes"] if "{" in note["message"]]


@pytest.mark.parametrize(
    ("vehicle", "answers", "question", "allowed"),
    [
        ("passenger", {"prior_contract": False}, "grade", ["6"]),
        ("passenger", {"second_car": True}, "grade", ["7"]),
        ("camper", {}, "own_damage", ["none"]),
        ("passenger", {"personal_injury": "none"}, "passenger_injury", ["5000000", "10000000"]),
        ("passenger", {"age_condition": "21"}, "child_age_condition", ["none", "any"]),
        ("passenger", {"age_condition": "35", "driver_scope": "couple"}, "child_age_condition", ["none"]),
        ("passenger", {"age_condition": "35"}, "child_age_condition", ["none", "any", "21", "26"]),
        ("moped", {}, "low_emission", [False]),
        ("passenger", {}, "low_emission", [True, False]),
    ],
)
def test_choices_left_open(book, vehicle, answers, question, allowed):
    assert settle(book, vehicle, **answers).allowed(book.questions[question]) == allowed


FACTS = {"age": 30, "type": "moped", "aeb": True, "day": "2026-12-01", "limit": 30, "nothing": None}
GIVEN = {"aeb": True, "grade": "7"}


@pytest.mark.parametrize(
    ("condition", "true"),
    [
        (None, True),
        (["in", "type", ["moped", "camper"]], True),
        (["in", "type", []], False),
        (["in", "aeb", [True]], True),
        (["at_least", "age", 30], True),
        (["at_least", "age", 31], False),
        (["at_most", "age", 30], True),
        (["more_than", "age", 30], False),
        (["less_than", "age", 31], True),
        (["more_than", "age", ["fact", "limit"]], False),
        (["at_least", "age", ["fact", "limit"]], True),
        (["at_least", "age", ["fact", "nothing"]], False),
        (["at_least", "day", "2026-12-01"], True),
        # without a value no comparison holds, in either direction
        (["at_least", "nothing", 1], False),
        (["less_than", "nothing", 1], False),
        (["known", "nothing", False], True),
        (["known", "age", True], True),
        (["known", "age", False], False),
        (["not", ["at_least", "nothing", 1]], True),
        (["all", []], True),
        (["any", []], False),
        (["all", [["in", "aeb", [True]], ["at_least", "age", 31]]], False),
        (["any", [["in", "aeb", [True]], ["at_least", "age", 31]]], True),
        (["answered", "grade", ["in", "grade", ["7"]]], True),
        (["answered", "grade", ["in", "grade", ["8"]]], False),
        (["answered", "age", ["in", "age", [30]]], False),
    ],
)
def test_conditions(condition, true):
    assert holds(condition, FACTS, GIVEN) is true


def test_what_a_condition_looks_at():
    condition = ["all", [["not", ["in", "a", ["x"]]], ["any", [["at_least", "b", ["fact", "c"]], ["answered", "d", ["in", "d", [1]]]]]]]
    assert facts_of(condition) == {"a", "b", "c"}
    assert bounds_of(condition) == [("b", "at_least", ["fact", "c"])]
    assert facts_of(None) == set()
    assert bounds_of(None) == []
