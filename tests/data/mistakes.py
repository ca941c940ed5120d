"""Mistakes for the checker: a copy of the small plan with one edit made to it.

``python -m tests.data.mistakes`` writes every ``expected.txt`` anew; read the difference before keeping it.
"""

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from rulebook.binder import examine
from rulebook.sheets.problem import format_problems

HERE = Path(__file__).parent
PLAN = HERE / "plan"
INVALID = HERE / "invalid"
KINDS = sorted(path.parent for path in INVALID.glob("*/edit.yml"))


def edit(kind, folder):
    """Make the edits of one kind in the data folder ``folder``."""
    for step in yaml.safe_load((kind / "edit.yml").read_text(encoding="utf-8"))["edits"]:
        path = folder / step["file"]
        if "rename" in step:
            path.rename(folder / step["rename"])
        elif "remove" in step:
            path.unlink()
        elif "write" in step:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step["write"], encoding="utf-8")
        else:
            text = path.read_text(encoding="utf-8")
            assert text.count(step["find"]) == 1, f"{kind.name}: {step['find']!r} stands {text.count(step['find'])} times"
            path.write_text(text.replace(step["find"], step["replace"]), encoding="utf-8")


def checked(folder):
    """Return what the checker says of ``folder``, as it would of the folder data/."""
    found = format_problems(examine(folder)[1], folder)
    return found.replace(folder.as_posix(), "data")


def assert_placed(said, folder):
    """Every problem of the text ``said`` has its file below ``folder``, its line and column, and is told in Japanese."""
    heads = [line for line in said.splitlines() if line and not line.startswith(" ")]
    assert heads
    for head in heads:
        assert re.match(rf"{folder}/[^:]+:[1-9][0-9]*:[1-9][0-9]*: .*[ぁ-ん]", head), head


def main():
    assert not examine(PLAN)[1], "the plan itself has problems"
    for kind in KINDS:
        with TemporaryDirectory() as temporary:
            folder = Path(temporary) / "data"
            shutil.copytree(PLAN, folder)
            edit(kind, folder)
            (kind / "expected.txt").write_text(checked(folder), encoding="utf-8")


if __name__ == "__main__":
    main()
