"""Use the cover or pay yourself: worked by hand, exact at the break-even, honest about total losses."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quote_engine import load_book
from quote_engine.outlook.use_or_pay import terms_of, use_or_pay
from quote_engine.payout.payout import payout_claim
from quote_engine.premium.total_loss import SUPPOSED
from tests.oracle.outlook import expected_years
from tests.quote_engine.test_properties import tried

BOOK = load_book(str(Path(__file__).resolve().parents[2] / "data"))
KINDS = ("three_down", "one_down", "six_down")
MEMBER = {
    "start_date": "2026-12-01", "vehicle_type": "passenger", "class_basic": 9, "class_vehicle": 9, "age_condition": "35",
    "birth_date": "1976-06-15", "prior_contract": True, "grade": "13", "own_damage": "general",
    "own_damage_amount": 2_000_000, "own_damage_deductible": "100000",
}  # fmt: skip


def ask(**more):
    return use_or_pay(BOOK, {**MEMBER, "own_damage_loss": 600_000, **more})


def test_the_extra_is_the_sum_of_the_years_until_both_ways_cost_the_same():
    found = ask()
    used = expected_years(MEMBER, 20, [{"year": 1, "kind": "three_down"}])
    unused = expected_years(MEMBER, 20)
    differences = [with_["annual"] - without["annual"] for with_, without in zip(used, unused, strict=True)]
    assert found["extra"] == sum(differences)
    assert [row["difference"] for row in found["rows"]] == differences[1 : found["years"] + 1]
    assert not any(differences[found["years"] + 1 :])
    assert found["met"]


def test_both_ways_cost_the_same_at_the_break_even():
    found = ask()
    assert found["break_even"] == found["deductible"] + found["extra"]
    even = ask(own_damage_loss=found["break_even"])
    assert even["cost_of_using"] == even["cost_of_paying"] == found["break_even"]
    assert ask(own_damage_loss=found["break_even"] - 1)["cost_of_using"] > found["break_even"] - 1
    assert ask(own_damage_loss=found["break_even"] + 1)["cost_of_using"] < found["break_even"] + 1


def test_what_is_paid_and_what_stays():
    found = ask()
    assert (found["payout"], found["cost_of_paying"]) == (500_000, 600_000)
    assert found["cost_of_using"] == 100_000 + found["extra"]
    assert ask(own_damage_loss=80_000)["payout"] == 0
    assert ask(own_damage_loss=80_000)["cost_of_using"] == 80_000 + found["extra"]


def test_a_total_loss_has_no_deductible():
    assert ask(own_damage_loss=1_999_999)["payout"] == 1_899_999
    total = ask(own_damage_loss=2_000_000)
    assert (total["total_loss"], total["payout"]) == (True, 2_000_000)
    assert ask(own_damage_loss=2_500_000)["cost_of_using"] == 500_000 + total["extra"]


def test_no_break_even_where_the_car_is_worth_less_than_what_using_costs():
    found = ask(own_damage_amount=200_000, own_damage_loss=150_000)
    assert found["break_even"] is None
    assert found["cost_of_using"] > found["cost_of_paying"]


def test_one_rung_costs_less_than_three_and_six_more():
    three, one, six = (ask(kind=kind)["extra"] for kind in KINDS)
    assert one < three < six


def test_at_the_top_rates_meet_before_grades_do():
    found = ask(grade="22", kind="one_down")
    # 21等級 with one accident year costs more for that year; 22等級 again the year after.
    assert [(row["used_grade"], row["used_accident_years"]) for row in found["rows"]] == [("21", 1)]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"own_damage": "none"}, "own_damage"),
        ({"kind": "no_count"}, "kind"),
        ({"kind": ["three_down"]}, "kind"),
        ({"own_damage_loss": "60万"}, "own_damage_loss"),
        ({"own_damage_loss": -1}, "own_damage_loss"),
        ({"own_damage_loss": 1_000_000_001}, "own_damage_loss"),
        ({"own_damage_loss": True}, "own_damage_loss"),
        ({"own_damage_loss": 1.5}, "own_damage_loss"),
        ({"grade": "23"}, "grade"),
        ({"vehicle_type": "moped"}, "own_damage"),
    ],
)
def test_what_cannot_be_compared_says_why(more, field):
    found = ask(**more)
    assert found["status"] == "invalid"
    assert field in [each["field"] for each in found["problems"]]


def test_a_car_that_cannot_join_is_declined():
    assert ask(illegal_modification=True)["status"] == "declined"


@tried(100)
@given(
    st.integers(1, 60).map(lambda count: count * 50_000), st.sampled_from(["0", "50000", "100000"]),
    st.one_of(st.integers(0, 4_000_000), st.integers(-120_000, 120_000)), st.booleans(),
)  # fmt: skip
def test_the_payout_of_an_accident_is_the_same(amount, deductible, loss, near):
    loss = max(0, amount + loss) if near else abs(loss)
    answers = {**MEMBER, "own_damage_amount": amount, "own_damage_deductible": deductible, "own_damage_loss": loss}
    compared = use_or_pay(BOOK, answers)
    found, _, _ = payout_claim(BOOK, {**answers, "accident": "object_collision"})
    paid = sum(each["amount"] for each in found["payments"])
    assert compared["payout"] == paid
    assert compared["total_loss"] == (SUPPOSED in found["notes"]) == (SUPPOSED in [note["message"] for note in compared["notes"]])


@tried(60)
@given(
    st.sampled_from([choice["id"] for choice in BOOK.questions["grade"]["choices"]]),
    st.sampled_from(range(7)),
    st.sampled_from(KINDS),
    st.integers(1, 60).map(lambda count: count * 50_000),
    st.sampled_from(["0", "50000", "100000"]),
    st.integers(0, 4_000_000),
)
def test_properties(grade, years, kind, amount, deductible, loss):
    found = ask(grade=grade, accident_years=str(years), kind=kind, own_damage_amount=amount, own_damage_deductible=deductible, own_damage_loss=loss)
    terms = terms_of(found)
    assert found["extra"] >= 0
    assert found["met"]
    assert 0 <= found["payout"] <= min(loss, amount)
    assert found["payout"] + (found["cost_of_using"] - found["extra"]) == loss
    assert terms.payout(loss) <= terms.payout(loss + 1)
    if found["break_even"] is None:
        assert found["deductible"] + found["extra"] >= amount
    else:
        assert terms.using(found["break_even"]) == found["break_even"]
        assert (found["cost_of_using"] < loss) == (loss > found["break_even"])
