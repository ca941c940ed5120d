"""Reminders: what an editor still has to do before the data are released. Warnings, never errors."""

from collections.abc import Iterator
from pathlib import Path

from rulebook.checks.released_ids import unlocked
from rulebook.library import Library, read_library
from rulebook.sheets.problem import Problem, Report


def reminders(root: Path) -> list[Problem]:
    """Return what is still to be looked at in new editions, and names that are not kept yet; for data without problems."""
    library = read_library(root, Report())
    return sorted([*_reviews(library), *unlocked(library)])


def _reviews(library: Library) -> Iterator[Problem]:
    for edition in library.editions:
        for item in edition.files["edition.yml"]["review"]:
            yield Problem(item.place, f"{edition.start} の版の {item['file']}: {item['what']}")
