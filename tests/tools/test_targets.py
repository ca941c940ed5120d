"""Which targets a newcomer tries, and how the trial tells one that does its own from one that does not."""

import re
import subprocess
import sys

import pytest

from tests.served_copy import ROOT
from tools import targets

TEXT = """Run `make test` and `make PORT=8080 serve`; make and git are enough, `make` alone lists them.

```sh
make site   # build
make BASE=dev review
```
Then `make PYTHON=python3.13 …`, or `make videos-check`.
"""
MAKEFILE = """good: ; @echo done
bad: ; @exit 3
lock: ; @echo renewed
site: ; @test -e kept
lint: ; @echo clean
serve: ; @exec {python} -m http.server --bind 127.0.0.1 $(PORT)
"""


def test_targets_are_read_from_code_alone():
    assert targets.named(TEXT) == {"test", "serve", "site", "review", "videos-check"}


def test_locks_come_last_and_a_new_target_before_all_is_removed():
    assert targets.ordered(["lock", "clean", "shine", "serve", "test", "targets-check"]) == ["serve", "test", "shine", "clean", "lock"]


def test_every_target_with_a_word_of_help_is_tried_and_none_that_is_gone_keeps_its_place():
    described = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert described - {targets.ITSELF} == set(targets.all_targets(ROOT))
    assert set(targets.ORDER) <= described


def test_what_nobody_names_cannot_be_chosen():
    assert targets._chosen(["site", "lint"], [], ["lint"]) == ["site"]
    assert targets._chosen(["site", "lint"], ["lint"], []) == ["lint"]
    with pytest.raises(SystemExit, match="shine"):
        targets._chosen(["site", "lint"], ["shine"], [])


@pytest.fixture
def clone(tmp_path, monkeypatch):
    (tmp_path / "Makefile").write_text(MAKEFILE.format(python=sys.executable), encoding="utf-8")
    monkeypatch.setattr(targets, "LOGS", tmp_path)
    return tmp_path


def test_a_target_that_fails_is_told_with_what_it_said(clone):
    assert targets.tried("good", clone).good
    assert not targets.tried("bad", clone).good
    assert (clone / "good.txt").read_text(encoding="utf-8") == "done\n"


def test_a_target_that_does_not_end_is_stopped(clone, monkeypatch):
    monkeypatch.setattr(targets, "LONGEST", 1)
    (clone / "Makefile").write_text("slow: ; @sleep 60\n", encoding="utf-8")
    trial = targets.tried("slow", clone)
    assert not trial.good
    assert trial.seconds < 30


def test_new_locks_have_to_work(clone):
    assert not targets.tried("lock", clone).good
    (clone / "kept").touch()
    assert targets.tried("lock", clone).good


def test_the_server_has_to_answer_and_to_stop(clone):
    (clone / "index.html").write_text("here", encoding="utf-8")
    assert targets.tried("serve", clone).good
    (clone / "Makefile").write_text("serve: ; @exit 0\n", encoding="utf-8")
    assert not targets.tried("serve", clone).good


def test_what_is_committed_is_cloned_onto_main(tmp_path, monkeypatch, capsys):
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    origin.mkdir()
    (origin / "a").write_text("1", encoding="utf-8")
    for words in (("init", "-qb", "work"), ("add", "a"), ("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "a")):
        subprocess.run(["git", *words], cwd=origin, check=True)
    (origin / "b").touch()
    monkeypatch.setattr(targets, "ROOT", origin)
    targets._cloned(clone)
    assert {path.name for path in clone.iterdir()} == {".git", "a"}
    assert (clone / ".git" / "HEAD").read_text(encoding="utf-8") == "ref: refs/heads/main\n"
    assert "not committed" in capsys.readouterr().out
