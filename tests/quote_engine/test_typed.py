"""The types of ``quote_engine.typed`` against the book and real replies of the desk."""

import json
import subprocess
import sys
from typing import Any, get_type_hints

import pytest
from fits import misfits

from quote_engine import Desk
from quote_engine.desk import QUESTIONS, ROOMS, _asked
from quote_engine.typed.book import BookData
from quote_engine.typed.common import Answers
from quote_engine.typed.replies import Named, Refused, Whole

NAMED, WHOLE = get_type_hints(Named), get_type_hints(Whole)
START = {"start_date": "2026-12-15", "application_date": "2026-12-01"}
WRONG = ({**START, "vehicle_type": "passenger", "grade": "99"}, {**START, "vehicle_type": "passenger", "private_use": False}, {}, [])
"""A wrong answer, a car that is not taken, no answers, no answers at all."""


@pytest.fixture(scope="module")
def desk(book):
    return Desk(book.to_json())


def asked(book, ask: str) -> list[Any]:
    """Answers worth asking with: the model cases, the stories, the tools' examples, and what cannot be priced."""
    cases = [{**START, **example["answers"]} for example in book.data["examples"]]
    if ask.startswith("payout"):
        return [{**story["answers"], **story["accident"]} for story in book.data["stories"]] + list(WRONG)
    if ask.startswith("outlook"):
        cases = [{**case, "years": 9, "accidents": [{"year": 2, "kind": "three_down"}]} for case in cases]
    if ask.startswith("use_or_pay"):
        cases = [{**case, "own_damage_loss": 300_000} for case in cases]
    tool = ask.removesuffix("_page")
    if tool in book.data["tools"]:
        sample = book.data["tools"][tool]["sample"]
        cases = [sample, {**START, **sample}, *({**case, **sample} for case in cases), *TOLD.get(tool, ())]
    return [*cases, *WRONG]


FAMILY = {**START, "vehicle_type": "passenger", "personal_injury": "50000000", "has_personal_injury": True, "second_personal_injury": True}
CAR = {"applied_on": "2026-12-01", "vehicle_type": "passenger", "aeb": True, "model_launched": "2025-06", "first_registered": "2026-11"}
TOLD: dict[str, tuple[Answers, ...]] = {
    "ideas": ({**START, "vehicle_type": "passenger", "grade": "11", "budget": 1_000_000, "per": "year"},),
    "overlaps": (FAMILY,),
    "dates": ({**CAR, "due_on": "2026-11-25", "ended_on": "2026-11-25"},),
    "grade_check": ({"situation": "transfer", "previous_grade": "20"}, {"situation": "transfer", "previous_grade": "1-1"}, {"situation": "first"}),
}
"""What each tool has most to say to."""


def requests(book, ask: str) -> list[dict[str, Any]]:
    answers = asked(book, ask)
    if ask == "quotes":
        return [{"ask": ask, "list": answers}]
    if ask == "compare":
        return [{"ask": ask, "set_ups": [{"label": "A", "answers": each} for each in answers]}]
    if ask == "old_link":
        return [{"ask": ask, "then": {**each, "start_date": "2026-01-15"}, "answers": each, "edition": "2019-04"} for each in answers if each]
    return [{"ask": ask, "answers": each} for each in answers]


@pytest.mark.parametrize("ask", NAMED)
def test_what_stands_under_its_name_is_what_its_type_says(book, desk, ask):
    for request in requests(book, ask):
        reply = json.loads(desk.reply(json.dumps({"id": 1, **request})))
        assert reply.keys() == {"id", ask}
        assert misfits(reply[ask], NAMED[ask], ask) == []


@pytest.mark.parametrize("ask", WHOLE)
def test_a_reply_of_many_parts_is_what_its_type_says(book, desk, ask):
    for request in requests(book, ask):
        reply = json.loads(desk.reply(json.dumps({"id": 1, **request})))
        assert misfits({key: part for key, part in reply.items() if key != "id"}, WHOLE[ask], ask) == []


def test_what_cannot_be_read_is_refused_as_its_type_says(desk):
    assert misfits(json.loads(desk.reply("{")), Refused) == []


def test_the_book_is_what_its_type_says(book):
    assert misfits(json.loads(book.to_json()), BookData, "book") == []


def test_every_question_has_a_type_and_an_answer():
    assert {*NAMED, *WHOLE} == set(QUESTIONS)
    assert {room: tuple(sorted(_asked(room))) for room in ROOMS} == {room: tuple(sorted(questions)) for room, questions in ROOMS.items()}


def test_the_types_are_no_burden_to_a_visitor():
    """Nothing imports them when the engine runs."""
    code = "import sys, quote_engine.desk; [quote_engine.desk._asked(room) for room in quote_engine.desk.ROOMS]; print([n for n in sys.modules if '.typed' in n])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(
    ("value", "of", "place"),
    [
        ({"field": "a"}, Refused.__annotations__["problems"], "no list"),
        ([{"field": "a"}], list[dict[str, int]], "[0].field"),
        (True, int, "no int"),
        ({"id": 1, "problems": [], "more": 1}, Refused, "no 'more'"),
        ({"problems": []}, Refused, "'id' of Refused is missing"),
    ],
)
def test_a_misfit_is_told_with_its_place(value, of, place):
    assert place in " ".join(misfits(value, of, ""))
