"""Whatever single edit is made to the data, the checker tells it or lets it pass; it never fails itself."""

import random
import shutil

import pytest

from guide.examine import examine_guide
from rulebook.binder import examine
from tests.data.guide_mistakes import PLAN as GUIDE_PLAN
from tests.data.mistakes import PLAN
from tests.data.oddities import oddities

SEED = 7


@pytest.mark.parametrize(("plan", "check", "number"), [(PLAN, examine, 200), (GUIDE_PLAN / "data", examine_guide, 400)], ids=["book", "guide"])
def test_an_odd_edit_never_breaks_the_checker(plan, check, number, tmp_path):
    root = shutil.copytree(plan.parent if check is examine_guide else plan, tmp_path / "copy")
    root = root / "data" if check is examine_guide else root
    for edit in random.Random(SEED).sample(list(oddities(plan)), number):
        before = (root / edit.file).read_bytes()
        edit.write(root)
        problems = check(root)[1]
        (root / edit.file).write_bytes(before)
        assert not [problem for problem in problems if "None" in problem.message], edit
