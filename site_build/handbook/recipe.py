"""Recipes: one YAML file per task, with its edits, what to show of them, and one typical mistake."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from site_build import DATA, BuildError
from site_build.handbook import RECIPES


@dataclass(frozen=True)
class Recipe:
    """One task.

    ``edits`` and ``mistake`` are lists of edits as ``edits.py`` reads them; a mistake is made after the edits.
    ``first`` are commands carried out before the edits, ``runs`` after them, ``runs_wrong`` after the mistake.
    ``quotes`` and ``payouts`` name a model case, with answers of its own; ``desks`` names telephone desks.
    ``edition`` is the start of the edition that the recipe makes: all its years move on where the data have that one.
    ``claims`` is what the page relies on: texts that stand in what comes out, prices that change or stay.
    """

    name: str
    text: str
    edits: list[dict[str, Any]]
    first: list[str] = field(default_factory=list)
    runs: list[str] = field(default_factory=list)
    runs_wrong: list[str] = field(default_factory=list)
    quotes: list[dict[str, Any]] = field(default_factory=list)
    payouts: list[dict[str, Any]] = field(default_factory=list)
    desks: list[str] = field(default_factory=list)
    mistake: list[dict[str, Any]] = field(default_factory=list)
    claims: dict[str, Any] = field(default_factory=dict)
    edition: date | None = None

    @property
    def folders(self) -> set[str]:
        """What of the repository the recipe works on: its top folders and files."""
        files = [edit.get("file") or edit.get("copy") or edit["made"] for edit in [*self.edits, *self.mistake]]
        return {"data", *(Path(file).parts[0] for file in files)}


def read_recipe(name: str) -> Recipe:
    """The recipe of that name; raises ``BuildError`` where there is none."""
    path = RECIPES / f"{name}.yml"
    if not path.is_file():
        raise BuildError(f"「{name}」という手順はありません（{', '.join(names())}）。")
    newest = max(folder.name for folder in (DATA / "editions").iterdir())
    return _recipe(name, path.read_text(encoding="utf-8"), newest)


@lru_cache(maxsize=64)  # a page asks for its recipe once for each part that it shows
def _recipe(name: str, text: str, newest: str) -> Recipe:
    start = yaml.safe_load(text).get("edition")
    moved = _moved(text, start, newest) if start else text
    return Recipe(name, moved, **yaml.safe_load(moved))


def _moved(text: str, start: date, newest: str) -> str:
    """The text with its years moved, so that the edition of the recipe comes after the newest of the data."""
    years = int(newest[:4]) - start.year + 1 if newest >= start.isoformat() else 0
    return re.sub(r"(?<!\d)20\d\d(?!\d)", lambda year: str(int(year[0]) + years), text)


def names() -> list[str]:
    """The names of all recipes."""
    return sorted(path.stem for path in RECIPES.glob("*.yml"))
