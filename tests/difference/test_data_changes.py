"""The rating plan is data: what an editor may add or change in YAML alone, shown on copies of data/."""

import json
import re
import shutil
from fractions import Fraction
from functools import cached_property

import pytest

from quote_engine import Desk, load_book, quote
from rulebook.binder import examine
from site_build.calculators.form import form_html
from site_build.rates.rates_page import rates_page, rates_pages
from tests import edition_2027
from tests.sources import SOURCES

EDITION = "editions/2020-04-01"
CAR = {
    "start_date": "2026-12-01",
    "vehicle_type": "passenger",
    "prior_contract": True,
    "grade": "11",
    "own_damage": "general",
}


class Edit:
    """Edits to a copy of data/, and the book that comes of them."""

    def __init__(self, folder):
        self.folder = folder

    def under(self, file, heading, text):
        """Put ``text`` under the line that is ``heading``."""
        self.replace(file, rf"^{re.escape(heading)}\n", lambda found: found[0] + text)

    def replace(self, file, pattern, new):
        path = self.folder / file
        text, times = re.subn(pattern, new, path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert times, f"{pattern} does not stand in {file}"
        path.write_text(text, encoding="utf-8")

    def line_of(self, file, text):
        lines = (self.folder / file).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)

    @cached_property
    def book(self):
        """The book, made when all edits are done; raises with every problem if there is one."""
        return load_book(str(self.folder))


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """The book of the first edition alone: editors may have added others."""
    return load_book(str(edition_2027.base(tmp_path_factory.mktemp("first"))))


@pytest.fixture
def edit(tmp_path):
    return Edit(edition_2027.base(tmp_path))


def line(priced, coverage):
    return next((each for each in priced["lines"] if each["coverage"] == coverage), None)


def page(book, answers):
    return Desk(book.to_json()).answer({"ask": "page", "answers": answers})


def messages(priced):
    return " ".join(note["message"] for note in priced["notes"])


class TestDiscount:
    DISCOUNT = """\
  two_cars:
    label: なかよし割引
    stage: third
    coverages: rated
    claimed: {payment: monthly}
    requires:
      - when: {wheels: four}
        otherwise: 四輪の車だけの割引です。
    percent: 4
    source: {document: sample}
    certainty: sample
"""

    @pytest.fixture
    def changed(self, edit):
        edit.under(f"{EDITION}/discounts.yml", "discounts:", self.DISCOUNT)
        return edit

    def test_the_price_falls_by_exactly_the_percentage(self, book, changed):
        before = quote(book, {**CAR, "payment": "monthly"})
        after = quote(changed.book, {**CAR, "payment": "monthly"})
        assert after["annual"] < before["annual"]
        for old, new in zip(before["lines"], after["lines"], strict=True):
            exact = Fraction(old["steps"][-1]["before"]) * Fraction(96, 100)
            rated = any(step.get("discount") == "two_cars" for step in new["steps"])
            assert Fraction(new["steps"][-1]["before"]) == (exact if rated else old["steps"][-1]["before"])
        assert quote(changed.book, CAR) == quote(book, CAR)

    def test_the_trace_names_it_with_its_line_of_yaml(self, changed):
        steps = line(quote(changed.book, {**CAR, "payment": "monthly"}), "own_damage")["steps"]
        step = next(each for each in steps if each.get("discount") == "two_cars")
        number = changed.line_of(f"{EDITION}/discounts.yml", "percent: 4")
        assert (step["kind"], step["label"], step["percent"], step["operand"]) == ("discount", "なかよし割引", "4", "0.96")
        assert step["source"] == f"data/{EDITION}/discounts.yml:{number}"
        assert step["anchor"] == "discount-two_cars"

    def test_who_cannot_have_it_is_told_why(self, changed):
        priced = quote(changed.book, {"start_date": "2026-12-01", "vehicle_type": "motorcycle", "payment": "monthly"})
        assert "なかよし割引は使えません。四輪の車だけの割引です。" in messages(priced)

    def test_it_stands_in_the_explanation_the_form_and_the_rates(self, changed):
        book = changed.book
        shown = page(book, {**CAR, "payment": "monthly"})
        assert "なかよし割引" in shown["html"]["slip"]
        assert f"discounts/#L{changed.line_of(f'{EDITION}/discounts.yml', 'percent: 4')}" in shown["html"]["slip"]
        assert "なかよし割引" in shown["form"]["summaries"]["discounts"]
        deltas = Desk(book.to_json()).answer({"ask": "alternatives", "answers": CAR})["deltas"]
        assert deltas["payment"]["monthly"] == quote(book, {**CAR, "payment": "monthly"})["annual"] - quote(book, CAR)["annual"] < 0
        rates = rates_page(book.data)
        assert 'id="discount-two_cars"' in rates
        assert "なかよし割引" in rates


