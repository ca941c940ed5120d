"""What the outlook's page and the page of using or paying ask for after one change."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from quote_engine.outlook.outlook import outlook, read_outlook
from quote_engine.outlook.use_or_pay import OWN, use_or_pay
from quote_engine.pages.outlook import outlook_html, outlook_said
from quote_engine.pages.use_or_pay import use_or_pay_html, use_or_pay_said
from quote_engine.premium.book import Book
from quote_engine.premium.form_state import asked_beside, form_state
from quote_engine.premium.quote import appraise
from quote_engine.replies.asked import under_its_name
from quote_engine.replies.tool_page import Reply, Tool, tool_page

if TYPE_CHECKING:
    from quote_engine.typed.price import FormState

Contract = dict[str, Any]
Read = tuple[Contract, int, Mapping[int, Sequence[str]]]


def _outlook(book: Book, raw: object) -> tuple[Reply, Read]:
    contract, years, accidents, _ = read_outlook(book, raw)
    return outlook(book, raw), (contract, years, accidents)


def _outlook_form(book: Book, found: Reply, read: Read) -> "FormState":
    contract, years, _ = read
    form = form_state(book, appraise(book, contract))
    form["questions"]["years"] = asked_beside(found, "years", years)
    form["summaries"]["tool"] = contract_words(form)
    return form


def contract_words(form: "FormState") -> str:
    """Return the contract in one line, for the closed part of the form."""
    said = [form["summaries"].get(section, "").split("、")[:most] for section, most in (("car", 2), ("grade", 2), ("drivers", 3))]
    return "、".join(word for words in said for word in words if word)


def _use_or_pay_form(book: Book, found: Reply, answers: Contract) -> "FormState":
    form = form_state(book, appraise(book, {name: value for name, value in answers.items() if name not in OWN}))
    for name, usual in (("own_damage_loss", 0), ("kind", "three_down")):
        form["questions"][name] = asked_beside(found, name, answers.get(name, usual))
    form["summaries"]["tool"] = contract_words(form)
    for problem in found["problems"]:  # the tool's own refusal stands beside the question that it is about
        state = form["questions"].get(problem["field"])
        if state:
            state |= {"problem": problem["message"], "shown": True}
    return form


OUTLOOK = Tool(
    answer=_outlook,
    form=lambda _, book, found, read: _outlook_form(book, found, read),
    html=lambda say, book, found, read: outlook_html(say, book, found, read[2]),
    said=outlook_said,
)
USE_OR_PAY = Tool(
    answer=lambda book, raw: (use_or_pay(book, raw), raw if isinstance(raw, dict) else {}),
    form=lambda _, book, found, answers: _use_or_pay_form(book, found, answers),
    html=lambda say, _, found, __: use_or_pay_html(say, found),
    said=use_or_pay_said,
)
outlook_page = partial(tool_page, "outlook", OUTLOOK)
use_or_pay_page = partial(tool_page, "use_or_pay", USE_OR_PAY)
ASKS = under_its_name({"outlook": outlook, "use_or_pay": use_or_pay, "outlook_page": outlook_page, "use_or_pay_page": use_or_pay_page})
