"""One list of what the site shows: the host's and the development server's."""

import ast
import tomllib

from site_build import INPUTS, ROOT
from site_build.serving.watch import CODE, WATCHED


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.partition(".")[0]
        elif isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)


def test_each_stands_in_the_repository():
    assert [name for name in INPUTS if not (ROOT / name).exists()] == []


def test_all_that_the_build_imports_is_among_them():
    own = {path.parent.name for path in ROOT.glob("*/*.py")}
    waiting, reached = ["site_build", "commands"], set()
    while waiting:
        package = waiting.pop()
        if package in own - reached:
            reached.add(package)
            waiting += [name for path in (ROOT / package).rglob("*.py") for name in imported(path)]
    assert {"quote_engine", "rulebook", "guide", "difference", "video_studio"} <= reached
    assert reached <= set(CODE)
    assert set(CODE) < set(WATCHED) <= set(INPUTS)


def test_the_host_goes_by_the_list():
    settings = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))
    assert settings["build"]["ignore"].endswith("-- $(cat site_build/inputs.txt)")