class TestRider:
    RIDER = """\
  pet_passenger:
    label: ペット同乗
    what: 乗っているペットのけがの治療費を払います。
    requires:
      - when: {own_damage_amount: {at_least: 1000000}}
        otherwise: ペット同乗は、車両共済金額が{own_damage_amount.at_least}以上のときだけ付けられます。外しました。
    source: {document: sample}
    certainty: sample
    premium:
      by: [wheels]
      yen: {four: 1230, two: 980}
      certainty: sample
      source: {document: sample}
"""

    @pytest.fixture
    def changed(self, edit):
        edit.under(f"{EDITION}/riders.yml", "riders:", self.RIDER)
        return edit

    def test_it_is_a_question(self, changed):
        book = changed.book
        question = book.questions["pet_passenger"]
        assert (question["label"], question["kind"], question["section"]) == ("ペット同乗", "flag", "riders")
        form = page(book, CAR)["form"]
        assert form["questions"]["pet_passenger"]["value"] == "false"
        assert "ペット同乗" in form_html(SOURCES.say, book.data, form)
        assert "ペット同乗" in page(book, {**CAR, "pet_passenger": "true"})["form"]["summaries"]["riders"]

    def test_it_is_a_line_with_a_price_and_a_source(self, changed):
        book = changed.book
        before, after = quote(book, CAR), quote(book, {**CAR, "pet_passenger": True})
        assert line(before, "pet_passenger") is None
        assert line(after, "pet_passenger")["annual"] == 1230
        assert after["annual"] - before["annual"] == 1230
        step = line(after, "pet_passenger")["steps"][0]
        assert step["source"] == f"data/{EDITION}/riders.yml:{changed.line_of(f'{EDITION}/riders.yml', 'four: 1230')}"
        deltas = Desk(book.to_json()).answer({"ask": "alternatives", "answers": CAR})["deltas"]
        assert deltas["pet_passenger"] == {"true": 1230}
        assert 'id="coverage-pet_passenger"' in rates_page(book.data)

    def test_its_condition_takes_it_off_with_a_note(self, changed):
        priced = quote(changed.book, {**CAR, "own_damage_amount": 500_000, "pet_passenger": True})
        assert line(priced, "pet_passenger") is None
        assert "100万円以上のときだけ付けられます" in messages(priced)


def test_a_model(edit):
    edit.under(
        "models.yml",
        "models:",
        "  - id: XYZ99\n    name: みらい号\n    maker: 東西自動車\n    yomi: みらいごう\n    vehicle_type: passenger\n"
        '    class_basic: 12\n    class_vehicle: 3\n    launched: "2025-05"\n    aeb: true\n',
    )
    book = edit.book
    priced = quote(book, {**CAR, "model": "XYZ99"})
    by_class = {**CAR, "class_basic": 12, "class_vehicle": 3, "model_launched": "2025-05", "aeb": True}
    assert priced["annual"] == quote(book, by_class)["annual"]
    assert priced["answers"]["class_basic"] == 12
    assert any(step.get("discount") == "aeb" for step in line(priced, "own_damage")["steps"])
    assert next(model for model in json.loads(book.to_json())["models"] if model["id"] == "XYZ99")["name"] == "みらい号"


