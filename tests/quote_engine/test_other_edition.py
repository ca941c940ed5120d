"""Two editions as a visitor meets them: the price on the other side of the day, why it differs, old links, what pages call present."""

import json
import subprocess
import sys

import pytest

from quote_engine import Desk, load_book, quote
from quote_engine.premium.book import present_edition
from quote_engine.premium.quote import appraise
from quote_engine.revisions.old_link import old_link
from quote_engine.revisions.other_edition import other_editions
from quote_engine.values.figures import signed
from site_build.macros import next_edition
from site_build.rates.rates_page import rates_page, rates_pages
from tests import edition_2027

CAR = {"vehicle_type": "passenger", "class_basic": 9, "class_vehicle": 9, "prior_contract": True, "grade": "11", "own_damage": "general"}
MARCH = {"start_date": "2027-03-21", "application_date": "2027-03-20"}
APRIL = {"start_date": "2027-04-02", "application_date": "2027-03-20"}


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """The book of one edition."""
    return load_book(str(edition_2027.base(tmp_path_factory.mktemp("one"))))


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """The book with the made-up edition of 2027-04-01."""
    return load_book(str(edition_2027.make(tmp_path_factory.mktemp("two"))))


def only(found):
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(("start", "applied", "days"), [
    ("2027-01-30", None, []),  # 61 days before
    ("2027-01-31", None, ["2027-04-01"]),
    ("2027-03-31", "2027-03-01", ["2027-04-01"]),
    ("2027-04-01", "2027-03-20", ["2027-03-31"]),
    ("2027-05-30", None, ["2027-03-31"]),
    ("2027-05-31", None, []),
    ("2027-04-02", "2027-03-30", ["2027-03-31"]),
    ("2027-04-02", "2027-03-31", []),  # the last day of the earlier edition is today: too late
    ("2027-03-40", None, []),
    ("2010-01-01", None, []),
])  # fmt: skip
def test_the_other_side_is_told_near_the_day_and_while_it_can_be_had(two, start, applied, days):
    answers = {**CAR, "start_date": start} | ({"application_date": applied} if applied else {})
    assert [each["start_date"] for each in other_editions(two, answers)] == days


def test_one_edition_says_nothing(book):
    assert other_editions(book, {**CAR, **MARCH}) == []
    reply = Desk(book.to_json()).answer({"ask": "other_editions", "answers": {**CAR, **MARCH}})
    assert reply == {"other_editions": {"html": "", "status": ""}}


def test_a_first_price_waits_for_none_of_it():
    code = "import sys, quote_engine.desk; print([name for name in sys.modules if 'edition' in name or 'old_link' in name or 'causes' in name])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


ADDED = {"aeb": True, "model_launched": "2025-06"}


@pytest.mark.parametrize(("more", "texts"), [
    ({}, ["基本の掛金 42,000円 → 43,000円"]),
    (ADDED, ["AEB割引 9% → 10%", "基本の掛金 42,000円 → 43,000円"]),
    ({"aeb": True, "model_launched": "2023-06", "own_damage": "none"}, ["AEB割引 10% が加わりました"]),
    ({"dashcam": True, "own_damage": "none"}, ["ドラレコ割引 2% が加わりました"]),
    ({"pet_expenses": True, "own_damage": "none"}, ["この補償が加わります"]),
    ({"property_deductible": "50000", "own_damage": "none"}, ["自己負担額 5万円 ×0.95 がなくなりました"]),
])  # fmt: skip
def test_each_kind_of_change_is_named(two, more, texts):
    found = only(other_editions(two, {**CAR, **MARCH, **more}))
    there = quote(two, {**CAR, **more, "start_date": "2027-04-01"})
    assert (found["annual"], found["monthly"]) == (there["annual"], there["monthly"])
    assert found["difference"] == there["annual"] - quote(two, {**CAR, **MARCH, **more})["annual"] != 0
    assert sum(cover["difference"] for cover in found["covers"]) == found["difference"]
    assert sorted(reason["text"] for reason in found["reasons"]) == sorted(texts)
    assert {reason["kind"] for reason in found["reasons"]} == {"rates"}
    told = [reason["yen"] for reason in found["reasons"]]
    assert sum(told) == found["difference"] if None not in told else len(told) > 1


def test_a_choice_that_ends_is_told_in_its_own_words(two):
    found = only(other_editions(two, {**CAR, **MARCH, "property_deductible": "50000"}))
    assert any("2027年4月1日からなくなりました" in message for message in found["notes"])


