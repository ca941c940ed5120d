"""Exact money: rounding, ratios from text, and amounts back to text."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quote_engine.values.money import less_than, of_yen, off, plain, plus, ratio, rounded, text, times

EXACT = settings(deadline=None, derandomize=True, max_examples=200, database=None)
amounts = st.tuples(st.integers(-(10**12), 10**12), st.integers(1, 10**9))

ROUNDING = [
    # amount, unit, half_up, up, down
    ("12345", 10, 12350, 12350, 12340),
    ("12344", 10, 12340, 12350, 12340),
    ("12344.999", 10, 12340, 12350, 12340),
    ("12345.001", 10, 12350, 12350, 12340),
    ("12340", 10, 12340, 12340, 12340),
    ("12340.0001", 10, 12340, 12350, 12340),
    ("0", 10, 0, 0, 0),
    ("4.99", 10, 0, 10, 0),
    ("5", 10, 10, 10, 0),
    ("2747.5", 10, 2750, 2750, 2740),
    ("0.5", 1, 1, 1, 0),
    ("1.5", 1, 2, 2, 1),
    ("2.5", 1, 3, 3, 2),
    ("49", 100, 0, 100, 0),
    ("50", 100, 100, 100, 0),
    ("99999999999999995", 10, 100000000000000000, 100000000000000000, 99999999999999990),
    ("-5", 10, 0, 0, -10),
    ("-15", 10, -10, -10, -20),
]


@pytest.mark.parametrize(("amount", "unit", "half_up", "up", "down"), ROUNDING)
def test_rounding(amount, unit, half_up, up, down):
    exact = ratio(amount)
    assert rounded(exact, unit, "half_up") == half_up
    assert rounded(exact, unit, "up") == up
    assert rounded(exact, unit, "down") == down


def test_thirds_are_rounded_from_their_exact_value():
    assert rounded((14999, 3), 10, "half_up") == 5000  # 4,999.67 yen
    assert rounded((14984, 3), 10, "half_up") == 4990  # 4,994.67 yen
    assert rounded((14985, 3), 10, "half_up") == 5000  # 4,995 yen, written as a fraction


def test_no_float_ever_tips_a_rounding():
    # In binary floats 10,000 × 1.10 × 1.15 is 12,649.999…, and 1.005 × 1,000 is 1,004.999….
    assert times(times(of_yen(10000), ratio("1.10")), ratio("1.15")) == (12650_0000, 10_000)
    assert rounded(times(of_yen(1000), ratio("1.005")), 10, "half_up") == 1010


@pytest.mark.parametrize(
    ("written", "value"),
    [("0.48", "12/25"), ("-3", "-3"), ("0", "0"), ("26000", "26000"), ("2.067", "2067/1000"), ("-0.5", "-1/2"), ("1.000", "1")],
)
def test_ratio_is_what_its_text_says(written, value):
    assert Fraction(*ratio(written)) == Fraction(value)


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ((26000, 1), 26000), ((52000, 2), 26000), ((0, 7), 0), ((-20, 2), -10),
        ((59232, 10), "5923.2"), ((1, 8), "0.125"), ((-1, 4), "-0.25"), ((-5, 2), "-2.5"), ((1, 100), "0.01"),
        ((20645, 3), "20645/3"), ((-2, 6), "-1/3"), ((100, 1000), "0.1"), ((3, 2**10), "0.0029296875"),
    ],
)  # fmt: skip
def test_amounts_are_written_exactly(amount, said):
    assert plain(amount) == said


@pytest.mark.parametrize(("percent", "left"), [("9", "0.91"), ("0", "1"), ("100", "0"), ("7.5", "0.925"), ("-5", "1.05")])
def test_what_is_left_after_a_discount(percent, left):
    assert text(off(ratio(percent))) == left


@EXACT
@given(amounts, amounts)
def test_arithmetic_agrees_with_fractions(a, b):
    assert Fraction(*times(a, b)) == Fraction(*a) * Fraction(*b)
    assert Fraction(*plus(a, b)) == Fraction(*a) + Fraction(*b)
    assert less_than(a, b) == (Fraction(*a) < Fraction(*b))


@EXACT
@given(amounts)
def test_written_amounts_lose_nothing(amount):
    assert Fraction(text(amount)) == Fraction(plain(amount)) == Fraction(*amount)


@EXACT
@given(amounts, st.sampled_from([1, 10, 100, 1000]))
def test_roundings_are_the_multiples_next_to_the_amount(amount, unit):
    exact = Fraction(*amount)
    down, half, up = (rounded(amount, unit, mode) for mode in ("down", "half_up", "up"))
    assert down <= exact <= up
    assert up - down == (0 if exact % unit == 0 else unit)
    assert half == (down if exact - down < Fraction(unit, 2) else up)
    assert down % unit == half % unit == up % unit == 0