class TestEdition:
    NEW = "editions/2027-04-01"

    @pytest.fixture
    def changed(self, edit):
        shutil.copytree(edit.folder / EDITION, edit.folder / self.NEW)
        edit.replace(f"{self.NEW}/edition.yml", r"^label: .*$", "label: 2027年4月1日版")
        edit.replace(f"{self.NEW}/base.yml", r"(  own_damage:\n(?:.*\n)*?      passenger: )\d+", r"\g<1>99000")
        edit.under(f"{self.NEW}/riders.yml", "riders:", TestRider.RIDER)
        return edit

    def test_the_start_date_chooses(self, book, changed):
        new = changed.book
        last_day, first_day = ({**CAR, "start_date": day} for day in ("2027-03-31", "2027-04-01"))
        assert quote(new, last_day)["edition"] == "2020-04"
        assert quote(new, first_day)["edition"] == "2027-04"
        assert quote(new, first_day)["edition_label"] == "2027年4月1日版"
        assert quote(new, last_day)["lines"] == quote(book, last_day)["lines"]

    def test_only_the_changed_rate_changes_the_price(self, book, changed):
        first_day = {**CAR, "start_date": "2027-04-01"}
        before, after = quote(book, first_day), quote(changed.book, first_day)
        raised = {each["coverage"] for each in after["lines"] if each["annual"] != line(before, each["coverage"])["annual"]}
        assert raised == {"own_damage"}
        base = line(after, "own_damage")["steps"][0]
        assert base["after"] == 99_000
        assert base["source"].startswith(f"data/{self.NEW}/base.yml:")

    def test_a_rider_of_the_new_edition_is_taken_off_under_the_old_with_a_note(self, changed):
        new = changed.book
        old = quote(new, {**CAR, "start_date": "2027-03-31", "pet_passenger": True})
        assert line(old, "pet_passenger") is None
        assert "ペット同乗は、この開始日の版にはありません" in messages(old)
        assert line(quote(new, {**CAR, "start_date": "2027-04-01", "pet_passenger": True}), "pet_passenger")["annual"] == 1230

    def test_a_rider_of_both_editions_may_change_its_condition(self, changed):
        changed.replace(f"{self.NEW}/riders.yml", r"at_least: 1000000", "at_least: 3000000")
        answers = {**CAR, "own_damage_amount": 2_000_000, "pet_passenger": True, "start_date": "2027-04-01"}
        assert "300万円以上のときだけ付けられます" in messages(quote(changed.book, answers))

    def test_each_edition_has_its_rates_page(self, changed):
        rates = rates_pages(changed.book.data)
        assert "2027年4月1日版" in rates["2027-04"]
        assert "99,000" in rates["2027-04"]
        assert "99,000" not in rates["2020-04"]


def test_a_question_with_a_discount_on_it(book, edit):
    edit.under(
        "questions.yml",
        "questions:",
        "  drive_recorder:\n    label: ドライブレコーダーがある\n    kind: flag\n    section: discounts\n    default: false\n"
        "    limits:\n      - when: {wheels: two}\n        only: [false]\n        otherwise: ドラレコ割引は、四輪の車だけにあります。\n",
    )
    edit.under(
        f"{EDITION}/discounts.yml",
        "discounts:",
        "  drive_recorder:\n    label: ドラレコ割引\n    stage: third\n    coverages: [bodily_injury_liability]\n"
        "    claimed: {drive_recorder: true}\n    percent: 2.5\n    source: {document: sample}\n    certainty: sample\n",
    )
    changed = edit.book
    assert quote(changed, CAR)["annual"] == quote(book, CAR)["annual"]
    priced = quote(changed, {**CAR, "drive_recorder": "true"})
    cheaper = {each["coverage"] for each in priced["lines"] if each["annual"] != line(quote(book, CAR), each["coverage"])["annual"]}
    assert cheaper == {"bodily_injury_liability"}
    step = next(each for each in line(priced, "bodily_injury_liability")["steps"] if each["kind"] == "discount")
    assert (step["label"], step["operand"]) == ("ドラレコ割引", "0.975")
    assert "ドライブレコーダーがある" in form_html(SOURCES.say, changed.data, page(changed, CAR)["form"])
    motorcycle = quote(changed, {"start_date": "2026-12-01", "vehicle_type": "motorcycle", "drive_recorder": True})
    assert "四輪の車だけにあります" in messages(motorcycle)
    assert "drive_recorder" in {problem["field"] for problem in quote(book, {**CAR, "drive_recorder": True})["problems"]}


