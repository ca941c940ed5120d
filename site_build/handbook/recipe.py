"""Recipes: one YAML file per task, with its edits, what to show of them, and one typical mistake."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from site_build import BuildError
from site_build.handbook import RECIPES


@dataclass(frozen=True)
class Recipe:
    """One task.

    ``edits`` and ``mistake`` are lists of edits as ``edits.py`` reads them; a mistake is made after the edits.
    ``first`` are commands carried out before the edits, ``runs`` after them, ``runs_wrong`` after the mistake.
    ``quotes`` and ``payouts`` name a model case, with answers of its own; ``desks`` names telephone desks.
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
    return _recipe(name, path.read_text(encoding="utf-8"))


@lru_cache(maxsize=64)  # a page asks for its recipe once for each part that it shows
def _recipe(name: str, text: str) -> Recipe:
    return Recipe(name, text, **yaml.safe_load(text))


def names() -> list[str]:
    """The names of all recipes."""
    return sorted(path.stem for path in RECIPES.glob("*.yml"))
