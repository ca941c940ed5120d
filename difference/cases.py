"""The cases of both sides, and what each comes to: a quote, an outlook, a payout, all in one shape."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quote_engine.outlook.outlook import read_outlook, renewals
from quote_engine.payout.payout import payout_claim
from quote_engine.premium.book import Book
from quote_engine.premium.facts import Facts
from quote_engine.premium.quote import Appraisal, appraise
from rulebook.declared.cases import CASES
from rulebook.sheets.placed import read_file
from rulebook.sheets.problem import Report

if TYPE_CHECKING:
    from quote_engine.typed.payout import Payment, PaymentStep
    from quote_engine.typed.price import PremiumStep

CASE_KINDS = {"quote": "掛金", "payout": "支払い", "outlook": "見通し"}
GRADE_CHANGES = {"three_down": "3等級ダウン", "one_down": "1等級ダウン", "no_count": "数えない事故", "none": "変わらない"}
MONTHLY = "月払"
BESIDE_ANSWERS = ("years", "accidents")


@dataclass(frozen=True, slots=True)
class Case:
    """One case: its name (file.case), what it asks for, why it exists, and everything answered."""

    name: str
    kind: str
    why: str
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CaseAmount:
    """One amount of a result in yen, and the steps that made it."""

    label: str
    yen: int
    steps: "Sequence[PremiumStep | PaymentStep]"


@dataclass(slots=True)
class Outcome:
    """What a case comes to under one book: ``yen`` is a year's premium, all years' premiums, or what is paid."""

    status: str
    yen: int | None = None
    amounts: dict[str, CaseAmount] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    """What is no amount and may still change: edition, grade, reasons; as label to words."""
    facts: Facts | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)


def read_cases(old: Path, new: Path) -> list[Case]:
    """Return the cases of both data folders; where both have one of a name, the new one counts."""
    found = {(case.name, case.kind): case for root in (old, new) for case in _cases(root)}
    return list(found.values())


def _cases(root: Path) -> Iterator[Case]:
    for path in sorted((root / "cases").glob("*.y*ml")):
        report = Report()
        node = read_file(path, root, report)
        fields = CASES.read(node, report) if node is not None else None
        for id_, case in (fields["cases"] if fields else {}).items():
            name, answers = f"{path.stem}.{id_}", case["answers"]
            if case["expect"]:
                yield Case(name, "quote", case["why"], answers)
            if case["payout"]:
                yield Case(name, "payout", case["why"], {**answers, **(case["accident"] or {})})
            if case["outlook"]:
                more = {key: case[key] for key in BESIDE_ANSWERS if case[key] is not None}
                yield Case(name, "outlook", case["why"], {**answers, **more})


def outcome(book: Book, kind: str, raw: Mapping[str, Any]) -> Outcome:
    """Return what the answers come to under ``book``."""
    return {"quote": _quoted, "payout": _paid, "outlook": _foreseen}[kind](book, dict(raw))


def _quoted(book: Book, raw: dict[str, Any]) -> Outcome:
    return _of(appraise(book, raw))


def _of(appraisal: Appraisal) -> Outcome:
    found = appraisal.quote
    amounts = {
        line["coverage"]: CaseAmount(line["label"], line["annual"], line["steps"])
        for line in found["lines"]
        if line["annual"] or not line["automatic"]
    }
    states = {"版": found.get("edition_label", "")}
    if "monthly" in found:
        states[MONTHLY] = f"{found['monthly']:,}円"
    states["理由"] = " ".join(each["message"] for each in [*found["declined"], *found["problems"]])
    return Outcome(found["status"], found.get("annual"), amounts, states, appraisal.facts, found.get("answers", {}))


def _paid(book: Book, raw: dict[str, Any]) -> Outcome:
    found, _, appraisal = payout_claim(book, raw)
    if found["status"] != "quoted" or appraisal is None:
        reasons = " ".join(each["message"] for each in [*found["declined"], *found["problems"]])
        return Outcome(found["status"], states={"理由": reasons})
    amounts = {
        f"{number}.{payment['coverage']}": CaseAmount(payment["label"], payment["amount"], payment["steps"])
        for number, payment in _numbered(found["payments"])
    }
    states = {
        "自分で負担する額": f"{found['member_bears']:,}円",
        "等級": GRADE_CHANGES.get(found["grade_event"], found["grade_event"]),
        **{f"{each['label']}が出ない理由": each["message"] for each in found["not_covered"]},
    }
    yen = sum(amount.yen for amount in amounts.values())
    return Outcome("quoted", yen, amounts, states, appraisal.facts, appraisal.quote["answers"])


def _numbered(payments: "list[Payment]") -> "Iterator[tuple[int, Payment]]":
    """Each payment with its number among those of its coverage."""
    seen: dict[str, int] = {}
    for payment in payments:
        seen[payment["coverage"]] = seen.get(payment["coverage"], 0) + 1
        yield seen[payment["coverage"]], payment


def _foreseen(book: Book, raw: dict[str, Any]) -> Outcome:
    answers, years, accidents, problems = read_outlook(book, raw)
    first = appraise(book, answers)
    found = _of(first)
    if problems or found.status != "quoted":
        status = "invalid" if problems else found.status
        found.states["理由"] = " ".join([*(each["message"] for each in problems), found.states["理由"]]).strip()
        return Outcome(status, states=found.states, facts=first.facts)
    rows = [(0, found), *((each.year, _of(each.appraisal)) for each in renewals(book, answers, first, years, accidents))]
    amounts = {
        f"{year}.{coverage}": CaseAmount(f"{year}年目 {amount.label}", amount.yen, amount.steps)
        for year, row in rows
        for coverage, amount in row.amounts.items()
    }
    states = {f"{year}年目の等級": str(row.answers.get("grade", "なし")) for year, row in rows}
    states |= {f"{year}年目の版": row.states["版"] for year, row in rows}
    return Outcome("quoted", sum(row.yen or 0 for _, row in rows), amounts, states, first.facts, found.answers)
