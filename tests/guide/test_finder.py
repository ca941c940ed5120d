"""「だれに聞く？」: what the checker says of broken ways, that every way ends at a desk or a page, when a desk answers."""

import json
import re
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from guide.examine import examine_guide
from guide.finder import LONGEST
from guide.hours import hours_text
from rulebook.sheets.problem import format_problems
from site_build import DOCS
from site_build.guide_pages.finder_page import desks_of, finder_pages
from site_build.guide_pages.finder_tree import node_address, questions_left, stops
from site_build.guide_pages.opening import calendar_module, opening
from tests.oracle.opening import CASES, NEW_YEAR, holidays, state
from tests.sources import SOURCES

DATA = Path(__file__).parents[2] / "data"
SMALL = """\
checked: "2026-11-21"
desks: [customer_service]
sites:
  menu: {label: 案内, address: https://example.org/, source: {document: voices_2023_08}}
new_year: {first: "12-31", last: "01-03", source: {document: sample}}
nodes:
  start:
    about: 用件
    question: 何ですか？
    choices:
      - {label: 車, drawing: car, to: car}
      - {label: わからない, unsure: true, to: talk}
  car:
    about: 車
    question: 何がありましたか？
    choices:
      - {label: 事故, to: accident}
      - {label: わからない, unsure: true, to: talk}
results:
  accident:
    title: 事故受付へ
    why: "{notice}までに電話します。"
    matters: [crash]
    pages: [{label: 車, page: cover/car.md}]
    sources: [{document: sample}]
  talk: {title: 電話で, why: 話します。, desks: [customer_service], sites: [menu, official], sources: [{document: voices_2023_08}]}
"""
MATTERS = """\
checked: "2026-11-21"
emergency: {}
matters:
  crash: {label: 事故, desk: accident, source: {document: pamphlet_2020_04, page: "13"}}
"""
FACTS = 'facts:\n  notice: {label: 期限, value: 24, unit: 時間, source: {document: sample}, certainty: sample, checked: "2026-11-21"}\n'


@pytest.fixture
def plan(tmp_path):
    """A data folder with a small finder, and the page and the drawing that it names."""
    data, docs = tmp_path / "data", tmp_path / "docs"
    (data / "guide" / "facts").mkdir(parents=True)
    for name in ("contacts.yml", "sources.yml"):
        shutil.copy(DATA / name, data / name)
    (data / "guide" / "facts" / "small.yml").write_text(FACTS, encoding="utf-8")
    (data / "guide" / "matters.yml").write_text(MATTERS, encoding="utf-8")
    (docs / "cover").mkdir(parents=True)
    (docs / "cover" / "car.md").write_text("# 車\n", encoding="utf-8")
    (docs / "assets" / "drawings").mkdir(parents=True)
    (docs / "assets" / "drawings" / "car.svg").write_text("<svg/>", encoding="utf-8")
    return data


def told(plan, text):
    """What the checker says of that finder: the lines with a place."""
    (plan / "guide" / "finder.yml").write_text(text, encoding="utf-8")
    found = format_problems(examine_guide(plan)[1], plan).replace(plan.as_posix(), "data")
    return [line for line in found.splitlines() if line.startswith("data/")], found


def test_the_small_finder_has_no_problem(plan):
    assert told(plan, SMALL)[0] == []


def node(name, *targets):
    rows = "".join(f"      - {{label: {to}, to: {to}}}\n" for to in targets)
    return f"  {name}:\n    about: 題\n    question: 何？\n    choices:\n{rows}      - {{label: わからない, unsure: true, to: talk}}\n"


