"""The desk: whatever it is asked, it answers; and it loads no more than it is asked for."""

import json
import subprocess
import sys
from typing import get_type_hints

import pytest
from fits import misfits
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quote_engine import Desk
from quote_engine.desk import QUESTIONS, ROOMS, USUAL
from quote_engine.typed.common import Problem
from quote_engine.typed.replies import Named, Whole

NAMED, WHOLE = get_type_hints(Named), get_type_hints(Whole)
ODD = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.sampled_from(["２０２６-12-01", "9" * 400, "\ud800"])),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=8,
)
"""Anything that JSON can hold, and a little that it cannot."""
GOOD = {
    "start_date": "2026-12-15", "vehicle_type": "passenger", "grade": "11", "own_damage": "general", "accident": "theft",
    "own_damage_loss": 500_000, "kind": "three_down", "years": 2, "accidents": [{"year": 1, "kind": "three_down"}],
    "budget": 4000, "per": "month", "situation": "first", "applied_on": "2026-12-01",
}  # fmt: skip
ANSWERS = st.one_of(ODD, st.dictionaries(st.sampled_from([*GOOD, "model", "no_such_question"]), ODD, max_size=4).map(lambda odd: GOOD | odd), st.just(GOOD))
REQUESTS = st.fixed_dictionaries(
    {"ask": st.one_of(st.sampled_from(list(QUESTIONS)), ODD)},
    optional={
        "id": st.one_of(st.integers(), st.text(max_size=4), ODD),
        "answers": ANSWERS,
        "then": ANSWERS,
        "list": st.one_of(ODD, st.lists(ANSWERS, max_size=2)),
        "set_ups": st.one_of(ODD, st.lists(st.one_of(ODD, st.fixed_dictionaries({}, optional={"label": ODD, "answers": ANSWERS})), max_size=2)),
        "back": ODD,
        "edition": ODD,
    },
)


@pytest.fixture(scope="module")
def desk(book):
    return Desk(book.to_json())


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(request=REQUESTS)
def test_an_odd_request_is_answered_like_any_other(desk, request):
    reply = json.loads(desk.reply(json.dumps(request)))
    ask = request["ask"] if isinstance(request["ask"], str) and request["ask"] in QUESTIONS else USUAL
    assert "id" in reply
    parts = {key: part for key, part in reply.items() if key != "id"}
    if parts.keys() == {"problems"}:
        assert parts["problems"]
        assert misfits(parts["problems"], list[Problem], "problems") == []
    elif ask in WHOLE:
        assert misfits(parts, WHOLE[ask], ask) == []
    else:
        assert parts.keys() == {ask}
        assert misfits(parts[ask], NAMED[ask], ask) == []


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        ({"ask": "compare"}, "set_ups"),
        ({"ask": "compare", "set_ups": {"a": 1}}, "set_ups"),
        ({"ask": "compare", "set_ups": ["x"]}, "set_ups"),
        ({"ask": "quotes"}, "list"),
        ({"ask": "quotes", "list": 5}, "list"),
    ],
)
def test_a_request_that_lacks_what_it_asks_about_is_told(desk, request_, field):
    reply = json.loads(desk.reply(json.dumps({"id": 7, **request_})))
    assert reply["id"] == 7
    assert [problem["field"] for problem in reply["problems"]] == [field]
    assert reply["problems"][0]["message"].endswith("を読めません。")


@pytest.mark.parametrize("ask", QUESTIONS)
def test_every_question_can_be_asked_of_nothing(desk, ask):
    assert json.loads(desk.reply(json.dumps({"ask": ask})))


@pytest.mark.parametrize("room", ROOMS)
def test_a_page_loads_the_room_of_its_own_questions_and_no_other(book, room, tmp_path):
    (tmp_path / "book.json").write_text(book.to_json(), encoding="utf-8")
    code = (
        "import sys, json; from pathlib import Path; from quote_engine.desk import Desk, ROOMS;"
        f"desk = Desk(Path({str(tmp_path / 'book.json')!r}).read_text(encoding='utf-8'));"
        f"[desk.reply(json.dumps({{'ask': ask, 'answers': {{}}}})) for ask in ROOMS[{room!r}]];"
        "print(*[name for name in ROOMS if f'quote_engine.replies.{name}' in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == [room]
