"""Days that have not come: in whatever file they stand, the check tells them, and never doubts the data for a wrong clock."""

import re
import shutil

import pytest

from commands.main import main
from guide.examine import examine_guide, examine_pages
from rulebook.reminders import days_ahead
from site_build import DATA, DOCS

TODAY, AHEAD = "2098-06-01", "2098-06-02"
DATED = re.compile(r"^(?P<key> *-? *(?:checked|read): )\"?[0-9-]{10}\"?", re.MULTILINE)
DATED_FILES = [path for path in sorted(DATA.rglob("*.yml")) if DATED.search(path.read_text(encoding="utf-8"))]
FILES = [path.relative_to(DATA.parent).as_posix() for path in DATED_FILES if path != DATA / "site.yml"]
"""All but the site's own day, which is doubted together with the clock."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A copy of the data with one page beside it."""
    root = tmp_path_factory.mktemp("whole")
    shutil.copytree(DATA, root / "data")
    (root / "docs" / "guide").mkdir(parents=True)
    shutil.copy(DOCS / "guide" / "own-car.md", root / "docs" / "guide" / "own-car.md")
    return root


def told(root, today=TODAY):
    """The messages of days that have not come, by file below ``root``."""
    ahead = days_ahead(root / "data", today) + examine_pages(examine_guide(root / "data")[0], today)[0]
    return [problem.place.file for problem in ahead if "まだ来ていません" in problem.message]


def test_several_kinds_of_files_have_such_days():
    assert {"data/sources.yml", "data/contacts.yml", "data/revisions.yml", "data/guide/claims.yml"} < set(FILES)


def test_a_day_that_has_not_come_is_told_in_every_file(whole, tmp_path):
    edited = shutil.copytree(whole, tmp_path / "edited")
    for name in (*FILES, "docs/guide/own-car.md"):
        text = (edited / name).read_text(encoding="utf-8")
        (edited / name).write_text(DATED.sub(rf'\g<key>"{AHEAD}"', text, count=1), encoding="utf-8")
    expected = [name.removeprefix("data/") for name in FILES] + ["../docs/guide/own-car.md"]
    assert sorted(told(edited)) == sorted(expected)
    assert told(edited, AHEAD) == []


def test_a_clock_before_the_site_itself_is_told_once_and_nothing_else_doubted(whole):
    guide = examine_guide(whole / "data")[0]
    assert told(whole, "2020-01-01") == []
    [reminder] = [each for each in examine_pages(guide, "2020-01-01")[1] if "より先です" in each.message]
    assert reminder.place.file == "site.yml"


def test_the_check_refuses_such_data(data_copy, capsys):
    path = data_copy / "contacts.yml"
    path.write_text(DATED.sub(rf'\g<key>"{AHEAD}"', path.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    assert main(["check", "--data", str(data_copy)]) == 1
    assert "contacts.yml" in capsys.readouterr().out
