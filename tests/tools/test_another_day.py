"""Another day reaches the build and the tests, and what fails there fails the whole."""

import subprocess

import pytest

from rulebook.today import DAY
from tests.served_copy import ROOT
from tools import another_day


@pytest.fixture
def ran(monkeypatch):
    """The commands that were given, each with its day; none is carried out, and the first fails when told so."""
    commands, statuses = [], []

    def run(command, *, cwd, env, **_):
        assert (cwd / "README.md").is_file()
        commands.append((command[2], env[DAY]))
        return subprocess.CompletedProcess(command, statuses.pop() if statuses else 0)

    monkeypatch.setattr(another_day, "fill_from_here", lambda copy: (copy / "README.md").touch())
    monkeypatch.setattr(another_day, "link_and_keep", lambda _: None)
    monkeypatch.setattr(another_day.subprocess, "run", run)
    return commands, statuses


def test_build_and_tests_are_of_that_day(ran):
    assert another_day.main("2028-02-29") == 0
    assert ran[0] == [("site_build", "2028-02-29"), ("pytest", "2028-02-29")]


def test_a_build_that_fails_on_that_day_fails_the_whole(ran):
    ran[1].append(3)
    assert another_day.main(another_day.NEW_YEARS_EVE) == 3
    assert ran[0] == [("site_build", another_day.NEW_YEARS_EVE)]


def test_the_tests_that_look_at_the_day_are_there():
    for named in another_day.LOOK_AT_THE_DAY:
        file, _, name = named.partition("::")
        assert f"class {name}" in (ROOT / file).read_text(encoding="utf-8") if name else (ROOT / file).is_file()
