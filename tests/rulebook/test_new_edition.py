"""A new edition: five kinds of change at once in a copy of the data, and everything around the day it begins."""

import shutil
from pathlib import Path

import pytest

from commands.main import main
from difference.cases import Case, outcome, read_cases
from difference.comparison import compare, compare_case
from difference.sides import Side
from quote_engine import load_book, quote
from quote_engine.outlook.outlook import outlook
from quote_engine.payout.payout import payout
from quote_engine.replies.price import page_reply
from quote_engine.values.dates import is_date
from rulebook.binder import examine
from rulebook.declared.edition import EDITION_FILES
from site_build.calculators.form import form_html
from tests import edition_2027
from tests.sources import SOURCES

LAST, FIRST = "2027-03-31", edition_2027.START
SHARED = ("questions.yml", "coverages.yml", "migrations.yml")
CAR = {"vehicle_type": "passenger", "class_basic": 9, "class_vehicle": 9, "prior_contract": True, "grade": "11"}


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """The data before: one edition."""
    return edition_2027.base(tmp_path_factory.mktemp("base"))


@pytest.fixture(scope="module")
def book(base):
    return load_book(str(base))


@pytest.fixture
def data_copy(tmp_path):
    return edition_2027.base(tmp_path)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return edition_2027.make(tmp_path_factory.mktemp("edition"))


@pytest.fixture(scope="module")
def new(data):
    return load_book(str(data))


@pytest.fixture(scope="module")
def report(base, book, data, new):
    return compare(Side("data", base, book), Side("new", data, new))


def test_the_data_hold_together(data):
    assert examine(data)[1] == []


def _begins(case):
    """The day a case starts; one without a real day counts as after."""
    day = str(case.raw.get("start_date"))
    return day if is_date(day) else FIRST


def test_every_case_that_starts_before_comes_out_the_same(base, book, new):
    cases = [case for case in read_cases(base, base) if case.kind != "outlook" and _begins(case) < FIRST]
    assert len(cases) > 400
    for case in cases:
        if case.kind == "quote":
            assert quote(new, case.raw) == quote(book, case.raw), case.name
        else:
            assert payout(new, case.raw) == payout(book, case.raw), case.name


def test_an_outlook_uses_each_edition_in_its_years(base, book, new):
    cases = [case for case in read_cases(base, base) if case.kind == "outlook"]
    assert cases
    for case in cases:
        before, after = outlook(book, case.raw), outlook(new, case.raw)
        assert before["status"] == after["status"], case.name
        for was, now in zip(before["years"], after["years"], strict=True):
            if now["start_date"] < FIRST:
                assert now == was, case.name
    answers = {**CAR, "start_date": "2026-04-15", "own_damage": "general", "years": 3}
    rows = outlook(new, answers)["years"]
    assert [row["start_date"] for row in rows] == ["2026-04-15", "2027-05-01", "2028-05-01", "2029-05-01"]
    assert rows[0]["annual"] == outlook(book, answers)["years"][0]["annual"]
    for row, was in zip(rows[1:], outlook(book, answers)["years"][1:], strict=True):
        assert row["annual"] > was["annual"]


def of(compared):
    return {amount["id"]: [cause["text"] for cause in amount["causes"]] for amount in compared["amounts"] if amount["difference"]}


@pytest.mark.parametrize(
    ("case", "covers", "cause"),
    [
        ("rate", {"own_damage"}, "基本の掛金 42,000円 → 43,000円"),
        ("discount", {"bodily_injury_liability", "property_damage_liability", "personal_injury"}, "AEB割引 9% → 10%"),
        ("discount_longer", {"bodily_injury_liability", "property_damage_liability", "personal_injury"}, "AEB割引 10% が加わりました"),
        ("question", {"bodily_injury_liability", "property_damage_liability", "personal_injury"}, "ドラレコ割引 2% が加わりました"),
        ("choice", {"property_damage_liability"}, "自己負担額 5万円 ×0.95 がなくなりました"),
        ("rider", {"pet_expenses"}, "特約の掛金 1,200円 が加わりました"),
    ],
)
def test_the_difference_names_each_change(report, case, covers, cause):
    found = next(each for each in report["cases"] if each["case"] == f"edition_2027.{case}")
    assert set(of(found)) == covers
    assert all(causes[0] == cause for causes in of(found).values())
    assert None not in (found["before"], found["after"])


