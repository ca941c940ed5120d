"""The schemas for editors' tools: made from the checker's declarations, and right about the data and about mistakes."""

import json
import re
import shutil
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from quote_engine.schemas import SETTINGS, described, schema_of, texts
from tests.data.mistakes import INVALID, PLAN, edit

ROOT = Path(__file__).parent.parent
FILES = sorted(path.relative_to(ROOT).as_posix() for folder in ("data", "videos") for path in (ROOT / folder).rglob("*.yml"))
SEEN_BY_SCHEMA = (
    "bad-id", "comma-in-number", "decimal-for-integer", "empty-condition", "full-width-digits", "guess-yes-for-flag",
    "letter-in-number", "list-for-one-value", "missing-key", "negative-yen", "percent-sign", "unknown-comparison",
    "unknown-key", "unknown-kind", "value-for-list",
)  # fmt: skip
"""Mistakes that one file alone shows; names that lead nowhere and missing rates are for the checker."""


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: only numbers, true, false and null are more than text."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  (the library's own attribute)


for tag, form, first in (
    ("bool", r"true|false", "tf"), ("null", r"~|null|", ["~", "n", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"), ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
):  # fmt: skip
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), list(first))


@cache
def validator(files):
    shape = next(each.shape for each in described() if each.files == files)
    return Draft7Validator(schema_of(shape))


def pattern_of(file):
    return next((each.files for each in described() if fnmatchcase(file, each.files)), None)


def refused(path, file):
    """The first sentence of the schema against a file; empty where it has none."""
    content = json.loads(json.dumps(yaml.load(path.read_text(encoding="utf-8"), Core)))  # keys become text, as in an editor
    error = next(validator(pattern_of(file)).iter_errors(content), None)
    return "" if error is None else f"{file}: {list(error.path)}: {error.message}"


def test_the_schemas_in_the_repository_are_those_of_the_declarations():
    committed = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in (ROOT / "schemas").rglob("*.json")}
    assert committed == texts(), "python -m quote_engine schemas writes them anew"


def test_the_editor_is_told_which_file_has_which_schema():
    settings = json.loads((ROOT / SETTINGS).read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {f"schemas/{each.schema}": each.files for each in described()}


@pytest.mark.parametrize("file", texts())
def test_a_schema_is_one_and_speaks_japanese(file):
    schema = json.loads(texts()[file])
    Draft7Validator.check_schema(schema)
    assert re.search("[ぁ-んァ-ヶ一-龠]", schema["title"])
    for key, inner in schema["properties"].items():
        described_by = {**inner, **(inner["allOf"][0] if "allOf" in inner else {})}
        assert re.search("[ぁ-んァ-ヶ一-龠％]", inner.get("title", "") + described_by.get("description", "")), key


@pytest.mark.parametrize("file", FILES)
def test_every_file_that_editors_write_has_a_schema_and_fits_it(file):
    assert pattern_of(file), f"{file} has no schema"
    assert refused(ROOT / file, file) == ""


def test_what_the_checker_takes_the_schemas_take():
    for path in sorted(PLAN.rglob("*.yml")):
        assert refused(path, f"data/{path.relative_to(PLAN).as_posix()}") == ""


@pytest.mark.parametrize("kind", SEEN_BY_SCHEMA)
def test_a_mistake_of_shape_is_underlined(kind, tmp_path):
    plan = shutil.copytree(PLAN, tmp_path / "data")
    edit(INVALID / kind, plan)
    assert any(refused(path, path.relative_to(tmp_path).as_posix()) for path in plan.rglob("*.yml"))


def test_allowed_words_are_offered():
    question = schema_of(next(each.shape for each in described() if each.schema == "questions.json"))
    kinds = question["properties"]["questions"]["additionalProperties"]["properties"]["kind"]
    assert "flag" in kinds["enum"]
    assert "はい・いいえ" in kinds["description"]
