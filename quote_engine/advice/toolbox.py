"""A tool's answers: its own questions read and settled, the rest left for the quote."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from quote_engine.premium.answers import Value, problem, read_answers
from quote_engine.premium.book import Book
from quote_engine.premium.form_state import as_text
from quote_engine.premium.migrations import migrated
from quote_engine.values.conditions import holds

if TYPE_CHECKING:
    from quote_engine.typed.common import Problem
    from quote_engine.typed.price import QuestionState


class Asked(NamedTuple):
    """What a visitor told a tool: its own answers with defaults, those really given, and the quote's answers."""

    own: dict[str, Any]
    given: set[str]
    quote: dict[str, Any]
    problems: "list[Problem]"


def read_asked(book: Book, tool: str, raw: object) -> Asked:
    """Read ``raw``, flat answers to the tool's own questions and to the quote's, mixed."""
    questions = book.data["tools"][tool]["questions"]
    own: dict[str, Any] = {id_: question["default"] for id_, question in questions.items()}
    if not isinstance(raw, dict):
        return Asked(own, set(), {}, [problem("", "答えの形が違います。「項目: 値」の組で書いてください。")])
    answers, _ = migrated(raw, book, questions)
    whole: dict[Any, Any] = answers if isinstance(answers, dict) else {}
    mine = {id_: value for id_, value in whole.items() if id_ in questions}
    given: dict[str, Value] = {}
    problems: list[Problem] = []
    if mine:
        given, problems = read_answers(mine, questions)
    return Asked(own | given, set(given), {id_: whole[id_] for id_ in whole if id_ not in mine}, problems)


def own_states(book: Book, tool: str, asked: Asked, allowed: Mapping[str, list[str | None]] | None = None) -> "dict[str, QuestionState]":
    """Return the state of each of the tool's own questions, as the form paints it."""
    messages = {found["field"]: found["message"] for found in reversed(asked.problems)}
    return {
        id_: {
            "shown": holds(question["shown"], asked.own, asked.own),
            "value": as_text(asked.own[id_]),
            "given": id_ in asked.given,
            "allowed": (allowed or {}).get(id_),
            "problem": messages.get(id_),
        }
        for id_, question in book.data["tools"][tool]["questions"].items()
    }
