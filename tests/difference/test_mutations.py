"""No edit of the data goes unseen: a seeded sample of all of them (`make mutate` tries every one)."""

import random
import re
import shutil
from pathlib import Path

import pytest

from difference.leaf_changes import leaf_changes
from tools.mutate import DATA, mutations, silent

SAMPLE = 60


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def test_a_sample_of_all_edits_is_named(copy):
    every = list(mutations(DATA))
    assert len(every) > 5_000
    assert {each.file.partition("/")[0].removesuffix(".yml") for each in every} >= {"contacts", "dates", "models", "guide", "editions"}
    unseen = [(each.file, each.line, each.what) for each in random.Random(20).sample(every, SAMPLE) if silent(each, DATA, copy)]
    assert unseen == []


def test_nothing_changed_is_nothing_said(copy):
    assert leaf_changes(DATA, copy, set()) == []


@pytest.mark.parametrize(
    ("file", "pattern", "new", "said"),
    [
        ("contacts.yml", r"0120-0889-24", "0120-0889-25", "phone: 0120-0889-24 → 0120-0889-25"),
        ("dates.yml", r"months: 3\b", "months: 30", "months: 3 → 30"),
        ("overlaps.yml", r"\bon: \[", "on: [xx, ", "xx"),
        ("models.yml", r"aeb: true", "aeb: false", "aeb: true → false"),
    ],
)
def test_what_no_case_tries_is_named_with_its_place(copy, file, pattern, new, said):
    path = copy / file
    text, times = re.subn(pattern, new, path.read_text(encoding="utf-8"), count=1)
    assert times, f"{pattern} does not stand in {file}"
    path.write_text(text, encoding="utf-8")
    found = leaf_changes(DATA, copy, set())
    assert any(said in each["text"] for each in found)
    assert all(re.fullmatch(rf"data/{file}:\d+", each["source"]) for each in found)


def test_an_entry_that_moves_is_named(copy):
    path = copy / "contacts.yml"
    text = path.read_text(encoding="utf-8")
    head, *entries = re.split(r"(?m)^  - id: ", text)
    path.write_text("  - id: ".join([head, entries[1], entries[0], *entries[2:]]), encoding="utf-8")
    assert any("順番" in each["text"] for each in leaf_changes(DATA, copy, set()))


def test_a_file_that_goes_is_named_value_by_value(copy):
    (copy / "overlaps.yml").unlink()
    found = leaf_changes(DATA, copy, set())
    assert len(found) > 10
    assert all(each["text"].endswith("がなくなりました") for each in found)