class TestMigrations:
    def migrate(self, edit, *entries):
        text = "".join(f"  - {json.dumps(entry, ensure_ascii=False)}\n" for entry in entries)
        (edit.folder / "migrations.yml").write_text("migrations:\n" + text, encoding="utf-8")

    def test_a_renamed_question(self, book, edit):
        for path in edit.folder.rglob("*.yml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r"\bmultiple_contracts\b", "other_contracts", text), encoding="utf-8")
        said = "「マイカー共済の契約がほかにある」の名前が変わりました。"
        self.migrate(edit, {"question": "multiple_contracts", "to": "other_contracts", "message": said})
        changed = edit.book
        old_link = {**CAR, "multiple_contracts": "true"}
        assert quote(changed, old_link)["annual"] == quote(book, old_link)["annual"] < quote(book, CAR)["annual"]
        assert said in messages(quote(changed, old_link))
        assert quote(changed, {**CAR, "other_contracts": True})["notes"] == quote(book, old_link)["notes"]

    def test_a_removed_choice_and_a_renamed_one(self, book, edit):
        edit.replace("questions.yml", r"^      workplace: .*\n", "")
        edit.replace("questions.yml", r"^      shikoku: ", "      shikoku_4: ")
        edit.replace(f"{EDITION}/factors.yml", r"^      workplace: .*\n", "")
        edit.replace(f"{EDITION}/factors.yml", r"^      shikoku: ", "      shikoku_4: ")
        gone, renamed = "職場の団体の受付は終わりました。個人の申し込みで計算しました。", "地域の名前が変わりました。"
        self.migrate(
            edit,
            {"question": "group", "choice": "workplace", "message": gone},
            {"question": "region", "choice": "shikoku", "to": "shikoku_4", "message": renamed},
        )
        changed = edit.book
        priced = quote(changed, {**CAR, "group": "workplace", "region": "shikoku"})
        assert priced["status"] == "quoted"
        assert gone in messages(priced)
        assert renamed in messages(priced)
        assert priced["annual"] == quote(book, {**CAR, "region": "shikoku"})["annual"]
        assert quote(changed, {**CAR, "group": "wrokplace"})["status"] == "invalid"

    def test_a_removed_question(self, edit):
        self.migrate(edit, {"question": "paper_policy", "message": "証券の割引はなくなりました。"})
        priced = quote(edit.book, {**CAR, "paper_policy": True})
        assert priced["status"] == "quoted"
        assert "証券の割引はなくなりました。" in messages(priced)


class TestCertainty:
    def test_one_sample_makes_the_quote_a_sample(self, book):
        assert quote(book, CAR)["certainty"] == "sample"

    def test_published_figures_make_it_published(self, edit):
        for path in (edit.folder / EDITION).glob("*.yml"):
            text = path.read_text(encoding="utf-8")
            text = re.sub(r"\b(certainty|status): sample\b", r"\1: published", text)
            path.write_text(re.sub(r"document: sample\b", "document: pamphlet_2020_04", text), encoding="utf-8")
        book = edit.book
        shown = page(book, {**CAR, "legal_expenses": True, "region": "kanto"})
        assert shown["quote"]["certainty"] == "published"
        assert {each["certainty"] for each in shown["quote"]["lines"]} == {"published"}
        assert "参考" not in shown["html"]["total"]
        assert "参考" not in shown["status"]

    def test_an_edition_cannot_call_itself_published_while_a_figure_is_a_sample(self, edit):
        edit.replace(f"{EDITION}/edition.yml", r"^status: sample", "status: published")
        problems = examine(edit.folder)[1]
        assert problems
        assert all("参考（sample）のまま" in problem.message for problem in problems)
