"""Remedies: which change of the contract would have paid more in this accident, and what it costs a year."""

from typing import TYPE_CHECKING

from quote_engine.payout.claim import Claim
from quote_engine.payout.settlement import WORST_FIRST, answer, grade_event, settled
from quote_engine.premium.book import Book
from quote_engine.premium.facts import Facts
from quote_engine.premium.quote import Appraisal, quote

if TYPE_CHECKING:
    from quote_engine.typed.common import Event
    from quote_engine.typed.payout import Payout, Remedy


MOST = 6


def remedies(book: Book, claim: Claim, now: "Payout", contract: Appraisal | None) -> "list[Remedy]":
    """Return the changes that pay more or count less, cheapest first; none that another beats in both.

    Each is {id, label, changes, paid_more, bears_less, member_bears, grade_event, annual, difference}: the yen
    that would have come more, and the yearly premium with its difference to the present one.
    """
    if contract is None or contract.quote["status"] != "quoted":
        return []
    found: list[Remedy] = []
    for remedy in book.data["accidents"]["remedies"]:
        changes = remedy["changes"]
        changed = {name: value for name, value in changes.items() if claim.facts[name] != value}
        if not changed:
            continue
        facts = Facts(book, claim.edition, {**contract.answered, **changes})
        if any(facts[name] != value for name, value in changes.items()):
            continue  # the rules do not let this contract have it
        other = settled(book, facts, claim.accident)
        then = answer(other, contract)
        more, event = then["paid"] - now["paid"], grade_event(other)
        if more > 0 or (more == 0 and then["payments"] and _rank(event) > _rank(now["grade_event"])):
            found.append({
                "id": remedy["id"], "label": remedy["label"], "changes": changed, "paid_more": more,
                "bears_less": now["member_bears"] - then["member_bears"], "member_bears": then["member_bears"],
                "grade_event": event,
            })  # fmt: skip
    return _worth_telling([_priced(book, remedy, contract) for remedy in found])


def _rank(event: "Event") -> int:
    return WORST_FIRST.index(event) if event in WORST_FIRST else len(WORST_FIRST)


def _priced(book: Book, remedy: "Remedy", contract: Appraisal) -> "Remedy":
    then = quote(book, {**contract.answered, **remedy["changes"]})
    if then["status"] != "quoted":
        return remedy | {"annual": None, "difference": None}
    return remedy | {"annual": then["annual"], "difference": then["annual"] - contract.quote["annual"]}


def _worth_telling(found: "list[Remedy]") -> "list[Remedy]":
    """Return what no other change beats: less premium for as much money and as good a grade."""
    priced = [remedy for remedy in found if remedy["difference"] is not None]
    priced.sort(key=lambda remedy: (remedy["difference"], -remedy["paid_more"]))
    kept: list[Remedy] = []
    for remedy in priced:
        beaten = any(
            other["paid_more"] >= remedy["paid_more"] and _rank(other["grade_event"]) >= _rank(remedy["grade_event"])
            for other in kept
        )
        if not beaten:
            kept.append(remedy)
    return kept[:MOST]