def test_what_the_day_does_by_itself_is_told_apart(two):
    """Somebody who turns 40 between the two days pays by another age band under either edition."""
    answers = {**CAR, **MARCH, "birth_date": "1987-03-28", "age_condition": "35"}
    found = only(other_editions(two, answers))
    by_kind = {reason["kind"]: reason["text"] for reason in found["reasons"]}
    assert "基本の掛金" in by_kind["rates"]
    assert "30" in by_kind["day"]
    assert "40" in by_kind["day"]
    only_day = appraise(two, {**answers, "start_date": "2027-04-01"}, two.editions[0]).quote["annual"]
    assert only_day != quote(two, answers)["annual"]
    said = Desk(two.to_json()).answer({"ask": "other_editions", "answers": answers})["other_editions"]["html"]
    yen = {each["kind"]: each["yen"] for each in found["kinds"]}
    assert yen == {"day": only_day - quote(two, answers)["annual"], "rates": found["annual"] - only_day}
    assert f"始める日が変わるため：年 {signed(yen['day'])}" in said
    assert f"料率の版が変わるため：年 {signed(yen['rates'])}" in said


def test_before_one_may_apply_the_price_is_told_with_the_day_one_may(two):
    found = only(other_editions(two, {**CAR, "start_date": "2027-02-12", "application_date": "2027-02-11"}))
    assert (found["status"], found["open"], found["apply_from"]) == ("quoted", False, "2027-03-02")
    html = Desk(two.to_json()).answer({"ask": "other_editions", "answers": {**CAR, "start_date": "2027-02-12", "application_date": "2027-02-11"}})["other_editions"]["html"]
    assert "申し込みは2027年3月2日からできます。" in html
    assert "<button" not in html


@pytest.mark.parametrize(("here", "back", "to"), [
    (APRIL, None, "2027-03-31"),
    (APRIL, "2027-03-25", "2027-03-25"),
    (APRIL, "2027-04-20", "2027-03-31"),  # not a day of the other edition
    (APRIL, "<b>", "2027-03-31"),
    (MARCH, "2027-04-09", "2027-04-09"),
])  # fmt: skip
def test_there_and_back(two, here, back, to):
    found = only(other_editions(two, {**CAR, **here}, back))
    assert found["start_date"] == found["answers"]["start_date"] == to
    assert found["open"]
    again = quote(two, {**found["answers"], "application_date": here["application_date"]})
    assert (again["status"], again["annual"]) == ("quoted", found["annual"])


def test_a_refusal_on_the_other_side_is_an_answer(tmp_path):
    folder = edition_2027.make(tmp_path)
    rule = "  too_old:\n    question: birth_date\n    when: {age: {at_least: 40}}\n    message: 40歳からは引き受けられません。\n    source: {document: sample}\n    certainty: sample\n"
    file = folder / "eligibility.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("rules:\n", "rules:\n" + rule, 1), encoding="utf-8")
    answers = {**CAR, **MARCH, "birth_date": "1987-03-28", "age_condition": "35"}
    book = load_book(str(folder))
    found = only(other_editions(book, answers))
    assert (found["status"], found["messages"]) == ("declined", ["40歳からは引き受けられません。"])
    said = Desk(book.to_json()).answer({"ask": "other_editions", "answers": answers})["other_editions"]
    assert said["status"] == "2027年4月1日以後に始めると、この答えではお引き受けできません。"
    assert "40歳からは引き受けられません。" in said["html"]
    back = only(other_editions(book, {**answers, **APRIL}, "2027-03-25"))
    assert "difference" not in back
    assert back["annual"] == quote(book, {**answers, "start_date": "2027-03-25"})["annual"]


NOW = {**CAR, "start_date": "2027-05-02", "application_date": "2027-05-01"}
THEN = {**CAR, "start_date": "2027-03-21"}


