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

from commands.schemas import SETTINGS, described, schema_of, texts
from tests.data.mistakes import INVALID, PLAN, edit

ROOT = Path(__file__).parents[2]
FILES = sorted(path.relative_to(ROOT).as_posix() for folder in ("data", "videos") for path in (ROOT / folder).rglob("*.yml"))
SEEN_BY_SCHEMA = (
    "bad-id", "comma-in-number", "decimal-for-integer", "empty-condition", "full-width-digits", "guess-yes-for-flag",
    "letter-in-number", "list-for-one-value", "missing-key", "negative-yen", "percent-sign", "unknown-comparison",
    "unknown-key", "unknown-kind", "value-for-list",
)  # fmt: skip
"""Mistakes that one file alone shows; names that lead nowhere and missing rates are for the checker."""
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠々％]")


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: only numbers, true, false and null are more than text."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  (the library's own attribute)


for tag, form, first in (
    ("bool", r"true|false", "tf"), ("null", r"~|null|", ["~", "n", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"), ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
):  # fmt: skip
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), list(first))


@cache
def schema_at(file):
    return json.loads(texts()[file])


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


def parts(schema, path=""):
    """Every schema inside a schema with the path to it; what stands in ``examples`` is none."""
    yield path, schema
    for word, inner in schema.items():
        if word in ("properties", "definitions"):
            for name, each in inner.items():
                yield from parts(each, f"{path}/{name}")
        elif word in ("items", "additionalProperties") and isinstance(inner, dict):
            yield from parts(inner, f"{path}/*")
        elif word in ("anyOf", "allOf"):
            for each in inner:
                yield from parts(each, path)


def properties(schema):
    return [(f"{path}/{name}", each) for path, inner in parts(schema) for name, each in inner.get("properties", {}).items()]


def shown(schema):
    """Whether an editor can see what may stand there. A record or a named part shows it in its own keys, which are looked at too."""
    if schema.keys() & {"examples", "enum", "const", "properties", "$ref"} or schema.get("type") == "boolean":
        return True
    several = schema.get("anyOf") or schema.get("allOf") or [schema[word] for word in ("items", "additionalProperties") if word in schema]
    return bool(several) and all(map(shown, several))


@pytest.mark.parametrize("file", texts())
def test_a_schema_is_one(file):
    schema = schema_at(file)
    Draft7Validator.check_schema(schema)
    assert JAPANESE.search(schema["title"])


@pytest.mark.parametrize("file", texts())
def test_every_key_says_in_japanese_what_it_is_and_what_to_write(file):
    found = properties(schema_at(file))
    assert found
    assert [path for path, each in found if not JAPANESE.search(each.get("title", ""))] == []
    assert [path for path, each in found if not JAPANESE.search(each.get("description", ""))] == []
    assert [path for path, each in found if each["description"].strip("。").removesuffix("です") == each["title"]] == []


@pytest.mark.parametrize("file", texts())
def test_every_key_shows_what_may_stand_there(file):
    schema = schema_at(file)
    assert [path for path, each in properties(schema) if not shown(each)] == []
    assert [name for name, each in schema.get("definitions", {}).items() if not shown(each)] == []


@pytest.mark.parametrize("file", texts())
def test_no_form_hides_what_its_key_says(file):
    """An editor shows the innermost title and description, and runs forms that say the same into one."""
    schema = schema_at(file)
    for path, each in properties(schema):
        forms = each.get("anyOf", [])
        assert {form["title"] for form in forms} <= {each["title"]}, path
        assert len({form["description"] for form in forms}) == len(forms), path
    for name, each in schema.get("definitions", {}).items():
        assert each.keys().isdisjoint({"title", "description"}), name


@pytest.mark.parametrize("file", texts())
def test_an_example_is_one_that_the_schema_takes(file):
    schema = schema_at(file)
    found = [(path, each, example) for path, each in parts(schema) for example in each.get("examples", [])]
    wrong = [
        (path, example) for path, each, example in found
        if not Draft7Validator({"definitions": schema.get("definitions", {}), **each}).is_valid(example)
    ]
    assert wrong == []


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
