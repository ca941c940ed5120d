"""When a desk answers, written a second time and from the other end, for both sides of the rule: pytest and the browser."""

from datetime import date, datetime, time, timedelta
from functools import cache

from site_build.public_holidays import public_holidays

SERVICE = {"weekdays": "09:00-19:00", "saturday": "09:00-17:00", "sunday_holidays": "closed", "new_year": "closed"}
OFFICE = {"weekdays": "09:00-17:00", "saturday": "closed", "sunday_holidays": "closed", "new_year": "closed"}
DAILY = {"weekdays": "09:00-21:00", "saturday": "09:00-21:00", "sunday_holidays": "09:00-21:00"}
NEW_YEAR = ("12-31", "01-03")

CASES = [
    # hours, Japan's time, what is said
    (SERVICE, "2026-11-20T08:59", (False, "きょう 9:00 から")),  # Friday
    (SERVICE, "2026-11-20T09:00", (True, "19:00 まで")),
    (SERVICE, "2026-11-20T18:59", (True, "19:00 まで")),
    (SERVICE, "2026-11-20T19:00", (False, "11月21日（土）9:00 から")),
    (SERVICE, "2026-11-21T16:59", (True, "17:00 まで")),  # Saturday
    (SERVICE, "2026-11-21T17:00", (False, "11月24日（火）9:00 から")),  # Sunday and 勤労感謝の日 between
    (SERVICE, "2026-11-22T12:00", (False, "11月24日（火）9:00 から")),
    (SERVICE, "2026-11-23T12:00", (False, "11月24日（火）9:00 から")),  # holiday on a Monday
    (SERVICE, "2026-11-24T00:00", (False, "きょう 9:00 から")),
    (SERVICE, "2026-12-30T19:00", (False, "1月4日（月）9:00 から")),  # New Year, and a Sunday behind it
    (SERVICE, "2026-12-31T10:00", (False, "1月4日（月）9:00 から")),
    (SERVICE, "2027-01-01T00:00", (False, "1月4日（月）9:00 から")),
    (SERVICE, "2027-01-04T09:00", (True, "19:00 まで")),
    (SERVICE, "2028-01-01T12:00", (False, "1月4日（火）9:00 から")),  # New Year's Day on a Saturday
    (OFFICE, "2026-11-20T17:00", (False, "11月24日（火）9:00 から")),  # three days closed
    (OFFICE, "2026-04-28T17:00", (False, "4月30日（木）9:00 から")),
    (OFFICE, "2026-05-01T17:00", (False, "5月7日（木）9:00 から")),  # the holidays of May
    (DAILY, "2026-11-23T20:59", (True, "21:00 まで")),
    (DAILY, "2027-01-01T21:00", (False, "1月2日（土）9:00 から")),
]


@cache
def holidays():
    """The holidays as the build knows them."""
    return public_holidays("2026-11-21")


def state(hours, now):
    """(open, words) for the Japanese clock time ``now``: looks at every minute at which some desk could open or close."""
    if _open(hours, now):
        closes = next(now.replace(hour=0, minute=0) + timedelta(minutes=minute) for minute in range(now.hour * 60 + now.minute, 24 * 60 + 1)
                      if not _open(hours, now.replace(hour=0, minute=0) + timedelta(minutes=minute)))  # fmt: skip
        return True, f"{closes.hour}:{closes.minute:02d} まで"
    opens = now.replace(minute=0) + timedelta(hours=1)
    while not _open(hours, opens):
        opens += timedelta(hours=1)
    day = "きょう " if opens.date() == now.date() else f"{opens.month}月{opens.day}日（{'月火水木金土日'[opens.weekday()]}）"
    return False, f"{day}{opens.hour}:{opens.minute:02d} から"


def _open(hours, moment):
    span = hours[_kind(hours, moment.date())]
    if span == "closed":
        return False
    opens, closes = (time.fromisoformat(part) for part in span.split("-"))
    return opens <= moment.time() < closes


def _kind(hours, day: date):
    if "new_year" in hours and (day.strftime("%m-%d") >= NEW_YEAR[0] or day.strftime("%m-%d") <= NEW_YEAR[1]):
        return "new_year"
    if day.weekday() == 6 or day.isoformat() in holidays():
        return "sunday_holidays"
    return "saturday" if day.weekday() == 5 else "weekdays"


def sweep():
    """Moments of a year around two New Years, each with what is said: every seven hours and thirteen minutes."""
    found, moment = [], datetime(2026, 11, 20, 0, 0)  # noqa: DTZ001  # Japan's clock
    while moment < datetime(2027, 12, 31):  # noqa: DTZ001
        found += [(hours, moment.isoformat(timespec="minutes"), state(hours, moment)) for hours in (SERVICE, OFFICE, DAILY)]
        moment += timedelta(hours=7, minutes=13)
    return found
