"""Announced revisions: what a price and a payout say of those that their rates leave out, drawn from the data of the day."""

import json

import pytest

from quote_engine import Book, quote
from quote_engine.drawing.words import Say
from quote_engine.outlook.outlook import outlook
from quote_engine.outlook.use_or_pay import use_or_pay
from quote_engine.pages.payout_slip import payout_html
from quote_engine.pages.total import notes_html
from quote_engine.payout.payout import payout
from quote_engine.premium.announced import REVISED, months_of, unfollowed
from quote_engine.values.dates import day_after, day_before
from rulebook.binder import compile_book
from rulebook.checks.revisions import COUNTED
from tests import edition_2027

OPENED = {"birth_date": "1981-05-20", "vehicle_type": "passenger", "own_damage_amount": "2000000"}


@pytest.fixture(scope="module")
def starts(book):
    assert book.data["revisions"], "the data tell of no revision"
    return [revision["start"] for revision in book.data["revisions"]]


def say(book):
    return Say(book.data["words"])


def answers(day, **more):
    return {**OPENED, "start_date": day, **more}


def notes_on(book, day):
    return [note for note in quote(book, answers(day))["notes"] if note["id"] == REVISED]


def test_a_price_from_before_a_revision_says_nothing_of_it(book, starts):
    assert notes_on(book, day_before(starts[0])) == []


def test_a_price_names_every_revision_it_leaves_out_in_one_note(book, starts):
    for number, start in enumerate(starts):
        for day in (start, day_after(start)):
            [note] = notes_on(book, day)
            assert months_of(book.data["revisions"][: number + 1]) in note["message"]
            assert book.editions[0].label in note["message"]
            assert {"id", "message"} <= set(note)


def test_an_edition_from_the_day_of_a_revision_follows_it():
    revisions = [{"start": "2021-10-01"}, {"start": "2025-04-01"}]
    left = [unfollowed(revisions, edition, "2026-01-01") for edition in ("2020-04-01", "2021-10-01", "2025-04-01", "2026-01-01")]
    assert [[each["start"] for each in found] for found in left] == [["2021-10-01", "2025-04-01"], ["2025-04-01"], [], []]


def test_a_price_under_a_later_edition_says_nothing(tmp_path):
    later = Book(compile_book(edition_2027.make(tmp_path)))
    assert notes_on(later, "2027-03-31")
    assert notes_on(later, edition_2027.START) == []


def test_data_without_revisions_are_whole(book, starts):
    bare = Book({**json.loads(book.to_json()), "revisions": []})
    assert notes_on(bare, starts[-1]) == []


def test_the_line_stands_once_on_every_page_with_a_price(book, starts):
    asked = answers(starts[-1])
    page = notes_html(say(book), quote(book, asked))
    assert page.count("../revisions/") == 1
    assert notes_html(say(book), outlook(book, {**asked, "years": 2})).count("../revisions/") == 1
    assert notes_html(say(book), use_or_pay(book, {**asked, "own_damage": "general", "own_damage_loss": 300_000})).count("../revisions/") == 1


def touched(book):
    """Every accident, type and further answer that an announced change names, with the change and its day."""
    for revision in book.data["revisions"]:
        for change in revision["changes"]:
            for accident in change["accidents"]:
                for chosen in change["own_damage"]:
                    yield revision["start"], change, {"accident": accident, "own_damage": chosen, "own_damage_loss": 250_000}
            for asked in change["asked"]:
                assert book.data["accidents"]["questions"][asked]["kind"] in COUNTED
                yield revision["start"], change, {"accident": "car_collision", "own_damage": "general", "incidental_expenses": True, asked: 5_000}


def test_a_payout_that_a_change_touches_tells_it(book):
    cases = list(touched(book))
    assert cases
    for start, change, more in cases:
        found = payout(book, answers(start, **more))
        assert change["id"] in [each["id"] for each in found["revised"]["changes"]], more
        assert f"../revisions/#{change['id']}" in payout_html(say(book), found)["result"]
        before = payout(book, answers(day_before(start), **more))
        assert change["id"] not in [each["id"] for each in (before["revised"] or {"changes": []})["changes"]], more


def test_a_zero_that_may_pay_today_is_marked(book):
    start, change, more = next((start, change, more) for start, change, more in touched(book) if change["accidents"])
    found = payout(book, answers(start, **more))
    assert "改定" in payout_html(say(book), found)["table"]
    general = payout(book, answers(start, **{**more, "own_damage": "general"}))
    assert change["id"] not in [each["id"] for each in general["revised"]["changes"]]
    assert "改定" not in payout_html(say(book), general)["table"]


def test_an_accident_without_a_price_tells_nothing(book, starts):
    assert payout(book, {"accident": "theft"})["revised"] is None
    assert payout(book, answers(day_before(starts[0]), accident="theft"))["revised"] is None

