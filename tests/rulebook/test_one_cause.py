"""One bad line brings one message: what follows from it in other files is not told."""

import shutil

import pytest
import yaml

from guide.examine import examine_guide, page_problems
from rulebook.binder import examine
from tests.data.guide_mistakes import PLAN as GUIDE_PLAN
from tests.data.mistakes import PLAN

WHOLE = sorted(path.relative_to(PLAN).as_posix() for path in PLAN.rglob("*.yml"))
SECTIONS = [
    (file, key)
    for file in WHOLE
    if not file.startswith("words/")  # which have parts that may be left out, and then what asks for their words is told
    for key, value in yaml.safe_load((PLAN / file).read_text(encoding="utf-8")).items()
    if isinstance(value, dict | list) and key != "source" and not key.endswith("_source")
]


@pytest.fixture
def plan(tmp_path):
    """A copy of the small plan."""
    return shutil.copytree(PLAN, tmp_path / "data")


@pytest.mark.parametrize("file", WHOLE)
def test_a_file_that_cannot_be_read_is_the_one_thing_told(file, plan):
    (plan / file).write_text("name: [", encoding="utf-8")
    assert [problem.place.file for problem in examine(plan)[1]] == [file]


@pytest.mark.parametrize(("file", "key"), SECTIONS)
def test_a_part_misspelt_is_told_in_its_file_once(file, key, plan):
    text = (PLAN / file).read_text(encoding="utf-8")
    (plan / file).write_text("\n".join(f"{key}x{line.removeprefix(key)}" if line.startswith(f"{key}:") else line for line in text.split("\n")), encoding="utf-8")
    assert [(problem.place.file, f"{key}x" in problem.message) for problem in examine(plan)[1]] == [(file, True)]


@pytest.mark.parametrize("file", ["contacts.yml", "sources.yml", "dates.yml", "guide/facts/common.yml", "guide/glossary.yml"])
@pytest.mark.parametrize("damage", ["name: [", "x: y\n"])
def test_what_the_guide_looks_up_in_a_broken_file_is_not_told(file, damage, tmp_path):
    root = shutil.copytree(GUIDE_PLAN, tmp_path / "plan") / "data"
    (root / file).write_text(damage, encoding="utf-8")
    guide, problems = examine_guide(root)
    assert {problem.place.file for problem in [*problems, *page_problems(guide)]} <= {file}
