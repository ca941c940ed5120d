"""What the outlook's page and the page of using or paying ask for after one change."""

from collections.abc import Mapping
from typing import Any

from quote_engine.outlook.outlook import outlook, read_outlook
from quote_engine.outlook.use_or_pay import OWN, use_or_pay
from quote_engine.pages.outlook import Reply, outlook_html, outlook_said
from quote_engine.pages.use_or_pay import Data, use_or_pay_html, use_or_pay_said
from quote_engine.premium.book import Book
from quote_engine.premium.form_state import asked_beside, form_state
from quote_engine.premium.quote import appraise


def outlook_page(book: Book, raw: object) -> Reply:
    """Return the figures, the state of the form, the markup of the result and the sentence to be spoken."""
    found = outlook(book, raw)
    answers, years, accidents, _ = read_outlook(book, raw)
    form = form_state(book, appraise(book, answers))
    form["questions"]["years"] = asked_beside(found, "years", years)
    form["summaries"]["tool"] = contract_words(form)
    return {
        "outlook": found,
        "form": form,
        "html": outlook_html(book, found, accidents),
        "status": outlook_said(found),
    }


def contract_words(form: Mapping[str, Any]) -> str:
    """Return the contract in one line, for the closed part of the form."""
    said = [form["summaries"].get(section, "").split("、")[:most] for section, most in (("car", 2), ("grade", 2), ("drivers", 3))]
    return "、".join(word for words in said for word in words if word)


def use_or_pay_page(book: Book, raw: object) -> Reply:
    """Return the figures, the state of the form, the markup of the result and the sentence to be spoken."""
    found = use_or_pay(book, raw)
    own = raw if isinstance(raw, dict) else {}
    answers = {name: value for name, value in own.items() if name not in OWN}
    form = form_state(book, appraise(book, answers))
    for name, usual in (("own_damage_loss", 0), ("kind", "three_down")):
        form["questions"][name] = asked_beside(found, name, own.get(name, usual))
    form["summaries"]["tool"] = contract_words(form)
    return {
        "use_or_pay": found,
        "form": _told(form, found),
        "html": use_or_pay_html(found),
        "status": use_or_pay_said(found),
    }


def _told(form: dict[str, Any], found: Data) -> dict[str, Any]:
    """Set the tool's own refusal beside the question it is about."""
    for problem in found["problems"]:
        state = form["questions"].get(problem["field"])
        if state:
            state |= {"problem": problem["message"], "shown": True}
    return form
