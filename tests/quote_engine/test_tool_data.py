"""The tools' rules, case by case from tests/data/tools, and every mistake an editor can make in their files."""

from pathlib import Path

import pytest
import yaml

from quote_engine.advice.budget import budget
from quote_engine.advice.contract_dates import contract_dates
from quote_engine.advice.joining import joining
from quote_engine.advice.ladders import ladders
from quote_engine.advice.transfer import transfer
from quote_engine.replies.tool_page import tool_page
from quote_engine.replies.tools import TOOLS
from rulebook.binder import examine
from tests.runtime.random_answers import ABSURD, answer_sets

CASES = Path(__file__).parents[1] / "data" / "tools"
DAYS = {"start_date": "2026-12-01", "application_date": "2026-11-20"}


def read(name):
    found = yaml.load((CASES / f"{name}.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    assert len(found) > 12
    return found


DATES, GRADES, JOINING, MISTAKES = read("dates"), read("grades"), read("joining"), read("mistakes")


@pytest.mark.parametrize("name", DATES)
def test_dates(book, name):
    case = DATES[name]
    found = contract_dates(book, case["answers"])
    days = {entry["id"]: entry["day"] for entry in found["entries"]}
    assert [each["field"] for each in found["problems"]] == case.get("problems", []), case["why"]
    assert {key: days.get(key) for key in case.get("expect", {})} == case.get("expect", {}), case["why"]
    assert not set(case.get("absent", [])) & set(days), case["why"]
    if "notes" in case:
        assert len(found["notes"]) == int(case["notes"])


@pytest.mark.parametrize("name", GRADES)
def test_grades(book, name):
    case = GRADES[name]
    found = transfer(book, {**DAYS, **case["answers"]})
    assert [each["field"] for each in found["problems"]] == case.get("problems", []), case["why"]
    if "expect" in case:
        assert [found["grade"], str(found["accident_years"]), str(found["rate_percent"])] == case["expect"], case["why"]
    assert found["status"] == case.get("status", "settled" if "expect" in case else "invalid")
    assert all("{" not in reason for reason in found["reasons"])


@pytest.mark.parametrize("name", JOINING)
def test_joining(book, name):
    case = JOINING[name]
    found = joining(book, {**DAYS, **case["answers"]})
    assert [each["rule"] for each in found["declined"]] == case.get("declined", []), case["why"]
    assert found["status"] == ("declined" if "declined" in case else "joins")
    if found["status"] == "joins":
        without = [] if found["own_damage"]["allowed"] else ["own_damage"]
        without += [rider["id"] for rider in found["riders"] if not rider["allowed"]]
        assert sorted(without) == sorted(case.get("without", [])), case["why"]
        assert all(rider["reason"] for rider in found["riders"] if not rider["allowed"])


def test_every_kind_and_every_refusal_is_tried(book):
    assert {case["answers"]["vehicle_type"] for case in JOINING.values()} == set(book.vehicles)
    assert {rule for case in JOINING.values() for rule in case.get("declined", [])} == {rule["id"] for rule in book.eligibility}


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake['file']} {mistake['replace'].strip()}"[:60])
def test_mistakes_are_told(data_copy, mistake):
    path = data_copy / mistake["file"]
    text = path.read_text(encoding="utf-8")
    assert mistake["find"] in text
    path.write_text(text.replace(mistake["find"], mistake["replace"], 1), encoding="utf-8")
    problems = examine(data_copy)[1]
    assert mistake["message"] in [problem.message for problem in problems]


def test_every_ladder_tells_what_each_step_loses_and_gains(book):
    found = ladders(book)
    assert len(found) > 12
    for ladder in found:
        assert len(ladder.down) == len(ladder.up) == len(ladder.levels) - 1
        top = len(ladder.levels) - 1
        assert ladder.effects(top, 0)
        assert ladder.effects(0, top)


def test_losing_several_steps_keeps_only_what_adds_up(book):
    own = next(ladder for ladder in ladders(book) if ladder.question == "own_damage")
    assert len(own.effects(3, 0)) == 1
    assert len(own.effects(3, 1)) == 2


@pytest.mark.parametrize("tool", TOOLS)
def test_any_answers_get_an_answer_or_problems(book, tool):
    questions = book.data["tools"][tool]["questions"]
    draws = answer_sets(book.data, 60, seed=11)
    for index, answers in enumerate(draws):
        own = {id_: ABSURD[(index + place) % len(ABSURD)] for place, id_ in enumerate(questions) if (index + place) % 3}
        reply = tool_page(tool, TOOLS[tool], book, {**answers, **own})
        assert (reply["html"]["result"] == "") == (reply[tool]["status"] == "invalid")
        assert bool(reply[tool]["problems"]) == (reply[tool]["status"] == "invalid")
        assert reply["status"]
    for raw in ABSURD:
        assert tool_page(tool, TOOLS[tool], book, raw)["status"]


def test_a_declined_car_is_declined_by_the_budget_too(book):
    found = budget(book, {**DAYS, "vehicle_type": "passenger", "seats": 11})
    assert found["status"] == "declined"
    assert found["ideas"] == []
