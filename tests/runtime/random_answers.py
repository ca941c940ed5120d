"""Answer sets drawn at random from the book's questions: half of them likely to get a price, some wrong, a few absurd."""

import random
from typing import Any

Answers = dict[str, Any]

ABSURD = [
    None, "", " ", "no such choice", "１２", "0x10", -1, 0, 1.5, 1e300, 10**40, "9" * 5000, [], {}, [[["deep"]]],
    {"a": None}, True, "true", "2021-02-30", "2021-13", "0000-00-00", "9999-12-31", "\x00", "<b>", "𠮷", "\ud800",
]  # fmt: skip
RARE = {
    "private_use", "seats", "max_load_kg", "dump_body", "illegal_modification", "paid_transport", "hazardous_cargo",
    "application_date", "class_basic", "class_vehicle", "accident_years", "second_car", "limited_general",
}  # fmt: skip
"""Questions that seldom agree with random others, so that a likely set leaves most of them out."""


def answer_sets(book: Answers, count: int, seed: int = 20200401) -> list[Answers]:
    """`count` answer sets, the same ones for the same book and seed."""
    draw = random.Random(seed)
    return [_likely(book, draw) if draw.random() < 0.6 else _anything(book, draw) for _ in range(count)]


def _likely(book: Answers, draw: random.Random) -> Answers:
    vehicle = draw.choice(book["questions"][0]["choices"])["id"]
    fitting = [model for model in book["models"] if model["vehicle_type"] == vehicle]
    answers = {}
    for question in book["questions"]:
        share = 0.05 if question["id"] in RARE else 0.5
        if draw.random() < share:
            answers[question["id"]] = _sensible(question, book, draw)
    answers |= {"vehicle_type": vehicle, "start_date": _date(draw, 2021, 2027), "birth_date": _date(draw, 1945, 1999)}
    if "first_registered" in answers:
        answers["first_registered"] = _date(draw, 2015, 2020)[:7]
    if "model" in answers:
        answers["model"] = draw.choice(fitting)["id"] if fitting else ""
    return {key: value for key, value in answers.items() if value != ""}


def _anything(book: Answers, draw: random.Random) -> Answers:
    care = draw.choice([0.0, 0.02, 0.2])  # how often an answer is absurd
    share = draw.choice([0.1, 0.4, 0.8])  # how many questions are answered
    answers: Answers = {}
    for question in book["questions"]:
        must = question["id"] in ("start_date", "vehicle_type") and draw.random() < 0.95
        if must or draw.random() < share:
            absurd = draw.random() < care
            answers[question["id"]] = draw.choice(ABSURD) if absurd else _sensible(question, book, draw)
    if draw.random() < 0.05:
        answers[draw.choice(["gradee", "", "等級", "__proto__"])] = "x"
    return answers


def _sensible(question: Answers, book: Answers, draw: random.Random) -> Any:
    match question["kind"]:
        case "choice":
            return draw.choice(question["choices"])["id"]
        case "flag":
            return draw.choice([True, False, "true", "false"])
        case "integer":
            step = question.get("step") or 1
            least, most = question.get("at_least") or 0, question.get("at_most") or 1000
            value = draw.randint(least // step, most // step) * step + draw.choice([0] * 9 + [1])
            return draw.choice([value, str(value)])
        case "date":
            return _date(draw, 1940, 2027)
        case "month":
            return _date(draw, 2010, 2027)[:7]
        case "model":
            return draw.choice(book["models"])["id"]
    raise ValueError(question["kind"])


def _date(draw: random.Random, first: int, last: int) -> str:
    return f"{draw.randint(first, last)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
