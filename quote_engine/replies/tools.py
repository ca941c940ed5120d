"""What a tool's page asks for after one change: the state of its form, its answer as HTML, one sentence to be spoken."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from quote_engine.advice.budget import budget
from quote_engine.advice.contract_dates import contract_dates
from quote_engine.advice.joining import joining
from quote_engine.advice.overlap import overlaps, ticked
from quote_engine.advice.toolbox import Asked, own_states, read_asked
from quote_engine.advice.transfer import allowed_grades, transfer
from quote_engine.drawing.markup import Html
from quote_engine.pages.budget import budget_html, budget_said, changes_html
from quote_engine.pages.contract_dates import dates_html, dates_said
from quote_engine.pages.joining import joining_html, joining_said
from quote_engine.pages.overlap import overlaps_html, overlaps_said
from quote_engine.pages.transfer import transfer_html, transfer_said
from quote_engine.premium.book import Book
from quote_engine.premium.form_state import form_state
from quote_engine.premium.quote import appraise
from quote_engine.replies.asked import under_its_name

if TYPE_CHECKING:
    from quote_engine.typed.price import FormState, QuestionState


Reply = Mapping[str, Any]
"""A tool's answer, or what its page paints: each has a type of its own in ``typed.tools``."""


class Tool(NamedTuple):
    """One tool: its answer as data, as HTML and in one sentence."""

    answer: Callable[[Book, Any], Any]
    html: Callable[[Book, Reply], Html]
    said: Callable[[Reply], str]


TOOLS = {
    "ideas": Tool(budget, lambda _, found: budget_html(found), budget_said),
    "overlaps": Tool(overlaps, lambda book, found: overlaps_html(book.data, found), overlaps_said),
    "dates": Tool(contract_dates, lambda _, found: dates_html(found), dates_said),
    "join": Tool(joining, lambda _, found: joining_html(found), joining_said),
    "grade_check": Tool(transfer, lambda _, found: transfer_html(found), transfer_said),
}


def tool_page(tool: str, book: Book, raw: object) -> Reply:
    """Return all that a tool's page paints."""
    found = TOOLS[tool].answer(book, raw)
    asked = read_asked(book, tool, raw)
    form = _quote_form(book, tool, asked, found)
    form["questions"] |= _own_states(book, tool, asked, found)
    return {
        "form": form,
        # Where the answers cannot be used, the page keeps its last result.
        "html": _html(book, tool, found),
        "status": TOOLS[tool].said(found),
        tool: found,
    }


def _html(book: Book, tool: str, found: Reply) -> dict[str, str]:
    if found["status"] == "invalid":
        return {"result": "", "table": ""}
    table = changes_html(found) if tool == "ideas" else ""
    return {"result": TOOLS[tool].html(book, found), "table": table}


def _own_states(book: Book, tool: str, asked: Asked, found: Reply) -> "dict[str, QuestionState]":
    asked = asked._replace(problems=found["problems"])
    allowed = None
    if tool == "overlaps":
        asked = ticked(book, asked)
    if tool == "grade_check":
        allowed = {"previous_grade": allowed_grades(book, asked.own["previous_insurer"])}
    return own_states(book, tool, asked, allowed)


def _quote_form(book: Book, tool: str, asked: Asked, found: Reply) -> "FormState":
    """Return the states of those questions of the quote that this tool asks, and its sections in a line each."""
    data = book.data["tools"][tool]
    names = [name for group in data["ask"] for name in group["questions"] if name not in data["questions"]]
    if not names:
        return {"questions": {}, "summaries": {}}
    form = form_state(book, appraise(book, asked.quote))
    messages = {problem["field"]: problem["message"] for problem in found["problems"]}
    states = form["questions"]
    form["questions"] = {name: {**states[name], "problem": messages.get(name)} for name in names if name in states}
    return form


ASKS = under_its_name({id_: tool.answer for id_, tool in TOOLS.items()} | {f"{id_}_page": partial(tool_page, id_) for id_ in TOOLS})
