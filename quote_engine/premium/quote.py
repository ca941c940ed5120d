"""A quote: answers in, premium with every step of its making out. Pure, exact, never a traceback."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from quote_engine.premium.answers import Problem, Value, problem, read_answers
from quote_engine.premium.book import Book, Edition
from quote_engine.premium.eligibility import declined_by
from quote_engine.premium.facts import Facts
from quote_engine.premium.migrations import migrated
from quote_engine.premium.steps import Operand, Step
from quote_engine.values.money import ZERO, plain, ratio, rounded, times, yen
from quote_engine.values.wording import man_yen

Quote = dict[str, Any]
Operands = dict[Step, Operand | None]

REQUIRED = ("start_date", "vehicle_type")
"""Without these no edition and no rate can be chosen."""


class Appraisal(NamedTuple):
    """A quote with the facts it was made from; no facts where no edition could be chosen."""

    quote: Quote
    facts: Facts | None
    answered: dict[str, Value]


def quote(book: Book, raw: object) -> Quote:
    """Return the quote for ``raw`` answers, in the shape of the contract.

    ``status`` is quoted, declined (the co-op does not take this risk) or invalid (``problems``
    says why, one per question). Yen are ints; ``annual`` is the sum of the lines.
    """
    return appraise(book, raw).quote


def appraise(book: Book, raw: object, under: Edition | None = None) -> Appraisal:
    """Return the quote together with the facts, for those who draw a form around it.

    ``under`` names rates to be used whatever the start date: what the answers cost, had nothing been revised.
    """
    answers, moved = migrated(raw, book)
    answered, problems = read_answers(answers, book.questions)
    if isinstance(answers, dict) and answers:
        problems += [
            problem(need, f"{book.questions[need]['label']}を答えてください。")
            for need in REQUIRED
            if need not in answered and all(found["field"] != need for found in problems)
        ]
    edition = under or book.edition_for(answered)
    if edition is None:
        problems.append(problem("start_date", f"{book.editions[0].label}より前の日は計算できません。"))
        return Appraisal(_invalid(problems), None, answered)
    facts = Facts(book, edition, answered)
    if all(need in answered for need in REQUIRED):
        wrong = {found["field"] for found in problems}
        problems += [refusal for refusal in _refusals(book, facts) if refusal["field"] not in wrong]
    if problems:
        return Appraisal(_invalid(problems, edition), facts, answered)
    return Appraisal(_priced(book, edition, facts, moved), facts, answered)


def _priced(book: Book, edition: Edition, facts: Facts, moved: list[dict[str, str]]) -> Quote:
    answers = facts.answers()  # settles every question, and so collects every note
    declined = declined_by(book, facts)
    found: Operands = {}
    lines = [] if declined else [rate(edition, coverage, facts, found) for coverage in in_force(edition, facts)]
    annual = sum(line["annual"] for line in lines)
    sample = edition.status == "sample" or any(line["certainty"] == "sample" for line in lines)
    result: Quote = {
        "status": "declined" if declined else "quoted",
        "edition": edition.id,
        "edition_label": edition.label,
        "certainty": "sample" if sample else "published",
    }
    if not declined:
        payments = pay(annual, edition)
        result |= {"annual": annual, "monthly": payments["monthly"], "payments": payments}
    result["lines"] = lines
    result["notes"] = moved + list(facts.notes.values()) + _warnings(book, facts) + _missed_discounts(edition, facts) + edition.left_out(str(facts["start_date"]))
    result["declined"] = declined
    result["problems"] = []
    result["answers"] = answers
    return result


def in_force(edition: Edition, facts: Facts) -> list[dict[str, Any]]:
    """Return the coverages that these facts switch on, in the edition's order."""
    return [coverage for coverage in edition.coverages if facts.holds(coverage["when"])]


