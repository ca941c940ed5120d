"""The house: no package outgrows the others, and what travels to the browser needs nothing but Python. Who may know whom, `lint-imports` says."""

import ast
import sys
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("quote_engine", "rulebook", "guide", "difference", "video_studio", "commands", "site_build", "tools", "bench")
LARGEST_SHARE = 30  # percent of the lines
MOST_BESIDE = 25  # modules in one folder


def modules():
    return [path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if "node_modules" not in path.parts]


def test_every_package_is_in_the_house():
    assert {path.parent.name for path in ROOT.glob("*/__init__.py")} == set(PACKAGES)


def test_every_package_is_read_by_the_type_checker():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert set(settings["mypy"]["packages"]) == set(settings["importlinter"]["root_packages"]) == set(PACKAGES)


def test_no_package_has_most_of_the_code():
    lines = Counter()
    for path in modules():
        lines[path.relative_to(ROOT).parts[0]] += len(path.read_text(encoding="utf-8").splitlines())
    whole = sum(lines.values())
    assert {package: 100 * count // whole for package, count in lines.items() if 100 * count > LARGEST_SHARE * whole} == {}


def test_no_room_is_crowded():
    beside = Counter(path.parent.relative_to(ROOT).as_posix() for path in modules() if path.name != "__init__.py")
    assert {room: count for room, count in beside.items() if count > MOST_BESIDE} == {}


def test_every_package_says_what_it_is_for():
    rooms = {path.parent for path in modules()}
    silent = [room.relative_to(ROOT).as_posix() for room in rooms if not ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8")))]
    assert silent == []


def test_the_engine_needs_the_standard_library_only():
    foreign = set()
    for path in (ROOT / "quote_engine").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            foreign |= {name for name in names if name.partition(".")[0] not in {*sys.stdlib_module_names, "quote_engine"}}
    assert foreign == set()