def test_the_difference_of_a_case_before_the_day_is_nothing(base, report):
    starts = {case.name: str(case.raw.get("start_date", "")) for case in read_cases(base, base) if case.kind == "quote"}
    moved = {each["case"] for each in report["cases"] if each["direction"] in ("up", "down") and each["kind"] == "quote"}
    assert moved
    assert [name for name in moved if starts.get(name, FIRST) < FIRST] == []


def test_the_difference_names_what_no_case_tries(base, book, data, new):
    shutil.copytree(data, base.parent / "untried")
    for path in (base.parent / "untried" / "cases").iterdir():
        path.unlink()
    report = compare(Side("data", base, book), Side("new", base.parent / "untried", new))
    said = "\n".join(each["text"] for each in report["data"])
    for told in ("「ドライブレコーダーが付いている」が増えました", "2027年4月1日版が加わりました", "「同乗ペット費用」が増えました",
                  "割引「ドラレコ割引」が増えました", "割引「AEB割引」の条件", "AEB割引 9％ → 10％", "42,000円 → 43,000円", "（5万円） 0.95倍 がなくなりました"):  # fmt: skip
        assert told in said
    assert all(each["source"].startswith("data/") for each in report["data"])
    assert compare(Side("data", base, book), Side("data", base, book))["data"] == []


def test_a_new_question_at_its_default_is_no_difference(report):
    early = [each for each in report["cases"] if each["kind"] == "quote" and each["amounts"] and each["direction"] == "other"]
    assert not [state for each in early for state in each["states"] if "ドライブレコーダー" in state["label"]]


class TestAnswers:
    def test_an_ended_choice_still_answers_and_says_so(self, new):
        answers = {**CAR, "property_deductible": "50000"}
        before, after = (quote(new, {**answers, "start_date": day}) for day in (LAST, FIRST))
        assert before["answers"]["property_deductible"] == "50000"
        assert before["notes"] == quote(new, {**CAR, "start_date": LAST})["notes"]
        assert after["answers"]["property_deductible"] == "0"
        assert [note["field"] for note in after["notes"] if "自己負担額5万円は" in note["message"]] == ["property_deductible"]

    @pytest.mark.parametrize("name", ["dashcam", "pet_expenses"])
    def test_what_began_with_the_edition_counts_only_from_then(self, new, name):
        before, after = (quote(new, {**CAR, "start_date": day, name: "true"}) for day in (LAST, FIRST))
        assert name not in before["answers"]
        assert [note["field"] for note in before["notes"] if note["id"] == f"dropped.{name}"] == [name]
        assert before["lines"] == quote(new, {**CAR, "start_date": LAST})["lines"]
        assert after["answers"][name] is True
        assert after["annual"] != quote(new, {**CAR, "start_date": FIRST})["annual"]

    def test_the_form_asks_what_the_edition_asks(self, new):
        for day, asked in ((LAST, False), (FIRST, True)):
            form = page_reply(new, {**CAR, "start_date": day})["form"]
            assert [form["questions"][name]["shown"] for name in ("dashcam", "pet_expenses")] == [asked, asked]
            assert (form["questions"]["property_deductible"]["allowed"] is None) is not asked
            assert "ドライブレコーダー" in form_html(SOURCES.say, new.data, form)

    def test_a_payout_after_the_day_knows_the_new_rider_and_the_ended_choice(self, new):
        hit = {**CAR, "accident": "car_collision", "third_party_property_loss": 300_000, "property_deductible": "50000", "pet_expenses": True}
        paid = {day: outcome(new, "payout", {**hit, "start_date": day}) for day in (LAST, FIRST)}
        assert [paid[day].status for day in (LAST, FIRST)] == ["quoted", "quoted"]
        assert paid[FIRST].yen == paid[LAST].yen + 50_000

    def test_both_sides_may_be_asked_with_answers_of_the_other(self, book, new, data):
        case = Case("x.y", "quote", "", {**CAR, "start_date": FIRST, "dashcam": True, "pet_expenses": True})
        assert compare_case(book, new, case)["status"] == ["quoted", "quoted"]


