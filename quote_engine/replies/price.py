"""What the page asks for, whole: a quote with its form and its HTML, alternatives, a comparison."""

from typing import Any

from quote_engine.advice.alternatives import alternatives, comparison_row, present_cover
from quote_engine.drawing.sources import RATES
from quote_engine.drawing.words import Say
from quote_engine.pages.comparison import comparison_html
from quote_engine.pages.slip import slip_html
from quote_engine.pages.total import notes_html, status_sentence, total_html
from quote_engine.premium.book import Book
from quote_engine.premium.form_state import form_state
from quote_engine.premium.quote import appraise

Reply = dict[str, Any]


def page_reply(book: Book, answers: object) -> Reply:
    """Return all that the page paints after one keystroke."""
    say, appraisal = Say(book.data["words"]), appraise(book, answers)
    priced = appraisal.quote
    return {
        "quote": priced,
        "form": form_state(book, appraisal),
        "html": {"slip": _with_own_rates(slip_html(say, priced), book, priced), "notes": notes_html(say, priced), "total": total_html(say, priced)},
        "status": status_sentence(say, priced),
    }


def _with_own_rates(html: str, book: Book, priced: dict[str, Any]) -> str:
    """Where there are several editions, each has its own rate page: the explanations lead to the one they speak of."""
    return html.replace(f'"{RATES}#', f'"{RATES}{priced["edition"]}/#') if len(book.editions) > 1 and "edition" in priced else html


def alternatives_reply(book: Book, answers: object) -> Reply:
    """Return the difference at each choice and the comparison; asked for after the price is painted."""
    found = alternatives(book, answers)
    rows = found["rows"]
    return {"deltas": found["deltas"], "html": {"comparison": comparison_html(Say(book.data["words"]), rows) if rows else ""}}


def compare_reply(book: Book, set_ups: list[dict[str, Any]]) -> Reply:
    """Return the present set-up (the first) beside those that the visitor kept."""
    rows: list[dict[str, Any]] = []
    first = None
    for set_up in set_ups:
        appraisal = appraise(book, set_up.get("answers"))
        kind = "kept" if rows else "present"
        row = comparison_row(kind, str(set_up.get("label", "")), appraisal.quote, first, present_cover(appraisal))
        rows.append(row | {"answers": set_up.get("answers") if rows else None})
        first = first or appraisal.quote
    return {"html": {"comparison": comparison_html(Say(book.data["words"]), rows)}}
