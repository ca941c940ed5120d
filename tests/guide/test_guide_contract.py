"""The guide's pages on the contract: days that agree with the tool, desks and pages that exist, 47 co-ops, mistakes told."""

import re
from pathlib import Path

import pytest

from guide.examine import examine_guide
from quote_engine.advice.contract_dates import contract_dates
from quote_engine.values.dates import spoken
from site_build.guide_tables.contract_days import grace_line, grace_texts, pause_line, start_table, term_table
from site_build.guide_tables.prefecture_table import prefecture_table
from tests.sources import SOURCES

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted((DOCS / "contract").glob("*.md"))
CHANGES = [change for group in SOURCES.guide.file("changes.yml")["groups"].values() for change in group["changes"]]
DAYS = ("2026-11-30", "2026-12-31", "2027-01-31", "2028-02-29", "2026-06-26")


def dated(book, **answers):
    found = contract_dates(book, {"application_date": "2026-11-20", **answers})
    return {entry["id"]: spoken(entry["day"]) for entry in found["entries"]}


def test_every_prefecture_once():
    listed = SOURCES.guide.file("prefectures.yml")["prefectures"]
    assert len({each["prefecture"] for each in listed}) == len({each["name"] for each in listed}) == 47
    assert all(each["name"].startswith(each["prefecture"].removesuffix("都")) for each in listed)
    assert all(each["name"] in prefecture_table(SOURCES) for each in listed)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change["id"])
def test_every_matter_has_a_desk_and_a_page(change):
    assert change["desk"] in {contact["id"] for contact in SOURCES.book["contacts"]}
    assert (DOCS / change["page"].partition("#")[0]).is_file()
    assert change["ready"]


@pytest.mark.parametrize("due", DAYS)
def test_grace_agrees_with_the_tool(book, due):
    last = dated(book, due_on=due)["grace"]
    assert grace_texts(SOURCES, due)["last"] == last
    assert last in grace_line(SOURCES, due)


@pytest.mark.parametrize("ended", DAYS)
def test_interruption_agrees_with_the_tool(book, ended):
    days = dated(book, ended_on=ended)
    assert days["ask"] in pause_line(SOURCES, ended)
    assert days["use"] in pause_line(SOURCES, ended)


def test_term_agrees_with_the_tool(book):
    days = dated(book, way="cash", applied_on="2026-11-30")
    assert f"{days['start']}</th>" in term_table("2026-12-01")
    assert days["end"] in term_table("2026-12-01")
    assert days["renewal"] in term_table("2026-12-01")


def test_rules_are_drawn_from_the_dates():
    dates = SOURCES.book["dates"]
    drawn = {"grace_months": dates["grace"]["months"], "suspension_ask_months": dates["suspension"]["ask_months"],
             "suspension_use_years": dates["suspension"]["use_years"]}  # fmt: skip
    assert {name: SOURCES.guide.facts[name]["value"] for name in drawn} == drawn
    assert all(rule["message"] in start_table(SOURCES) for rule in dates["starts"].values())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pages_type_no_rule(page):
    """A length of time or a share that may change stands in the data alone."""
    assert not re.findall(r"[0-9０-９]+(?:か月|年以内|日以内|日前|等級|％|%|万円)", page.read_text(encoding="utf-8"))


def test_the_first_page_leads_to_every_other():
    listed = (DOCS / "contract" / "index.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES if page.stem != "index" and f"({page.name}" not in listed] == []


MISTAKES = {
    "changes.yml": [("desk: accident", "desk: acident", "acident"), ("id: renamed", "id: moved", "2回"), ("duty: true", "duty: はい", "はい")],
    "contract_tables.yml": [
        ("{silent_move}", "{silent_mvoe}", "silent_mvoe"),
        ("heads: [場面, 起こること]", "heads: [場面, 起こること, いつ]", "欄が2つ"),
        ("払込期限が{due}", "払込期限が{deu}", "deu"),
        ('"{due}", 払込', '"{deu}", 払込', "deu"),
    ],
    "prefectures.yml": [("prefecture: 青森県", "prefcture: 青森県", "prefcture")],
}


@pytest.mark.parametrize(("name", "before", "after", "told"), [(name, *each) for name, all_ in MISTAKES.items() for each in all_])
def test_mistakes_are_told(data_copy, name, before, after, told):
    file = data_copy / "guide" / name
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    _, problems = examine_guide(data_copy)
    assert any(told in problem.message and problem.place.file == f"guide/{name}" for problem in problems), problems
