"""A quote: answers in, premium with every step of its making out. Pure, exact, never a traceback."""

from typing import TYPE_CHECKING, NamedTuple

from quote_engine.premium.answers import Value, problem, read_answers
from quote_engine.premium.book import Book, Edition
from quote_engine.premium.eligibility import declined_by
from quote_engine.premium.facts import Facts
from quote_engine.premium.migrations import migrated
from quote_engine.premium.steps import Operand, Step
from quote_engine.values.money import ZERO, of_yen, plain, ratio, rounded, times
from quote_engine.values.wording import man_yen

if TYPE_CHECKING:
    from quote_engine.typed.common import Note, PlainAmount, Problem
    from quote_engine.typed.edition import Coverage
    from quote_engine.typed.price import Line, Payments, PremiumStep, Price, Quote

Operands = dict[Step, Operand | None]

REQUIRED = ("start_date", "vehicle_type")
"""Without these no edition and no rate can be chosen."""


class Appraisal(NamedTuple):
    """A quote with the facts it was made from; no facts where no edition could be chosen."""

    quote: "Quote"
    facts: Facts | None
    answered: dict[str, Value]


def quote(book: Book, raw: object) -> "Quote":
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


def _priced(book: Book, edition: Edition, facts: Facts, moved: "list[Note]") -> "Quote":
    answers = facts.answers()  # settles every question, and so collects every note
    declined = declined_by(book, facts)
    found: Operands = {}
    lines = [] if declined else [rate(edition, coverage, facts, found) for coverage in in_force(edition, facts)]
    annual = sum(line["annual"] for line in lines)
    sample = edition.status == "sample" or any(line["certainty"] == "sample" for line in lines)
    price: Price = {}
    if not declined:
        payments = pay(annual, edition)
        price = {"annual": annual, "monthly": payments["monthly"], "payments": payments}
    return {
        "status": "declined" if declined else "quoted",
        "edition": edition.id,
        "edition_label": edition.label,
        "certainty": "sample" if sample else "published",
        **price,
        "lines": lines,
        "notes": moved + list(facts.notes.values()) + _warnings(book, facts) + _missed_discounts(edition, facts) + edition.left_out(str(facts["start_date"])),
        "declined": declined,
        "problems": [],
        "answers": answers,
    }


def in_force(edition: Edition, facts: Facts) -> "list[Coverage]":
    """Return the coverages that these facts switch on, in the edition's order."""
    return [coverage for coverage in edition.coverages if facts.holds(coverage["when"])]


def rate(
    edition: Edition, coverage: "Coverage", facts: Facts, found: Operands | None = None
) -> "Line":
    """Return one line of the quote: the coverage's yearly premium in yen and how it came about.

    ``found`` keeps the operands of steps that several coverages share, for one set of facts.
    """
    known = edition.unvarying.get(coverage["id"])
    if known is not None:
        return known
    operands: Operands = {} if found is None else found
    amount, sample = ZERO, False
    whole: PlainAmount = 0
    steps: list[PremiumStep] = []
    for step in edition.steps[coverage["id"]]:
        operand = operands[step] if step in operands else operands.setdefault(step, step.operand(facts))
        outcome = step.apply(amount, whole, operand) if operand else None
        if outcome:
            amount, record = outcome
            whole = record["after"]
            sample = sample or step.certainty == "sample"
            steps.append(record)
    line: Line = {
        "coverage": coverage["id"],
        "label": coverage["label"],
        "detail": detail(coverage, facts),
        "annual": int(whole),  # every coverage ends with a rounding: the check of the plan holds it
        "certainty": "sample" if sample else "published",
        "automatic": coverage["automatic"],
        "steps": steps,
    }
    if not coverage["detail"] and all(step.unvarying for step in edition.steps[coverage["id"]]):
        edition.unvarying[coverage["id"]] = line
    return line


def detail(coverage: "Coverage", facts: Facts) -> str:
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


def pay(annual: int, edition: Edition) -> "Payments":
    """Return what is paid a year and a month, in yen, with the steps from one to the other."""
    rule = edition.payment
    more = ratio(rule["surcharge"])
    raised = times(of_yen(annual), more)
    instalment = times(raised, (1, rule["instalments"]))
    monthly = rounded(instalment, rule["unit"], rule["mode"])
    source, anchor, certainty = rule["source"], "payment", rule["certainty"]
    steps: list[PremiumStep] = [
        {"kind": "multiply", "label": rule["label"], "operand": rule["surcharge"], "before": annual,
         "after": plain(raised), "source": source, "anchor": anchor, "certainty": certainty},
        {"kind": "divide", "label": f"{rule['instalments']}回に分ける", "operand": str(rule["instalments"]),
         "before": plain(raised), "after": plain(instalment), "source": source, "anchor": anchor, "certainty": certainty},
        {"kind": "round", "label": rule["round_label"], "operand": str(rule["unit"]), "mode": rule["mode"],
         "before": plain(instalment), "after": monthly, "source": rule["round_source"], "anchor": anchor,
         "certainty": rule["round_certainty"]},
    ]  # fmt: skip
    return {
        "annual": annual,
        "monthly": monthly,
        "instalments": rule["instalments"],
        "year_of_months": monthly * rule["instalments"],
        "monthly_steps": steps,
    }


def _invalid(problems: "list[Problem]", edition: Edition | None = None) -> "Quote":
    if edition is None:
        return {"status": "invalid", "lines": [], "notes": [], "declined": [], "problems": problems}
    return {
        "status": "invalid", "edition": edition.id, "edition_label": edition.label,
        "lines": [], "notes": [], "declined": [], "problems": problems,
    }  # fmt: skip


def _refusals(book: Book, facts: Facts) -> "list[Problem]":
    return [
        problem(name, refusal["message"]) for name, refusal in book.refusals if facts.holds(refusal["when"])
    ]


def _warnings(book: Book, facts: Facts) -> "list[Note]":
    return [
        {"id": f"warning.{name}", "field": name, "kind": "warning", "message": warning["message"]}
        for name, warning in book.warnings
        if facts.holds(warning["when"])
    ]


def _missed_discounts(edition: Edition, facts: Facts) -> "list[Note]":
    """Tell of each discount that the answers ask for and a condition withholds."""
    notes: list[Note] = []
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