class TestCommand:
    """``edition``: the last edition copied, marked, and nothing half written."""

    def run(self, capsys, data, start):
        status = main(["edition", start, "--data", str(data)])
        said = capsys.readouterr()
        return status, said.out + said.err

    def test_it_copies_the_last_edition_with_its_comments_and_keeps_both(self, base, data_copy, capsys):
        status, said = self.run(capsys, data_copy, FIRST)
        old, made = data_copy / "editions" / "2020-04-01", data_copy / "editions" / FIRST
        assert status == 0
        assert [word in said for word in ("次にすること", "1. ", "2. ", "3. ")] == [True] * 4
        assert {path.name for path in made.iterdir()} == set(EDITION_FILES)
        assert all((old / name).read_bytes() == (made / name).read_bytes() for name in EDITION_FILES if name != "edition.yml")
        head = (made / "edition.yml").read_text(encoding="utf-8")
        assert head.startswith((old / "edition.yml").read_text(encoding="utf-8").splitlines()[0])
        assert {"label: 2027年4月1日版", "status: sample", "checked: 2026-11-21"} <= set(head.splitlines())
        assert {path.name for path in data_copy.iterdir()} == {path.name for path in base.iterdir()}

    def test_what_must_be_looked_at_is_told_until_its_line_is_gone(self, data_copy, capsys):
        self.run(capsys, data_copy, FIRST)
        head = data_copy / "editions" / FIRST / "edition.yml"
        for left in range(len(EDITION_FILES) + len(SHARED), 0, -1):
            assert main(["check", "--data", str(data_copy)]) == 0
            said = capsys.readouterr().out
            assert f"公開する前にすることが {left} 件あります" in said
            lines = head.read_text(encoding="utf-8").splitlines(keepends=True)
            assert f"editions/{FIRST}/edition.yml:{len(lines)}:5: {FIRST} の版の " in said
            head.write_text("".join(lines[:-1]), encoding="utf-8")
        head.write_text(head.read_text(encoding="utf-8").replace("review:\n", ""), encoding="utf-8")
        assert main(["check", "--data", str(data_copy)]) == 0
        assert "公開する前に" not in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("start", "words"),
        [
            ("2027-4-1", "日付ではありません"),
            ("2027-02-29", "日付ではありません"),
            ("../2027", "日付ではありません"),
            ("2020-04-01", "もうあります"),
            ("2019-12-31", "より前です"),
            ("2020-04-15", "同じ月に"),
        ],
    )
    def test_a_day_that_cannot_be_is_refused(self, data_copy, capsys, start, words):
        status, said = self.run(capsys, data_copy, start)
        assert (status, words in said) == (2, True), said
        assert [path.name for path in (data_copy / "editions").iterdir()] == ["2020-04-01"]

    def test_an_edition_on_one_that_is_not_finished_is_refused(self, data_copy, capsys):
        self.run(capsys, data_copy, FIRST)
        status, said = self.run(capsys, data_copy, "2028-04-01")
        assert (status, "先に終わらせてください" in said) == (2, True)

    def test_broken_data_are_told_first(self, data_copy, capsys):
        (data_copy / "site.yml").write_text("name: [\n", encoding="utf-8")
        status, said = self.run(capsys, data_copy, FIRST)
        assert (status, "site.yml:" in said) == (1, True)
        assert not (data_copy / "editions" / FIRST).exists()

    def test_a_folder_that_cannot_be_written_leaves_nothing_behind(self, data_copy, capsys, monkeypatch):
        def full(*_):
            raise OSError(28, "No space left on device")

        before = sorted(data_copy.rglob("*"))
        monkeypatch.setattr(Path, "rename", full)
        status, said = self.run(capsys, data_copy, FIRST)
        assert (status, "何も変えていません" in said) == (2, True)
        assert sorted(data_copy.rglob("*")) == before

    def test_two_editions_of_one_month_are_a_problem(self, data_copy):
        shutil.copytree(data_copy / "editions" / "2020-04-01", data_copy / "editions" / "2020-04-15")
        assert [problem.message for problem in examine(data_copy)[1]] == ["同じ月に、2020-04-01 の版があります。"]
