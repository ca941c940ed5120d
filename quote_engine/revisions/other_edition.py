"""The other edition: what the same answers cost under the rates that end or begin near the start date.

Only the start moves: the day of applying moves with it, so that the lead stays as it was. Whether one may apply for
that day already is told apart from what it costs.
"""

from typing import TYPE_CHECKING, Any

from quote_engine.premium.book import Book, Edition
from quote_engine.premium.facts import Facts
from quote_engine.premium.quote import Appraisal, appraise
from quote_engine.revisions.price_change import price_change
from quote_engine.values.dates import day_before, days_between
from quote_engine.values.periods import days_after

if TYPE_CHECKING:
    from quote_engine.typed.price import Quote
    from quote_engine.typed.revisions import OtherEdition


def other_editions(book: Book, raw: object, back: str | None = None) -> "list[OtherEdition]":
    """Return what a start in each neighbouring edition would cost; empty where none begins or ends near the start date.

    Near is what ``site.yml`` calls ``edition_notice_days``. ``back`` is a start date that the visitor came from: it
    stands in for the first or last day of its edition. An entry holds ``edition``, ``label``, ``start_date``, ``later``,
    ``status`` (quoted, declined, invalid), ``messages``, ``apply_from`` (the first day on which one may apply for that
    start; None where the day of applying is not known), ``open``, ``answers``, and with a price on both sides
    ``certainty`` and the keys of ``price_change``.
    """
    now = appraise(book, raw)
    start = now.answered.get("start_date")
    edition = book.edition_on(str(start)) if start else None
    if edition is None or now.facts is None or now.quote["status"] == "invalid":
        return []
    found = []
    for other, day in _days(book, edition, str(start), back):
        apply_from = _apply_from(book, other, now, day)
        if other.start > edition.start or apply_from == now.answered.get("application_date"):
            found.append(_entry(book, now, edition, other, day, apply_from))
    return found


def _days(book: Book, edition: Edition, start: str, back: str | None) -> list[tuple[Edition, str]]:
    """Return the near neighbours, each with the day nearest to the present start, or the day to go back to."""
    near = book.data["site"]["edition_notice_days"]
    here = book.editions.index(edition)
    found = []
    if here and days_between(edition.start, start) < near:
        found.append((book.editions[here - 1], day_before(edition.start)))
    if here + 1 < len(book.editions) and days_between(start, book.editions[here + 1].start) <= near:
        later = book.editions[here + 1]
        found.append((later, later.start))
    return [(other, back if back and book.edition_on(back) is other else day) for other, day in found]


def _entry(book: Book, now: Appraisal, edition: Edition, other: Edition, day: str, apply_from: str | None) -> "OtherEdition":
    answers = {**now.answered, "start_date": day}
    applied = now.answered.get("application_date")
    if applied:
        answers["application_date"] = days_after(str(applied), days_between(str(now.answered["start_date"]), day))
    then = appraise(book, answers).quote
    entry: OtherEdition = {
        "edition": other.id, "label": other.label, "start_date": day, "later": other.start > edition.start,
        "status": then["status"], "messages": [each["message"] for each in then["declined"] + then["problems"]],
        "apply_from": apply_from, "open": apply_from == applied,
        "answers": {name: value for name, value in answers.items() if name != "application_date"},
    }  # fmt: skip
    if then["status"] != "quoted":
        return entry
    entry["certainty"] = then["certainty"]
    if now.quote["status"] != "quoted":
        return {**entry, "annual": then["annual"], "monthly": then["monthly"]}
    return {**entry, **price_change(now.quote, then, midway(book, answers, edition))}


def midway(book: Book, answers: dict[str, Any], edition: Edition) -> "Quote":
    """Return the quote of ``answers`` under the rates of ``edition``, whichever are in force on their start date."""
    return appraise(book, answers, edition).quote


def _apply_from(book: Book, edition: Edition, now: Appraisal, day: str) -> str | None:
    """Return the first day, from the day of applying on, on which the rules let one apply for a start on ``day``."""
    applied = now.answered.get("application_date")
    if not applied:
        return None
    refusals = [rule for name, rule in book.refusals if name == "start_date"]
    for later in range(max(0, days_between(str(applied), day)) + 1):
        asked = days_after(str(applied), later)
        facts = Facts(book, edition, {**now.answered, "start_date": day, "application_date": asked})
        if not any(facts.holds(rule["when"]) for rule in refusals):
            return asked
    return ""
