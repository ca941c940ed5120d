"""The checker: one folder of tests/data/invalid/ per kind of mistake, with what it says beside it.

``python -m tests.data.mistakes`` writes what it says anew.
"""

import re
import shutil

import pytest

from quote_engine import Book, quote
from rulebook.binder import compile_book, examine
from rulebook.checks.all import check_references
from rulebook.library import read_library
from rulebook.sheets.problem import BrokenData, Report
from tests.data.mistakes import INVALID, KINDS, PLAN, assert_placed, checked, edit

FILES = sorted(path.relative_to(PLAN).as_posix() for path in PLAN.rglob("*.yml"))
ANSWERS = (
    {"start_date": "2026-12-01", "vehicle_type": "passenger", "own_damage": "general", "birth_date": "1981-05-20", "aeb": True},
    {"start_date": "2026-12-01", "vehicle_type": "moped", "driver_scope": "couple", "legal_expenses": True},
    {"start_date": "2026-12-01", "vehicle_type": "kei_passenger", "model": "KEI20", "seats": 4, "own_damage": "economy"},
)
ODDITIES = ("", "~", "no", "0123", "x", "true", "-1", "99999999999999999999", "[a, {b: c}]", "{a: 1}", "none", '"{x.y}"', "{fact: seats}")


@pytest.fixture
def plan(tmp_path):
    """A copy of the small plan, called data as the real one is."""
    return shutil.copytree(PLAN, tmp_path / "data")


def test_there_are_kinds_of_mistakes():
    assert len(KINDS) > 80
    assert {path for path in INVALID.iterdir() if path.is_dir()} == set(KINDS)


def test_the_plan_without_a_mistake_has_no_problem():
    assert examine(PLAN)[1] == []


def test_the_real_data_have_no_problem(data_copy):
    assert examine(data_copy)[1] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_of_mistake_is_told_with_its_place(kind, plan):
    edit(kind, plan)
    assert checked(plan) == (kind / "expected.txt").read_text(encoding="utf-8")
    with pytest.raises(BrokenData):
        compile_book(plan)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_message_is_japanese_and_has_a_place(kind):
    said = (kind / "expected.txt").read_text(encoding="utf-8")
    assert_placed(said, "data")
    assert "None" not in said
    assert "Error" not in said


def test_mistakes_in_many_files_are_told_in_one_run(plan):
    edit(INVALID / "several-at-once", plan)
    problems = examine(plan)[1]
    assert len(problems) >= 11
    assert len({problem.place.file for problem in problems}) >= 7


def test_a_mistake_in_the_shape_of_one_file_hides_none_in_the_references_of_another(plan):
    for kind in ("unknown-key", "guess-null", "discount-on-unknown-coverage", "table-misses-answer", "circle-of-one"):
        edit(INVALID / kind, plan)
    files = [problem.place.file.rpartition("/")[2] for problem in examine(plan)[1]]
    assert set(files) == {"discounts.yml", "models.yml", "base.yml", "questions.yml"}


def test_the_caret_stands_under_the_mistake_behind_full_width_characters(plan):
    edit(INVALID / "colon-in-text", plan)
    line, caret = checked(plan).splitlines()[1:3]
    cells = sum(2 if ord(character) > 0x2000 else 1 for character in line[: line.rindex(":")])
    assert caret.index("^") == cells


def test_bytes_that_are_no_text_are_told(plan):
    (plan / "site.yml").write_bytes(b"name: \xff\xfe")
    assert checked(plan).startswith("data/site.yml:1:1: UTF-8 ")


def test_a_folder_that_is_missing_is_told(tmp_path):
    problems = examine(tmp_path / "nothing")[1]
    assert [problem.message for problem in problems] == ["データのフォルダー nothing がありません。"]


@pytest.mark.parametrize("file", FILES)
def test_a_lost_line_never_breaks_the_checker(file, plan):
    """Whatever the checker lets pass can be priced."""
    lines = (PLAN / file).read_text(encoding="utf-8").splitlines(keepends=True)
    for number in range(len(lines)):
        (plan / file).write_text("".join(lines[:number] + lines[number + 1 :]), encoding="utf-8")
        _survives(plan)


@pytest.mark.parametrize("file", FILES)
def test_an_odd_value_never_breaks_the_checker(file, plan):
    """Every value in turn, each with another oddity: whatever passes can be priced."""
    text = (PLAN / file).read_text(encoding="utf-8")
    values = [found.span(1) for found in re.finditer(r"(?<=: )(\S[^,{}\n]*|\{[^\n]*\})", text)]
    assert values
    for number, (start, end) in enumerate(values):
        oddity = ODDITIES[number % len(ODDITIES)]
        (plan / file).write_text(text[:start] + oddity + text[end:], encoding="utf-8")
        _survives(plan)


def _survives(plan):
    book, problems = examine(plan)
    if problems:
        assert checked(plan)
        return
    for answers in ANSWERS:
        assert quote(Book(book), answers)["status"] in ("quoted", "declined", "invalid")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_checks_leave_what_they_check_as_it_was_read(kind, plan):
    edit(kind, plan)
    report = Report()
    library = read_library(plan, report)
    if not library.complete:
        return
    before = _written(library)
    told = check_references(library, report)
    assert _written(library) == before
    told.sound(library)
    assert _written(library) == before


def _written(library):
    """Everything that was read, in words: conditions, entries, cells and their order."""
    return repr([library.files, *(edition.files for edition in library.editions)])
