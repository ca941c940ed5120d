"""Where nobody drove, answers about the driver change nothing, and each is said to be left out."""

from pathlib import Path

from hypothesis import given

from quote_engine import load_book
from quote_engine.payout.accident import AT_THE_WHEEL
from quote_engine.payout.payout import payout_claim
from tests.quote_engine.test_payout_properties import accidents, contracts, tried

BOOK = load_book(str(Path(__file__).resolve().parents[2] / "data"))
QUESTIONS = BOOK.data["accidents"]["questions"]
DRIVERLESS = tuple(id_ for id_, kind in BOOK.data["accidents"]["kinds"].items() if kind["scene"] != "moped")


@tried(200)
@given(contracts(), accidents(DRIVERLESS))
def test_no_answer_about_the_driver_is_swallowed(policy, told):
    answers = {**policy, **told, "parked": True}
    found, _, _ = payout_claim(BOOK, answers)
    if found["status"] != "quoted":
        return
    without, _, _ = payout_claim(BOOK, {key: value for key, value in answers.items() if key not in AT_THE_WHEEL})
    for part in ("payments", "losses", "member_bears", "grade_event", "not_covered", "driver"):
        assert found[part] == without[part]
    dropped = [id_ for id_ in AT_THE_WHEEL if id_ in told and told[id_] != QUESTIONS[id_]["default"]]
    said = [note for note in found["notes"] if note not in without["notes"]]
    assert len(said) == len(dropped)
    assert all(QUESTIONS[id_]["label"] in note for id_, note in zip(dropped, said, strict=True))
