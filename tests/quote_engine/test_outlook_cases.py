"""The outlook cases of data/cases: every year comes out to the yen, and the oracle agrees; another edition, broken rules."""

import shutil
from pathlib import Path

import pytest
import yaml

from quote_engine import load_book
from quote_engine.outlook.outlook import outlook
from rulebook.binder import examine
from tests.oracle.outlook import expected_years

ROOT = Path(__file__).resolve().parents[2]
FEWEST = 40
KINDS = {"three_down", "one_down", "six_down", "no_count"}


def read_cases():
    for path in sorted((ROOT / "data" / "cases").glob("*.yml")):
        for name, case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)["cases"].items():
            if "outlook" in case:
                yield f"{path.stem}.{name}", case


CASES = dict(read_cases())
QUOTED = {name: case for name, case in CASES.items() if case["outlook"]["status"] == "quoted"}


def answers_of(case):
    return {name: {"true": True, "false": False}.get(value, value) for name, value in case["answers"].items()}


def asked(case):
    return {**answers_of(case), "years": case.get("years", "6"), "accidents": case.get("accidents", [])}


@pytest.fixture(scope="module")
def book():
    return load_book(str(ROOT / "data"))


@pytest.mark.parametrize("name", CASES)
def test_case(book, name):
    found, expect = outlook(book, asked(CASES[name])), CASES[name]["outlook"]
    assert found["status"] == expect["status"], found["problems"]
    rows = [
        {
            "grade": row["grade"] or "",
            "accident_years": str(row["accident_years"]),
            "rate": "" if row["rate_percent"] is None else str(row["rate_percent"]),
            "annual": str(row["annual"]),
            "changes": [change["kind"] for change in row["changes"]],
            "saves": next((str(change["saves"]) for change in row["changes"] if "saves" in change), ""),
        }
        for row in found["years"]
    ]
    blank = {"grade": "", "accident_years": "0", "rate": "", "changes": [], "saves": ""}
    assert rows == [blank | row for row in expect.get("rows", [])], CASES[name]["why"]
    assert sorted(each["field"] for each in found["problems"]) == sorted(expect.get("problems", [])), CASES[name]["why"]


@pytest.mark.parametrize("name", QUOTED)
def test_the_oracle_agrees(name):
    case = CASES[name]
    accidents = [{"year": int(each["year"]), "kind": each["kind"]} for each in case.get("accidents", [])]
    rows = expected_years(answers_of(case), int(case.get("years", 6)), accidents)
    graded = [{key: str(value) for key, value in row.items()} for row in rows]
    assert graded == [{key: row[key] for key in graded[0]} for row in case["outlook"]["rows"]]


def test_there_are_enough_cases_and_each_says_why():
    assert len(CASES) >= FEWEST
    assert not [name for name, case in CASES.items() if not any("ぁ" <= letter <= "龯" for letter in case["why"])]


def test_the_cases_try_every_kind_and_every_rung(book):
    assert {each["kind"] for case in CASES.values() for each in case.get("accidents", [])} == KINDS
    rows = [row for case in QUOTED.values() for row in case["outlook"]["rows"]]
    ladder = book.editions[-1].data["renewal"]["ladder"]
    assert {row["grade"] for row in rows if "grade" in row} == set(ladder)
    assert {row["accident_years"] for row in rows if "grade" in row} == {str(years) for years in range(7)}


def test_the_pamphlets_worked_example(book):
    """13等級 with one three-down: 10等級 with 26 % off instead of 45 %, and three years with the dearer rate."""
    years = outlook(book, asked(CASES["outlooks-grades.pamphlet_13_to_10"]))["years"]
    assert [(row["grade"], row["accident_years"], row["rate_percent"]) for row in years] == [
        ("13", 0, -52), ("10", 3, -26), ("11", 2, -28), ("12", 1, -29), ("13", 0, -52)
    ]  # fmt: skip