def rate(
    edition: Edition, coverage: Mapping[str, Any], facts: Facts, found: Operands | None = None
) -> dict[str, Any]:
    """Return one line of the quote: the coverage's yearly premium in yen and how it came about.

    ``found`` keeps the operands of steps that several coverages share, for one set of facts.
    """
    known = edition.unvarying.get(coverage["id"])
    if known is not None:
        return known
    operands: Operands = {} if found is None else found
    amount, whole, steps, sample = ZERO, 0, [], False
    for step in edition.steps[coverage["id"]]:
        operand = operands[step] if step in operands else operands.setdefault(step, step.operand(facts))
        outcome = step.apply(amount, whole, operand) if operand else None
        if outcome:
            amount, record = outcome
            whole = record["after"]
            sample = sample or step.certainty == "sample"
            steps.append(record)
    line = {
        "coverage": coverage["id"],
        "label": coverage["label"],
        "detail": detail(coverage, facts),
        "annual": whole,
        "certainty": "sample" if sample else "published",
        "automatic": coverage["automatic"],
        "steps": steps,
    }
    if not coverage["detail"] and all(step.unvarying for step in edition.steps[coverage["id"]]):
        edition.unvarying[coverage["id"]] = line
    return line


def detail(coverage: Mapping[str, Any], facts: Facts) -> str:
    """Return what was chosen of a coverage, in words: 「一般補償、200万円、自己負担額10万円」."""
    parts = []
    for part in coverage["detail"]:
        value = facts[part["fact"]]
        words = part["words"].get("true" if value is True else str(value), "")
        if part["yen"] and value:
            words = man_yen(int(str(value)))
        if words:
            parts.append(part["before"] + words)
    return "、".join(parts)


def pay(annual: int, edition: Edition) -> dict[str, Any]:
    """Return what is paid a year and a month, in yen, with the steps from one to the other."""
    rule = edition.payment
    more = ratio(rule["surcharge"])
    raised = times(yen(annual), more)
    instalment = times(raised, (1, rule["instalments"]))
    monthly = rounded(instalment, rule["unit"], rule["mode"])
    common = {"source": rule["source"], "anchor": "payment"}
    steps = [
        {"kind": "multiply", "label": rule["label"], "operand": rule["surcharge"], "before": annual,
         "after": plain(raised), **common, "certainty": rule["certainty"]},
        {"kind": "divide", "label": f"{rule['instalments']}回に分ける", "operand": str(rule["instalments"]),
         "before": plain(raised), "after": plain(instalment), **common, "certainty": rule["certainty"]},
        {"kind": "round", "label": rule["round_label"], "operand": str(rule["unit"]), "mode": rule["mode"],
         "before": plain(instalment), "after": monthly, **common, "source": rule["round_source"],
         "certainty": rule["round_certainty"]},
    ]  # fmt: skip
    return {
        "annual": annual,
        "monthly": monthly,
        "instalments": rule["instalments"],
        "year_of_months": monthly * rule["instalments"],
        "monthly_steps": steps,
    }


def _invalid(problems: list[Problem], edition: Edition | None = None) -> Quote:
    known = {"edition": edition.id, "edition_label": edition.label} if edition else {}
    return {"status": "invalid", **known, "lines": [], "notes": [], "declined": [], "problems": problems}


def _refusals(book: Book, facts: Facts) -> list[Problem]:
    return [
        problem(name, refusal["message"]) for name, refusal in book.refusals if facts.holds(refusal["when"])
    ]


def _warnings(book: Book, facts: Facts) -> list[dict[str, str]]:
    return [
        {"id": f"warning.{name}", "field": name, "kind": "warning", "message": warning["message"]}
        for name, warning in book.warnings
        if facts.holds(warning["when"])
    ]


def _missed_discounts(edition: Edition, facts: Facts) -> list[dict[str, str]]:
    """Tell of each discount that the answers ask for and a condition withholds."""
    notes = []
    for discount in edition.data["discounts"]:
        if discount["claimed"] is None or not facts.holds(discount["claimed"]):
            continue
        missed = [need for need in discount["requires"] if not facts.holds(need["when"])]
        notes += [
            {"id": f"missed.{discount['id']}", "field": discount["field"], "kind": "missed",
             "message": f"{discount['label']}は使えません。{need['otherwise']}"}
            for need in missed[:1]
        ]  # fmt: skip
    return notes
