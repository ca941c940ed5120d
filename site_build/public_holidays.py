"""Japan's public holidays as plain data, so that the engine can name them without a package of its own."""

from datetime import date

import jpholiday

AHEAD = 3  # years after the one in which the facts were checked; the law may move later days


def public_holidays(checked: str) -> dict[str, str]:
    """Return the holidays from the year before ``checked`` on: 2026-11-23 → 勤労感謝の日."""
    year = date.fromisoformat(checked).year
    days = jpholiday.between(date(year - 1, 1, 1), date(year + AHEAD, 12, 31))
    return {day.isoformat(): name for day, name in days}