def test_what_the_accidents_cost_is_told_year_by_year(book):
    case = asked(CASES["outlooks-grades.pamphlet_13_to_10"])
    found, clean = outlook(book, case), outlook(book, {**case, "accidents": []})
    assert [row["without_accidents"] for row in found["years"]] == [row["annual"] for row in clean["years"]]
    assert found["extra"] == sum(row["annual"] for row in found["years"]) - sum(row["annual"] for row in clean["years"])
    assert clean["extra"] == 0


# Another edition begins on the way


@pytest.fixture
def two_editions(tmp_path):
    """A copy of the data in which everything costs twice as much from April 2028, and a clean year counts two rungs."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("cases"))
    shutil.copytree(data / "editions" / "2020-04-01", data / "editions" / "2028-04-01")
    for name, old, new in (
        ("edition.yml", "label: 2020年4月1日版", "label: 2028年4月1日版"),
        ("grades.yml", '"13": {accident_free: -52', '"13": {accident_free: -40'),
        ("renewal.yml", "clean_year_up: 1", "clean_year_up: 2"),
    ):
        path = data / "editions" / "2028-04-01" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    return load_book(str(data))


def test_the_edition_of_each_start_date_counts(two_editions):
    found = outlook(two_editions, asked(CASES["outlooks-grades.no_accident"]))["years"]
    assert [row["start_date"] for row in found[:3]] == ["2026-12-01", "2028-01-01", "2029-01-01"]
    assert [row["grade"] for row in found] == ["13", "14", "16", "18", "20", "22", "22"]
    assert [change["message"] for change in found[2]["changes"]] == ["料率の版が2028年4月1日版に変わります。"]
    assert not found[1]["changes"]
    assert not found[3]["changes"]


# Broken rules are told with their place


BROKEN = {
    "a grade twice": ('"22", "21"', '"22", "22"', "「22」が2回書かれています"),
    "a grade missing": ('"22", "21"', '"22"', "「21」がありません"),
    "an unknown grade": ('"22", "21"', '"23", "22", "21"', "「23」という等級はありません"),
    "another order": ('"22", "21"', '"21", "22"', "等級の順が、等級の質問とちがいます（ここは「22」のはずです）"),
    "a cap that is no answer": ("years: 6", "years: 7", "7年という答えはありません"),
    "a misspelt kind": ("three_down:", "tree_down:", "「tree_down」という事故の種類はありません"),
    "a kind missing": ("three_down:", "tree_down:", "事故の種類「three_down」がありません"),
    "longer than the cap": ("accident_years: 6", "accident_years: 7", "期間の上限（6年）より長く"),
    "deeper than the ladder": ("down: 6", "down: 26", "等級は 26段しかない"),
    "half a count": ("down: 1\n", "down: 0\n", "片方だけが0です"),
    "a step in words": ("clean_year_up: 1", "clean_year_up: 一つ", "renewal.yml"),
    "no source": ('certainty: published\nsource: {document: pamphlet_2020_04, page: "12"}\n', "", "source（出典）がありません"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_renewal_rule_is_reported_where_it_stands(tmp_path, what):
    old, new, message = BROKEN[what]
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("cases"))
    path = data / "editions" / "2020-04-01" / "renewal.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    book, problems = examine(data)
    assert book is None
    told = [f"{each.place.file} {each.message}" for each in problems]
    assert any(message in each and "renewal.yml" in each for each in told), told
    assert all(each.place.line > 0 for each in problems)


def test_a_published_edition_may_not_rest_on_a_sample_rule(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("cases"))
    path = data / "editions" / "2020-04-01" / "edition.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: sample", "status: published"), encoding="utf-8")
    _, problems = examine(data)
    assert any(each.place.file.endswith("renewal.yml") for each in problems)


def test_every_figure_of_the_rule_says_its_document_and_certainty(book):
    for edition in book.editions:
        rule = edition.data["renewal"]
        assert rule["document"]["document"]
        assert rule["most_document"]["document"]
        assert {rule["certainty"], rule["most_certainty"]} <= {"published", "sample"}
        for accident in rule["accidents"].values():
            assert accident["document"]["document"] in book.data["sources"]
            assert accident["certainty"] in ("published", "sample")
            assert accident["source"].startswith(f"data/editions/{edition.start}/renewal.yml:")
