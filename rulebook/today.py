"""The day it is in Japan: the one place where checks and pages ask for it."""

import os
from datetime import date, datetime, timedelta, timezone

DAY = "SITE_TODAY"
"""The environment's name for another day than today, for tests: 2027-03-20."""
JAPAN = timezone(timedelta(hours=9))  # no daylight saving, and no need for a database of zones


def today() -> date:
    """Return the day in Japan, wherever the machine stands, or the one that the environment names."""
    given = os.environ.get(DAY)
    return date.fromisoformat(given) if given else datetime.now(JAPAN).date()  # noqa: TID251 - this is the one place