DEEP = "".join(node(f"q{number}", f"q{number + 1}") for number in range(1, 4)) + node("q4", "accident")
MISTAKES = {
    "unknown target": ("to: car}", "to: cra}", "「cra」という質問や行き先はありません。", "「car」のことですか。"),
    "unreachable result": ("to: accident}", "to: talk2}", "この行き先「accident」へ行く道がありません。", None),
    "unreachable node": ("results:\n", node("lost", "accident") + "results:\n", "この質問「lost」へ行く道がありません。", None),
    "loop": ("to: accident}", "to: start}", "「start」にもどる道です。答えていくと、終わりに着きません。", "start → car → start と回っています。"),
    "two ways to a question": (
        "      - {label: 車, drawing: car, to: car}\n",
        "      - {label: 車, to: car}\n      - {label: 家, to: home}\n",
        "質問「car」への道が2つあります。",
        None,
    ),
    "too deep": ("to: accident}", "to: q1}", "答えが4つを超える道です。", "start → car → q1 → q2 の次は、行き先（results）にしてください。"),
    "unknown matter": ("matters: [crash]", "matters: [crahs]", "「crahs」という用件はありません。", "「crash」のことですか。"),
    "unknown desk": ("why: 話します。, desks: [customer_service]", "why: 話します。, desks: [custmer_service]", "「custmer_service」という窓口はありません。", "「customer_service」のことですか。"),
    "no source": ("    sources: [{document: sample}]\n", "", "行き先に「sources」（出典）がありません。", None),
    "unknown page": ("cover/car.md", "cover/cars.md", "docs/cover/cars.md というページはありません。", "「cover/car.md」のことですか。"),
    "unknown drawing": ("drawing: car", "drawing: cars", "docs/assets/drawings/cars.svg という絵はありません。", "「car」のことですか。"),
    "unknown site": ("sites: [menu", "sites: [manu", "「manu」という入口はありません。", "「menu」のことですか。"),
    "unknown fact": ("{notice}", "{notise}", "「notise」という事実はありません。", "「notice」のことですか。"),
    "no way for those unsure": ("{label: わからない, unsure: true, to: talk}\n  car:", "{label: 相談, to: talk}\n  car:", "この質問には、わからない人のための道がありません。", None),
    "unsure not last": ("{label: 事故, to", "{label: 事故, unsure: true, to", "わからない人のための道は、最後に1つだけ置きます。", None),
    "neither desk nor page": ("    matters: [crash]\n    pages: [{label: 車, page: cover/car.md}]\n", "", "この行き先には、窓口もページもありません。", None),
    "same target twice": ("to: accident}", "to: accident}\n      - {label: 物, to: accident}", "この質問には、「accident」へ行く選択肢が2つあります。", None),
    "taken name": ("  talk: {title", "  desks: {title", "「desks」は、ほかのページの名前です。", None),
    "misspelt key": ("    about: 車\n", "    abuot: 車\n", "質問に「abuot」という項目はありません。", "「about」のことですか。"),
    "month that is none": ('first: "12-31"', 'first: "13-01"', "「13-01」は月日として読めません。", None),
}


@pytest.mark.parametrize("kind", MISTAKES)
def test_each_kind_of_mistake_is_told_in_japanese_with_its_place(plan, kind):
    before, after, message, hint = MISTAKES[kind]
    assert SMALL.count(before) == 1, before
    text = SMALL.replace(before, after)
    if kind == "two ways to a question":
        text = text.replace("results:\n", node("home", "car") + "results:\n")
    if kind == "too deep":
        text = text.replace("results:\n", DEEP + "results:\n")
    lines, whole = told(plan, text)
    assert any(re.fullmatch(rf"data/guide/finder\.yml:\d+:\d+: {re.escape(message)}", line) for line in lines), whole
    assert hint is None or f"→ {hint}" in whole


def test_hours_are_told_when_no_clock_has_them(plan):
    path = plan / "contacts.yml"
    for wrong in ("9:00-19:00", "19:00-09:00", "09:00〜19:00", "09:00-25:00"):
        path.write_text((DATA / "contacts.yml").read_text(encoding="utf-8").replace('"09:00-19:00"', f'"{wrong}"'), encoding="utf-8")
        from rulebook.declared.files import DATA_FILES
        from rulebook.sheets.placed import read_file
        from rulebook.sheets.problem import Report

        report = Report()
        DATA_FILES["contacts.yml"].read(read_file(path, plan, report), report)
        assert [problem.message for problem in report.problems] == [f"「{wrong}」は受付時間として読めません。"]


@pytest.fixture(scope="module")
def finder():
    return SOURCES.guide.file("finder.yml")


def test_every_way_ends_at_a_desk_or_a_page_within_four_answers(finder):
    ends = [stop for stop in stops(finder) if stop.is_result]
    assert len(ends) > 60
    for stop in ends:
        assert 1 <= len(stop.answers) <= LONGEST
        result = finder["results"][stop.id]
        assert desks_of(SOURCES, result) or result["pages"], stop.id
        assert result["sources"], stop.id
    assert questions_left(finder, "start")[1] <= LONGEST


def test_each_question_and_end_has_an_address_of_its_own_and_a_file(finder):
    found = stops(finder)
    assert len({stop.address for stop in found}) == len(found)
    assert set(finder_pages(SOURCES, finder)) == {stop.file for stop in found}
    assert "ask/desks.md" not in {stop.file for stop in found}
    assert node_address("start") == "ask/"


