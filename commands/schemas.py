"""JSON Schemas for editors' tools, made from the declarations that the checker reads by.

An editor such as VS Code then completes keys, explains them and underlines mistakes while they are typed.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from guide.examine import GUIDE_FILES
from rulebook.declared.cases import CASES
from rulebook.declared.edition import EDITION_FILES
from rulebook.declared.files import DATA_FILES, OPTIONAL_FILES
from rulebook.declared.words import WORDS
from rulebook.shapes.shape import Schema, Shape, Shared

FOLDER = "schemas"
SETTINGS = ".vscode/settings.json"


class Described(NamedTuple):
    """One kind of file: where its schema stands, which files it describes, and its declaration."""

    schema: str
    files: str
    shape: Shape


def described() -> list[Described]:
    """Return every kind of YAML file that editors write."""
    # Late, because only this command of the engine looks at the videos.
    from video_studio.script.declared import READINGS, STORYBOARD  # noqa: PLC0415

    return [
        *_below("", "data/", DATA_FILES | OPTIONAL_FILES),
        *_below("editions/", "data/editions/*/", EDITION_FILES),
        *_below("guide/", "data/guide/", GUIDE_FILES),
        Described("cases.json", "data/cases/*.yml", CASES),
        Described("words.json", "data/words/*.yml", WORDS),
        Described("videos/storyboard.json", "videos/*/storyboard.yml", STORYBOARD),
        Described("videos/readings.json", "videos/readings.yml", READINGS),
    ]


def _below(folder: str, files: str, declared: dict[str, Shape]) -> Iterator[Described]:
    for name, shape in declared.items():
        stem = name.removesuffix(".yml").removesuffix("/*")
        yield Described(f"{folder}{stem}.json", f"{files}{name}", shape)


def schema_of(shape: Shape) -> Schema:
    """Return the whole schema of one kind of file."""
    shared: Shared = {}
    schema = shape.schema(shared)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema, **({"definitions": shared} if shared else {})}


def texts() -> dict[str, str]:
    """Return the text of every schema by its path in the repository."""
    return {f"{FOLDER}/{each.schema}": _json(schema_of(each.shape)) for each in described()}


def write_schemas(root: Path) -> list[str]:
    """Write the schemas below ``root`` and name them in the editor's settings; return the paths that changed."""
    wanted = {**texts(), SETTINGS: _settings(root)}
    for old in (root / FOLDER).rglob("*.json"):
        if old.relative_to(root).as_posix() not in wanted:
            old.unlink()
    changed = [name for name, text in wanted.items() if not (root / name).exists() or (root / name).read_text(encoding="utf-8") != text]
    for name in changed:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(wanted[name], encoding="utf-8")
    return changed


def _settings(root: Path) -> str:
    """The settings as they are, with the schemas of today."""
    path = root / SETTINGS
    settings = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    settings["yaml.schemas"] = {f"{FOLDER}/{each.schema}": each.files for each in described()}
    return _json(settings)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
