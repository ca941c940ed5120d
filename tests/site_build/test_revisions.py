"""Announced revisions on the pages: the notice by a page's head, the marks in the tables, the days of the page of changes."""

import itertools
import re

import pytest

from guide.revisions import Revisions
from quote_engine.premium.book import edition_in_force
from quote_engine.values.dates import day_after, spoken
from site_build.guide_pages.page_foot import compared_in, own_date
from site_build.guide_pages.revision_marks import changed, told_below
from site_build.guide_pages.revision_notice import before_parts, revision_notice
from site_build.guide_pages.revisions_page import which_edition
from site_build.guide_tables.discounts import discount_rates, discounts_table
from site_build.guide_tables.grades import grades_table
from site_build.guide_tables.own_car import own_car_types
from site_build.guide_tables.riders import conditions, optional_riders
from site_build.guide_tables.stories import AMOUNTS, amounts
from tests.sources import SOURCES

REVISIONS = SOURCES.guide.revisions
ROW = re.compile(r'data-from="([^"]*)" data-until="([^"]*)" data-said="([^"]*)"')


def leaning(**more):
    return {"sources": [f"{REVISIONS.revises} P.5"], **more}


def left_out():
    """The changes that the edition in force leaves out: the others no longer mark anything."""
    return [change for change in REVISIONS.changes if change["start"] > SOURCES.book["present"]]


@pytest.mark.parametrize(
    ("head", "place"),
    [(leaning(), "top"), (leaning(edition_notice="foot"), "foot"), ({"edition_notice": "always"}, "top"), ({"edition_notice": "foot"}, None), ({}, None), ({"sources": ["voices_2023_08"]}, None)],
)
def test_a_page_that_leans_on_the_revised_document_says_so(head, place):
    found = revision_notice(SOURCES, head)
    assert (found and found["place"]) == place


@pytest.mark.parametrize("more", [{}, {"ruby": True}, {"lang": "en"}])
def test_the_notice_names_the_document_and_every_revision(more):
    said = re.sub("<rp>.*?</rp>|<rt>.*?</rt>|</?ruby>", "", revision_notice(SOURCES, leaning(**more))["text"])
    for day in (own_date(SOURCES.book["sources"][REVISIONS.revises]), *(each["start"] for each in REVISIONS.revisions)):
        assert (day[:4] if more.get("lang") else spoken(day[:7])) in said
    assert "{" not in said


@pytest.mark.parametrize(
    ("content", "before"),
    [("<p>a</p><h2>b</h2>", "<p>a</p>"), ('<p>a</p><section id="b">\n<h2>b</h2></section><h2>c</h2>', "<p>a</p>"), ("<p>a</p>", "<p>a</p>")],
)
def test_the_notice_stands_before_the_first_part_and_never_inside_it(content, before):
    assert before_parts(content) == (before, content.removeprefix(before))


class Told:
    """Sources of which another edition, or no revision, is told."""

    def __init__(self, *, start=SOURCES.edition["start"], revisions=REVISIONS):
        self.edition, self.guide = {"start": start}, self
        self.revisions = revisions


def test_without_revisions_there_is_no_notice():
    assert revision_notice(Told(revisions=Revisions(None)), leaning()) is None


DATED = {
    "ja": ("資料と照らした日 2026年11月25日（資料の日付 2020年4月、2023年8月）。", "資料と照らした日 2026年11月25日。"),
    "english": ("Compared with the sources on 25 November 2026 (sources dated April 2020, August 2023).", "Compared with the sources on 25 November 2026."),
}


@pytest.mark.parametrize("language", DATED)
def test_the_date_of_a_document_stands_beside_the_day_it_was_compared(language):
    words = SOURCES.guide.file("frame.yml")["languages"][language]
    dated, bare = DATED[language]
    assert compared_in(SOURCES, "2026-11-25", ["pamphlet_2020_04 P.5", "official_faq", "voices_2023_08", "pamphlet_2020_04 P.9"], words) == dated
    assert compared_in(SOURCES, "2026-11-25", ["industry_practice"], words) == bare


def test_a_document_of_one_day_is_dated_to_the_day():
    words = SOURCES.guide.file("frame.yml")["languages"]["ja"]
    assert "資料の日付 2025年1月21日" in compared_in(SOURCES, "2026-11-25", ["jacom_2025_01"], words)


def drawn(key, name):
    """The tables in which a cell stands that ``touches`` names so."""
    if key in ("accidents", "own_damage"):
        return [own_car_types(SOURCES)]
    if key == "discounts":
        return [discounts_table(SOURCES), discount_rates(SOURCES, name)]
    if key == "grades":
        return [grades_table(SOURCES)]
    if key == "figures":
        return [amounts(SOURCES, group) for group, (_, *names) in AMOUNTS.items() if name in names]
    return [optional_riders(SOURCES), conditions(SOURCES, name)] if key == "coverages" and name in RIDERS else []


RIDERS = [coverage["id"] for coverage in edition_in_force(SOURCES.book["editions"], SOURCES.book["present"])["coverages"] if coverage["rider"]]
TOUCHED = [(change, key, name) for change in left_out() for key, names in (change["touches"] or {}).items() for name in names or ()]


@pytest.mark.parametrize(("change", "key", "name"), TOUCHED, ids=lambda each: each if isinstance(each, str) else each["id"])
def test_every_touched_cell_is_marked_and_told_below_its_table(change, key, name):
    for table in drawn(key, name):
        assert "改定" in table
        assert f"revisions/#{change['id']}" in table
        assert change["what"] in table


def test_a_type_that_did_not_change_is_not_marked():
    for change in left_out():
        for accident in (change["touches"] or {}).get("accidents") or []:
            row = next(row for row in own_car_types(SOURCES).split("<tr") if f"accident={accident}" in row)
            assert row.count("改定") == len({type_ for each in REVISIONS.touching("accidents", accident) for type_ in each["touches"]["own_damage"]})


def test_marks_end_with_an_edition_that_follows():
    assert all(changed(Told(), key, name) for _, key, name in TOUCHED if key != "own_damage")
    assert not any(changed(Told(start="2099-01-01"), key, name) for _, key, name in TOUCHED)
    assert told_below([]) is None


def test_every_day_of_a_start_has_one_row():
    rows = ROW.findall(which_edition(SOURCES))
    assert len(rows) > len(REVISIONS.revisions)
    assert (rows[0][1], rows[-1][0]) == ("", "")
    for later, earlier in itertools.pairwise(rows):
        assert later[0] == day_after(earlier[1])


def test_a_row_names_what_its_days_leave_out():
    page = which_edition(SOURCES)
    newest = page.split("<tr")[2]
    for change in left_out():
        assert f'href="#{change["id"]}"' in newest
        assert change["look_up"] in newest


def test_periods_are_cut_by_editions_and_revisions():
    editions = [{"start": "2020-04-01", "label": "A"}, {"start": "2025-04-01", "label": "B"}]
    found = Revisions({"revises": "x", "notice": {}, "revisions": [{"start": "2021-10-01", "changes": []}, {"start": "2025-04-01", "changes": []}]})
    cut = [(each.first, each.last, each.edition and each.edition["label"], len(each.missing)) for each in found.periods(editions)]
    assert cut == [
        (None, "2020-03-31", None, 0), ("2020-04-01", "2021-09-30", "A", 0), ("2021-10-01", "2025-03-31", "A", 1), ("2025-04-01", None, "B", 0)
    ]  # fmt: skip
