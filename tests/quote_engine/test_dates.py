"""Dates as the rules use them."""

import pytest

from quote_engine.premium.facts import DERIVED
from quote_engine.values.dates import days_between, end_of_term, fiscal_year, is_date, is_month, months_between, spoken


@pytest.mark.parametrize(
    ("day", "exists"),
    [
        ("2026-12-01", True), ("2024-02-29", True), ("2000-02-29", True), ("0001-01-01", True), ("9999-12-31", True),
        ("2026-02-29", False), ("1900-02-29", False), ("2026-02-30", False), ("2026-04-31", False), ("2026-13-01", False),
        ("2026-00-10", False), ("2026-01-00", False), ("0000-01-01", False), ("2026-1-1", False), ("2026/12/01", False),
        ("20261201", False), ("2026-12-01T00:00", False), ("2026-12-01\n", False), (" 2026-12-01", False), ("", False),
        ("２０２６-12-01", False), ("-026-12-01", False), ("2026-W49-2", False), ("10000-01-01", False),
    ],
)  # fmt: skip
def test_which_days_exist(day, exists):
    assert is_date(day) is exists


@pytest.mark.parametrize(
    ("month", "exists"),
    [("2026-12", True), ("2026-01", True), ("2026-00", False), ("2026-13", False), ("0000-05", False), ("2026-1", False),
     ("2026-12-01", False), ("2026", False), ("", False), ("2026-12\n", False), ("２０２６-12", False)],
)  # fmt: skip
def test_which_months_exist(month, exists):
    assert is_month(month) is exists


@pytest.mark.parametrize(
    ("day", "born", "age"),
    [
        ("2026-12-01", "1996-12-01", 30),
        ("2026-11-30", "1996-12-01", 29),
        ("2026-12-02", "1996-12-01", 30),
        ("2026-12-30", "2025-12-31", 0),
        ("2026-12-31", "2025-12-31", 1),
        ("2026-12-01", "2026-12-01", 0),
        ("2026-11-30", "2026-12-01", -1),
        # 29 February: a year older on the same day of a leap year, else on 1 March.
        ("2024-02-28", "2000-02-29", 23),
        ("2024-02-29", "2000-02-29", 24),
        ("2025-02-28", "2000-02-29", 24),
        ("2025-03-01", "2000-02-29", 25),
        ("2030-02-28", "2000-02-29", 29),
        ("2030-03-01", "2000-02-29", 30),
        # and those born next to it are no exception.
        ("2025-02-28", "2000-02-28", 25),
        ("2024-02-29", "2000-03-01", 23),
        ("2024-03-01", "2000-03-01", 24),
    ],
)
def test_age(day, born, age):
    assert DERIVED["age"].of(day, born) == age


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        ("2026-12", "2026-12", 0), ("2026-12", "2026-12-31", 0), ("2026-11-30", "2026-12-01", 1), ("2024-11", "2026-12-31", 25),
        ("2024-10", "2026-12-01", 26), ("2025-12", "2026-01", 1), ("2026-12", "2026-11", -1), ("2020-02-29", "2024-02-28", 48),
    ],
)  # fmt: skip
def test_months_between_count_months_of_the_calendar(earlier, later, months):
    assert months_between(earlier, later) == months


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [("2026-12-01", "2026-12-01", 0), ("2026-11-30", "2026-12-01", 1), ("2026-12-01", "2026-11-01", -30),
     ("2024-02-28", "2024-03-01", 2), ("2025-02-28", "2025-03-01", 1), ("2025-12-31", "2026-01-01", 1)],
)  # fmt: skip
def test_days_between(earlier, later, days):
    assert days_between(earlier, later) == days


@pytest.mark.parametrize(
    ("month", "year"),
    [("2022-04", 2022), ("2022-03", 2021), ("2022-12", 2022), ("2023-01", 2022), ("2023-03-31", 2022), ("2023-04-01", 2023)],
)
def test_fiscal_year_begins_in_april(month, year):
    assert fiscal_year(month) == year


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-04-15", "2027-04-30"),
        ("2026-04-01", "2027-04-30"),
        ("2026-04-30", "2027-04-30"),
        ("2026-12-01", "2027-12-31"),
        ("2026-11-30", "2027-11-30"),
        ("2026-01-31", "2027-01-31"),
        ("2023-02-10", "2024-02-29"),
        ("2024-02-29", "2025-02-28"),
    ],
)
def test_a_term_ends_a_year_after_the_end_of_its_first_month(start, end):
    assert end_of_term(start) == end


@pytest.mark.parametrize(
    ("written", "said"),
    [("2026-12-01", "2026年12月1日"), ("2026-12", "2026年12月"), ("2030-01-31", "2030年1月31日"), ("2026-09", "2026年9月")],
)
def test_dates_as_people_say_them(written, said):
    assert spoken(written) == said
