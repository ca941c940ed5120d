"""Freshness: on a fixed day, what was checked too long ago is told with its line and with the pages that draw it."""

import shutil
from pathlib import Path

import pytest

from commands.main import main
from guide.examine import examine_guide, examine_pages
from rulebook.sheets.problem import format_problems
from tests.data.guide_mistakes import PLAN

DATA = Path(__file__).parents[2] / "data"
LATE = "2099-12-31"
"""A day after whatever editors have checked."""


@pytest.fixture
def plan(tmp_path):
    return Path(shutil.copytree(PLAN, tmp_path / "plan")) / "data"


def old(folder, today):
    return examine_pages(examine_guide(folder)[0], today)[1]


def change(path, find, replace):
    text = path.read_text(encoding="utf-8")
    assert find in text
    path.write_text(text.replace(find, replace, 1), encoding="utf-8")


@pytest.mark.parametrize(("today", "tells"), [("2026-11-22", False), ("2027-11-21", False), ("2027-11-22", True), ("2027-12-01", True)])
def test_a_year_may_pass_and_no_day_more(plan, today, tells):
    assert bool(old(plan, today)) is tells


def test_the_months_are_set_in_the_data(plan):
    change(plan / "site.yml", "checked:", "recheck_months: 3\nchecked:")
    assert old(plan, "2027-02-21") == []
    assert "3か月を過ぎました" in old(plan, "2027-02-22")[0].message


def test_a_warning_names_the_line_and_where_the_fact_is_drawn(plan):
    change(plan / "guide" / "facts" / "common.yml", '"3"}\n    checked: "2026-11-21"', '"3"}\n    checked: "2024-05-01"')
    [found] = old(plan, "2026-11-22")
    assert format_problems([found], plan).replace(f"{plan.parent.as_posix()}/", "") == (
        "data/guide/facts/common.yml:14:14: 「補償の限度」は、2024年5月1日に確かめたきりです。12か月を過ぎました。\n"
        '        checked: "2024-05-01"\n'
        "                 ^\n"
        "    → 引いているところ: docs/guide/car.md:11、docs/guide/index.md:9\n"
    )


def test_a_desk_is_looked_for_in_every_macro_even_over_lines(plan):
    change(plan / "contacts.yml", 'checked: "2026-11-21"', 'checked: "2024-05-01"')
    [found] = old(plan, "2026-11-22")
    assert (found.place.file, found.place.line) == ("contacts.yml", 12)
    assert found.hint == "引いているところ: docs/guide/car.md:13、docs/guide/index.md:9、data/guide/documents/leaflet.yml:5"


def test_a_fact_in_the_glossary_is_drawn_there(plan):
    change(plan / "guide" / "glossary.yml", "{grace}", "{members}")
    change(plan / "guide" / "facts" / "common.yml", 'checked: "2026-11-21"\n  started', 'checked: "2024-05-01"\n  started')
    [found] = old(plan, "2026-11-22")
    assert found.hint == "引いているところ: data/guide/glossary.yml:5"


def test_a_page_is_told_by_its_title(plan):
    change(plan.parent / "docs" / "guide" / "car.md", 'checked: "2026-11-21"', 'checked: "2024-05-01"')
    [found] = old(plan, "2026-11-22")
    assert (found.place.file, found.place.line) == ("../docs/guide/car.md", 5)
    assert found.message.startswith("「車の補償」は")


def test_old_facts_are_no_error(tmp_path, capsys):
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    change(folder / "guide" / "facts" / "common.yml", 'checked: "2026-11-21"', 'checked: "2019-05-01"')
    assert main(["check", "--data", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "data/guide/facts/common.yml:11:14: 「共済金を請求できる期間」は、2019年5月1日に確かめたきりです。" in said
    assert "データに誤りはありません" in said


def test_the_pages_of_the_site_say_when_they_were_checked():
    assert examine_pages(examine_guide(DATA)[0], LATE)[0] == []


def test_data_without_pages_are_whole(tmp_path):
    folder = Path(shutil.copytree(PLAN / "data", tmp_path / "data"))
    assert examine_pages(examine_guide(folder)[0], "2026-11-22") == ([], [])


def test_the_search_for_revisions_grows_old_too(plan):
    change(plan / "revisions.yml", 'checked: "2026-11-21"', 'checked: "2024-05-01"')
    [found] = old(plan, "2026-11-22")
    assert (found.place.file, found.message[:10]) == ("revisions.yml", "「改定のお知らせ」は")
