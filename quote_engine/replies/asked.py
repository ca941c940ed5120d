"""How the desk is asked: every question has a function of the book and the whole request, which may be anything at all."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from quote_engine.premium.book import Book

if TYPE_CHECKING:
    from quote_engine.typed.common import Problem

Request = Mapping[str, Any]
Answerer = Callable[[Book, Request], Mapping[str, Any]]
"""What answers one question: its parts of the reply, or ``problems`` where the request cannot be read."""


def by_answers(answer: Callable[[Book, Any], Mapping[str, Any]]) -> Answerer:
    """Return what answers a question by the request's ``answers``, with parts that stand in the reply itself."""
    return lambda book, request: answer(book, request.get("answers"))


def under_its_name(answers: Mapping[str, Callable[[Book, Any], Any]]) -> dict[str, Answerer]:
    """Return what answers each question by the request's ``answers``, under the question's own name."""
    return {name: _under(name, answer) for name, answer in answers.items()}


def refused(problem: "Problem") -> Mapping[str, Any]:
    """Return the reply to a request that lacks what was asked about."""
    return {"problems": [problem]}


def _under(name: str, answer: Callable[[Book, Any], Any]) -> Answerer:
    return lambda book, request: {name: answer(book, request.get("answers"))}
