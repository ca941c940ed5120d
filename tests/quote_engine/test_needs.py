"""What hangs on what is taught once: a made-up fact, condition and rule reach the search, the proof, the circles and the columns."""

import copy

import pytest

from quote_engine import Book
from quote_engine.advice.prices import Prices
from quote_engine.premium.facts import DERIVED, Derived, Facts
from quote_engine.premium.needs import of_condition, of_coverage, of_fact, reached
from quote_engine.values import conditions
from quote_engine.values.conditions import ConditionKind, answers_of, bounds_of, facts_of, holds
from rulebook.checks.cycles import check_cycles
from rulebook.checks.proof_variables import Variables
from rulebook.checks.told import Told
from rulebook.library import read_library
from rulebook.sheets.problem import Report

MADE_UP = "tens_of_seats"
COVER = "legal_expenses"


@pytest.fixture
def taught(monkeypatch, book):
    """A book with a fact made of the seats, a kind of condition that looks at it, and a coverage that costs by both."""
    monkeypatch.setitem(DERIVED, MADE_UP, Derived(("seats",), (int,), lambda seats: seats // 10))
    odd = ConditionKind(lambda condition: lambda facts, _answered: facts[condition[1]] % 2 == 1, facts=lambda condition: {condition[1]})
    monkeypatch.setitem(conditions.CONDITION_KINDS, "odd", odd)
    data = copy.deepcopy(book.data)
    rule = {"when": ["odd", MADE_UP], "only": [False], "instead": False, "always_tell": False, "otherwise": "外しました。"}
    next(each for each in data["questions"] if each["id"] == COVER)["limits"].append(rule)
    return Book(data)


def quoted(book, **more):
    answers = {"start_date": "2026-12-15", "vehicle_type": "passenger", COVER: True, **more}
    return Facts(book, book.present, answers)


def test_the_engine_settles_by_the_made_up_rule(taught):
    assert [quoted(taught, seats=seats)[COVER] for seats in (9, 10, 19, 20)] == [True, False, False, True]


def test_the_needs_say_so(taught):
    behind = reached([COVER], lambda name: of_fact(name, taught, taught.present))
    assert {COVER, MADE_UP, "seats"} <= behind
    cover = next(each for each in taught.present.coverages if each["id"] == COVER)
    assert COVER in of_coverage(cover, taught.present).facts


def test_the_search_for_set_ups_prices_the_coverage_by_it(taught):
    answered = {"start_date": "2026-12-15", "vehicle_type": "passenger", COVER: True, "seats": 5}
    prices = Prices(taught, taught.present, answered, ["seats", COVER])
    assert prices.keys[COVER] == ["seats", COVER]
    assert prices.line(COVER, {"seats": 10, COVER: True}) == 0 < prices.line(COVER, {"seats": 9, COVER: True})


def test_the_proof_walks_through_it(taught):
    variables = Variables(taught, taught.present)
    assert {MADE_UP, COVER} <= variables.of({COVER})


def test_the_columns_of_a_portfolio_follow(taught):
    pytest.importorskip("polars")
    import polars as pl

    from difference.portfolio.coded import coded, constant
    from difference.portfolio.fact_columns import FactColumns

    rows = {"start_date": ["2026-12-15"] * 4, "vehicle_type": ["passenger"] * 4, COVER: [True] * 4, "seats": [9, 10, 19, 20]}
    answered = {name: constant(values[0], 4) for name, values in rows.items() if name != "seats"} | {"seats": coded(pl.Series(rows["seats"]))}
    columns = FactColumns(taught, taught.present, answered, 4, {})
    column = columns.fact(COVER)
    assert [column.values[code] for code in column.codes] == [True, False, False, True]


@pytest.mark.usefixtures("taught")
def test_a_circle_through_it_is_found(data_copy):
    root = data_copy
    text = (root / "questions.yml").read_text(encoding="utf-8")
    head = "\n  seats:\n"
    assert text.count(head) == 1
    limit = f"    limits:\n      - {{when: {{{MADE_UP}: {{at_least: 1}}}}, instead: 5, otherwise: 直しました。}}\n"
    (root / "questions.yml").write_text(text.replace(head, head + limit), encoding="utf-8")
    report = Report()
    check_cycles(read_library(root, report), Told(), report)
    assert [f"seats → {MADE_UP} → seats" in problem.message or f"{MADE_UP} → seats → {MADE_UP}" in problem.message for problem in report.problems] == [True]


CONDITION = ["all", [["in", "a", [1]], ["any", [["at_least", "b", ["fact", "c"]], ["not", ["more_than", "d", 3]]]], ["answered", "e", ["known", "f", True]]]]


def test_one_walk_serves_every_question_about_a_condition():
    assert facts_of(CONDITION) == {"a", "b", "c", "d"}
    assert answers_of(CONDITION) == {"e", "f"}
    assert bounds_of(CONDITION) == [("b", "at_least", ["fact", "c"]), ("d", "more_than", 3)]
    assert of_condition(CONDITION).names == {"a", "b", "c", "d", "e", "f"}
    assert of_condition(None).names == facts_of(None) == set()


def test_what_a_condition_looks_at_is_what_it_asks_for():
    asked = set()

    class Watched(dict):
        def __getitem__(self, name):
            asked.add(name)
            return super().__getitem__(name)

    facts = Watched(a=1, b=2, c=3, d=5)
    assert not holds(CONDITION, facts, {"e": 1})
    assert asked <= facts_of(CONDITION)