class TestOldLink:
    def test_a_link_from_before_the_revision_says_what_changed_and_why(self, two):
        found = old_link(two, {"then": THEN, "answers": NOW, "edition": "2020-04"})
        assert (found["passed"], found["made_under"], found["label"]) == ("2027-03-21", "2020年4月1日版", "2027年4月1日版")
        assert found["change"]["difference"] == quote(two, NOW)["annual"] - quote(two, THEN)["annual"] != 0
        assert [reason["text"] for reason in found["change"]["reasons"]] == ["基本の掛金 42,000円 → 43,000円"]

    def test_a_link_made_before_the_edition_was_known_keeps_its_price_as_the_one_before(self, two, book):
        """Its start lies under the new edition, but it was priced under the old one."""
        ahead = {**CAR, "start_date": "2027-04-10", "application_date": "2027-03-20"}
        found = old_link(two, {"then": ahead, "answers": ahead, "edition": "2020-04"})
        assert found["passed"] is None
        assert found["change"]["difference"] == quote(two, ahead)["annual"] - quote(book, ahead)["annual"] != 0

    def test_an_edition_that_the_data_no_longer_have_is_named_and_nothing_is_claimed(self, two):
        found = old_link(two, {"then": THEN, "answers": NOW, "edition": "2019-10"})
        assert (found["made_under"], found["change"]) == ("2019-10", None)

    def test_a_link_of_today_has_nothing_to_say(self, two):
        reply = Desk(two.to_json()).answer({"ask": "old_link", "then": NOW, "answers": NOW, "edition": "2027-04"})
        assert reply["old_link"]["html"] == ""

    @pytest.mark.parametrize("request_", [{}, {"then": [], "answers": None}, {"then": {"start_date": "x"}, "answers": {}, "edition": 7}, {"then": {"<b>": 1}, "edition": "<b>"}])
    def test_anything_at_all_gets_an_answer(self, two, request_):
        html = json.loads(Desk(two.to_json()).reply(json.dumps({"id": 1, "ask": "old_link", **request_})))["old_link"]["html"]
        assert "<b><" not in html

    def test_names_that_changed_are_told_and_replaced(self, tmp_path):
        folder = edition_2027.make(tmp_path)
        moved = "migrations:\n  - {question: beginner, to: second_car, message: 2台目の聞き方が変わりました。}\n  - {question: licence, message: 免許の色は聞かなくなりました。}\n"
        file = folder / "migrations.yml"
        file.write_text(file.read_text(encoding="utf-8").replace("migrations:\n", moved, 1), encoding="utf-8")
        then = {"vehicle_type": "passenger", "start_date": "2027-05-02", "beginner": "true", "licence": "gold"}
        found = old_link(load_book(str(folder)), {"then": then, "answers": then, "edition": "2027-04"})
        assert found["moved"] == ["2台目の聞き方が変わりました。", "免許の色は聞かなくなりました。"]
        assert found["answers"] == {"vehicle_type": "passenger", "start_date": "2027-05-02", "second_car": "true"}


class TestPresent:
    """A page never shows a coming edition's figures as today's."""

    @pytest.mark.parametrize(("day", "id_"), [(None, "2020-04"), ("2027-03-31", "2020-04"), ("2027-04-01", "2027-04"), ("2019-01-01", "2020-04")])
    def test_it_is_the_one_in_force_on_the_day_of_the_build(self, two, day, id_):
        assert present_edition(two.data | ({"present": day} if day else {}))["id"] == id_

    def test_without_a_day_the_engine_speaks_of_the_present_one(self, two):
        assert quote(two, {"vehicle_type": "passenger"})["edition"] == "2020-04"
        assert quote(two, {"vehicle_type": "passenger", "application_date": "2027-05-01"})["edition"] == "2027-04"

    def test_the_rate_page_shows_it_and_leads_to_the_others(self, two):
        before, after = (rates_page(two.data | {"present": day}) for day in ("2027-03-21", "2027-04-02"))
        assert "料率の版は2020年4月1日版です" in before
        assert "料率の版は2027年4月1日版です" in after
        assert "discount-dashcam" not in before
        assert 'href="2027-04/"' in before
        assert 'id="edition-2027-04"' in before
        pages = rates_pages(two.data)
        assert sorted(pages) == ["", "2020-04", "2027-04"]
        assert 'id="discount-dashcam"' in pages["2027-04"]
        assert 'href="data/' not in pages["2027-04"]
        assert next_edition(two.data | {"present": "2020-04-01"}) == "2027年4月1日から始まる契約は2027年4月1日版"
        assert next_edition(two.data | {"present": "2027-04-01"}) == ""

    def test_one_edition_has_one_rate_page_that_speaks_of_no_other(self, book):
        pages = rates_pages(book.data)
        assert list(pages) == [""]
        assert "edition-" not in pages[""]

    def test_an_explanation_leads_to_the_rates_it_speaks_of(self, two, book):
        for day, id_ in (("2027-03-31", "2020-04"), ("2027-04-01", "2027-04")):
            slip = Desk(two.to_json()).answer({"ask": "page", "answers": {**CAR, "start_date": day}})["html"]["slip"]
            assert f'"../rates/{id_}/#table-grades"' in slip
            assert '"../rates/#' not in slip
        slip = Desk(book.to_json()).answer({"ask": "page", "answers": {**CAR, "start_date": "2027-04-01"}})["html"]["slip"]
        assert '"../rates/#table-grades"' in slip
