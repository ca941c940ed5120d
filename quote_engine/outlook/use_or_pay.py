"""Use the cover or pay yourself: what using it costs in later premiums, and the damage where both are equal."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from quote_engine.outlook.outlook import renewals, standing_of
from quote_engine.premium.answers import problem
from quote_engine.premium.book import Book
from quote_engine.premium.quote import appraise
from quote_engine.premium.total_loss import SUPPOSED, is_total_loss

if TYPE_CHECKING:
    from quote_engine.typed.common import Note, Problem
    from quote_engine.typed.outlook import ComparedYear, UseOrPay


LONGEST = 30
"""Years after which both ways are compared no longer; the ladder has 26 rungs."""
MOST_LOSS = 1_000_000_000
_SUPPOSED: "Note" = {"id": "assumed.total_loss", "field": "own_damage_loss", "kind": "assumed", "message": SUPPOSED}
OWN = ("own_damage_loss", "kind", "years", "accidents")
"""What is asked beside a quote's answers; a link from the outlook carries its own too."""


class Terms(NamedTuple):
    """What decides between both ways, in yen: what using costs later, what each repair leaves to the member."""

    extra: int
    deductible: int
    limit: int

    def payout(self, loss: int) -> int:
        """Return what is paid for a repair; from the insured amount on it is a total loss, without a deductible."""
        return self.limit if is_total_loss(loss, self.limit) else max(0, loss - self.deductible)

    def using(self, loss: int) -> int:
        """Return what a repair of ``loss`` yen costs the member who uses the cover."""
        return loss - self.payout(loss) + self.extra

    @property
    def break_even(self) -> int | None:
        """Return the repair that costs the same both ways; None where no repair short of a total loss does."""
        equal = self.deductible + self.extra
        return equal if equal < self.limit else None


def use_or_pay(book: Book, raw: object) -> "UseOrPay":
    """Return what using own damage once costs, against paying for the repair oneself.

    Takes a quote's answers plus ``own_damage_loss`` (yen) and ``kind`` (three_down, one_down, six_down).
    ``extra`` is the sum of the differences of all coming years until both ways cost the same again;
    ``break_even`` = deductible + extra: below it, paying oneself costs less. ``rows`` holds those years.
    """
    if not isinstance(raw, dict):
        return _invalid([problem("", "答えの形が違います。「項目: 値」の組で書いてください。")])
    loss, kind, problems = _read(book, raw)
    answers = {name: value for name, value in raw.items() if name not in OWN}
    first = appraise(book, answers)
    problems += first.quote["problems"]
    if problems or first.facts is None or loss is None:
        return _invalid(problems)
    if first.quote["status"] == "declined":
        return {"status": "declined", "declined": first.quote["declined"], "rows": [], "notes": [], "problems": []}
    if first.facts["own_damage"] == "none":
        return _invalid([problem("own_damage", "車両損害を付けていないので、くらべられません。自分の車の補償を選んでください。")])
    rows, met = _compared(book, tuple(answers.items()), kind)
    terms = Terms(
        extra=sum(row["difference"] for row in rows),
        deductible=int(str(first.facts["own_damage_deductible"])),
        limit=int(str(first.facts["own_damage_amount"])),
    )
    total = is_total_loss(loss, terms.limit)
    return {
        "status": "quoted",
        "edition": first.quote["edition"],
        "edition_label": first.quote["edition_label"],
        "certainty": first.quote["certainty"],
        "own_damage_loss": loss,
        "kind": kind,
        "deductible": terms.deductible,
        "limit": terms.limit,
        "total_loss": total,
        "payout": terms.payout(loss),
        "extra": terms.extra,
        "years": len(rows),
        "met": met,
        "break_even": terms.break_even,
        "cost_of_using": terms.using(loss),
        "cost_of_paying": loss,
        "rows": [row.copy() for row in rows],
        "notes": [*first.quote["notes"], *([_SUPPOSED] if total else [])],
        "problems": [],
    }


def terms_of(answer: Mapping[str, Any]) -> Terms:
    """Return the terms of an answer, for those who draw it."""
    return Terms(answer["extra"], answer["deductible"], answer["limit"])


@lru_cache(maxsize=8)
def _compared(book: Book, asked: tuple[tuple[str, Any], ...], kind: str) -> "tuple[list[ComparedYear], bool]":
    """Return the years from the first renewal on until both ways stand and cost the same, and whether they do.

    Kept, because who types a repair asks for the same years with every key.
    """
    answers = dict(asked)
    first = appraise(book, answers)
    rows: list[ComparedYear] = []
    met = False
    both = zip(
        renewals(book, answers, first, LONGEST, {1: [kind]}), renewals(book, answers, first, LONGEST, {}), strict=False
    )
    for used, unused in both:
        standings = [standing_of(each.appraisal.facts) for each in (used, unused) if each.appraisal.facts]
        premium, other = used.appraisal.quote["annual"], unused.appraisal.quote["annual"]
        met = standings[0] == standings[1] and premium == other
        if met:
            break
        rows.append(
            {
                "year": used.year,
                "start_date": used.answers["start_date"],
                "used_grade": used.answers["grade"],
                "used_accident_years": int(used.answers["accident_years"]),
                "unused_grade": unused.answers["grade"],
                "used": premium,
                "unused": other,
                "difference": premium - other,
            }
        )
    # Near the top of the ladder the grades still differ while the rates no longer do.
    while rows and rows[-1]["difference"] == 0:
        rows.pop()
    return rows, met


def _read(book: Book, raw: dict[str, Any]) -> "tuple[int | None, str, list[Problem]]":
    kinds = {id_ for id_, rule in book.present.data["renewal"]["accidents"].items() if rule["down"]}
    loss, kind = _yen(raw.get("own_damage_loss", 0)), raw.get("kind", "three_down")
    problems = [] if loss is not None else [problem("own_damage_loss", "修理代は、0円から10億円までの数字だけで書いてください。")]
    if not isinstance(kind, str) or kind not in kinds:
        problems.append(problem("kind", "事故の種類は、等級が下がるものから選んでください。"))
    return loss, str(kind), problems


def _invalid(problems: "list[Problem]") -> "UseOrPay":
    return {"status": "invalid", "rows": [], "notes": [], "problems": problems}


def _yen(value: object) -> int | None:
    text = str(value)
    if isinstance(value, bool | float) or not (text.isascii() and text.isdigit() and len(text) < 12):
        return None
    return int(text) if int(text) <= MOST_LOSS else None
