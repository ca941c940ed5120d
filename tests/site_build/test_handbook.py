"""The handbook: every recipe is carried out on a copy of the data, and keeps what its page says."""

import re

import pytest
import yaml

from commands.main import main
from quote_engine import load_book, quote
from rulebook.trial import new_steps
from site_build import DOCS
from site_build.handbook.difference import changed_lines
from site_build.handbook.edits import CannotEdit, make, undo
from site_build.handbook.outcome import carried_out, outcome
from site_build.handbook.recipe import names, read_recipe
from site_build.handbook.trial_folder import furnish, run
from tests.sources import SOURCES

PAGES = DOCS / "handbook"
RECIPES = names()
TASKS = {"rate", "publish", "discount", "rider", "model", "accident", "telephone", "story", "edition", "guide", "video", "diff", "undo", "rename", "words"}
PAGE_OF_LINES = 60
"""Lines of Markdown that still read as one page."""


@pytest.fixture(scope="module", params=RECIPES)
def done(request):
    """A recipe and what comes of it with the data and code as they are; the build of the site may have seen to it already."""
    recipe = read_recipe(request.param)
    return recipe, outcome(SOURCES, recipe)


def test_there_is_a_recipe_and_a_short_page_for_every_task():
    assert set(RECIPES) >= TASKS
    for name in RECIPES:
        page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
        assert f'("{name}")' in page, name
        assert len(page.splitlines()) <= PAGE_OF_LINES, name
        assert f"({name}.md)" in (PAGES / "index.md").read_text(encoding="utf-8"), name


def test_the_recipe_fits_the_data_and_the_checker_lets_it_pass(done):
    _, found = done
    assert found["cannot"] == ""
    assert not found.get("earlier")
    assert found["well"] == "データに誤りはありません。"
    assert found["files"]


def test_the_mistake_is_told_with_its_line(done):
    recipe, found = done
    said = "\n".join(text for _, text in found["runs_wrong"]) or found["wrong"]
    assert re.search(r"^(data|docs|videos)/\S+:\d+:\d+: ", said, re.MULTILINE), said
    for words in recipe.claims.get("wrong", []) + recipe.claims.get("runs_wrong", []):
        assert words in said


def test_what_the_page_claims_comes_out(done):
    recipe, found = done
    claims = recipe.claims
    moved = ["same" if before and before["annual"] == after["annual"] else "changed" for before, after in found["quotes"]]
    assert moved == claims.get("prices", ["changed"] * len(moved))
    assert all(not after["problems"] for _, after in found["quotes"])
    shown = str([new_steps(before, after) for before, after in found["quotes"]])
    for words in claims.get("steps", []):
        assert words in shown
    for part, texts in {
        "payout": [after for _, after in found["payouts"]],
        "desk": [after for _, after in found["desks"]],
        "first": [text for _, text in found["first"]],
        "runs": [text for _, text in found["runs"]],
    }.items():
        for words in claims.get(part, []):
            assert any(words in text for text in texts), words


def test_a_case_that_a_recipe_adds_comes_out_to_the_yen(tmp_path):
    recipe = read_recipe("edition")
    furnish(tmp_path, recipe.folders)
    undo(recipe.edits, tmp_path)
    for command in recipe.first:
        run(command, tmp_path)
    make(recipe.edits, tmp_path)
    file = next(edit["file"] for edit in recipe.edits if "/cases/" in edit.get("file", ""))
    cases = yaml.load((tmp_path / file).read_text(encoding="utf-8"), yaml.BaseLoader)["cases"]
    book = load_book(str(tmp_path / "data"))
    assert cases
    for case in cases.values():
        found = quote(book, case["answers"])
        lines = {line["coverage"]: str(line["annual"]) for line in found["lines"] if line["annual"]}
        told = {"status": found["status"], "annual": str(found["annual"]), "monthly": str(found["monthly"]), "lines": lines}
        assert told == case["expect"]


def test_the_shown_message_is_the_one_of_the_command_line(tmp_path, capsys):
    recipe = read_recipe("rate")
    furnish(tmp_path, recipe.folders)
    make(recipe.edits + recipe.mistake, tmp_path)
    assert main(["check", "--data", str(tmp_path / "data")]) == 1
    assert capsys.readouterr().out.replace(f"{tmp_path}/", "").rstrip() == carried_out(recipe)["wrong"]


@pytest.mark.parametrize("name", ["rate", "discount", "edition", "rename", "guide", "telephone"])
def test_who_followed_a_recipe_word_for_word_still_sees_a_change(name, tmp_path):
    recipe = read_recipe(name)
    furnish(tmp_path, recipe.folders)
    for _ in range(2):
        undo(recipe.edits, tmp_path)
        for command in recipe.first:
            run(command, tmp_path)
        before = _texts(tmp_path)
        make(recipe.edits, tmp_path)
        assert _texts(tmp_path) != before


def test_an_edit_that_no_longer_fits_is_told(tmp_path):
    (tmp_path / "a.yml").write_text("a: 1\n", encoding="utf-8")
    for edit in ({"file": "a.yml", "at": ["b"], "value": "2", "or": "3"}, {"file": "a.yml", "find": "c", "replace": "d"}, {"file": "b.yml", "append": ""}):
        with pytest.raises(CannotEdit, match="yml"):
            make([edit], tmp_path)


def test_lines_keep_their_numbers_before_and_after():
    assert list(changed_lines("a\nb\nc\n", "a\nx\ny\nc\n")) == [(1, 1, "a"), (2, None, "b"), (None, 2, "x"), (None, 3, "y"), (3, 4, "c")]


def _texts(root):
    return {path: path.read_text(encoding="utf-8") for path in root.rglob("*.*") if path.suffix in (".yml", ".md")}
