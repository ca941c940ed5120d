"""The guide's data: what the checker says of mistakes, how facts read, how terms are ordered, what the macros refuse."""

import re
import shutil
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs

import pytest

from guide.examine import examine_guide
from guide.glossary import kana_order
from guide.reading import Unknown, fact_text
from site_build import BuildError
from site_build.calculators.set_answers import quote_fragment
from site_build.guide_pages import drawing
from site_build.guide_pages.guide_macros import fact
from site_build.macros import macros as macros_of
from tests.data.guide_mistakes import INVALID, KINDS, PLAN, checked, edit
from tests.data.mistakes import assert_placed
from tests.sources import SOURCES

DATA = Path(__file__).parents[2] / "data"
SVG = '<svg class="il" viewBox="0 0 10 10">\n  <path class="b" d="M0 0h10v10z"/>\n</svg>\n'


@pytest.fixture
def plan(tmp_path):
    """A copy of the small guide; its data folder is called data as the real one is."""
    return Path(shutil.copytree(PLAN, tmp_path / "plan")) / "data"


@pytest.fixture
def macros():
    """The macros by name, as they stand on docs/guide/own-car.md."""
    return dict(macros_of(SOURCES, lambda: SimpleNamespace(url="guide/own-car/")))


@pytest.fixture
def drawings(tmp_path, monkeypatch):
    """A folder of drawings that a test may fill."""
    monkeypatch.setattr(drawing, "FOLDER", tmp_path)
    return tmp_path


def test_the_real_guide_has_no_problem():
    assert examine_guide(DATA)[1] == []


def test_data_without_a_guide_are_whole(tmp_path):
    assert examine_guide(tmp_path)[1] == []


def test_there_are_kinds_of_mistakes():
    assert len(KINDS) > 15
    assert {path for path in INVALID.iterdir() if path.is_dir()} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_of_mistake_is_told_with_its_place(kind, plan):
    edit(kind, plan)
    said = checked(plan)
    assert said == (kind / "expected.txt").read_text(encoding="utf-8")
    assert_placed(said, "(data|docs/guide)")
    assert "None" not in said


@pytest.mark.parametrize("file", ["facts/common.yml", "facts/dates.yml", "glossary.yml"])
def test_a_lost_line_never_breaks_the_checker(file, plan):
    path = plan / "guide" / file
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for number in range(len(lines)):
        path.write_text("".join(lines[:number] + lines[number + 1 :]), encoding="utf-8")
        examine_guide(plan)


def test_pages_are_not_missed_where_there_are_none(plan):
    shutil.rmtree(plan.parent / "docs")
    assert examine_guide(plan)[1] == []


@pytest.mark.parametrize(
    ("value", "unit", "yen", "text"),
    [(3, "か月", False, "3か月"), (50_000_000, "", True, "5,000万円"), (1234, "人", False, "1,234人"), (2022, "年", False, "2022年"),
     ("約80", "か所", False, "約80か所"), ("1.5", "倍", False, "1.5倍")],
)  # fmt: skip
def test_a_fact_reads_as_people_say_it(value, unit, yen, text):
    assert fact_text({"value": value, "unit": unit, "yen": yen}) == text


def test_a_fact_that_stands_elsewhere_is_drawn_with_its_source():
    assert fact(SOURCES, "grace_months") == "3か月"
    assert (SOURCES.guide.facts["grace_months"]["document"], SOURCES.guide.facts["grace_months"]["page"]) == ("pamphlet_2020_04", "24")


def test_readings_are_ordered_as_in_a_dictionary():
    readings = ["あい", "がく", "かけ", "かげ", "しやく", "しゃくや", "えこのみー", "えこのみーわいど"]
    assert sorted(readings, key=kana_order) == ["あい", "えこのみー", "えこのみーわいど", "がく", "かけ", "かげ", "しやく", "しゃくや"]


def test_the_glossary_has_the_words_people_meet():
    assert len(SOURCES.guide.terms) >= 70
    assert all(len(SOURCES.guide.filled(term["text"])) < 100 for term in SOURCES.guide.terms.values())


def test_a_link_is_relative_to_its_page(macros):
    assert macros["term"]("deductible", "自己負担") == '<a class="term" href="../../glossary/#deductible">自己負担</a>'
    assert 'href="../../quote/#own_damage=economy&amp;aeb=true&amp;vehicle_type=' in macros["try_quote"]("見る", own_damage="economy", aeb=True)
    assert 'href="../../payout/#accident=theft&amp;own_damage=economy"' in macros["try_payout"]("見る", "theft", own_damage="economy")


def test_answers_that_are_not_set_are_the_samples_and_marked():
    asked = parse_qs(quote_fragment(SOURCES, {"own_damage": "economy"})[1:])
    assert asked["sample"] == ["vehicle_type,grade,birth_date"]
    assert {"vehicle_type", "grade", "prior_contract", "birth_date", "age_condition"} < set(asked)
    assert parse_qs(quote_fragment(SOURCES, {"grade": "20", "prior_contract": True, "age_condition": "21"})[1:])["age_condition"] == ["21"]


@pytest.mark.parametrize("answers", [{"vehicle_type": "moped"}, {"prior_contract": False}, {"second_car": True}])
def test_a_contract_without_a_grade_is_given_none(answers):
    assert "grade" not in parse_qs(quote_fragment(SOURCES, answers)[1:])


@pytest.mark.parametrize(
    ("macro", "arguments", "answers", "said"),
    [
        ("fact", ["grace_month"], {}, "「grace_months」のことですか"),
        ("term", ["deductable"], {}, "「deductible」のことですか"),
        ("try_quote", ["見る"], {"own_damage": "economie"}, "「economy_wide」（"),
        ("try_quote", ["見る"], {"own_damages": "economy"}, "「own_damage」（"),
        ("try_quote", ["見る"], {}, "答えが1つもありません"),
        ("try_payout", ["見る", "thief"], {}, "「theft」（"),
        ("drawing", ["nothing"], {}, "docs/assets/drawings/nothing.svg がありません"),
    ],
)
def test_a_wrong_name_stops_the_build(macros, macro, arguments, answers, said):
    with pytest.raises((BuildError, Unknown), match=re.escape(said)):
        macros[macro](*arguments, **answers)


def test_a_drawing_speaks_or_only_decorates(drawings, macros):
    (drawings / "box.svg").write_text(SVG, encoding="utf-8")
    assert macros["drawing"]("box", "箱") == '<svg class="il" viewBox="0 0 10 10" role="img" aria-label="箱"><path class="b" d="M0 0h10v10z"/></svg>'
    assert 'aria-hidden="true"' in macros["drawing"]("box")


@pytest.mark.parametrize(
    ("find", "replace"),
    [("viewBox", "view"), ("<path", '<path style="fill:red"'), ("<path", '<path onclick="x()"'), ("path class", "script class"), ("</svg>", "")],
)
def test_a_drawing_holds_nothing_that_a_page_may_not(drawings, macros, find, replace):
    (drawings / "box.svg").write_text(SVG.replace(find, replace), encoding="utf-8")
    with pytest.raises(BuildError, match=r"box\.svg"):
        macros["drawing"]("box", "箱")
