"""What the pages of the tools of ``tools.yml`` ask for after one change."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from quote_engine.advice.budget import budget
from quote_engine.advice.contract_dates import contract_dates
from quote_engine.advice.joining import joining
from quote_engine.advice.overlap import overlaps, ticked
from quote_engine.advice.toolbox import Asked, own_states, read_asked
from quote_engine.advice.transfer import allowed_grades, transfer
from quote_engine.drawing.words import Say
from quote_engine.pages.budget import budget_html, budget_said
from quote_engine.pages.contract_dates import dates_html, dates_said
from quote_engine.pages.joining import joining_html, joining_said
from quote_engine.pages.overlap import overlaps_html, overlaps_said
from quote_engine.pages.transfer import transfer_html, transfer_said
from quote_engine.premium.book import Book
from quote_engine.premium.form_state import form_state
from quote_engine.premium.quote import appraise
from quote_engine.replies.asked import under_its_name
from quote_engine.replies.tool_page import Reply, Tool, tool_page

if TYPE_CHECKING:
    from quote_engine.typed.price import FormState, QuestionState

Answer = Callable[[Book, Any], Reply]
ANSWERS: dict[str, Answer] = {"ideas": budget, "overlaps": overlaps, "dates": contract_dates, "join": joining, "grade_check": transfer}


def _tool(name: str, html: Callable[[Say, Book, Reply], dict[str, str]], said: Callable[[Say, Reply], str]) -> Tool:
    return Tool(
        answer=lambda book, raw: (ANSWERS[name](book, raw), read_asked(book, name, raw)),
        form=lambda _, book, found, asked: _form(name, book, found, asked),
        html=lambda say, book, found, _: html(say, book, found),
        said=said,
    )


TOOLS = {
    "ideas": _tool("ideas", lambda say, _, found: budget_html(say, found), budget_said),
    "overlaps": _tool("overlaps", lambda say, book, found: overlaps_html(say, book.data, found), overlaps_said),
    "dates": _tool("dates", lambda say, _, found: dates_html(say, found), dates_said),
    "join": _tool("join", lambda say, _, found: joining_html(say, found), joining_said),
    "grade_check": _tool("grade_check", lambda say, _, found: transfer_html(say, found), transfer_said),
}
ASKS = under_its_name({**ANSWERS, **{f"{name}_page": partial(tool_page, name, tool) for name, tool in TOOLS.items()}})
"""What the desk is asked: a tool by its name, or all that its page paints."""


def _form(name: str, book: Book, found: Reply, asked: Asked) -> "FormState":
    form = _quote_form(book, name, asked, found)
    form["questions"] |= _own_states(book, name, asked, found)
    return form


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
