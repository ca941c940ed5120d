"""Dates as the rules use them: ages, whole months, fiscal years, the term of a contract.

Dates travel as ISO text (``2026-12-01``, months ``2026-12``), which compares and sorts
as the dates do.
"""

import re
from datetime import date, timedelta

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")

FIRST_MONTH_OF_FISCAL_YEAR = 4
"""A Japanese fiscal year (年度) runs from April to March."""

YEAR = 10_000
"""What a year counts in a day's ``day_digits``."""

LAST_YEAR = 9999
"""The calendar of Python, and four digits, end here."""


def is_date(text: str) -> bool:
    """Tell whether ``text`` is a day that exists, written YYYY-MM-DD."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_month(text: str) -> bool:
    """Tell whether ``text`` is a month that exists, written YYYY-MM."""
    return bool(_MONTH.fullmatch(text)) and is_date(text + "-01")


def day_number(day: str) -> int:
    """Return the number of a day: those of two days differ by the days between them."""
    return date.fromisoformat(day).toordinal()


def month_number(month: str) -> int:
    """Return the number of a month, or of a day's: those of two differ by the months between them."""
    return int(month[:4]) * 12 + int(month[5:7])


def day_digits(day: str) -> int:
    """Return 20261201 for 2026-12-01: those of two days differ by a whole ``YEAR`` for each birthday between them.

    One born on 29 February so turns older on 1 March.
    """
    return int(day[:4]) * YEAR + int(day[5:7]) * 100 + int(day[8:])


def months_between(earlier: str, later: str) -> int:
    """Return how many calendar months ``later`` lies after ``earlier`` (days do not count)."""
    return month_number(later) - month_number(earlier)


def days_between(earlier: str, later: str) -> int:
    """Return how many days ``later`` lies after ``earlier``."""
    return day_number(later) - day_number(earlier)


def year_of(text: str) -> int:
    """Return the year of a day or month."""
    return int(text[:4])


def fiscal_year(month: str) -> int:
    """Return the fiscal year (April to March) that ``month`` or a day belongs to."""
    return int(month[:4]) - (int(month[5:7]) < FIRST_MONTH_OF_FISCAL_YEAR)


def end_of_term(start: str) -> str:
    """Return the last day of a contract that starts on ``start``.

    One year from the first of the month after the start month; the days before it count
    too: 2026-04-15 → 2027-04-30. Source: pamphlet 2020-04, 共済期間.
    """
    year, month = int(start[:4]) + 1, int(start[5:7])
    following = date(year + (month == 12), month % 12 + 1, 1)
    return (following - timedelta(days=1)).isoformat()


def spoken(text: str) -> str:
    """Return a date or month as a reader writes it: 2026年12月1日, 2026年12月."""
    parts = [int(part) for part in text.split("-")]
    return "".join(f"{number}{unit}" for number, unit in zip(parts, "年月日", strict=False))


def day_after(day: str) -> str:
    """Return the day after ``day``."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def day_before(day: str) -> str:
    """Return the day before ``day``."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def years_later(day: str, years: int) -> str:
    """Return the first of a month ``years`` later; renewals always fall on a first."""
    return f"{int(day[:4]) + years:04d}{day[4:]}"
