"""Use the cover or pay yourself: what using it costs in later premiums, and the damage where both are equal."""

from typing import Any

from quote_engine.answers import problem
from quote_engine.book import Book
from quote_engine.outlook import year_by_year
from quote_engine.quote import appraise

LONGEST = 30
"""Years after which both ways are compared no longer; the ladder has 26 rungs."""
MOST_LOSS = 1_000_000_000

Answer = dict[str, Any]


def use_or_pay(book: Book, raw: object) -> Answer:
    """Return what using own damage once costs, against paying for the repair oneself.

    Takes a quote's answers plus ``own_damage_loss`` (yen) and ``kind`` (three_down, one_down, six_down).
    ``extra`` is the sum of the differences of all coming years until grade and accident years meet again;
    ``break_even`` = deductible + extra: below it, paying oneself costs less.
    """
    if not isinstance(raw, dict):
        return _invalid([problem("", "答えの形が違います。「項目: 値」の組で書いてください。")])
    answers = {name: value for name, value in raw.items() if name not in ("own_damage_loss", "kind", "years", "accidents")}
    loss = _yen(raw.get("own_damage_loss", 0))
    kinds = {id_ for id_, rule in book.editions[-1].data["renewal"]["accidents"].items() if rule["down"]}
    kind = raw.get("kind", "three_down")
    problems = [] if loss is not None else [problem("own_damage_loss", "修理代は、半角の数字だけで書いてください。")]
    if not isinstance(kind, str) or kind not in kinds:
        problems.append(problem("kind", "事故の種類は、等級が下がるものから選んでください。"))
    first = appraise(book, answers)
    problems += first.quote["problems"]
    if problems or first.facts is None or loss is None:
        return _invalid(problems)
    if first.quote["status"] == "declined":
        return {"status": "declined", "declined": first.quote["declined"], "problems": []}
    if first.facts["own_damage"] == "none":
        return _invalid([problem("own_damage", "車両損害を付けていないので、くらべられません。")])
    deductible = int(str(first.facts["own_damage_deductible"]))
    used = year_by_year(book, answers, first, LONGEST, {1: [str(kind)]})
    unused = year_by_year(book, answers, first, LONGEST, {})
    rows = _rows(used, unused)
    extra = sum(row["difference"] for row in rows)
    limit = int(str(first.facts["own_damage_amount"]))
    payout = max(0, min(loss, limit) - deductible)
    return {
        "status": "quoted",
        "edition": first.quote["edition"],
        "edition_label": first.quote["edition_label"],
        "certainty": first.quote["certainty"],
        "own_damage_loss": loss,
        "kind": kind,
        "deductible": deductible,
        "payout": payout,
        "extra": extra,
        "years": len(rows),
        "met": len(rows) + 1 < min(len(used), len(unused)),
        "break_even": deductible + extra,
        "cost_of_using": min(loss, deductible) + extra + max(0, loss - limit),
        "cost_of_paying": loss,
        "rows": rows,
        "problems": [],
    }


def _rows(used: list[dict[str, Any]], unused: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the years from the first renewal on, until both ways stand and cost the same."""
    rows: list[dict[str, Any]] = []
    for with_, without in zip(used[1:], unused[1:], strict=False):
        same = (with_["grade"], with_["accident_years"]) == (without["grade"], without["accident_years"])
        if same and with_["annual"] == without["annual"]:
            break
        rows.append(
            {
                "year": with_["year"],
                "used_grade": with_["grade"],
                "unused_grade": without["grade"],
                "used": with_["annual"],
                "unused": without["annual"],
                "difference": with_["annual"] - without["annual"],
            }
        )
    # Near the top of the ladder the grades still differ while the rates no longer do.
    while rows and rows[-1]["difference"] == 0:
        rows.pop()
    return rows


def _invalid(problems: list[dict[str, str]]) -> Answer:
    return {"status": "invalid", "rows": [], "problems": problems}


def _yen(value: object) -> int | None:
    text = str(value)
    if isinstance(value, bool | float) or not (text.isascii() and text.isdigit() and len(text) < 12):
        return None
    return int(text) if int(text) <= MOST_LOSS else None
