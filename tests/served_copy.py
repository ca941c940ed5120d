"""A copy of the repository to edit in, served as ``make serve`` does it."""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_build import INPUTS

ROOT = Path(__file__).parent.parent
FOLDERS = tuple(name for name in INPUTS if (ROOT / name).is_dir())
LINKS = ("node_modules", ".venv")
KEPT = ("runtime", "playground", "handbook")
"""What an earlier build worked out, so that the copy need not do it again."""


def copy_to(root: Path) -> None:
    """Fill the empty folder ``root`` with all that serving needs."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    for name in ("mkdocs.yml", "package.json"):
        shutil.copyfile(ROOT / name, root / name)
    for name in LINKS:
        (root / name).symlink_to((ROOT / name).resolve())
    for name in KEPT:
        if (ROOT / "build" / name).is_dir():
            shutil.copytree(ROOT / "build" / name, root / "build" / name)


@contextmanager
def serving_copy(root: Path) -> Iterator[str]:
    """Serve the copy at ``root``; give its address."""
    command = [sys.executable, "-m", "site_build", "serve", "--port", "0"]
    server = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert server.stdout is not None
    try:
        yield next(found[0] for line in server.stdout if (found := re.search(r"http://[\d.:]+", line)))
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate()


def change(root: Path, file: str, old: str, new: str) -> None:
    """Replace the first ``old`` in a file of the copy."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, (file, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
