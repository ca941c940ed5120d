"""Mistakes in storyboards: a copy of the small video with one edit made to it.

``python -m tests.data.video_mistakes`` writes every ``expected.txt`` anew; read the difference before keeping it.
"""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from guide.reading import read_data
from rulebook.binder import compile_book
from rulebook.sheets.problem import format_problems
from tests.data.mistakes import edit
from video_studio import DATA
from video_studio.script.figure import Figures
from video_studio.shelf.shelf import read_shelf

HERE = Path(__file__).parent
PLAN = HERE / "video"
INVALID = HERE / "invalid_video"
KINDS = sorted(path.parent for path in INVALID.glob("*/edit.yml"))


@cache
def figures():
    """The figures that storyboards may name."""
    return Figures(compile_book(DATA), read_data(DATA))


def checked(folder):
    """Return what the checker says of the storyboards in ``folder``, as it would of the folder videos/."""
    found = format_problems(read_shelf(folder, figures()).problems, folder)
    return found.replace(folder.as_posix(), "videos")


def main():
    assert not checked(PLAN), "the small video itself has problems"
    for kind in KINDS:
        with TemporaryDirectory() as temporary:
            folder = Path(shutil.copytree(PLAN, Path(temporary) / "videos"))
            edit(kind, folder)
            (kind / "expected.txt").write_text(checked(folder), encoding="utf-8")


if __name__ == "__main__":
    main()
