"""What announced revisions may mean for one accident: the changes that touch it and that the edition's rules leave out."""

from typing import TYPE_CHECKING

from quote_engine.payout.claim import Claim
from quote_engine.premium.announced import REVISED, unfollowed
from quote_engine.premium.quote import Appraisal

if TYPE_CHECKING:
    from quote_engine.typed.book import AnnouncedChange
    from quote_engine.typed.payout import LeftOut, TouchingChange


def revised(claim: Claim, appraisal: Appraisal) -> "LeftOut | None":
    """Return ``{message, changes: [{id, start, coverages, message}]}``: what is left out, and which of it may change this payout.

    None where the rules of the start date are all here.
    """
    said = next((note["message"] for note in appraisal.quote["notes"] if note["id"] == REVISED), None)
    if said is None:
        return None
    missing = unfollowed(claim.book.revisions, claim.edition.start, str(claim.facts["start_date"]))
    changes: list[TouchingChange] = [
        {"id": change["id"], "start": revision["start"], "coverages": change["coverages"], "message": change["what"]}
        for revision in missing
        for change in revision["changes"]
        if _touched(change, claim)
    ]
    return {"message": said, "changes": changes}


def _touched(change: "AnnouncedChange", claim: Claim) -> bool:
    accident = claim.accident
    if accident.id in change["accidents"] and claim.facts["own_damage"] in change["own_damage"]:
        return True
    return any(accident.number(id_) for id_ in change["asked"]) and not claim.in_force.isdisjoint(change["coverages"])
