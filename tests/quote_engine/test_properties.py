"""Properties that hold for every visitor, tried on many that Hypothesis makes up (the same ones every time)."""

import copy
import json
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quote_engine import Book, load_book, quote

ROOT = Path(__file__).resolve().parents[2]
BOOK = load_book(str(ROOT / "data"))
QUESTIONS = BOOK.questions
GRADES = [choice["id"] for choice in QUESTIONS["grade"]["choices"]]
ACCIDENT_GRADES = GRADES[: GRADES.index("7") + 1]
KINDS = [*BOOK.vehicles, *[model["vehicle_type"] for model in BOOK.models.values()][:8]]
"""Cars that have models come up more often: most rules are about them."""
TURNS_AWAY = {name for name, question in QUESTIONS.items() if question["eligibility"]} | {"application_date"}
DISCOUNTS = sorted({discount["id"] for edition in BOOK.editions for discount in edition.data["discounts"]})


def tried(examples):
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    return settings(max_examples=examples, deadline=None, derandomize=True, database=None, suppress_health_check=slow)


def days(first, last):
    return st.dates(first, last).map(lambda day: day.isoformat())


def answer_to(question, vehicle):
    """Answers that a question understands and that suit this kind of car."""
    match question["kind"]:
        case "choice":
            return st.sampled_from([choice["id"] for choice in question["choices"]])
        case "flag":
            return st.booleans()
        case "date":
            return days(date(1935, 1, 1), date(2004, 12, 31))
        case "month":
            return days(date(2019, 1, 1), date(2026, 12, 31)).map(lambda day: day[:7])
    highest = vehicle["traits"]["highest_class"] if question["id"].startswith("class_") else None
    step = question["step"] or 1
    most = highest or question["at_most"]
    return st.integers(-(-question["at_least"] // step), most // step).map(lambda count: count * step)


@st.composite
def insurable(draw):
    """Answers that always get a price."""
    vehicle = BOOK.vehicles[draw(st.sampled_from(KINDS))]
    asked = [each for each in QUESTIONS.values() if each["kind"] != "model" and each["id"] not in TURNS_AWAY]
    answers = draw(st.fixed_dictionaries({}, optional={each["id"]: answer_to(each, vehicle) for each in asked}))
    answers |= {"vehicle_type": vehicle["id"], "start_date": draw(days(date(2021, 1, 1), date(2027, 12, 31)))}
    answers["birth_date"] = draw(answer_to(QUESTIONS["birth_date"], vehicle))
    for month_of in [each for each in ("first_registered", "model_launched") if each in answers]:  # neither lies after the start
        year, month = divmod(int(answers["start_date"][:4]) * 12 + int(answers["start_date"][5:7]) - 1 - draw(st.integers(0, 60)), 12)
        answers[month_of] = f"{year}-{month + 1:02}"
    fitting = [name for name, model in BOOK.models.items() if model["vehicle_type"] == vehicle["id"] and model["launched"] <= answers["start_date"][:7]]
    if fitting and draw(st.booleans()):
        answers["model"] = draw(st.sampled_from(fitting))
    return answers


def lines_of(result):
    return {line["coverage"]: line for line in result["lines"]}


def exact(line):
    """The premium of a line before its rounding."""
    return Fraction(line["steps"][-1]["before"])


# Arithmetic


def replayed(step):
    """What a step must come to, by fractions alone."""
    before, operand = Fraction(step["before"]), Fraction(step["operand"])
    match step["kind"]:
        case "base":
            return operand
        case "add":
            return before + operand * step.get("of", 1)
        case "multiply":
            return before * operand
        case "discount":
            assert operand == 1 - Fraction(step["percent"]) / 100
            return before * operand
        case "divide":
            return before / operand
        case "floor":
            return max(before, operand)
        case "cap":
            return min(before, operand)
        case "round":
            down = before // operand * operand
            up = down if down == before else down + operand
            return {"down": down, "up": up, "half_up": up if before - down >= operand / 2 else down}[step["mode"]]
    raise AssertionError(step["kind"])


@tried(250)
@given(insurable())
def test_every_step_follows_from_the_one_before_and_agrees_with_fractions(answers):
    result = quote(BOOK, answers)
    assert result["status"] == "quoted"
    for steps in [line["steps"] for line in result["lines"]] + [result["payments"]["monthly_steps"]]:
        for step in steps:
            assert Fraction(step["after"]) == replayed(step), step
        for earlier, later in pairwise(steps):
            assert earlier["after"] == later["before"]
    for line in result["lines"]:
        assert line["steps"][0]["before"] == 0
        assert (line["steps"][0]["kind"], line["steps"][-1]["kind"]) == ("base", "round")
        assert line["steps"][-1]["after"] == line["annual"]


@tried(150)
@given(insurable())
def test_the_total_is_the_sum_of_its_lines_and_the_month_follows_from_it(answers):
    result = quote(BOOK, answers)
    assert all(type(line["annual"]) is int and line["annual"] >= 0 for line in result["lines"])
    assert result["annual"] == sum(line["annual"] for line in result["lines"]) > 0
    payment = BOOK.edition_on(answers["start_date"]).payment
    instalment = Fraction(result["annual"]) * (1 + Fraction(payment["percent"]) / 100) / payment["instalments"]
    assert type(result["monthly"]) is int
    assert abs(result["monthly"] - instalment) <= Fraction(payment["unit"], 2 if payment["mode"] == "half_up" else 1)
    assert result["monthly"] % payment["unit"] == 0
    assert result["payments"]["year_of_months"] == result["monthly"] * payment["instalments"] >= result["annual"]


# What costs more and what costs less


@tried(25)
@given(insurable(), st.sampled_from("0123456"))
def test_one_step_up_the_grade_table_never_costs_more(answers, years):
    ladder = GRADES if years == "0" else ACCIDENT_GRADES
    slips = [quote(BOOK, answers | {"prior_contract": True, "accident_years": years, "grade": grade}) for grade in ladder]
    for better, worse in pairwise(slips):
        above, below = lines_of(better), lines_of(worse)
        assert above.keys() == below.keys()
        assert all(above[cover]["annual"] <= below[cover]["annual"] for cover in above)
        assert better["annual"] <= worse["annual"]


@tried(40)
@given(insurable(), st.sampled_from(ACCIDENT_GRADES))
def test_an_accident_never_makes_the_same_grade_cheaper(answers, grade):
    free, blamed = (
        quote(BOOK, answers | {"prior_contract": True, "grade": grade, "accident_years": years}) for years in "03"
    )
    assert free["annual"] <= blamed["annual"]


@tried(80)
@given(insurable(), st.integers(4, 600), st.integers(0, 400))
def test_a_higher_amount_of_own_damage_is_never_cheaper(answers, units, more):
    low, high = units * 50_000, min(units + more, 600) * 50_000
    answers = answers | {"own_damage": "general"}
    slips = [quote(BOOK, answers | {"own_damage_amount": amount}) for amount in (low, max(low, high))]
    assert slips[0]["annual"] <= slips[1]["annual"]


def asking_for(discount):
    """Answers that ask for this discount, if it hangs on one answer alone; elsewhere nothing."""
    claims = [each["claimed"] for edition in BOOK.editions for each in edition.data["discounts"] if each["id"] == discount]
    kind, name, values = [*(claims[0] or []), None, None, None][:3]
    return {name: values[0]} if kind == "in" and name in QUESTIONS else {}


def without(discount):
    """The book as it would be if this discount did not exist."""
    data = copy.deepcopy(BOOK.data)
    for edition in data["editions"]:
        edition["steps"] = [step for step in edition["steps"] if step.get("discount") != discount]
    return Book(data)


@pytest.mark.parametrize("discount", DISCOUNTS)
def test_a_discount_lowers_exactly_its_own_lines_and_no_other(discount):
    poorer = without(discount)
    reached = 0

    @tried(100)
    @given(insurable(), st.booleans())
    def check(answers, asked):
        nonlocal reached
        answers = answers | (asking_for(discount) if asked else {})
        edition = BOOK.edition_on(answers["start_date"])
        own = next((set(each["coverages"]) for each in edition.data["discounts"] if each["id"] == discount), set())
        result = quote(BOOK, answers)
        granted = {
            line["coverage"]: Fraction(step["operand"])
            for line in result["lines"]
            for step in line["steps"]
            if step.get("discount") == discount
        }
        # All of its lines that stand on the slip, or none.
        assert set(granted) in (set(), own & lines_of(result).keys())
        reached += bool(granted)
        for cover, full in lines_of(quote(poorer, answers)).items():
            line = lines_of(result)[cover]
            if cover in granted:
                assert granted[cover] < 1
                assert exact(line) == exact(full) * granted[cover] < exact(full)
                assert line["annual"] <= full["annual"]
            else:
                assert line == full

    check()
    assert reached or not asking_for(discount), f"none of the visitors was granted {discount}"


# Answers of every sort

SURROGATES_TOO = st.text(st.characters(exclude_categories=()), max_size=12)
ODD = st.sampled_from([
    "", " ", "0", "-0", "00", "1e3", "1.0", "NaN", "１１", "٣", "²", "0x10", "True", "TRUE", "null", "unlimited ", "\x00", "\ud800",
    "2026-02-30", "0000-01-01", "9999-12-31", "0001-01", "9999-12", "2026-12-01T00:00:00", "9" * 5000, "x" * 20_000, "<b>",
    "__class__", 0, -1, 2**63, 10**40, -(10**4000), 1.5, 1e308, float("nan"), float("inf"), -0.0, True, False, None, [], {},
    [[[[[]]]]], {"grade": "11"}, ["11"],
])  # fmt: skip
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | SURROGATES_TOO | ODD
ANY_JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SURROGATES_TOO, inner, max_size=4), max_leaves=12
)


