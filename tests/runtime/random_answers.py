"""Answer sets drawn at random from the book's questions: mostly sensible, some wrong, a few absurd."""

import random
from typing import Any

ABSURD = [
    None, "", " ", "no such choice", "１２", "0x10", -1, 0, 1.5, 1e300, 10**40, "9" * 5000, [], {}, [[["deep"]]],
    {"a": None}, True, "true", "2021-02-30", "2021-13", "0000-00-00", "9999-12-31", "\x00", "<b>", "𠮷", "\ud800",
]  # fmt: skip


def answer_sets(book: dict[str, Any], count: int, seed: int = 20200401) -> list[dict[str, Any]]:
    """`count` answer sets, the same ones for the same book and seed."""
    draw = random.Random(seed)
    return [_answers(book, draw) for _ in range(count)]


def _answers(book: dict[str, Any], draw: random.Random) -> dict[str, Any]:
    care = draw.choice([0.0, 0.0, 0.02, 0.2])  # how often an answer is absurd
    share = draw.choice([0.15, 0.4, 0.8])  # how many questions are answered
    answers: dict[str, Any] = {}
    for question in book["questions"]:
        must = question["id"] in ("start_date", "vehicle_type") and draw.random() < 0.95
        if must or draw.random() < share:
            absurd = draw.random() < care
            answers[question["id"]] = draw.choice(ABSURD) if absurd else _sensible(question, book, draw)
    if draw.random() < 0.05:
        answers[draw.choice(["gradee", "", "等級", "__proto__"])] = "x"
    return answers


def _sensible(question: dict[str, Any], book: dict[str, Any], draw: random.Random) -> Any:
    match question["kind"]:
        case "choice":
            return draw.choice(question["choices"])["id"]
        case "flag":
            return draw.choice([True, False, "true", "false"])
        case "integer":
            least, most = question.get("at_least") or 0, question.get("at_most")
            value = draw.randint(least, least + 100 if most is None else most)
            step = question.get("step") or 1
            value -= value % step if draw.random() < 0.9 else 0
            return draw.choice([value, str(value)])
        case "date":
            year = draw.randint(2020, 2027) if question["id"] != "birth_date" else draw.randint(1940, 2008)
            return f"{year}-{draw.randint(1, 12):02}-{draw.randint(1, 29):02}"
        case "month":
            return f"{draw.randint(2010, 2027)}-{draw.randint(1, 12):02}"
        case "model":
            return draw.choice(book["models"])["id"]
    raise ValueError(question["kind"])
