"""A car that nobody can name pays for nothing, and the own car is seen to as after a hit and run."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quote_engine import load_book
from quote_engine.payout.payout import payout_claim
from tests.quote_engine.test_payout_properties import accidents, contracts, tried

BOOK = load_book(str(Path(__file__).resolve().parents[2] / "data"))
WITH_A_CAR = tuple(id_ for id_, kind in BOOK.data["accidents"]["kinds"].items() if kind["other"] == "car")
OWN_CAR = ("own_damage", "limited_general")


def borne_by_other(found):
    return sum(part["amount"] for loss in found["losses"] if loss["id"].startswith("own") for part in loss["parts"] if part["bearer"] == "other")


def paid(found):
    return {each["coverage"]: each["amount"] for each in found["payments"] if each["coverage"] in OWN_CAR}


@tried(150)
@given(contracts(), accidents(WITH_A_CAR))
def test_an_unknown_car_gives_nothing_but_what_was_received(policy, told):
    found, _, _ = payout_claim(BOOK, {**policy, **told, "other_identified": False})
    if found["status"] == "quoted":
        assert borne_by_other(found) == min(told.get("recovery", 0), next((loss["amount"] for loss in found["losses"] if loss["id"] == "own_car"), 0))


@tried(150)
@given(contracts(), accidents(("car_collision",)), st.booleans())
def test_the_own_car_is_paid_as_after_a_hit_and_run(policy, told, parked):
    answers = {**policy, **told, "own_fault_percent": 0, "parked": parked, "other_identified": False}
    unknown, _, _ = payout_claim(BOOK, answers)
    fled, _, _ = payout_claim(BOOK, {**answers, "accident": "hit_and_run"})
    assert unknown["status"] == fled["status"]
    assert paid(unknown) == paid(fled)
