"""Announced revisions as the pages tell them: each change with its day, what it touches, and the stretches of time between."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from guide.library import Guide
from guide.names import check_page
from quote_engine.premium.announced import unfollowed
from quote_engine.values.dates import day_before
from rulebook.declared.files import REVISIONS_FILE
from rulebook.sheets.problem import Report

Data = Mapping[str, Any]


class Period(NamedTuple):
    """Covers that start from ``first`` to ``last`` (None: with no end in sight): their edition, and what it leaves out."""

    first: str | None
    last: str | None
    edition: Data | None
    missing: Sequence[Data]


class Revisions:
    """The announced revisions; none where the data tell of none."""

    def __init__(self, file: Data | None) -> None:
        """Draw on the checked file of the revisions."""
        self.revises: str = file["revises"] if file is not None else ""
        self.notice: Data = file["notice"] if file is not None else {}
        self.revisions: Sequence[Data] = file["revisions"] if file is not None else []

    @cached_property
    def changes(self) -> list[Data]:
        """Every change in order, each with the day of its revision."""
        return [{**change, "start": revision["start"]} for revision in self.revisions for change in revision["changes"]]

    def touching(self, key: str, name: str, among: str = "") -> list[Data]:
        """Return the changes that name ``name`` under a key of ``touches``; of a grade, only those that touch the column ``among``."""
        touched = [(change, change["touches"][key]) for change in self.changes if change["touches"] is not None]
        return [change for change, named in touched if name in named and (not among or among in named[name])]

    def periods(self, editions: Sequence[Data]) -> Iterator[Period]:
        """Yield the stretches of start dates within which the same is known, the earliest first. ``editions`` have start and label."""
        cuts = sorted({each["start"] for each in (*editions, *self.revisions)})
        yield Period(None, day_before(cuts[0]), None, [])
        for first, following in zip(cuts, [*cuts[1:], None], strict=True):
            begun = [edition for edition in editions if edition["start"] <= first]
            edition = begun[-1] if begun else None
            missing = unfollowed(self.revisions, edition["start"], first) if edition else []
            yield Period(first, day_before(following) if following else None, edition, missing)


def revisions_of(guide: Guide) -> Revisions:
    """Return the revisions beside the guide's data."""
    return Revisions(guide.neighbour(REVISIONS_FILE))


def check_revisions(guide: Guide, report: Report) -> None:
    """Report pages of a change that are not there; the rest is checked with the book."""
    for change in revisions_of(guide).changes:
        for page, place in zip(change["pages"], change["pages"].places, strict=False):
            check_page(page, place, guide, report)