def test_a_page_keeps_the_answers_and_ways_to_change_them(finder):
    page = finder_pages(SOURCES, finder)["ask/liability/personal-liability.md"]
    assert re.findall(r"<b>([^<]+)</b></span><a href=\"([^\"]+)\">変える", page) == [
        ("事故・災害・けが・病気", "../../"),
        ("自転車や日常生活で、人や物に損害", "../../happened/"),
        ("個人賠償責任共済", "../"),
    ]
    assert "tel:0120552581" in page
    assert "2023年6月30日から" in page
    assert "3問めにもどる" in page


@pytest.mark.parametrize(
    ("file", "desk"),
    [
        ("ask/car/car-accident.md", "accident"),
        ("ask/car/road.md", "road_service"),
        ("ask/weather/home-storm.md", "home_damage"),
        ("ask/house/home-quake.md", "home_damage"),
        ("ask/house/leak-liability.md", "personal_liability"),
        ("ask/liability/child-liability.md", "benefit_center"),
        ("ask/belongings/carried.md", "benefit_center"),
        ("ask/complaint/say.md", "complaints"),
        ("ask/third-party/advice-office.md", "mutual_aid_association"),
        ("ask/talk.md", "customer_service"),
    ],
)
def test_the_ways_lead_to_the_right_desk(finder, file, desk):
    slip = finder_pages(SOURCES, finder)[file].partition("<aside>")[0]
    assert f"tel:{SOURCES.guide.contacts[desk]['phone'].replace('-', '')}" in slip


def test_a_title_begins_with_the_answer_and_none_stands_twice(finder):
    pages = finder_pages(SOURCES, finder)
    titles = [json.loads(re.search(r"^title: (.*)$", page, re.MULTILINE)[1]) for page in pages.values()]
    assert len(set(titles)) == len(titles)
    assert json.loads(re.search(r"^title: (.*)$", pages["ask/liability/bicycle-liability.md"], re.MULTILINE)[1]) == "マイカー共済の事故受付へ（自転車賠償責任補償特約）"


def test_a_page_names_the_documents_of_its_sentences_not_of_its_desks(finder):
    page = finder_pages(SOURCES, finder)["ask/online/app.md"]
    assert json.loads(re.search(r"^sources: (.*)$", page, re.MULTILINE)[1]) == ["voices_2023_08 お役立ちツールのご紹介"]


def test_desks_of_the_guide_alone_stay_out_of_the_book(book):
    assert {contact["id"] for contact in book.data["contacts"]} == {id_ for id_, desk in SOURCES.guide.contacts.items() if not desk["only_guide"]}
    assert not any("only_guide" in contact for contact in book.data["contacts"])


def test_every_fact_and_number_of_the_finder_pages_comes_from_the_data():
    text = (DATA / "guide" / "finder.yml").read_text(encoding="utf-8")
    assert not re.search(r"\b0\d{2,3}-\d{2,4}-\d{2,4}\b", text), "a telephone number stands in contacts.yml alone"
    assert (DOCS / "ask" / "desks.md").read_text(encoding="utf-8").count("0120") == 0


@pytest.mark.parametrize(("hours", "moment", "expected"), CASES, ids=lambda value: str(value) if isinstance(value, str) else "")
def test_the_rule_of_open_desks(hours, moment, expected):
    assert state(hours, datetime.fromisoformat(moment)) == expected


def test_hours_stand_beside_as_data_and_a_desk_that_never_closes_says_so_at_once():
    data = {id_: opening(desk) for id_, desk in SOURCES.guide.contacts.items()}
    assert "受付中" in data["accident"]
    assert "data-hours" not in data["accident"]
    written = json.loads(re.search(r'data-hours="([^"]+)"', data["customer_service"])[1].replace("&quot;", '"'))
    assert written == SOURCES.guide.contacts["customer_service"]["hours"]
    assert "受付中" not in data["customer_service"]
    assert hours_text(written) == "平日 9:00〜19:00、土曜 9:00〜17:00、日曜・祝日・年末年始は休み"


def test_the_calendar_of_the_script_has_the_holidays_and_the_new_year():
    module = calendar_module(holidays(), dict(zip(("first", "last"), NEW_YEAR, strict=True)))
    days = json.loads(re.search(r"holidays = (\[.*\]);", module)[1])
    assert "2026-11-23" in days
    assert date.fromisoformat(days[-1]).year >= 2029
    assert 'newYear = ["12-31", "01-03"]' in module
