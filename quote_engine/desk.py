"""The desk: one entry for the browser, text in and text out. No I/O and never a traceback."""

import json
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from quote_engine.premium.answers import problem
from quote_engine.premium.book import Book

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quote_engine.replies.asked import Answerer

ROOMS = {
    "price": ("quote", "quotes", "page", "alternatives", "compare"),
    "editions": ("other_editions", "old_link"),
    "outlook": ("outlook", "use_or_pay", "outlook_page", "use_or_pay_page"),
    "payout": ("payout", "payout_page", "payout_remedies"),
    "tools": (
        "ideas", "overlaps", "dates", "join", "grade_check",
        "ideas_page", "overlaps_page", "dates_page", "join_page", "grade_check_page",
    ),
}  # fmt: skip
"""Every question, by the module of ``replies`` that answers it. A page waits for the module of what it asks, and no other."""
QUESTIONS = {question: room for room, questions in ROOMS.items() for question in questions}
USUAL = "quote"
"""What is answered where the question is missing or unknown."""


class Desk:
    """Answers requests from one book. A request and a reply are JSON text."""

    def __init__(self, book_text: str) -> None:
        """Open the desk with the book as ``Book.to_json`` wrote it."""
        self.book = Book.from_json(book_text)

    def reply(self, request_text: str) -> str:
        """Return the reply to one request; it repeats the request's ``id``."""
        return self.reply_bytes(request_text).decode()

    def reply_bytes(self, request_text: str) -> bytes:
        """Return the reply as UTF-8: half of a surrogate pair, which no host can show, becomes a question mark."""
        return self._reply(request_text).encode("utf-8", "replace")

    def _reply(self, request_text: str) -> str:
        try:
            request = json.loads(request_text)
        except (ValueError, RecursionError):
            request = None
        if not isinstance(request, dict):
            return written({"id": None, "problems": [problem("", "問い合わせを読めません。")]})
        return written({"id": request.get("id"), **self.answer(request)})

    def answer(self, request: "Mapping[str, Any]") -> "Mapping[str, Any]":
        """Return what ``request["ask"]`` asks for; ``typed.replies`` has the shape of each answer."""
        ask = request.get("ask")
        question = ask if isinstance(ask, str) and ask in QUESTIONS else USUAL
        return _asked(QUESTIONS[question])[question](self.book, request)


@cache
def _asked(room: str) -> "dict[str, Answerer]":
    """Return what answers the questions of one module, which is imported when the first of them is asked."""
    asks: dict[str, Answerer] = import_module(f"quote_engine.replies.{room}").ASKS
    return asks


def written(value: Any) -> str:
    """Return ``value`` as the one JSON text that every host writes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
