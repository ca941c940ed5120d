"""Problems of the data: collected as data, all at once, and formatted in this one place."""

import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: file relative to the data folder, line and column from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that an editor should mend: where, what is wrong, and what to do."""

    place: Place
    message: str
    hint: str = ""


@dataclass(slots=True)
class Report:
    """The problems found so far; every check adds to it and carries on."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, place: Place, message: str, hint: str = "") -> None:
        """Note one problem; the same one twice counts once."""
        found = Problem(place, message, hint)
        if found not in self.problems:
            self.problems.append(found)


class BrokenData(Exception):
    """The data folder has problems; ``problems`` holds all of them, in file order."""

    def __init__(self, problems: Iterable[Problem], root: Path) -> None:
        """Keep ``problems``; ``root`` is the data folder that their files are relative to."""
        self.problems = sorted(problems)
        self.root = root
        super().__init__(format_problems(self.problems, root))


def format_problems(problems: Iterable[Problem], root: Path) -> str:
    """Return the problems for reading: file:line:col, the line, a caret, the message, the hint."""
    return "\n".join(_format(problem, root) for problem in sorted(problems))


def format_reminders(reminders: Iterable[Problem], root: Path) -> str:
    """Return what is to be looked at, a line each: nothing in that place is wrong that a caret could point at."""
    return "".join(f"{_head(each, root)}{f' {each.hint}' if each.hint else ''}\n" for each in sorted(reminders))


def _head(problem: Problem, root: Path) -> str:
    place = problem.place
    return f"{_path(problem, root).as_posix()}:{place.line}:{place.column}: {problem.message}"


def _path(problem: Problem, root: Path) -> Path:
    # A page stands beside the data folder: data/../docs/index.md is better read as docs/index.md.
    return Path(os.path.normpath(root / problem.place.file))


def _format(problem: Problem, root: Path) -> str:
    place = problem.place
    parts = [_head(problem, root)]
    line = _line(_path(problem, root), place.line)
    if line.strip():
        # A full-width character takes two cells, so the caret counts cells and not characters.
        before = "".join(
            "  " if unicodedata.east_asian_width(character) in "FWA" else " "
            for character in line[: place.column - 1]
        )
        parts += [f"    {line}", f"    {before}^"]
    if problem.hint:
        parts.append(f"    → {problem.hint}")
    return "\n".join(parts) + "\n"


def _line(path: Path, number: int) -> str:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return lines[number - 1] if 0 < number <= len(lines) else ""
