"""Periods of months and years as the rules count them, and days of the week with public holidays."""

from collections.abc import Mapping
from datetime import date, timedelta

WEEKDAYS = "月火水木金土日"


def last_day(first_day: str, months: int) -> str:
    """Return the last day of a period of ``months`` that begins on ``first_day``.

    It ends on the day before the one of the same number; where that month has no such day, on its last
    day (民法143条): three months from 30 November end on the last day of February.
    """
    start = date.fromisoformat(first_day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    length = _length(year, month + 1)
    if start.day > length:
        return date(year, month + 1, length).isoformat()
    return (date(year, month + 1, start.day) - timedelta(days=1)).isoformat()


def days_after(day: str, days: int) -> str:
    """Return the day ``days`` after ``day``."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def end_of_month(month: str) -> str:
    """Return the last day of a month written YYYY-MM."""
    return f"{month}-{_length(int(month[:4]), int(month[5:7])):02d}"


def month_after(month: str, months: int) -> str:
    """Return the month ``months`` after ``month``."""
    year, number = divmod(int(month[:4]) * 12 + int(month[5:7]) - 1 + months, 12)
    return f"{year:04d}-{number + 1:02d}"


def weekday(day: str, holidays: Mapping[str, str]) -> str:
    """Return 「月」, or 「月・祝 勤労感謝の日」 on a public holiday."""
    name = WEEKDAYS[date.fromisoformat(day).weekday()]
    return f"{name}・祝 {holidays[day]}" if day in holidays else name


def is_closed(day: str, holidays: Mapping[str, str]) -> bool:
    """Tell whether banks and most desks are closed: weekends, public holidays, 31 December to 3 January."""
    return date.fromisoformat(day).weekday() >= 5 or day in holidays or day[5:] in ("12-31", "01-01", "01-02", "01-03")


def _length(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day
