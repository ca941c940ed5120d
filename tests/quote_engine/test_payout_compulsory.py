"""Compulsory cover of several persons is that of each of them, added up."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quote_engine import load_book
from quote_engine.payout.compulsory import Injury, compulsory_pays, several
from quote_engine.payout.figures import DISABILITY_GRADES, Figures
from tests.quote_engine.test_payout_properties import tried

FIGURES = Figures(load_book(str(Path(__file__).resolve().parents[2] / "data")).editions[-1].data["payouts"])
LASTING = st.one_of(
    st.just(("death", "")), st.sampled_from(["always", "at_times"]).map(lambda care: ("care", care)),
    st.sampled_from(DISABILITY_GRADES).map(lambda grade: ("disability", grade)),
)  # fmt: skip
SHARES = st.integers(0, 50_000).map(lambda thousands: thousands * 1000)
FAULTS = st.sampled_from([0, 69, 70, 80, 90, 99, 100])


def hurt(share, fault):
    return compulsory_pays(FIGURES, Injury(share, share, 1, fault, "injury", ""))


@tried(200)
@given(SHARES, st.integers(1, 5), FAULTS)
def test_many_hurt_are_paid_as_each_alone(share, persons, fault):
    together = compulsory_pays(FIGURES, Injury(share * persons, share * persons, persons, fault, "injury", ""))
    assert together == hurt(share, fault) * persons


@tried(200)
@given(SHARES, st.integers(0, 4), FAULTS, LASTING, SHARES)
def test_one_who_keeps_a_disability_takes_nothing_from_the_others(share, others, fault, lasting, treatment):
    outcome, grade = lasting
    alone = compulsory_pays(FIGURES, Injury(share, min(treatment, share), 1, fault, outcome, grade))
    together = compulsory_pays(FIGURES, Injury(share * (others + 1), treatment, others + 1, fault, outcome, grade))
    assert together == alone + hurt(share, fault) * others


def test_what_was_supposed_of_several_is_said():
    assert several(Injury(9_000_000, 0, 1, 0, "disability", "14")) is None
    assert several(Injury(9_000_000, 0, 3, 0, "injury", "")) is None
    assert "1人、ほかの2人はけが" in str(several(Injury(9_000_000, 0, 3, 0, "disability", "14")))
    assert "2人とも亡くなった" in str(several(Injury(9_000_000, 0, 2, 0, "death", "", 2)))