def check_shape(result):
    """An answer, or what is wrong; in either case something that can be said."""
    assert result["status"] in ("quoted", "declined", "invalid")
    assert bool(result["problems"]) == (result["status"] == "invalid")
    assert bool(result["declined"]) == (result["status"] == "declined")
    assert ("annual" in result) == (result["status"] == "quoted") == bool(result["lines"])
    fields = [found["field"] for found in result["problems"]]
    assert len(fields) == len(set(fields)), "one problem per question"
    for each in result["problems"] + result["notes"] + result["declined"]:
        assert each["message"].endswith("。"), each
    return json.dumps(result, ensure_ascii=False)


@tried(300)
@given(ANY_JSON)
def test_any_json_gets_an_answer_or_is_told_what_is_wrong(raw):
    check_shape(quote(BOOK, raw))


@tried(300)
@given(st.dictionaries(st.sampled_from([*QUESTIONS, "gradee", ""]), ANY_JSON, max_size=8))
def test_any_value_of_a_known_question_gets_an_answer_or_is_told_what_is_wrong(raw):
    result = quote(BOOK, raw)
    check_shape(result)
    assert result["status"] == "invalid"  # no such dictionary holds both a day and a kind of car


@tried(250)
@given(insurable(), st.sampled_from(list(QUESTIONS)), SCALARS)
def test_one_odd_answer_among_good_ones_is_answered_or_named(answers, name, odd):
    result = quote(BOOK, answers | {name: odd})
    check_shape(result)
    if result["status"] == "invalid" and not isinstance(odd, str):
        assert name in [found["field"] for found in result["problems"]]


