"""Properties of every outlook: any JSON gets an answer, accidents never pay, a careful driver arrives at the top."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quote_engine import Desk, load_book
from quote_engine.outlook.outlook import MOST_YEARS, outlook
from quote_engine.outlook.renewal import ACCIDENT_KINDS, renewed
from tests.oracle.outlook import after_a_year
from tests.quote_engine.test_properties import insurable, tried

ROOT = Path(__file__).resolve().parents[2]
BOOK = load_book(str(ROOT / "data"))
RULE = BOOK.editions[-1].data["renewal"]
DESK = Desk(BOOK.to_json())
LADDER = RULE["ladder"]
PLAIN = {
    "start_date": "2026-12-01", "vehicle_type": "passenger", "class_basic": 9, "class_vehicle": 9, "age_condition": "21",
    "prior_contract": True, "own_damage": "general",
}  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
grades = st.sampled_from(LADDER)
accident_years = st.integers(0, 6)
kinds = st.lists(st.sampled_from(ACCIDENT_KINDS), max_size=3)
accidents = st.lists(st.fixed_dictionaries({"year": st.integers(1, 8), "kind": st.sampled_from(ACCIDENT_KINDS)}), max_size=5)


def better_or_equal(one, other):
    return LADDER.index(one[0]) <= LADDER.index(other[0]) and one[1] <= other[1]


def ask(grade, years_left, happened, years=8, **more):
    return outlook(BOOK, {**PLAIN, "grade": grade, "accident_years": str(years_left), "accidents": happened, "years": years, **more})


@tried(400)
@given(grades, accident_years, kinds)
def test_the_grade_rule_is_the_oracles(grade, years, happened):
    assert renewed(RULE, (grade, years), happened) == after_a_year(grade, years, happened)


@tried(300)
@given(grades, accident_years, kinds, st.sampled_from(ACCIDENT_KINDS))
def test_one_more_accident_never_leads_higher(grade, years, happened, more):
    assert better_or_equal(renewed(RULE, (grade, years), happened), renewed(RULE, (grade, years), [*happened, more]))


@tried(300)
@given(grades, grades, accident_years, accident_years, kinds)
def test_who_stood_better_still_does(one, other, years, others, happened):
    best, worst = sorted((one, other), key=LADDER.index)
    least, most = sorted((years, others))
    assert better_or_equal(renewed(RULE, (best, least), happened), renewed(RULE, (worst, most), happened))


@tried(40)
@given(grades, accident_years, accidents, st.fixed_dictionaries({"year": st.integers(1, 8), "kind": st.sampled_from(ACCIDENT_KINDS)}))
def test_more_accidents_never_cost_less(grade, years, happened, more):
    fewer, with_more = ask(grade, years, happened), ask(grade, years, [*happened, more])
    for one, other in zip(fewer["years"], with_more["years"], strict=True):
        assert one["annual"] <= other["annual"]
        assert better_or_equal((one["grade"], one["accident_years"]), (other["grade"], other["accident_years"]))
    assert 0 <= fewer["extra"] <= with_more["extra"]


@tried(26)
@given(grades)
def test_without_an_accident_everybody_arrives_at_the_top(grade):
    standing = (grade, 6)
    for _ in range(len(LADDER)):
        standing = renewed(RULE, standing, [])
    assert standing == ("22", 0)
    rows = ask(grade, 0, [], years=MOST_YEARS)["years"]
    assert all(before["annual"] >= after["annual"] for before, after in pairwise(rows[1:]))


@tried(60)
@given(insurable(), st.integers(1, MOST_YEARS), accidents)
def test_an_outlook_of_any_visitor_has_every_year(answers, years, happened):
    happened = [each for each in happened if each["year"] <= years]
    found = outlook(BOOK, {**answers, "years": years, "accidents": happened})
    assert found["status"] == "quoted"
    told = {each["id"] for each in found["notes"]}
    assert [row["year"] for row in found["years"]] == list(range(years + 1)) or "outlook.years" in told
    for row in found["years"]:
        assert isinstance(row["annual"], int)
        assert row["annual"] >= row["without_accidents"] > 0
        assert all(change["message"].endswith("。") for change in row["changes"])


@tried(300)
@given(JSON)
def test_any_json_gets_an_answer_or_its_problems(raw):
    for door in ("outlook", "use_or_pay"):
        found = DESK.answer({"ask": door, "answers": raw})[door]
        assert found["status"] in ("quoted", "declined", "invalid")
        assert (found["status"] == "invalid") == bool(found["problems"])


@tried(150)
@given(JSON, JSON, JSON)
def test_any_years_accidents_and_losses_get_an_answer(years, happened, loss):
    found = outlook(BOOK, {**PLAIN, "grade": "13", "years": years, "accidents": happened})
    assert found["status"] in ("quoted", "invalid")
    found = DESK.answer({"ask": "use_or_pay", "answers": {**PLAIN, "own_damage_loss": loss, "kind": happened}})
    assert found["use_or_pay"]["status"] in ("quoted", "invalid")


def test_the_end_of_the_calendar_and_of_a_life_end_the_outlook():
    late = ask("13", 0, [], start_date="9998-11-20")
    assert (late["status"], len(late["years"])) == ("quoted", 1)
    assert [note["id"] for note in late["notes"] if note["kind"] == "ends"] == ["outlook.years"]
    assert ask("13", 0, [], start_date="9999-12-31")["status"] == "quoted"
    old = ask("13", 0, [], start_date="2026-12-01", birth_date="1908-06-15")
    assert len(old["years"]) == 3  # 118, 119, 120


def test_years_and_accidents_that_make_no_sense_say_so():
    wrong = [
        ({"years": 16}, "years"), ({"years": 0}, "years"), ({"years": "6.0"}, "years"),
        ({"accidents": [{"year": 9, "kind": "one_down"}], "years": 8}, "accidents"),
        ({"accidents": [{"year": 1, "kind": "two_down"}]}, "accidents"), ({"accidents": "one_down"}, "accidents"),
        ({"accidents": [{"year": 1, "kind": "one_down"}] * 101}, "accidents"), ({"accidents": [None]}, "accidents"),
    ]  # fmt: skip
    for more, field in wrong:
        found = outlook(BOOK, {**PLAIN, "grade": "13", **more})
        assert (found["status"], [each["field"] for each in found["problems"]]) == ("invalid", [field]), more
