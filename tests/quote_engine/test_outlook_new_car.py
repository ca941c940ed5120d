"""The new-car rider stays for as long as a term ends no later than the month of the first inspection."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quote_engine import load_book
from quote_engine.outlook.outlook import renewals
from quote_engine.premium.quote import appraise
from quote_engine.values.dates import end_of_term, month_number
from tests.quote_engine.test_properties import tried

BOOK = load_book(str(Path(__file__).resolve().parents[2] / "data"))
MONTHS_TO_INSPECTION = {"passenger": 36, "kei_passenger": 36, "small_cargo": 24, "kei_cargo": 24}
RIDER = "new_car_replacement"


@tried(150)
@given(st.sampled_from(sorted(MONTHS_TO_INSPECTION)), st.integers(1, 12), st.integers(1, 28), st.integers(0, 40))
def test_the_rider_ends_with_the_first_inspection(vehicle, month, day, age):
    start = f"2026-{month:02}-{day:02}"
    year, past = divmod(2026 * 12 + month - 1 - age, 12)
    answers = {
        "start_date": start, "vehicle_type": vehicle, "prior_contract": True, "grade": "15", "own_damage": "general",
        "first_registered": f"{year}-{past + 1:02}", RIDER: True,
    }  # fmt: skip
    inspection = year * 12 + past + 1 + MONTHS_TO_INSPECTION[vehicle]
    first = appraise(BOOK, answers)
    end = month_number(end_of_term(start))
    for number, term in enumerate([first, *(each.appraisal for each in renewals(BOOK, answers, first, 4, {}))]):
        in_force = RIDER in {line["coverage"] for line in term.quote["lines"]}
        assert in_force is (end + 12 * number <= inspection)
