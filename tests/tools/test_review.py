"""The review of a change: its Markdown from a real repository, and the workflows that post it."""

import os
import re
import subprocess
import sys

import pytest
import yaml

from site_build.handbook.trial_folder import GIT
from tests.served_copy import ROOT, change, copy_to
from tools import review

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
DISCOUNTS = "data/editions/2020-04-01/discounts.yml"
PREVIEW = "https://deploy-preview-7--guide.example/"
UNTRUSTED = re.compile(r"github\.(head_ref|event\.[\w.]*(title|body|ref|label|login|name|message|email|head_branch))")
"""What a stranger chooses the words of; in a command they would be carried out."""


def git(root, *words):
    subprocess.run(["git", *words], cwd=root, env={**os.environ, **GIT}, check=True, capture_output=True)


def reviewed(root, *words):
    command = [sys.executable, "-m", "tools.review", "--base", "main", *words]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout.replace("\u200b", ""), done.stderr


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("review")
    copy_to(root)
    (root / ".gitignore").write_text("build\n.venv\nnode_modules\n__pycache__\ndocs/rates\ndocs/generated\n", encoding="utf-8")
    for words in (("init", "-qb", "main"), ("add", "-A"), ("commit", "-qm", "base"), ("checkout", "-qb", "change")):
        git(root, *words)
    return root


@pytest.fixture
def clean(root):
    yield root
    git(root, "checkout", "-q", "--", "data", "docs")
    git(root, "clean", "-qfd", "docs")


def test_a_changed_rate_is_told_with_its_prices_reasons_and_pages(clean):
    change(clean, DISCOUNTS, "percent: 9", "percent: 10")
    (clean / "docs" / "new.md").write_text('---\ntitle: "新しい [x](y) <b>ページ"\ndescription: 見本です。\n---\n\n# 新しいページ\n', encoding="utf-8")
    change(clean, "mkdocs.yml", "  - 用語・一覧:\n", "  - 用語・一覧:\n      - new.md\n")
    status, text, said = reviewed(clean, "--preview", PREVIEW)
    git(clean, "checkout", "-q", "--", "mkdocs.yml")
    assert (status, said) == (0, "")
    assert text.startswith(review.MARK)
    assert "### 誤りはありません" in text
    assert re.search(r"\| AEB割引 9% → 10%、2020-04-01/discounts\.yml:\d+ \| \d+ \|", text)
    assert f"- [割引]({PREVIEW}guide/discounts/)\n" in text
    assert f"({PREVIEW}quote/)（答えによって変わることがあります）" in text
    assert re.search(r"まわりだけが変わるページが、ほかに\d{3}あります。", text)
    assert re.search(rf"- \[新しい \\\[x\\\]\\\(y\\\) .*ページ\]\({PREVIEW}new/\)（新しいページ）", text)


def test_a_broken_rate_is_told_with_its_line(clean):
    change(clean, DISCOUNTS, "percent:", "persent:")
    status, text, _ = reviewed(clean, "--fast")
    assert status == 1
    assert re.search(r"### 誤りが \d+ 件あります。\n\n```text\n", text)
    assert re.search(rf"^{DISCOUNTS}:\d+:\d+: 割引に「persent」という項目はありません。\n.*\n +\^", text, re.MULTILINE)
    assert "まだくらべられません" in text
    assert f"(http://127.0.0.1:8000/rates/{DISCOUNTS.removesuffix('.yml')}/)" in text


def test_nothing_changed(clean):
    status, text, _ = reviewed(clean, "--fast")
    assert status == 0
    assert "変わるページはありません。" in text
    assert "どの事例も、同じ結果です。" in text


def test_an_unknown_base_is_refused_in_a_sentence(clean):
    command = [sys.executable, "-m", "tools.review", "--base", "--output=x"]
    done = subprocess.run(command, cwd=clean, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("text", ["[a](b)", "![a](b)", "<img src=x>", "a|b", "**a**", "`a`", "&lt;", "#1"])
def test_words_of_files_are_no_markup(text):
    assert not re.search(r"(?<!\\)[][!<>|*`&#()]", review._plain(text))


def test_a_fence_is_longer_than_any_inside():
    assert review._fenced("a\n````\nb").startswith("`````text\n")


def test_a_long_text_ends_politely_below_the_limit():
    table = "\n".join(["```", *["| a | b |"] * 20_000])
    short = review._shortened(table, review.LONGEST, "the command")
    assert len(short) <= review.LONGEST
    assert re.search(r"\n```\n\nほかに1\d,\d{3}行あります。全部は `the command` で読めます。$", short)
    assert review._shortened("a", 10, "") == "a"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_is_pinned_narrow_and_deaf_to_strangers(path):
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(workflow["permissions"].values()) <= {"read"}
    assert "pull_request_target" not in workflow[True]  # YAML reads the key `on` as true
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 20
        runs_code = any("run" in step for step in job["steps"])
        may_write = "write" in job.get("permissions", {}).values()
        assert not (runs_code and may_write)
        for step in job["steps"]:
            assert re.search(r"@[0-9a-f]{40}$", step["uses"]) if "uses" in step else "${{" not in step["run"]
            assert not UNTRUSTED.search(str(step)), step
            assert "${{" not in step.get("with", {}).get("script", "")


def test_the_workflow_runs_the_command_that_people_run():
    steps = yaml.safe_load((ROOT / ".github/workflows/data-review.yml").read_text(encoding="utf-8"))["jobs"]["review"]["steps"]
    assert any("-m tools.review --base" in step.get("run", "") for step in steps)
    assert "-m tools.review --base $(BASE)" in (ROOT / "Makefile").read_text(encoding="utf-8")
