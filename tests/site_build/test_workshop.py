"""The warm build of ``make serve``: after any chain of changes it has made what a fresh one makes."""

import json
import re
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.served_copy import change, copy_to

CHAIN = (
    ("data/editions/2020-04-01/discounts.yml", "percent: 9", "percent: 10"),
    ("data/guide/facts/common.yml", "value: ", "value: 1"),
    ("docs/contract/grace.md", "\n## ", "\n書き足した文です。\n\n## "),
    ("docs/contract/grace.md", "title: ", "title: 新しい題の"),
    ("data/contacts.yml", "0120-131-459", "0120-131-458"),
    ("data/questions.yml", "label: ", "label: 別の"),
    ("data/guide/glossary.yml", "text: ", "text: 別の"),
    ("data/stories.yml", "told: ", "told: 別の"),
    ("docs/assets/css/tokens.css", "{", "{\n  --new: 0;"),
    ("docs/assets/js/price/quote.js", "\n", "\n// new\n"),
    ("overrides/main.html", "{% extends", "{# new #}{% extends"),
    ("videos/photos/storyboard.yml", "description: ", "description: 別の"),
)
"""A file, what stands there, what it becomes: each kind of thing that people change."""
BREAKS = (
    ("data/editions/2020-04-01/discounts.yml", "percent: 10", "persent: 10", "persent"),
    ("data/editions/2020-04-01/grades.yml", '\n    "20": ', '\n    "24": ', "行"),
    ("docs/contract/grace.md", "\n## ", "\n[x](../nai.md)\n\n## ", "nai.md"),
)
LATER = ("pagefind", "app/playground.json")
"""Brought up to date when nobody waits for it."""


@contextmanager
def workshop(root):
    command = [sys.executable, "-m", "site_build", "workshop"]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:

        def build():
            process.stdin.write("build\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield build
        process.stdin.close()


def made(root):
    site = root / "build" / "serve"
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    found = {name: (site / name).read_bytes() for name in names if not name.startswith(LATER)}
    return found | {"_headers": re.sub(rb"/pagefind/.*\n.*\n", b"", found["_headers"])}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """What the warm build has made after the chain, with what it said to mistakes on the way; and what a cold one makes."""
    root = tmp_path_factory.mktemp("workshop")
    copy_to(root)
    said = []
    with workshop(root) as build:
        assert "seconds" in build()
        first = made(root)
        for step in CHAIN:
            change(root, *step)
            answer = build()
            assert "seconds" in answer, (step, answer)
        warm = made(root)
        for file, old, new, _ in BREAKS:
            change(root, file, old, new)
            said.append(build())
            assert made(root) == warm, file
            change(root, file, new, old)
        assert "seconds" in build()
        mended = made(root)
    (root / "build" / "serve").rename(root / "build" / "served")
    with workshop(root) as build:
        assert "seconds" in build()
    return first, warm, mended, made(root), said


def test_a_chain_of_changes_ends_where_a_fresh_build_does(built):
    first, warm, mended, cold, _ = built
    differing = sorted(name for name in {*warm, *cold} if warm.get(name) != cold.get(name))
    assert not differing
    assert mended == cold
    assert len([name for name in cold if first.get(name) != cold[name]]) > len(CHAIN)


def test_what_is_broken_is_told_and_changes_nothing(built):
    for (file, *_, word), answer in zip(BREAKS, built[-1], strict=True):
        assert word in answer["problem"], file
