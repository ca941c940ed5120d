"""Overlaps: every pair of the table is found, nothing else is, and what a quote already says needs no tick."""

import pytest

from quote_engine import quote
from quote_engine.advice.overlap import overlaps

CAR = {"start_date": "2026-12-01", "vehicle_type": "passenger", "birth_date": "1980-01-01", "age_condition": "35"}


def pairs(book):
    return [(cover["id"], other["id"]) for cover in book.data["overlaps"]["covers"] for other in cover["with"]]


def test_each_pair_overlaps_when_both_are_ticked(book):
    assert len(pairs(book)) == 8
    for cover, other in pairs(book):
        found = overlaps(book, {f"has_{cover}": True, other: True})
        assert [each["cover"] for each in found["found"]] == [cover]
        assert [each["id"] for each in found["found"][0]["with"]] == [other]
        assert found["found"][0]["advice"]


def test_one_side_alone_is_no_overlap(book):
    for cover, other in pairs(book):
        assert overlaps(book, {f"has_{cover}": True})["found"] == []
        assert overlaps(book, {other: True})["found"] == []


def test_different_covers_do_not_overlap(book):
    assert overlaps(book, {"has_my_bike": True, "sumai_liability": True})["found"] == []


def test_the_answers_of_a_quote_tick_its_covers(book):
    found = overlaps(book, {**CAR, "legal_expenses": True, "second_legal_expenses": True, "second_my_bike": True})
    assert found["own"] == ["人身傷害補償", "弁護士費用等補償特約"]
    assert [each["cover"] for each in found["found"]] == ["legal_expenses"]


def test_a_tick_taken_away_counts(book):
    found = overlaps(book, {**CAR, "has_personal_injury": False, "second_personal_injury": True})
    assert found["found"] == []


@pytest.mark.parametrize(
    ("cover", "answer", "other"),
    [
        ("personal_injury", {"personal_injury": "50000000"}, "second_personal_injury"),
        ("bicycle_liability", {"bicycle_liability": True}, "kokumin_liability"),
        ("my_bike", {"my_bike": True}, "second_my_bike"),
        ("incidental_expenses", {"own_damage": "general", "incidental_expenses": True}, "kokumin_belongings"),
    ],
)
def test_the_change_is_a_full_quote(book, cover, answer, other):
    answers = {**CAR, **answer}
    found = overlaps(book, {**answers, other: True})["found"][0]
    assert found["cover"] == cover
    before, after = quote(book, answers), quote(book, found["answers"])
    assert found["difference"] == after["annual"] - before["annual"] < 0


def test_what_cannot_be_dropped_has_no_change(book):
    automatic = {each["id"] for each in book.data["overlaps"]["automatic"]}
    assert automatic == {"uninsured_motorist", "other_car"}
    assert not automatic & {cover["id"] for cover in book.data["overlaps"]["covers"]}
