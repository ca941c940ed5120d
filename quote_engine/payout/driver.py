"""Who drives: whether the contract covers that person at the wheel, and by which rule."""

from typing import TYPE_CHECKING, NamedTuple

from quote_engine.payout.accident import Accident
from quote_engine.premium.book import Book
from quote_engine.premium.facts import Facts

if TYPE_CHECKING:
    from quote_engine.typed.book import Question


COUPLE = ("self", "spouse")
CHILDREN = ("child_home", "child_in_law", "child_away")
FREE_OF_AGE = ("child_married", "friend")
"""Neither family in the sense of the age condition nor employed by it."""
MAY_BORROW = ("self", "spouse", "child_home", "child_in_law", "child_away", "relative")
"""Who is covered at the wheel of a borrowed car."""


class Verdict(NamedTuple):
    """Covered or not, the rule that decides, and the sentence that says so."""

    covered: bool
    rule: str
    message: str
    source: str
    assumed: bool = False


def driver_verdict(book: Book, facts: Facts, accident: Accident) -> Verdict:
    """Return whether the person at the wheel is covered."""
    if not accident.kind["drivers"] or accident.flag("parked"):
        return Verdict(True, "nobody_drives", "運転する人の条件は、この事故では見ません。", accident.source("driver"))
    driver, who = accident.word("driver"), accident.label("driver")
    scope, condition, child = (book.questions[id_] for id_ in ("driver_scope", "age_condition", "child_age_condition"))
    if accident.flag("borrowed_car") and driver not in MAY_BORROW:
        message = f"借りた車の事故は、本人、配偶者、その同居の親族、別居の未婚の子の運転だけを補償します。{who}の運転は対象外です。"
        return Verdict(False, "borrowed_car", message, accident.source("borrowed_car"))
    if facts["driver_scope"] == "couple" and driver not in COUPLE:
        message = f"「本人と配偶者だけ」の契約なので、{who}の運転は補償しません。"
        return Verdict(False, "couple_only", message, scope["source"])
    if driver in FREE_OF_AGE:
        message = f"{who}の運転には、年齢条件がかかりません。補償します。"
        return Verdict(True, "free_of_age", message, condition["source"])
    rule, bound, label = "age_condition", facts["age_condition"], f"「{_label(condition, facts['age_condition'])}」"
    source = condition["source"]
    if driver in CHILDREN and facts["child_age_condition"] != "none":
        rule, bound, source = "child_age_condition", facts["child_age_condition"], child["source"]
        label = f"子供特約「{_label(child, bound)}」"
    if bound == "any":
        return Verdict(True, rule, f"{label}なので、年齢に関係なく補償します。", source)
    age = accident.value("driver_age")
    if age is None and driver == "self":
        age = facts["age"]
    if age is None:
        message = f"{who}の年齢の答えがないので、年齢条件{label}に合うものとして計算しました。"
        return Verdict(True, rule, message, source, assumed=True)
    if int(age) >= int(str(bound)):
        return Verdict(True, rule, f"{who}（{age}歳）は、年齢条件{label}に合います。", source)
    return Verdict(False, rule, f"{who}は{age}歳で、年齢条件{label}に合わないため、補償しません。", source)


def _label(question: "Question", value: object) -> str:
    return str(next(choice["label"] for choice in question["choices"] if choice["id"] == value))
