"""The named cases and the stories of accidents: each comes out to the yen, and together they try what the data hold."""

import json
from pathlib import Path

import pytest
import yaml

from commands.main import main
from commands.payout_ledger import payout_text
from quote_engine import Desk, load_book
from quote_engine.payout.payout import payout

ROOT = Path(__file__).resolve().parents[2]
FEWEST_CASES, FEWEST_STORIES = 80, 12


def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def read_cases():
    for path in sorted((ROOT / "data" / "cases").glob("*.yml")):
        for name, case in read(path)["cases"].items():
            if "payout" in case:
                yield f"{path.stem}.{name}", case


CASES = dict(read_cases())
TOLD = read(ROOT / "data" / "stories.yml")


@pytest.fixture(scope="module")
def book():
    return load_book(str(ROOT / "data"))


@pytest.fixture(scope="module")
def results(book):
    stories = {story["id"]: payout(book, {**story["answers"], **story["accident"]}) for story in book.data["stories"]}
    cases = {name: payout(book, {**case["answers"], **case["accident"]}) for name, case in CASES.items()}
    return {**stories, **cases}


def paid(result):
    return {payment["coverage"]: str(payment["amount"]) for payment in result["payments"]}


@pytest.mark.parametrize("name", CASES)
def test_case(results, name):
    case, result = CASES[name], results[name]
    said = case["payout"]
    found = {
        "status": result["status"],
        "payments": paid(result),
        "member_bears": str(result["member_bears"]),
        "grade_event": result["grade_event"],
        "driver": result.get("driver", {}).get("rule"),
        "zeros": {each["coverage"]: each["message"] for each in result["not_covered"] if each["coverage"] in said.get("zeros", {})},
        "free": {each["id"]: str(each["free"]).lower() for each in result["services"]},
        "remedies": [each["id"] for each in result["would_have_paid"]],
        "problems": sorted(each["field"] for each in result["problems"]),
    }
    assert {key: found[key] for key in said} == said, case["why"]


@pytest.mark.parametrize("name", TOLD["stories"])
def test_story(results, name):
    result, expect = results[name], TOLD["stories"][name]["expect"]
    assert paid(result) == expect["payments"]
    assert (str(result["member_bears"]), result["grade_event"]) == (expect["member_bears"], expect["grade_event"])


def test_there_are_enough_of_both():
    assert len(CASES) >= FEWEST_CASES
    assert len(TOLD["stories"]) >= FEWEST_STORIES


def test_the_pamphlets_40_60_example(book):
    """5,000万円 of damage at 40:60: the other side 3,000万円, the rest from 人身傷害, all of it without waiting."""
    story = next(each for each in book.data["stories"] if each["id"] == "pamphlet_40_60")
    result = payout(book, {**story["answers"], **story["accident"]})
    (loss,) = result["losses"]
    assert [(part["bearer"], part["amount"]) for part in loss["parts"]] == [("personal_injury", 20_000_000), ("other", 30_000_000)]
    injury = next(each for each in result["payments"] if each["coverage"] == "personal_injury")
    assert injury["advance"] == 50_000_000


def test_every_kind_question_and_remedy_is_tried(book, results):
    accidents = book.data["accidents"]
    told = [each["accident"] for each in book.data["stories"]] + [case["accident"] for case in CASES.values()]
    answered = {key for each in told for key in each}
    assert {each.get("accident") for each in told} >= set(accidents["kinds"])
    assert set(accidents["questions"]) - answered == set()
    assert {each["coverage"] for result in results.values() for each in result["payments"]} == set(
        book.editions[-1].data["payouts"]["grade_events"]
    )


def test_every_cover_pays_or_says_why(book, results):
    every = {coverage["id"] for coverage in book.editions[-1].coverages}
    for name, result in results.items():
        if result["status"] == "quoted":
            said = [each["coverage"] for each in result["payments"] + result["not_covered"]]
            assert sorted(said) == sorted(every), name
            assert all(each["message"].endswith("。") for each in result["not_covered"]), name


def test_the_trace_leads_to_the_amount_and_names_real_lines(results):
    lines = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").splitlines() for path in (ROOT / "data").rglob("*.yml")}
    for name, result in results.items():
        for payment in result["payments"]:
            assert payment["steps"][-1]["after"] == payment["amount"] > 0, name
            for step in payment["steps"]:
                path, _, line = step["source"].rpartition(":")
                assert 0 < int(line) <= len(lines[path]), (name, step)


def test_a_sample_scale_marks_its_payment(results):
    sympathy = next(each for each in results["payouts-injury.sympathy_disability_14"]["payments"] if each["coverage"] == "accident_sympathy")
    assert sympathy["certainty"] == "sample"
    assert results["hail"]["certainty"] == "published"


def test_the_command_line_and_the_desk_say_the_same(book, tmp_path, capsys):
    story = book.data["stories"][0]
    answers = {**story["answers"], **story["accident"]}
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(answers), encoding="utf-8")
    assert main(["payout", "--data", str(ROOT / "data"), str(file)]) == 0
    by_command = json.loads(capsys.readouterr().out)
    by_desk = json.loads(Desk(book.to_json()).reply(json.dumps({"id": 1, "ask": "payout", "answers": answers})))
    assert by_desk["payout"] == by_command == payout(book, answers)
    assert main(["payout", "--data", str(ROOT / "data"), "--text", str(file)]) == 0
    assert "人身傷害" in capsys.readouterr().out


def test_text_of_every_result(results):
    for result in results.values():
        assert payout_text(result).endswith("\n")


def test_the_text_of_each_step_can_be_worked_out_by_hand(results):
    """Beside every running total stands what leads to it from the one before."""
    signs = {"less": lambda before, n: max(0, before - n), "add": lambda before, n: before + n,
             "share": lambda before, n: before * n // 100, "limit": min}  # fmt: skip
    written = {"less": "− {}", "add": "+ {}", "share": "× {}%", "limit": "{}まで"}
    for name, result in results.items():
        text = "".join(payout_text(result).split())  # a long line is broken, also within a label
        for step in (step for payment in result["payments"] for step in payment["steps"] if step["kind"] != "loss"):
            number = int(step["operand"])
            assert signs[step["kind"]](step["before"], number) == step["after"], (name, step)
            words = f"{step['label']}{written[step['kind']].format(f'{number:,}')}{step['after']:,}"
            assert "".join(words.split()) in text, (name, step)
