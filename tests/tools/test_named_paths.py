"""What the README, CONTRIBUTING, the handbook and the decision records name is there: files, folders, commands, make targets."""

import os
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from site_build.generate import is_generated
from tests.served_copy import ROOT
from tools import targets

MADE = tuple(line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines() if line.startswith("/"))
"""What git does not keep stands there once something has made it."""
WHOLE = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
OTHERS = [ROOT / "videos" / "README.md", *sorted((ROOT / "docs" / "adr").glob("*.md")), *sorted((ROOT / "docs" / "handbook").glob("*.md"))]
FILE = re.compile(r"(?<![\w/<.-])[\w<][\w.<>*-]*/[\w./<>*-]*|(?<![\w/<.-])[\w-]+\.(?:yml|md|py|toml|lock|sh)\b")


def named(document: Path) -> set[str]:
    """The files and folders that stand in words of code; <start> may be anything."""
    words = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", document.read_text(encoding="utf-8"))
    return {re.sub(r"<\w+>", "*", file).rstrip(".") for word in words for file in FILE.findall(word)}


def everything():
    """All files and folders of the repository below its root, but what was made or fetched."""
    for folder, folders, files in os.walk(ROOT):
        here = Path(folder).relative_to(ROOT)
        folders[:] = [name for name in folders if name not in {".git", "node_modules"} and (here / name).as_posix() not in MADE]
        yield from ((here / name).as_posix() for name in (*folders, *files))


@pytest.fixture(scope="module")
def there():
    return set(everything())


def stands(file: str, there: set[str], *, anywhere: bool) -> bool:
    """Tell whether a file is there from the root, is of those that are made, or (``anywhere``) closes the path of one that is there."""
    path = file.rstrip("/")
    if any(fnmatch(path, f"{made}*") for made in MADE) or any(fnmatch(each, path) for each in there):
        return True
    return anywhere and any(fnmatch(each, f"*/{path}") for each in there)


@pytest.mark.parametrize("document", WHOLE, ids=lambda document: document.name)
def test_every_file_that_is_named_is_there(document, there):
    assert len(named(document)) > 5
    assert [file for file in sorted(named(document)) if not stands(file, there, anywhere=True)] == []


@pytest.mark.parametrize("document", OTHERS, ids=lambda document: document.name)
def test_every_path_from_the_root_is_there(document, there):
    top = {path.name for path in ROOT.iterdir()}
    assert [file for file in sorted(named(document)) if file.partition("/")[0] in top and not stands(file, there, anywhere=False)] == []


def test_a_file_that_is_not_there_is_found(there):
    assert not stands("data/nobody.yml", there, anywhere=True)
    assert not stands("nobody.yml", there, anywhere=True)
    assert not stands("README.md/", {"docs/README.md"}, anywhere=False)
    assert stands("data/editions/*/discounts.yml", there, anywhere=False)


@pytest.mark.parametrize("document", [*WHOLE, *OTHERS], ids=lambda document: document.name)
def test_every_link_between_documents_leads_to_one(document):
    links = re.findall(r"\]\(([^)#{]+?)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
    paths = {link: (document.parent / link).resolve() for link in links if "://" not in link}
    # What the build writes is there once it has run; the build itself refuses links to pages that are not.
    assert [link for link, path in paths.items() if not path.exists() and not is_generated(path)] == []


@pytest.mark.parametrize("document", [*WHOLE, *OTHERS], ids=lambda document: document.name)
def test_every_target_that_is_named_is_one_of_make(document):
    known = {target for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() for target in re.findall(r"^([a-z-]+):", line)}
    assert targets.named(document.read_text(encoding="utf-8")) - known == set()


def test_every_command_of_the_engine_that_is_named_is_one():
    texts = "".join(document.read_text(encoding="utf-8") for document in (*WHOLE, *OTHERS))
    commands = set(re.findall(r"-m quote_engine ([a-z]+)", texts))
    told = subprocess.run([sys.executable, "-m", "quote_engine", "--help"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert {"check", "quote", "diff"} <= commands
    assert [command for command in sorted(commands) if not re.search(rf"^ +{command}\b", told, re.MULTILINE)] == []
