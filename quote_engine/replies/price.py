"""What the page asks for, whole: a quote with its form and its HTML, alternatives, a comparison."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from quote_engine.advice.alternatives import alternatives, comparison_row, present_cover
from quote_engine.drawing.sources import RATES
from quote_engine.drawing.words import Say
from quote_engine.pages.comparison import comparison_html
from quote_engine.pages.slip import slip_html
from quote_engine.pages.total import notes_html, status_sentence, total_html
from quote_engine.premium.answers import problem
from quote_engine.premium.book import Book
from quote_engine.premium.form_state import form_state
from quote_engine.premium.quote import appraise, quote
from quote_engine.replies.asked import Answerer, Request, by_answers, refused, under_its_name

if TYPE_CHECKING:
    from quote_engine.typed.price import Alternatives, ComparisonRow, Page, Quote, RowKind


def page_reply(book: Book, answers: object) -> "Page":
    """Return all that the page paints after one keystroke."""
    say, appraisal = Say(book.data["words"]), appraise(book, answers)
    priced = appraisal.quote
    return {
        "quote": priced,
        "form": form_state(book, appraisal),
        "html": {"slip": _with_own_rates(slip_html(say, priced), book, priced), "notes": notes_html(say, priced), "total": total_html(say, priced)},
        "status": status_sentence(say, priced),
    }


def _with_own_rates(html: str, book: Book, priced: "Quote") -> str:
    """Where there are several editions, each has its own rate page: the explanations lead to the one they speak of."""
    return html.replace(f'"{RATES}#', f'"{RATES}{priced["edition"]}/#') if len(book.editions) > 1 and "edition" in priced else html


def alternatives_reply(book: Book, answers: object) -> "Alternatives":
    """Return the difference at each choice and the comparison; asked for after the price is painted."""
    found = alternatives(book, answers)
    rows = found["rows"]
    return {"deltas": found["deltas"], "html": {"comparison": comparison_html(Say(book.data["words"]), rows) if rows else ""}}


def compare_reply(book: Book, request: Request) -> Mapping[str, Any]:
    """Return the present set-up (the first) beside those that the visitor kept."""
    set_ups = request.get("set_ups")
    if not isinstance(set_ups, list) or not all(isinstance(each, dict) for each in set_ups):
        return refused(problem("set_ups", "くらべる設定（set_ups）の並びを読めません。"))
    rows: list[ComparisonRow] = []
    first = None
    for set_up in set_ups:
        appraisal = appraise(book, set_up.get("answers"))
        kind: RowKind = "kept" if rows else "present"
        row = comparison_row(kind, str(set_up.get("label", "")), appraisal.quote, first, present_cover(appraisal))
        rows.append({**row, "answers": set_up.get("answers") if rows else None})
        first = first or appraisal.quote
    return {"html": {"comparison": comparison_html(Say(book.data["words"]), rows)}}


def quotes_reply(book: Book, request: Request) -> Mapping[str, Any]:
    """Return a quote for each item of the request's ``list``."""
    asked = request.get("list")
    if not isinstance(asked, list):
        return refused(problem("list", "答えの並び（list）を読めません。"))
    return {"quotes": [quote(book, each) for each in asked]}


ASKS: dict[str, Answerer] = {
    **under_its_name({"quote": quote}),
    "quotes": quotes_reply,
    "page": by_answers(page_reply),
    "alternatives": by_answers(alternatives_reply),
    "compare": compare_reply,
}
