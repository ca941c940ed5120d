"""A folder to try a recipe in: a copy of what a recipe needs, under git where the recipe's commands ask for it."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from site_build import ROOT

NOT_COPIED = shutil.ignore_patterns("adr", "css", "js", "generated", "rates", "recipes", "rendered")
"""What no check of a recipe looks at."""
GIT = {
    "GIT_AUTHOR_NAME": "編集者", "GIT_AUTHOR_EMAIL": "editor@example.org", "GIT_AUTHOR_DATE": "2026-11-22T09:00:00+09:00",
    "GIT_COMMITTER_NAME": "編集者", "GIT_COMMITTER_EMAIL": "editor@example.org", "GIT_COMMITTER_DATE": "2026-11-22T09:00:00+09:00",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_PAGER": "cat",
}  # fmt: skip
"""The same names, days and so the same hashes in every build; nobody's own settings."""


def furnish(root: Path, names: set[str]) -> None:
    """Copy these folders and files of the repository into ``root``; its editions count as looked through, whatever is still to do."""
    for name in sorted(names):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=NOT_COPIED)
        else:
            shutil.copyfile(ROOT / name, root / name)
    for head in root.glob("data/editions/*/edition.yml"):
        looked_through(head)


def looked_through(head: Path) -> None:
    """Take out of an ``edition.yml`` what is still to be looked at."""
    text = head.read_text(encoding="utf-8")
    head.write_text(re.sub(r"^review:\n(?:[ #].*\n)*", "", text, flags=re.MULTILINE), encoding="utf-8")


def keep(root: Path) -> None:
    """Make the folder a repository that has all of it, so that changes show."""
    for command in ("git init -q -b main", "git add -A", "git commit -q -m はじめ"):
        run(command, root)


def run(command: str, root: Path, typed: str = "") -> str:
    """What a command of the handbook says, as an editor would see it; ``python`` is the one of this build, ``typed`` its input."""
    words = [sys.executable if word == "python" else word for word in shlex.split(command)]
    settings = {**os.environ, **GIT, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "100"}
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        settings.pop(name, None)  # a hook of git sets them for its own repository
    done = subprocess.run(
        words, cwd=root, env=settings, input=typed, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False
    )
    return done.stdout.rstrip().replace(f"{root}/", "")
