"""What the payout's page asks for after one change: the result, and what would have paid more."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quote_engine.pages.payout_slip import in_brief, payout_html, reasons_html, remedies_html, spoken
from quote_engine.payout.accident import Accident, read_accident
from quote_engine.payout.driver import FREE_OF_AGE
from quote_engine.payout.payout import payout, payout_claim
from quote_engine.premium.book import Book
from quote_engine.premium.facts import Facts
from quote_engine.premium.form_state import as_text, form_state
from quote_engine.premium.quote import appraise
from quote_engine.replies.asked import under_its_name

if TYPE_CHECKING:
    from quote_engine.typed.payout import PayoutPage, PayoutRemedies
    from quote_engine.typed.price import QuestionState, ResultHtml


def payout_page(book: Book, raw: object) -> "PayoutPage":
    """Return the figures, the state of the form, the markup of the result and the sentence to be spoken.

    Remedies come with a second question: they take many times as long as the payout itself.
    """
    found, claim, appraisal = payout_claim(book, raw)
    if claim is not None and appraisal is not None:
        accident = claim.accident
    else:
        read, contract, _ = read_accident(book, raw)
        appraisal = appraise(book, contract)
        accident = read or Accident(book.data["accidents"], {"accident": next(iter(book.data["accidents"]["kinds"]))})
    form = form_state(book, appraisal)
    wrong = {problem["field"]: problem["message"] for problem in reversed(found["problems"])}
    form["questions"] |= accident_state(accident, appraisal.facts, wrong)
    form["summaries"]["payout"] = in_brief(found)
    html: ResultHtml = {"result": payout_html(found), "table": reasons_html(found)}
    return {"payout": found, "form": form, "html": html, "status": spoken(found)}


def payout_remedies(book: Book, raw: object) -> "PayoutRemedies":
    """Return what would have paid more, as markup; asked for after the result is painted."""
    return {"html": remedies_html(payout(book, raw)["would_have_paid"])}


def accident_state(accident: Accident, facts: Facts | None, wrong: Mapping[str, str]) -> "dict[str, QuestionState]":
    """Return the state of every question about the accident: asked only where it matters."""
    asked = {"accident", *accident.kind["asks"], *accident.kind["more"]}
    states: dict[str, QuestionState] = {}
    for id_ in accident.questions:
        matters = id_ in asked and (id_ == "accident" or accident.asked(id_)) and _driver_matters(id_, accident, facts)
        value = accident.id if id_ == "accident" else accident.value(id_)
        states[id_] = {
            "shown": matters or id_ in wrong,
            "value": as_text(value),
            "given": id_ in accident.given,
            "allowed": None,
            "problem": wrong.get(id_),
        }
    return states


def _driver_matters(id_: str, accident: Accident, facts: Facts | None) -> bool:
    """Who drives is not asked of a parked car; the age only where a condition binds that person."""
    if id_ in ("driver", "driver_age", "driving_state") and accident.flag("parked"):
        return False
    if id_ != "driver_age" or facts is None:
        return True
    return facts["age_condition"] != "any" and accident.word("driver") not in (*FREE_OF_AGE, "self")


ASKS = under_its_name({"payout": payout, "payout_page": payout_page, "payout_remedies": payout_remedies})
