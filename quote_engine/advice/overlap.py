"""Overlaps: which covers of this car do the same as others a family has, and what to choose instead."""

from typing import TYPE_CHECKING, Any

from quote_engine.advice.toolbox import Asked, read_asked
from quote_engine.premium.book import Book
from quote_engine.premium.quote import Appraisal, appraise

if TYPE_CHECKING:
    from quote_engine.typed.tools import Instead, Overlap, Overlaps


def overlaps(book: Book, raw: object) -> "Overlaps":
    """Return {"status", "own", "others", "found": [{cover, with, instead, difference, answers}], "problems"}.

    The answers are ticks: ``has_<cover>`` for this car, the counterparts' own ids for what else there is. With
    the answers of a quote, a cover counts as ticked when the quote has it, and a change tells its difference.
    """
    asked = ticked(book, read_asked(book, "overlaps", raw))
    if asked.problems:
        return {"status": "invalid", "own": [], "others": [], "found": [], "problems": asked.problems}
    priced = _priced(book, asked.quote)
    rules = book.data["overlaps"]
    found: list[Overlap] = []
    for cover in rules["covers"]:
        with_ = [other for other in cover["with"] if asked.own[other["id"]]]
        if asked.own[f"has_{cover['id']}"] and with_:
            found.append({"cover": cover["id"], "label": cover["label"], "with": with_, **_instead(book, cover, asked, priced),
                          "source": cover["source"], "document": cover["document"]})  # fmt: skip
    return {
        "status": "checked",
        "own": [cover["label"] for cover in rules["covers"] if asked.own[f"has_{cover['id']}"]],
        "others": [other["id"] for cover in rules["covers"] for other in cover["with"] if asked.own[other["id"]]],
        "found": found,
        "certainty": priced.quote["certainty"] if priced else None,
        "problems": [],
    }


def ticked(book: Book, asked: Asked) -> Asked:
    """Return the answers with the ticks that a quote implies and the visitor did not set."""
    priced = _priced(book, asked.quote)
    if priced is None or priced.facts is None:
        return asked
    own = dict(asked.own)
    for cover in book.data["overlaps"]["covers"]:
        if cover["question"] and f"has_{cover['id']}" not in asked.given:
            own[f"has_{cover['id']}"] = priced.facts[cover["question"]] in cover["on"]
    return asked._replace(own=own)


def _priced(book: Book, answers: dict[str, Any]) -> Appraisal | None:
    """Return the quote of the answers, where there are enough of them for one."""
    if "vehicle_type" not in answers:
        return None
    appraisal = appraise(book, answers)
    return appraisal if appraisal.quote["status"] == "quoted" else None


def _instead(book: Book, cover: dict[str, Any], asked: Asked, priced: Appraisal | None) -> "Instead":
    """Return the advice and, where a quote is at hand, what taking it changes a year."""
    rule = cover["instead"]
    answer: Instead = {"advice": rule["advice"], "difference": None, "answers": None}
    if priced is None or priced.facts is None or not rule["question"] or priced.facts[cover["question"]] not in cover["on"]:
        return answer
    changed = {**asked.quote, rule["question"]: rule["to"]}
    other = appraise(book, changed).quote
    if other["status"] != "quoted" or priced.facts[rule["question"]] == rule["to"]:
        return answer
    return {**answer, "difference": other["annual"] - priced.quote["annual"], "answers": changed}
