"""Read a visitor's answers: from anything at all to typed values, or to problems in plain Japanese.

Answers are flat: question id to value. A link or a form sends text, a program sends JSON;
both are understood ("true" and true, "11" and 11). Whatever cannot be understood becomes
a problem beside its question; nothing is guessed and nothing is lost.
"""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from quote_engine.values.dates import is_date, is_month

if TYPE_CHECKING:
    from quote_engine.typed.common import Problem


Value = str | int | bool

Questions = Mapping[str, Mapping[str, Any]]
"""The book's questions, an accident's or a tool's: they are read alike."""

LONGEST_ECHO = 24
"""Characters of a wrong answer that a message repeats; the rest is cut."""
MOST_BITS = 200
"""Python itself refuses to write out integers of thousands of digits."""
MOST_DIGITS = 15
"""Longer numbers are refused before they are converted: no amount of yen needs them."""


class Unreadable(Exception):
    """An answer that its question cannot understand; the text is the message to the visitor."""


def read_answers(
    raw: object, questions: Questions
) -> "tuple[dict[str, Value], list[Problem]]":
    """Return the answers that could be read, by question id, and the problems of the others."""
    if not isinstance(raw, dict):
        return {}, [problem("", "答えの形が違います。「項目: 値」の組で書いてください。")]
    if not raw:
        return {}, [problem("", "答えが1つもありません。開始日と車の種類から答えてください。")]
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for key, answer in raw.items():
        if not isinstance(key, str) or key not in questions:
            problems.append(problem(str(key), _unknown_question(str(key), questions)))
            continue
        question = questions[key]
        try:
            if answer is None:
                raise Unreadable("値がありません。答えないときは、この項目を消してください。")
            if isinstance(answer, int) and answer.bit_length() > MOST_BITS:
                raise Unreadable(f"{question['label']}の数が大きすぎます。")
            if isinstance(answer, dict | list):
                raise Unreadable("値は1つだけ書いてください。中に組や並びは入れられません。")
            values[key] = READERS[question["kind"]](question, answer)
        except Unreadable as unreadable:
            problems.append(problem(key, str(unreadable)))
    return values, problems


def problem(field: str, message: str) -> "Problem":
    """Return one problem as data; ``field`` is the question id, or empty for the whole."""
    return {"field": field, "message": message}


def echo(answer: object) -> str:
    """Return what the visitor wrote, short enough to stand in a message."""
    shown = {True: "true", False: "false"}.get(answer) if isinstance(answer, bool) else None
    text = " ".join((shown or str(answer)).split())
    return text if len(text) <= LONGEST_ECHO else text[:LONGEST_ECHO] + "…"


def _unknown_question(key: str, questions: Questions) -> str:
    near = get_close_matches(key, questions, 1)
    hint = f"「{near[0]}」（{questions[near[0]]['label']}）のことですか。" if near else ""
    return f"「{echo(key)}」という項目はありません。{hint}"


def _choice(question: Mapping[str, Any], answer: object) -> str:
    ids = [choice["id"] for choice in question["choices"]]
    if not isinstance(answer, bool | float) and str(answer) in ids:
        return str(answer)
    near = get_close_matches(str(answer), ids, 1)
    label = {choice["id"]: choice["label"] for choice in question["choices"]}
    hint = f"「{near[0]}」（{label[near[0]]}）のことですか。" if near else ""
    hint = hint or f"{'、'.join(ids[:8])}{' など' if len(ids) > 8 else ''}から選んでください。"
    raise Unreadable(f"{question['label']}に「{echo(answer)}」はありません。{hint}")


def _flag(question: Mapping[str, Any], answer: object) -> bool:
    if isinstance(answer, bool):
        return answer
    if answer in ("true", "false"):
        return answer == "true"
    raise Unreadable(f"{question['label']}は、true（はい）か false（いいえ）で答えてください。")


def _integer(question: Mapping[str, Any], answer: object) -> int:
    unit = question.get("unit_label") or ""
    number = str(answer).removeprefix("-")
    if isinstance(answer, bool | float) or not (number.isascii() and number.isdigit()):
        raise Unreadable(
            f"{question['label']}は、半角の数字だけで書いてください（「{echo(answer)}」は読めません）。"
        )
    low, high = question["at_least"], question["at_most"]
    if len(number) > MOST_DIGITS or not low <= int(str(answer)) <= high:
        raise Unreadable(f"{question['label']}は、{low:,}{unit}から{high:,}{unit}までです。")
    step = question.get("step") or 1
    if int(str(answer)) % step:
        raise Unreadable(f"{question['label']}は、{step:,}{unit}きざみで書いてください。")
    return int(str(answer))


def _date(question: Mapping[str, Any], answer: object) -> str:
    if isinstance(answer, str) and is_date(answer):
        return answer
    raise Unreadable(
        f"{question['label']}の「{echo(answer)}」は、こよみにない日か、読めない書き方です。"
        "2026-12-01 のように書いてください。"
    )


def _month(question: Mapping[str, Any], answer: object) -> str:
    if isinstance(answer, str) and is_month(answer):
        return answer
    raise Unreadable(
        f"{question['label']}の「{echo(answer)}」は読めません。2026-12 のように年と月で書いてください。"
    )


def _model(question: Mapping[str, Any], answer: object) -> str:
    models: dict[str, Any] = question["models"]
    if isinstance(answer, str) and answer in models:
        return answer
    near = get_close_matches(str(answer).upper(), models, 1)
    hint = f"「{near[0]}」（{models[near[0]]['name']}）のことですか。" if near else ""
    hint = hint or "車種の一覧にないときは、車の種類だけで計算できます。"
    raise Unreadable(f"型式「{echo(answer)}」は一覧にありません。{hint}")


READERS: dict[str, Callable[[Mapping[str, Any], object], Value]] = {
    "choice": _choice,
    "flag": _flag,
    "integer": _integer,
    "date": _date,
    "month": _month,
    "model": _model,
}
