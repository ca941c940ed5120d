"""Public holidays in the book: named, as far ahead as dates are told, and said beside a date."""

from quote_engine.advice.contract_dates import contract_dates
from quote_engine.premium.book import Book
from quote_engine.values.periods import is_closed, last_day, month_after, weekday
from site_build.public_holidays import public_holidays

HOLIDAYS = public_holidays("2026-11-21")


def test_known_holidays_have_their_names():
    assert HOLIDAYS["2026-11-23"] == "勤労感謝の日"
    assert HOLIDAYS["2026-09-22"].startswith("国民の休日")
    assert "振替休日" in HOLIDAYS["2026-05-06"]
    assert "2026-11-24" not in HOLIDAYS
    assert {day[:4] for day in HOLIDAYS} == {"2025", "2026", "2027", "2028", "2029"}
    assert list(HOLIDAYS) == sorted(HOLIDAYS)


def test_a_date_says_its_holiday(book):
    opened = Book({**book.data, "holidays": HOLIDAYS})
    found = contract_dates(opened, {"applied_on": "2026-11-22"})
    assert found["entries"][0]["weekday"] == "月・祝 勤労感謝の日"
    assert "日" in found["notes"][0]
    assert contract_dates(opened, {"applied_on": "2026-11-24"})["notes"] == []


def test_weekdays_without_holidays():
    assert weekday("2026-11-23", {}) == "月"
    assert is_closed("2026-11-23", HOLIDAYS)
    assert not is_closed("2026-11-23", {})
    assert is_closed("2027-01-03", {})
    assert is_closed("2026-12-31", {})


def test_periods_end_as_the_civil_code_counts():
    assert last_day("2026-04-15", 12) == "2027-04-14"
    assert last_day("2026-12-01", 3) == "2027-02-28"
    assert last_day("2027-11-30", 3) == "2028-02-29"
    assert last_day("2026-01-31", 1) == "2026-02-28"
    assert month_after("2025-09", 25) == "2027-10"
    assert month_after("2026-01", -1) == "2025-12"
