"""Reminders: what an editor still has to do before the data are released, or has to look out for. Warnings, never errors."""

from collections.abc import Iterator
from pathlib import Path

from quote_engine.values.dates import spoken
from rulebook.checks.days_ahead import check_days
from rulebook.checks.released_ids import unlocked
from rulebook.declared.files import REVISIONS_FILE
from rulebook.library import Library, read_library
from rulebook.sheets.problem import Problem, Report


def days_ahead(root: Path, today: str) -> list[Problem]:
    """Return the problems of days in the data folder that have not come on ``today`` (YYYY-MM-DD): these are mistakes."""
    report = Report()
    library = read_library(root, Report())
    check_days(library.everything, library.files.get("site.yml"), today, report)
    return sorted(report.problems)


def reminders(root: Path) -> list[Problem]:
    """Return what is still to be looked at in new editions, and names that are not kept yet; for data without problems."""
    library = read_library(root, Report())
    return sorted([*_reviews(library), *unlocked(library)])


def revisions_ahead(root: Path) -> list[Problem]:
    """Return each announced revision that no edition follows yet; for data without problems."""
    library = read_library(root, Report())
    file = library.files.get(REVISIONS_FILE)
    latest = max(edition.start for edition in library.editions)
    return [
        Problem(revision.at("start"), f"{spoken(revision['start'])}の改定に当たる料率の版が、まだありません。")
        for revision in ([] if file is None else file["revisions"])
        if revision["start"] > latest
    ]


def _reviews(library: Library) -> Iterator[Problem]:
    for edition in library.editions:
        for item in edition.files["edition.yml"]["review"]:
            yield Problem(item.place, f"{edition.start} の版の {item['file']}: {item['what']}")
