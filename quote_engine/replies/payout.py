"""What the payout's page asks for after one change: the result, and what would have paid more."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from quote_engine.drawing.words import Say
from quote_engine.pages.payout_slip import in_brief, payout_html, payout_said, remedies_html
from quote_engine.payout.accident import Accident, read_accident
from quote_engine.payout.driver import FREE_OF_AGE
from quote_engine.payout.payout import payout, payout_claim
from quote_engine.premium.book import Book
from quote_engine.premium.facts import Facts
from quote_engine.premium.form_state import as_text, form_state
from quote_engine.premium.quote import Appraisal, appraise
from quote_engine.replies.asked import under_its_name
from quote_engine.replies.tool_page import Reply, Tool, tool_page

if TYPE_CHECKING:
    from quote_engine.typed.price import FormState, QuestionState

Read = tuple[Accident, Appraisal]


def payout_remedies(book: Book, raw: object) -> Reply:
    """Return what would have paid more, as markup; asked for after the result is painted: it takes many times as long."""
    return {"html": remedies_html(Say(book.data["words"]), payout(book, raw)["would_have_paid"])}


def _payout(book: Book, raw: object) -> tuple[Reply, Read]:
    """Return the payout without remedies, the accident and the contract's price."""
    found, claim, appraisal = payout_claim(book, raw)
    if claim is not None and appraisal is not None:
        return found, (claim.accident, appraisal)
    accident, contract, _ = read_accident(book, raw)
    first = {"accident": next(iter(book.data["accidents"]["kinds"]))}
    return found, (accident or Accident(book.data["accidents"], first), appraise(book, contract))


def _form(say: Say, book: Book, found: Reply, read: Read) -> "FormState":
    accident, appraisal = read
    form = form_state(book, appraisal)
    wrong = {problem["field"]: problem["message"] for problem in reversed(found["problems"])}
    form["questions"] |= accident_state(accident, appraisal.facts, wrong)
    form["summaries"]["payout"] = in_brief(say, found)
    return form


PAYOUT = Tool(answer=_payout, form=_form, html=lambda say, _, found, __: payout_html(say, found), said=payout_said)
payout_page = partial(tool_page, "payout", PAYOUT)


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
