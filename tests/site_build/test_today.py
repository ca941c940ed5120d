"""The day is asked for in few places, all of which take another one from a test: the environment here, the page's clock there."""

import re
from datetime import date

import pytest

from rulebook import today
from site_build import DOCS
from site_build.sources import Sources

ASKED_BY = {"answers/days.js", "site/open-now.js", "site/sheet.js"}
"""Scripts of pages. One of the worker's would live on the real clock, whatever the page's says."""


@pytest.mark.parametrize(("day", "tomorrow"), [("2027-05-10", "2027-05-11"), ("2028-02-28", "2028-02-29"), ("2028-02-29", "2028-03-01"), ("2026-12-31", "2027-01-01")])
def test_a_cover_can_start_on_the_day_after_the_day_that_the_environment_names(monkeypatch, day, tomorrow):
    monkeypatch.setenv(today.DAY, day)
    assert today.today() == date.fromisoformat(day)
    assert Sources().days == {"application_date": day, "start_date": tomorrow}


def test_the_scripts_ask_for_the_day_in_known_places():
    scripts = DOCS / "assets" / "js"
    asking = {file.relative_to(scripts).as_posix() for file in scripts.rglob("*.js") if re.search(r"new Date\(\)|Date\.now\(", file.read_text(encoding="utf-8"))}
    assert asking == ASKED_BY
