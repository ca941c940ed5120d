"""The desk: one entry for the browser, text in and text out. No I/O and never a traceback."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from quote_engine.premium.answers import problem
from quote_engine.premium.book import Book
from quote_engine.premium.quote import quote
from quote_engine.replies.price import alternatives_reply, compare_reply, page_reply

Answer = Callable[[Book, Any], Mapping[str, Any]]


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

    def answer(self, request: dict[str, Any]) -> Mapping[str, Any]:
        """Return what the request asks for: quotes, a page's worth of one, or alternatives."""
        ask, answers = request.get("ask"), request.get("answers")
        if ask == "page":
            return page_reply(self.book, answers)
        if ask == "alternatives":
            return alternatives_reply(self.book, answers)
        if ask == "compare":
            return compare_reply(self.book, request["set_ups"])
        if ask in ("other_editions", "old_link"):
            return {ask: _edition_asks()[ask](self.book, request)}
        if ask == "quotes":
            return {"quotes": [quote(self.book, each) for each in request["list"]]}
        if isinstance(ask, str) and ask != "quote" and ask in _other_asks():
            return {ask: _other_asks()[ask](self.book, answers)}
        return {"quote": quote(self.book, answers)}


@cache
def _edition_asks() -> dict[str, Answer]:
    from quote_engine.replies.editions import EDITION_ASKS  # noqa: PLC0415 - nor for what is asked after the price

    return EDITION_ASKS


@cache
def _other_asks() -> dict[str, Answer]:
    from quote_engine.replies.asks import ASKS  # noqa: PLC0415 - a first visit to the price page must not wait for other pages

    return ASKS


def written(value: Any) -> str:
    """Return ``value`` as the one JSON text that every host writes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
