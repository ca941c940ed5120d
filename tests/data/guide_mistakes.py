"""Mistakes in the guide's data: a copy of the small guide with one edit made to it.

``python -m tests.data.guide_mistakes`` writes every ``expected.txt`` anew; read the difference before keeping it.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from guide.examine import examine_guide, examine_pages
from rulebook.sheets.problem import format_problems
from tests.data.mistakes import edit

HERE = Path(__file__).parent
PLAN = HERE / "guide_plan"
INVALID = HERE / "invalid_guide"
TODAY = "2026-11-22"
KINDS = sorted(path.parent for path in INVALID.glob("*/edit.yml"))


def checked(folder):
    """Return what the checker says of the guide in ``folder``, as it would of the folder data/."""
    guide, problems = examine_guide(folder)
    problems += examine_pages(guide, TODAY)[0]
    return format_problems(problems, folder).replace(f"{folder.parent.as_posix()}/", "")


def main():
    assert not checked(PLAN / "data"), "the plan itself has problems"
    for kind in KINDS:
        with TemporaryDirectory() as temporary:
            folder = Path(shutil.copytree(PLAN, Path(temporary) / "plan")) / "data"
            edit(kind, folder)
            (kind / "expected.txt").write_text(checked(folder), encoding="utf-8")


if __name__ == "__main__":
    main()
