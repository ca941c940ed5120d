"""What the outlook's page and the page of using or paying ask for after one change."""

from typing import TYPE_CHECKING

from quote_engine.outlook.outlook import outlook, read_outlook
from quote_engine.outlook.use_or_pay import OWN, use_or_pay
from quote_engine.pages.outlook import outlook_html, outlook_said
from quote_engine.pages.use_or_pay import use_or_pay_html, use_or_pay_said
from quote_engine.premium.book import Book
from quote_engine.premium.form_state import asked_beside, form_state
from quote_engine.premium.quote import appraise
from quote_engine.replies.asked import under_its_name

if TYPE_CHECKING:
    from quote_engine.typed.outlook import OutlookPage, UseOrPay, UseOrPayPage
    from quote_engine.typed.price import FormState


def outlook_page(book: Book, raw: object) -> "OutlookPage":
    """Return the figures, the state of the form, the markup of the result and the sentence to be spoken."""
    found = outlook(book, raw)
    answers, years, accidents, _ = read_outlook(book, raw)
    form = form_state(book, appraise(book, answers))
    form["questions"]["years"] = asked_beside(found, "years", years)
    form["summaries"]["tool"] = contract_words(form)
    html = outlook_html(book, found, accidents)
    return {
        "outlook": found,
        "form": form,
        "html": {"result": html["result"], "table": html["table"]},
        "status": outlook_said(found),
    }


def contract_words(form: "FormState") -> str:
    """Return the contract in one line, for the closed part of the form."""
    said = [form["summaries"].get(section, "").split("、")[:most] for section, most in (("car", 2), ("grade", 2), ("drivers", 3))]
    return "、".join(word for words in said for word in words if word)


def use_or_pay_page(book: Book, raw: object) -> "UseOrPayPage":
    """Return the figures, the state of the form, the markup of the result and the sentence to be spoken."""
    found = use_or_pay(book, raw)
    own = raw if isinstance(raw, dict) else {}
    answers = {name: value for name, value in own.items() if name not in OWN}
    form = form_state(book, appraise(book, answers))
    for name, usual in (("own_damage_loss", 0), ("kind", "three_down")):
        form["questions"][name] = asked_beside(found, name, own.get(name, usual))
    form["summaries"]["tool"] = contract_words(form)
    html = use_or_pay_html(found)
    return {
        "use_or_pay": found,
        "form": _told(form, found),
        "html": {"result": html["result"], "table": html["table"]},
        "status": use_or_pay_said(found),
    }


def _told(form: "FormState", found: "UseOrPay") -> "FormState":
    """Set the tool's own refusal beside the question it is about."""
    for problem in found["problems"]:
        state = form["questions"].get(problem["field"])
        if state:
            state |= {"problem": problem["message"], "shown": True}
    return form


ASKS = under_its_name({"outlook": outlook, "use_or_pay": use_or_pay, "outlook_page": outlook_page, "use_or_pay_page": use_or_pay_page})
