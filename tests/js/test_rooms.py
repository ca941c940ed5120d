"""The scripts of the pages stand in rooms, one above the other; a room imports from those below it and from itself only."""

import re
from pathlib import Path

import pytest

from site_build import DOCS

SCRIPTS = DOCS / "assets" / "js"
FLOORS = (("page",), ("engine",), ("answers",), ("form",), ("price", "tools", "site"))
"""From the ground up; rooms of one floor know nothing of each other."""
TYPES = "types"
"""Declarations only: any room may name them, none may import them when it runs."""
IMPORT = re.compile(r"""(?:\bfrom|^import|\bimport\()\s*["'](?P<path>\.[^"']+)["']""", re.MULTILINE)


def floor(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def imports(script: Path) -> set[Path]:
    return {(script.parent / found["path"]).resolve() for found in IMPORT.finditer(script.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("script", sorted(SCRIPTS.rglob("*.js")), ids=lambda path: path.relative_to(SCRIPTS).as_posix())
def test_a_script_imports_from_below_only(script):
    room = script.relative_to(SCRIPTS).parts[0]
    for target in imports(script):
        if not target.is_relative_to(SCRIPTS):
            assert target == DOCS / "generated" / "calendar.js"
            continue
        other = target.relative_to(SCRIPTS).parts[0]
        assert other in (room, TYPES) or floor(other) < floor(room), f"{room} imports from {other}"


def test_types_are_named_in_comments_only():
    for script in SCRIPTS.rglob("*.js"):
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", script.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert f"/{TYPES}/" not in code, script


def test_each_room_is_on_a_floor():
    assert {path.name for path in SCRIPTS.iterdir()} == {room for rooms in FLOORS for room in rooms} | {TYPES}


def test_imports_are_found_however_they_are_written():
    text = 'import { a } from "./a.js";\nimport "../b.js";\nconst c = await import("./c.js");\n/** @type {import("../types/d.js").D} */\nimport e from "/e.js";'
    assert [found["path"] for found in IMPORT.finditer(text)] == ["./a.js", "../b.js", "./c.js", "../types/d.js"]
