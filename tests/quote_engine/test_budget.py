"""The budget: prices that add up to full quotes, set-ups with the fewest steps, nothing above the budget."""

import random
from itertools import product

import pytest

from quote_engine import quote
from quote_engine.advice.budget import budget, most_annual
from quote_engine.advice.ladders import ladders
from quote_engine.advice.prices import Prices
from quote_engine.premium.quote import appraise, pay
from tests.runtime.random_answers import answer_sets

START = {"start_date": "2026-12-01", "application_date": "2026-11-20"}


@pytest.fixture(scope="module")
def visitors(book):
    drawn = [{**answers, "start_date": "2026-12-01"} for answers in answer_sets(book.data, 160, seed=5)]
    found = [answers for answers in drawn if quote(book, answers)["status"] == "quoted"]
    assert len(found) > 40
    return found


def test_prices_add_up_to_full_quotes(book, visitors):
    draw, tried = random.Random(3), 0
    for answers in visitors:
        present = appraise(book, answers)
        known = [each for each in ladders(book) if present.facts[each.question] in each.levels]
        prices = Prices(book, book.edition_on("2026-12-01"), present.answered, [each.question for each in known])
        for _ in range(4):
            values = {each.question: draw.choice(each.levels) for each in known}
            whole = quote(book, {**answers, **values})
            if whole["status"] == "quoted":
                assert prices.annual(values) == whole["annual"]
                tried += 1
    assert tried > 100


def test_a_line_depends_only_on_its_own_choices(book):
    edition = book.editions[-1]
    names = [each.question for each in ladders(book)]
    keys = Prices(book, edition, {"vehicle_type": "passenger", "start_date": "2026-12-01"}, names).keys
    assert keys["legal_expenses"] == ["legal_expenses"]
    assert set(keys["property_damage_liability"]) == {"property_deductible", "driver_scope", "age_condition"}
    assert "personal_injury" not in keys["own_damage"]


@pytest.mark.parametrize("amount", [1, 999, 2500, 6630, 12345])
def test_the_monthly_budget_is_the_highest_premium_it_pays(book, amount):
    edition = book.editions[-1]
    most = most_annual(edition, amount, "month")
    assert pay(most, edition)["monthly"] <= amount < pay(most + 1, edition)["monthly"]
    assert most_annual(edition, amount, "year") == amount


def test_ideas_are_full_quotes_within_the_budget(book, visitors):
    draw, tried = random.Random(4), 0
    for answers in visitors:
        now = quote(book, answers)
        per, key = draw.choice([("month", "monthly"), ("year", "annual")])
        amount = min(1_000_000, max(100, int(now[key] * draw.choice([0.4, 0.7, 0.95, 1.1, 1.5]))))
        found = budget(book, {**answers, "budget": amount, "per": per, "change_drivers": draw.random() < 0.3})
        assert found["fits"] == (now[key] <= amount)
        for idea in found["ideas"]:
            whole = quote(book, idea["answers"])
            assert (idea["annual"], idea["monthly"]) == (whole["annual"], whole["monthly"])
            assert idea[key] <= amount
            assert idea["difference"] == whole["annual"] - now["annual"]
            assert idea["changes"]
            assert idea["gained"] if found["fits"] else idea["lost"]
            tried += 1
        for changes in found["changes"].values():
            assert [change["difference"] for change in changes] == sorted(change["difference"] for change in changes)
            for change in changes[:3]:
                assert quote(book, change["answers"])["annual"] - now["annual"] == change["difference"]
    assert tried > 60


def levels_below(book, facts):
    """Every way down by hand: question, and its levels from the present one to the weakest."""
    who = ("driver_scope", "age_condition")
    known = [each for each in ladders(book) if each.question not in who and facts[each.question] in each.levels]
    return {each.question: each.levels[: each.levels.index(facts[each.question]) + 1] for each in known}


@pytest.fixture(scope="module")
def every_way_down(book):
    """Every way down from the first model case, each a full quote: settled levels → (fewest steps, month's premium)."""
    answers = {**START, **book.data["examples"][0]["answers"]}
    below = levels_below(book, appraise(book, answers).facts)
    found = {}
    for chosen in product(*below.values()):
        whole = quote(book, {**answers, **dict(zip(below, chosen, strict=True))})
        settled = tuple(whole["answers"][name] for name in below)
        steps = sum(len(levels) - 1 - levels.index(value) for levels, value in zip(below.values(), chosen, strict=True))
        found[settled] = min(found.get(settled, (steps, whole["monthly"])), (steps, whole["monthly"]))
    assert len(found) > 40
    return list(below), found


@pytest.mark.parametrize("amount", [2200, 2300, 2500, 3000, 4000, 5000, 6000, 6500])
def test_no_other_set_up_needs_fewer_steps(book, every_way_down, amount):
    names, every = every_way_down
    found = budget(book, {**START, **book.data["examples"][0]["answers"], "budget": amount})
    fewest = min(steps for steps, monthly in every.values() if monthly <= amount)
    first = found["ideas"][0]
    steps, monthly = every[tuple(first["answers"][name] for name in names)]
    assert steps == fewest
    assert monthly == first["monthly"] <= amount
    assert monthly == max(monthly for steps, monthly in every.values() if steps == fewest and monthly <= amount)


def test_nothing_is_cheaper_than_the_cheapest(book, every_way_down):
    found = budget(book, {**START, **book.data["examples"][0]["answers"], "budget": 100})
    assert found["least"]["monthly"] == min(monthly for _, monthly in every_way_down[1].values())


def test_the_cheapest_set_up_stands_where_nothing_fits(book):
    answers = {**START, **book.data["examples"][0]["answers"]}
    found = budget(book, {**answers, "budget": 100})
    assert found["ideas"] == []
    dearer = budget(book, {**answers, "budget": found["least"]["monthly"]})
    assert dearer["least"] is None
    assert dearer["ideas"]


def test_a_driver_too_young_is_never_proposed(book):
    answers = {**START, "vehicle_type": "passenger", "birth_date": "2000-05-05", "age_condition": "21", "change_drivers": True}
    found = budget(book, {**answers, "budget": 100})
    told = [change["label"] for change in found["changes"]["cheaper"]]
    assert "年齢条件を26歳以上に" in told
    assert "年齢条件を35歳以上に" not in told
