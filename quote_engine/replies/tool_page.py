"""What the page of any tool asks for after one change: one pattern for all of them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from quote_engine.drawing.words import Say
from quote_engine.premium.book import Book

if TYPE_CHECKING:
    from quote_engine.typed.price import FormState

Reply = Mapping[str, Any]
"""A tool's answer, or what its page paints: each has a type of its own in ``typed``."""


class Tool(NamedTuple):
    """One tool: its answer as data, the state of its form, the answer as HTML and in one sentence."""

    answer: Callable[[Book, Any], tuple[Reply, Any]]
    """What is found, and beside it the answers as they were read."""
    form: "Callable[[Say, Book, Any, Any], FormState]"
    html: Callable[[Say, Book, Any, Any], Mapping[str, str]]
    """``result`` for the slip and ``table`` for what stands below it. Never asked where the answers cannot be used."""
    said: Callable[[Say, Any], str]


def tool_page(name: str, tool: Tool, book: Book, raw: object) -> Reply:
    """Return all that a tool's page paints: the state of the form, the markup, the sentence to be spoken, the figures."""
    say = Say(book.data["words"])
    found, asked = tool.answer(book, raw)
    # Where the answers cannot be used, the page keeps its last result.
    usable = found["status"] != "invalid"
    return {
        "form": tool.form(say, book, found, asked),
        "html": tool.html(say, book, found, asked) if usable else {"result": "", "table": ""},
        "status": tool.said(say, found),
        name: found,
    }
