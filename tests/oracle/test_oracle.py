"""The engine against the oracle: every case and many random visitors, line by line."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from quote_engine import load_book, quote
from quote_engine.premium.announced import REVISED
from tests.oracle.premium import expected, rewritten

ROOT = Path(__file__).resolve().parents[2]
VISITORS = 800
SELDOM = {  # answers that turn most visitors away, or that few visitors know
    "private_use", "seats", "max_load_kg", "dump_body", "illegal_modification", "paid_transport", "hazardous_cargo",
    "application_date", "class_basic", "class_vehicle", "model",
}  # fmt: skip


@pytest.fixture(scope="module")
def book():
    return load_book(str(ROOT / "data"))


def said(result):
    """What a quote says, in the oracle's shape."""
    out = {"status": result["status"]}
    if result["status"] == "invalid":
        return {**out, "problems": sorted(found["field"] for found in result["problems"])}
    out |= {"lines": {line["coverage"]: line["annual"] for line in result["lines"]}}
    # What was announced hangs on the data of the day and on no answer but the start; test_announced tries it.
    out |= {"notes": sorted(note["id"] for note in result["notes"] if note["id"] != REVISED)}
    if result["status"] == "declined":
        return {**out, "declined": [found["rule"] for found in result["declined"]]}
    return {**out, "annual": result["annual"], "monthly": result["monthly"]}


def case_answers():
    for path in sorted((ROOT / "data" / "cases").glob("*.yml")):
        cases = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)["cases"]
        for name, case in cases.items():
            if "expect" in case:
                yield pytest.param(case["answers"], id=f"{path.stem}.{name}")


@pytest.mark.parametrize("answers", list(case_answers()))
def test_engine_and_oracle_agree_on_every_case(book, answers):
    assert said(quote(book, answers)) == expected(answers)


def visitors(book, count, seed=20200401):
    """Visitors drawn at random, most of them insurable; the same ones for the same seed."""
    draw = random.Random(seed)
    for _ in range(count):
        vehicle = draw.choice([*book.vehicles, "passenger", "kei_passenger"])
        answers = {
            question["id"]: answer(question, draw)
            for question in book.questions.values()
            if question["kind"] != "model" and draw.random() < (0.02 if question["id"] in SELDOM else 0.45)
        }
        answers |= {"vehicle_type": vehicle, "start_date": day(draw, 2020, 2027, after=3)}
        if draw.random() < 0.9:
            answers["birth_date"] = day(draw, 1935, 2003)
        if "first_registered" in answers:
            answers["first_registered"] = day(draw, 2016, 2020)[:7]
        fitting = [name for name, model in book.models.items() if model["vehicle_type"] == vehicle]
        if fitting and draw.random() < 0.4:
            answers["model"] = draw.choice(fitting)
        yield answers


def answer(question, draw):
    if question["kind"] == "choice":
        return draw.choice(question["choices"])["id"]
    if question["kind"] == "flag":
        return draw.choice([True, False])
    if question["kind"] == "integer":
        step = question["step"] or 1
        most = min(question["at_most"], 6_000_000)
        return draw.randint(-(-question["at_least"] // step), most // step) * step
    return day(draw, 2012, 2027) if question["kind"] == "date" else day(draw, 2012, 2027)[:7]


def day(draw, first, last, after=0):
    return f"{draw.randint(first, last)}-{draw.randint(1 + after, 12):02}-{draw.randint(1, 28):02}"


def test_engine_and_oracle_agree_on_random_visitors(book):
    seen, covers = Counter(), Counter()
    for answers in visitors(book, VISITORS):
        found = said(quote(book, answers))
        assert found == expected(answers), answers
        seen[found["status"]] += 1
        covers.update(found.get("lines", {}))
    assert seen["quoted"] > VISITORS * 0.6, seen
    assert min(seen["declined"], seen["invalid"]) > 10, seen
    unpriced = {cover["id"] for edition in book.editions for cover in edition.coverages} - set(covers)
    assert not unpriced, f"no random visitor has {unpriced}"


def test_expected_results_can_be_written_anew_and_all_else_stays():
    for path in sorted((ROOT / "data" / "cases").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        emptied = re.sub(r"^    expect:\n(?:^      .*\n)*", "", text, flags=re.MULTILINE)
        assert rewritten(emptied) == rewritten(text), path.name
        assert [line for line in rewritten(text).splitlines() if "#" in line or "why:" in line] == [
            line for line in text.splitlines() if "#" in line or "why:" in line
        ], path.name
