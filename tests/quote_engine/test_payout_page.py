"""The payout's page in pieces: balanced markup, nothing inline, only questions that matter, bars that add up."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from quote_engine import Book, load_book
from quote_engine.desk import Desk
from quote_engine.drawing.words import Say
from quote_engine.pages.accident_form import pictures_html
from quote_engine.pages.accident_pictures import picture
from quote_engine.replies.payout import payout_page, payout_remedies
from tests.quote_engine.test_slip import Reader

DATA = str(Path(__file__).parents[2] / "data")
KINDS = load_book(DATA).data["accidents"]["kinds"]
POLICY = {"start_date": "2026-12-01", "vehicle_type": "passenger", "birth_date": "1981-05-20", "age_condition": "35", "own_damage": "economy"}


@cache
def book() -> Book:
    return load_book(DATA)


def asked(reply):
    return {id_ for id_, state in reply["form"]["questions"].items() if state["shown"] and id_ in book().data["accidents"]["questions"]}


def balanced(html):
    for _, attributes in Reader(html).elements:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_painted_from_its_sample(kind):
    answers = {**POLICY, "accident": kind, **KINDS[kind]["sample"]}
    reply = payout_page(book(), answers)
    assert reply["payout"]["status"] == "quoted"
    balanced(reply["html"]["result"])
    balanced(reply["html"]["table"])
    balanced(payout_remedies(book(), answers)["html"])
    assert asked(reply) <= {"accident", *KINDS[kind]["asks"], *KINDS[kind]["more"]}
    for bar in re.findall(r'<svg class="bb".*?</svg>', reply["html"]["result"]):
        widths = [round(float(width) * 100) for width in re.findall(r'width="([0-9.]+)%" height="100%"', bar)]
        assert sum(widths) == 10_000


def test_every_kind_has_a_picture_of_its_own():
    drawings = {kind: picture(kind) for kind in KINDS}
    assert len(set(drawings.values())) == len(KINDS)
    assert picture("something new") not in drawings.values()
    balanced(pictures_html(Say(book().data["words"]), book().data["accidents"]["questions"]["accident"], "theft"))


def test_the_age_is_asked_only_of_those_whom_a_condition_binds():
    crash = {**POLICY, "accident": "object_collision"}
    assert "driver_age" not in asked(payout_page(book(), crash))
    assert "driver_age" not in asked(payout_page(book(), {**crash, "driver": "friend"}))
    assert "driver_age" in asked(payout_page(book(), {**crash, "driver": "child_home"}))
    assert "driver_age" not in asked(payout_page(book(), {**crash, "driver": "child_home", "age_condition": "any"}))


def test_a_parked_car_has_no_driver():
    assert "driver" not in asked(payout_page(book(), {**POLICY, "accident": "bicycle_collision", "parked": True}))


def test_wrong_answers_leave_the_last_result_and_say_where():
    reply = payout_page(book(), {**POLICY, "accident": "theft", "own_damage_loss": "a lot"})
    assert reply["html"]["result"] == ""
    assert reply["form"]["questions"]["own_damage_loss"]["problem"]
    for odd in (None, [], "x", {}, {"accident": 1}, {"accident": "theft"}):
        assert payout_page(book(), odd)["payout"]["status"] == "invalid"


def test_the_desk_answers_the_page_as_json():
    desk = Desk(book().to_json())
    reply = json.loads(desk.reply(json.dumps({"id": 3, "ask": "payout_page", "answers": {**POLICY, "accident": "theft"}})))
    assert reply["payout_page"]["status"].startswith("損害") or reply["payout_page"]["status"].startswith("盗難")
