"""Transfer: the grade that a new contract starts with — second car, from another insurer, renewed here, or first."""

from typing import TYPE_CHECKING, Any

from quote_engine.advice.toolbox import read_asked
from quote_engine.outlook.outlook import rate_percent
from quote_engine.outlook.renewal import renewed
from quote_engine.premium.answers import problem
from quote_engine.premium.book import Book
from quote_engine.premium.quote import appraise

if TYPE_CHECKING:
    from quote_engine.typed.common import Answers
    from quote_engine.typed.tools import Transfer


ACCIDENTS = ("three_down", "one_down")


def transfer(book: Book, raw: object) -> "Transfer":
    """Return {"status", "situation", "grade", "accident_years", "rate_percent", "reasons", "answers", "source", "problems"}.

    ``grade`` is None where nobody published how another insurer's lowest grade carries over.
    """
    asked = read_asked(book, "grade_check", raw)
    # The grade's percentage is the same for every kind of car that has grades.
    start = {"vehicle_type": "passenger", "start_date": asked.quote.get("start_date", book.present.start)}
    if asked.problems:
        return {"status": "invalid", "reasons": [], "problems": asked.problems}
    situation = asked.own["situation"]
    rule = book.data["transfer"][asked.own["previous_insurer"] if situation == "transfer" else situation]
    ladder = book.present.data["renewal"]["ladder"]
    if situation == "transfer":
        lowest, best = ladder.index(rule.get("lowest", ladder[-1])), ladder.index(rule.get("best", ladder[0]))
        if not best <= ladder.index(asked.own["previous_grade"]) <= lowest:
            words = f"ほかの会社の等級は、{rule['lowest']}から{rule['best']}までの中から選んでください。"
            return {"status": "invalid", "reasons": [], "problems": [problem("previous_grade", words)]}
        grade, years, reasons = _carried(book, rule, asked.own)
        answers: Answers = {"prior_contract": True, "grade": grade, "accident_years": str(years)} if grade else {}
    else:
        reached = situation == "second_car" and ladder.index(asked.own["another_grade"]) <= ladder.index(rule["another_at_least"])
        answers = {"prior_contract": False, "second_car": reached}
        grade, years, reasons = None, 0, [rule["message"]] if situation == "first" else [rule["reached" if reached else "short"]]
        reasons += [rule["condition"]] if reached else []
    priced = appraise(book, {**start, **answers})
    if priced.quote["status"] == "invalid" or priced.facts is None:
        return {"status": "invalid", "reasons": [], "problems": priced.quote["problems"]}
    if answers:
        grade = str(priced.facts["grade"])
    return {
        "status": "settled" if grade else "unknown",
        "situation": situation,
        "grade": grade,
        "accident_years": years,
        "rate_percent": rate_percent(priced) if grade else None,
        "reasons": [_filled(reason, {**rule, "grade": grade}) for reason in reasons],
        "answers": answers or None,
        "source": rule["source"],
        "document": rule["document"],
        "problems": [],
    }


def allowed_grades(book: Book, previous_insurer: str) -> list[str | None]:
    """Return the grades that a contract of this insurer may have."""
    ladder: list[str] = book.present.data["renewal"]["ladder"]
    rule = book.data["transfer"][previous_insurer]
    return [*ladder[ladder.index(rule.get("best", ladder[0])) : ladder.index(rule.get("lowest", ladder[-1])) + 1]]


def _carried(book: Book, rule: dict[str, Any], own: dict[str, Any]) -> tuple[str | None, int, list[str]]:
    """Return grade and accident years after the year that ends; another insurer's ladder stops at its own best."""
    renewal = book.present.data["renewal"]
    ladder = renewal["ladder"]
    kinds = [kind for kind in ACCIDENTS for _ in range(int(own[kind]))]
    grade, years = renewed(renewal, (own["previous_grade"], int(own["previous_accident_years"])), kinds)
    if "best" not in rule:
        return grade, years, [rule["message"]]
    if ladder.index(grade) > ladder.index(rule["lowest"]):
        return None, years, [rule["below"], rule["check"]]
    capped = max(ladder.index(grade), ladder.index(rule["best"]))
    top = [rule["top"]] if ladder[capped] == rule["best"] else []
    return ladder[capped], years, [rule["carried"], *top, rule["check"]]


def _filled(text: str, words: dict[str, Any]) -> str:
    for name, value in words.items():
        text = text.replace("{" + name + "}", str(value))
    return text
