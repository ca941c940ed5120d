"""What people read in a terminal: tables that fit it, and every word of the command line in Japanese."""

import json
import re
import unicodedata
from collections.abc import Iterator

import pytest

from commands.answering import DOORS
from commands.ledger import SCREEN, grouped
from commands.main import main
from commands.requests import read_request
from quote_engine import Book
from rulebook.binder import compile_book
from tests.commands.test_cli import HOME

CAR = {"start_date": "2026-12-15", "vehicle_type": "passenger", "prior_contract": True, "grade": "11", "own_damage": "general"}
CRASH = {"accident": "car_collision", "own_damage_loss": 500_000, "third_party_injury_loss": 3_000_000, "injury_loss": 200_000, "own_fault_percent": 30}
ASKED = {
    "quote": [CAR, {**CAR, "aeb": True, "class_basic": 9, "personal_injury": "unlimited", "legal_expenses": True, "bicycle_liability": True}, {**CAR, "seats": 12}, {}],
    "outlook": [{**CAR, "years": 6, "accidents": [{"year": 1, "kind": "three_down"}]}, {**CAR, "seats": 12}, {}],
    "payout": [{**CAR, **CRASH}, {**CAR, "accident": "storm_flood", "own_damage_loss": 3_000_000}, {**CAR, **CRASH, "seats": 12}, {}],
}
WRONG = ([], ["quot"], ["quote", "--nope"], ["quote", "--data"], ["quote", "--text=5"], ["edition"], ["portfolio", "-5"], ["diff", "a", "b", "--text", "--html"])


@pytest.fixture(scope="module")
def book():
    return Book(compile_book(HOME / "data"))


def _cells(line):
    return sum(2 if unicodedata.east_asian_width(character) in "FWA" else 1 for character in line)


@pytest.mark.parametrize(("name", "number"), [(name, number) for name, asked in ASKED.items() for number in range(len(asked))])
def test_a_table_fits_a_screen_of_80_columns(name, number, book):
    door = DOORS[name]
    text = door.text(door.answer(book, ASKED[name][number]))
    assert text.strip()
    assert [line for line in text.splitlines() if _cells(line) > SCREEN or not line.strip()] == []
    assert not re.search(r"[ 0-9][0-9]{4,}円|  [0-9]{4,}$", text, re.MULTILINE), "a number without its commas"


def test_a_refused_outlook_names_no_edition_that_there_is_not(book):
    door = DOORS["outlook"]
    assert door.text(door.answer(book, {**CAR, "seats": 12})).startswith("お引き受けできません。\n")


@pytest.mark.parametrize(("number", "text"), [("26000", "26,000"), (-1234567, "-1,234,567"), ("1234.50", "1,234.50"), ("0.5", "0.5"), ("10円", "10円")])
def test_numbers_are_grouped(number, text):
    assert grouped(number) == text


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_what_cannot_be_used_is_told_in_japanese(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    said, usage = capsys.readouterr().err.split("\n", 1)
    assert re.search("[ぁ-ん]。?", said)
    assert not re.search("argument|invalid|required|expected|unrecognized|allowed", said)
    assert usage.startswith("使い方: python -m quote_engine")
    assert usage.count("使い方") == 1


@pytest.mark.parametrize("arguments", [[], ["quote"], ["diff"], ["portfolio"]], ids=" ".join)
def test_help_is_japanese(arguments, capsys):
    with pytest.raises(SystemExit):
        main([*arguments, "--help"])
    help_ = capsys.readouterr().out
    assert help_.startswith("使い方: ")
    assert not re.search("usage|positional|options|show this", help_)


def test_lines_are_read_one_by_one():
    request = read_request("".join(json.dumps({"seats": number}) + "\n" for number in range(3)))
    assert isinstance(request.items, Iterator)
    assert [item["seats"] for item in request.items] == [0, 1, 2]
