"""What holds for every accident under every contract."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quote_engine import load_book
from quote_engine.payout.payout import payout, payout_claim

BOOK = load_book(str(Path(__file__).resolve().parents[2] / "data"))
ACCIDENTS = BOOK.data["accidents"]
QUESTIONS = {id_: question for id_, question in ACCIDENTS["questions"].items() if id_ != "accident"}
RULES = BOOK.editions[-1].data["payouts"]
LUMPS = {"accident_sympathy", "passenger_injury", "self_injury", "earthquake_lump_sum"}
FLAGS = ("legal_expenses", "bicycle_liability", "my_bike", "incidental_expenses", "limited_general", "earthquake_lump_sum", "no_fault")
TYPES = ("none", "economy", "economy_wide", "general")


def tried(examples):
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    return settings(max_examples=examples, deadline=None, derandomize=True, database=None, suppress_health_check=slow)


def answer_to(question):
    match question["kind"]:
        case "choice":
            return st.sampled_from([choice["id"] for choice in question["choices"]])
        case "flag":
            return st.booleans()
    most = min(question["at_most"], 90_000_000)
    step = question["step"] or 1
    low = question["at_least"]
    return st.one_of(st.integers(low, min(most, 400)), st.integers(low, most)).map(lambda n: max(n - n % step, low))


@st.composite
def contracts(draw):
    policy = {
        "start_date": "2026-12-01", "vehicle_type": draw(st.sampled_from(["passenger", "kei_passenger", "motorcycle", "moped"])),
        "birth_date": draw(st.sampled_from(["1981-05-20", "2004-05-20"])), "first_registered": "2026-08",
        "own_damage_amount": draw(st.sampled_from([150_000, 500_000, 2_000_000, 5_000_000])),
    }  # fmt: skip
    for id_ in ("driver_scope", "age_condition", "child_age_condition", "personal_injury", "personal_injury_scope", "passenger_injury",
                "passenger_injury_scope", "own_damage", "own_damage_deductible", "property_deductible"):  # fmt: skip
        policy[id_] = draw(st.sampled_from([choice["id"] for choice in BOOK.questions[id_]["choices"]]))
    return policy | {id_: draw(st.booleans()) for id_ in (*FLAGS, "new_car_replacement")}


@st.composite
def accidents(draw, kinds=tuple(ACCIDENTS["kinds"])):
    told = draw(st.fixed_dictionaries({}, optional={id_: answer_to(question) for id_, question in QUESTIONS.items()}))
    told["injured_persons"] = max(told.get("injured_persons", 1), told.get("injured_family", 0))
    for part in ("third_party_treatment_loss", "compulsory_paid"):
        if part in told:
            told[part] = min(told[part], told.get("third_party_injury_loss", 0))
    return {**told, "accident": draw(st.sampled_from(kinds))}


def figure(id_):
    return RULES["figures"][id_]["value"]


def paid(answers, coverage=None):
    found, _, _ = payout_claim(BOOK, answers)
    assert found["status"] == "quoted", found["problems"]
    return sum(each["amount"] for each in found["payments"] if coverage in (None, each["coverage"]))


def limits(answers, found):
    """The most that each cover may pay here."""
    persons = found["answers"].get("injured_persons", answers["injured_persons"])
    most = {
        "property_excess_repair": figure("property_excess"),
        "own_damage": int(answers["own_damage_amount"]),
        "limited_general": figure("limited_general"),
        "earthquake_lump_sum": min(figure("earthquake_lump_sum"), int(answers["own_damage_amount"])),
        "legal_expenses": figure("legal_fees") * persons + figure("legal_consultation"),
        "bicycle_liability": figure("bicycle_liability"),
        "accident_sympathy": figure("sympathy_death") + figure("sympathy_hospital") * persons,
    }
    if answers["personal_injury"].isdigit():
        most["personal_injury"] = int(answers["personal_injury"]) * persons
    amount = int(answers["passenger_injury"]) if answers["passenger_injury"].isdigit() else 5_000_000
    most["passenger_injury"] = amount + figure("passenger_days") * figure("passenger_hospital") * persons
    most["self_injury"] = figure("self_injury_death") + figure("self_injury_days") * figure("self_injury_hospital") * persons
    return most


@tried(400)
@given(contracts(), accidents())
def test_limits_losses_and_traces(policy, told):
    answers = {**policy, **told}
    found, _, _ = payout_claim(BOOK, answers)
    if found["status"] != "quoted":
        assert found["problems"] or found["declined"]
        return
    most = limits(answers, found)
    whole = {part["bearer"]: 0 for loss in found["losses"] for part in loss["parts"]}
    for loss in found["losses"]:
        assert sum(part["amount"] for part in loss["parts"]) == loss["amount"]
        assert all(part["amount"] > 0 for part in loss["parts"])
        for part in loss["parts"]:
            whole[part["bearer"]] += part["amount"]
    for payment in found["payments"]:
        assert 0 < payment["amount"] <= most.get(payment["coverage"], payment["amount"])
        assert payment["lump"] == (payment["coverage"] in LUMPS)
        if not payment["lump"]:
            assert payment["amount"] == whole[payment["coverage"]], payment["coverage"]
        before = 0
        for step in payment["steps"]:
            assert isinstance(step["after"], int)
            assert step["before"] in (before, 0), step
            before = step["after"]
        assert before == payment["amount"]
    assert found["member_bears"] == whole.get("self", 0)
    assert found["lost"] == sum(whole.values())
    covers = {each["coverage"] for each in found["payments"]} | {each["coverage"] for each in found["not_covered"]}
    assert covers == {coverage["id"] for coverage in BOOK.editions[-1].coverages}


@tried(150)
@given(contracts(), accidents())
def test_a_bigger_deductible_never_pays_more(policy, told):
    answers = {**policy, **told, "own_damage_amount": 2_000_000, "age_condition": "any", "child_age_condition": "none"}
    for question in ("own_damage_deductible", "property_deductible"):
        amounts = [paid({**answers, question: each}) for each in ("0", "50000", "100000")]
        assert amounts == sorted(amounts, reverse=True)


@tried(150)
@given(contracts(), accidents())
def test_more_cover_never_pays_less(policy, told):
    answers = {**policy, **told, "age_condition": "any", "child_age_condition": "none", "vehicle_type": "passenger", "new_car_replacement": False}
    # A wider type may leave the limited rider nothing to do; beside each other they are never less.
    plain = {**answers, "limited_general": False, "earthquake_lump_sum": False}
    types = [paid({**plain, "own_damage": each}) for each in TYPES]
    assert types == sorted(types)
    injuries = [paid({**answers, "personal_injury": each}, "personal_injury") for each in ("none", "50000000", "100000000", "200000000", "unlimited")]
    assert injuries == sorted(injuries)
    for flag in FLAGS:
        assert paid({**answers, flag: True}) >= paid({**answers, flag: False}), flag
    scopes = [paid({**answers, "driver_scope": each}) for each in ("couple", "any")]
    assert scopes == sorted(scopes)


@tried(150)
@given(contracts(), accidents(("car_collision", "bicycle_collision")))
def test_more_fault_never_gets_more_from_the_other_side(policy, told):
    answers = {key: value for key, value in {**policy, **told}.items() if key != "recovery"} | {"age_condition": "any", "child_age_condition": "none"}

    def owed(percent):
        found, _, _ = payout_claim(BOOK, {**answers, "own_fault_percent": percent})
        return sum(part["amount"] for loss in found["losses"] if loss["id"].startswith("own") for part in loss["parts"] if part["bearer"] == "other")

    shares = [owed(percent) for percent in (0, 30, 60, 100)]
    assert shares == sorted(shares, reverse=True)


@tried(40)
@given(contracts(), accidents())
def test_each_remedy_keeps_its_word(policy, told):
    answers = {**policy, **told, "age_condition": "35", "birth_date": "1981-05-20"}
    found = payout(BOOK, answers)
    for remedy in found["would_have_paid"]:
        then = payout(BOOK, {**answers, **remedy["changes"]})
        assert then["paid"] - found["paid"] == remedy["paid_more"]
        assert then["grade_event"] == remedy["grade_event"]
        assert then["member_bears"] == remedy["member_bears"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@tried(300)
@given(st.one_of(JSON, st.dictionaries(st.sampled_from(["accident", "start_date", "vehicle_type", *QUESTIONS]), JSON, max_size=6)))
def test_any_json_gets_an_answer(raw):
    found = payout(BOOK, raw)
    assert found["status"] in ("quoted", "declined", "invalid")
    assert found["status"] != "invalid" or all(each["message"] for each in found["problems"])


@pytest.mark.parametrize("kind", ACCIDENTS["kinds"])
def test_every_kind_answers_with_nothing_more_said(kind):
    found = payout(BOOK, {"start_date": "2026-12-01", "vehicle_type": "passenger", "accident": kind})
    assert found["status"] == "quoted"
    assert found["member_bears"] == 0
