"""A payout: one accident under one contract. Who is paid what, who bears what, what it does to the grade.

``payout(book, raw)`` takes the answers of a quote plus those of ``data/accidents.yml`` and returns

    status        quoted | declined | invalid (``problems`` says why)
    payments      [{coverage, label, amount, lump, certainty, steps}]; a lump sum stands beside the losses
    losses        [{id, label, amount, parts: [{bearer, label, amount, tone}]}]; the parts are the loss to the yen
    member_bears  what is left to the member, over all losses
    grade_event   three_down | one_down | no_count | none
    not_covered   [{coverage, label, message, concerns}]: a reason for every cover that pays nothing
    driver        {covered, rule, message, source}: who was at the wheel
    services      what road service does, and whether it is free
    would_have_paid  changes of the contract that would have paid more, see ``remedies``
    revised       {message, changes}: announced revisions that these rules leave out, see ``revised``; None where there are none
"""

from typing import TYPE_CHECKING

from quote_engine.payout.accident import read_accident
from quote_engine.payout.remedies import remedies
from quote_engine.payout.settlement import answer, settled
from quote_engine.premium.book import Book
from quote_engine.premium.quote import Appraisal, appraise

if TYPE_CHECKING:
    from quote_engine.typed.common import Problem, Refusal, Status
    from quote_engine.typed.payout import Payout


if TYPE_CHECKING:
    from quote_engine.payout.claim import Claim
    from quote_engine.typed.common import Problem, Refusal
    from quote_engine.typed.payout import Payout


def payout(book: Book, raw: object) -> "Payout":
    """Return the payout for ``raw`` answers, with the changes that would have paid more."""
    found, claim, contract = payout_claim(book, raw)
    if claim is not None:
        found["would_have_paid"] = remedies(book, claim, found, contract)
    return found


def payout_claim(book: Book, raw: object) -> "tuple[Payout, Claim | None, Appraisal | None]":
    """Return the payout without remedies, the claim behind it, and the contract's price."""
    accident, contract, problems = read_accident(book, raw)
    appraisal = appraise(book, contract)
    problems += appraisal.quote["problems"]
    if problems or accident is None or appraisal.facts is None:
        return _without("invalid", problems, []), None, None
    if appraisal.quote["status"] == "declined":
        return _without("declined", [], appraisal.quote["declined"]), None, None
    claim = settled(book, appraisal.facts, accident)
    return answer(claim, appraisal), claim, appraisal


def _without(status: "Status", problems: "list[Problem]", declined: "list[Refusal]") -> "Payout":
    return {
        "status": status, "payments": [], "losses": [], "member_bears": 0, "grade_event": "none", "not_covered": [],
        "services": [], "would_have_paid": [], "notes": [], "revised": None, "declined": declined, "problems": problems,
    }  # fmt: skip
