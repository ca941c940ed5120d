"""Alternatives: what each other answer would cost, and the nearest cheaper and safer set-ups."""

from typing import TYPE_CHECKING, Any

from quote_engine.premium.book import Book
from quote_engine.premium.facts import Facts
from quote_engine.premium.quote import Appraisal, appraise, quote

if TYPE_CHECKING:
    from quote_engine.typed.book import Move
    from quote_engine.typed.common import Answers
    from quote_engine.typed.price import ComparisonRow, FoundAlternatives, Quote, RowKind


MOST_CHOICES = 8
"""A longer list of choices (the grades) shows no difference at each of them."""
MOST_MOVES = 2
"""As many cheaper and safer set-ups as can be compared at a glance; editors order them."""
FIXED = ("car", "grade")
"""Sections that say what is so, not what one would like."""
TITLES = {"cheaper": "もっと安く", "safer": "もっと手厚く"}


def alternatives(book: Book, answers: object) -> "FoundAlternatives":
    """Return {"deltas": yen a year by question and choice, "rows": the comparison's rows}.

    Both are empty where there is no price to start from.
    """
    appraisal = appraise(book, answers)
    facts = appraisal.facts
    if appraisal.quote["status"] != "quoted" or facts is None or not isinstance(answers, dict):
        return {"deltas": {}, "rows": []}
    present = comparison_row("present", "いまの設定", appraisal.quote, None, present_cover(appraisal))
    rows: list[ComparisonRow] = [
        {**comparison_row(move["direction"], TITLES[move["direction"]], other, appraisal.quote, move["label"]),
         "effect": move["effect"], "answers": changed}
        for move, changed, other in _moves(book, answers, appraisal.quote, facts)
    ]  # fmt: skip
    return {"deltas": _differences(book, answers, appraisal.quote, facts), "rows": [present, *rows]}


def present_cover(appraisal: Appraisal) -> str:
    """Return how the own car is covered, in words: what differs most between set-ups."""
    own = [line for line in appraisal.quote["lines"] if line["coverage"] == "own_damage"]
    return f"車両損害 {own[0]['detail']}" if own else "車両損害なし"


def _differences(book: Book, raw: dict[str, Any], now: "Quote", facts: Facts) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for id_, question in book.questions.items():
        if question["section"] in FIXED or not question["in_form"] or question["kind"] not in ("choice", "flag"):
            continue
        allowed = facts.allowed(question)
        if len(allowed) > MOST_CHOICES or not facts.holds(question["shown"]):
            continue
        for value in allowed:
            other = quote(book, {**raw, id_: value}) if value != facts[id_] else now
            if other is not now and other["status"] == "quoted":
                word = str(value).lower() if isinstance(value, bool) else str(value)
                found.setdefault(id_, {})[word] = other["annual"] - now["annual"]
    return found


def _moves(
    book: Book, raw: dict[str, Any], now: "Quote", facts: Facts
) -> "list[tuple[Move, Answers, Quote]]":
    """Return the moves of ``moves.yml`` that are open from here and keep what they promise."""
    found = []
    for direction in TITLES:
        taken = 0
        for move in book.data["moves"]:
            question = book.questions[move["question"]]
            if move["direction"] != direction or taken == MOST_MOVES or facts[move["question"]] != move["from"]:
                continue
            if move["to"] not in facts.allowed(question) or not facts.holds(question["shown"]):
                continue
            changed = {**raw, move["question"]: move["to"]}
            other = quote(book, changed)
            if other["status"] == "quoted" and (other["annual"] < now["annual"]) == (direction == "cheaper"):
                found.append((move, changed, other))
                taken += 1
    return found


def comparison_row(kind: "RowKind", label: str, found: "Quote", now: "Quote | None", changes: str) -> "ComparisonRow":
    """Return one row of くらべる; a set-up without a price says why instead."""
    row: ComparisonRow = {"kind": kind, "label": label, "annual": None, "changes": changes, "effect": "", "answers": None}
    if found["status"] != "quoted":
        return {**row, "effect": "".join([each["message"] for each in found["declined"]] + [each["message"] for each in found["problems"]])}
    apart = now is not None and now["status"] == "quoted"
    return {
        **row,
        "annual": found["annual"],
        "monthly": found["monthly"],
        "difference": found["annual"] - now["annual"] if apart and now else None,
        "monthly_difference": found["monthly"] - now["monthly"] if apart and now else None,
    }
