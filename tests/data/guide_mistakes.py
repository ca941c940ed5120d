"""Mistakes in the guide's data: a copy of the small guide with one edit made to it.

``python -m tests.data.guide_mistakes`` writes every ``expected.txt`` anew; read the difference before keeping it.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from quote_engine.guide import examine_guide
from quote_engine.problem import format_problems
from tests.data.mistakes import edit

HERE = Path(__file__).parent
PLAN = HERE / "guide_plan"
INVALID = HERE / "invalid_guide"
KINDS = sorted(path.parent for path in INVALID.glob("*/edit.yml"))


def checked(folder):
    """Return what the checker says of the guide in ``folder``, as it would of the folder data/."""
    found = format_problems(examine_guide(folder)[1], folder)
    return found.replace(folder.as_posix(), "data")


def main():
    assert not examine_guide(PLAN / "data")[1], "the plan itself has problems"
    for kind in KINDS:
        with TemporaryDirectory() as temporary:
            folder = Path(shutil.copytree(PLAN, Path(temporary) / "plan")) / "data"
            edit(kind, folder)
            (kind / "expected.txt").write_text(checked(folder), encoding="utf-8")


if __name__ == "__main__":
    main()