@tried(100)
@given(insurable(), st.sampled_from(list(QUESTIONS)), st.none() | st.lists(SCALARS, max_size=2) | st.floats(allow_nan=False))
def test_null_nesting_and_fractions_are_always_refused_beside_their_question(answers, name, wrong):
    result = quote(BOOK, answers | {name: wrong})
    assert result["status"] == "invalid"
    assert name in [found["field"] for found in result["problems"]]


@tried(100)
@given(insurable(), SURROGATES_TOO.filter(lambda name: name not in QUESTIONS), SCALARS)
def test_an_unknown_question_is_never_passed_over(answers, name, value):
    result = quote(BOOK, answers | {name: value})
    assert [found["field"] for found in result["problems"]] == [name]


@tried(80)
@given(insurable(), st.dictionaries(st.sampled_from(sorted(TURNS_AWAY)), st.booleans() | st.integers(0, 4000), max_size=4))
def test_a_car_that_is_turned_away_gets_reasons_and_no_price(answers, more):
    check_shape(quote(BOOK, answers | more))


# The same question, the same answer


@tried(60)
@given(insurable(), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_does_not_matter(answers, dice):
    shuffled = list(answers.items())
    dice.shuffle(shuffled)
    assert quote(BOOK, dict(shuffled)) == quote(BOOK, answers)


@tried(60)
@given(insurable())
def test_a_quote_is_the_same_every_time_and_survives_json(answers):
    before = copy.deepcopy(answers)
    result = quote(BOOK, answers)
    assert answers == before
    assert quote(BOOK, answers) == result
    assert json.loads(json.dumps(result, ensure_ascii=False)) == result
    assert json.dumps(quote(Book.from_json(BOOK.to_json()), answers)) == json.dumps(result)


@tried(60)
@given(insurable())
def test_what_was_settled_prices_the_same_again(answers):
    result = quote(BOOK, answers)
    again = quote(BOOK, result["answers"])
    assert (again["status"], again["annual"], again["monthly"]) == ("quoted", result["annual"], result["monthly"])
    assert again["lines"] == result["lines"]
    assert not [note for note in again["notes"] if note["kind"] in ("dropped", "set", "assumed")]


def as_text(value):
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def as_number(value):
    return int(value) if isinstance(value, str) and value.isdecimal() else value


@tried(80)
@given(insurable())
def test_text_numbers_and_flags_mean_the_same(answers):
    result = quote(BOOK, answers)
    assert quote(BOOK, {name: as_text(value) for name, value in answers.items()}) == result
    assert quote(BOOK, {name: as_number(value) for name, value in answers.items()}) == result
