"""Days that have not come yet: nothing was checked or read tomorrow, and such a day would silence the reminders for a year.

Whoever looks says what day it is. Where even the site's own day has not come, the clock of the machine may be wrong:
then nothing else is doubted, and ``site_ahead`` tells it once.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from quote_engine.values.dates import spoken
from rulebook.shapes.shape import Fields
from rulebook.sheets.problem import Problem, Report

PAST = {"checked": "確かめた日", "read": "読んだ日"}
"""Keys, at any depth of any file, whose day lies behind the editor."""


def check_days(files: Iterable[Fields], site: Fields | None, today: str, report: Report) -> None:
    """Report every day of ``PAST`` in ``files`` that lies after ``today`` (YYYY-MM-DD)."""
    if site_ahead(site, today):
        return
    for fields in files:
        for record, key in _dated(fields):
            if record[key] > today:
                report.add(record.at(key), f"{PAST[key]}（{spoken(record[key])}）は、まだ来ていません。", f"今日は {today} です。実際にした日を書いてください。")


def site_ahead(site: Fields | None, today: str) -> list[Problem]:
    """Return what is to be looked at where the site itself was checked after ``today``: its day, or the clock."""
    if site is None or not site["checked"] or site["checked"] <= today:
        return []
    day = site["checked"]
    return [Problem(site.at("checked"), f"確かめた日（{spoken(day)}）は、今日（{spoken(today)}）より先です。", "この日付か、この機械の時計を直してください。")]


def _dated(value: Any) -> Iterator[tuple[Fields, str]]:
    if isinstance(value, Fields):
        yield from ((value, key) for key in PAST if isinstance(value.get(key), str))
    for inner in value.values() if isinstance(value, Fields) else value if isinstance(value, list) else ():
        yield from _dated(inner)
