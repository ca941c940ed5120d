"""The settlement of one claim: every cover in turn, and the answer in the shape of the contract."""

from typing import TYPE_CHECKING

from quote_engine.payout.accident import Accident
from quote_engine.payout.bearing import SELF
from quote_engine.payout.claim import INTENT, Claim
from quote_engine.payout.covers import ANSWERS_IN, concerned_in
from quote_engine.payout.grade_events import BY_KIND
from quote_engine.payout.incidental import settle_incidental, settle_legal
from quote_engine.payout.injury import settle_injury
from quote_engine.payout.liability import settle_liability
from quote_engine.payout.lump_sums import settle_lump_sums
from quote_engine.payout.own_car import settle_own_car
from quote_engine.payout.revised import revised
from quote_engine.payout.road_service import settle_road_service
from quote_engine.premium.book import Book
from quote_engine.premium.facts import Facts
from quote_engine.premium.quote import Appraisal

if TYPE_CHECKING:
    from quote_engine.typed.common import Event
    from quote_engine.typed.payout import NotCovered, Payout


WORST_FIRST: "tuple[Event, ...]" = ("six_down", "three_down", "one_down", "no_count")
SETTLERS = (
    settle_liability, settle_injury, settle_lump_sums, settle_own_car, settle_incidental, settle_legal, settle_road_service,
)  # fmt: skip
"""What settles the covers, in the order in which one leaves off where another did."""


def settled(book: Book, facts: Facts, accident: Accident) -> Claim:
    """Return the claim with everything settled."""
    edition = book.edition_on(str(facts["start_date"]))
    if edition is None:
        raise LookupError("no edition on the start date")
    claim = Claim(book, edition, facts, accident)
    for settle in SETTLERS:
        settle(claim)
    return claim


def answer(claim: Claim, appraisal: Appraisal) -> "Payout":
    """Return the claim as the contract says it."""
    losses = [loss.closed() for loss in claim.losses]
    payments = [claim.payments[id_] for id_ in claim.labels if id_ in claim.payments]
    sample = any(payment["certainty"] == "sample" for payment in payments)
    driver = claim.driver
    if driver.assumed:
        claim.notes.append(driver.message)
    return {
        "status": "quoted",
        "edition": appraisal.quote["edition"],
        "edition_label": appraisal.quote["edition_label"],
        "certainty": "sample" if sample else "published",
        "accident": claim.accident.id,
        "accident_label": claim.kind["label"],
        "payments": payments,
        "paid": sum(payment["amount"] for payment in payments),
        "losses": losses,
        "lost": sum(loss["amount"] for loss in losses),
        "member_bears": sum(loss.borne_by(SELF) for loss in claim.losses),
        "grade_event": grade_event(claim),
        "not_covered": not_covered(claim),
        "driver": {"covered": driver.covered, "rule": driver.rule, "message": driver.message, "source": driver.source},
        "services": claim.services,
        "would_have_paid": [],
        "answers": claim.accident.settled(),
        "notes": [*claim.accident.moved, *(note["message"] for note in appraisal.quote["notes"] if note["kind"] == "moved"), *claim.notes],
        "revised": revised(claim, appraisal),
        "problems": [],
    }


def grade_event(claim: Claim) -> "Event":
    """Return how the renewal will count this accident: the worst of what was paid."""
    accident = claim.accident
    waived = (
        "no_fault" in claim.in_force and accident.id == "car_collision" and accident.fault == 0 and accident.flag("other_identified")
    )
    events = set()
    for coverage in claim.payments:
        event = claim.figures.grade_event(coverage)
        if event == BY_KIND:
            event = "no_count" if waived else accident.damaged_as["grade_event"]
        events.add(event)
    return next((event for event in WORST_FIRST if event in events), "none")


def not_covered(claim: Claim) -> "list[NotCovered]":
    """Return a reason for every cover of the edition that pays nothing."""
    scene = claim.kind["scene"]
    concerned = concerned_in(scene)
    found: list[NotCovered] = []
    for coverage, label in claim.labels.items():
        if coverage in claim.payments:
            continue
        message = claim.refused.get(coverage)
        if coverage == "other_car":
            message = "借りた車の事故を、対人賠償などで見るための補償です。" if claim.accident.flag("borrowed_car") else "借りた車を運転していた事故の補償です。"
        elif coverage == "no_fault":
            message = "等級の数え方の特約です。お金は出ません。"
        elif message is None or (scene in ANSWERS_IN and coverage not in concerned and message != INTENT):
            message = claim.closed(coverage) or f"{claim.kind['thing']}では使わない補償です。"
        found.append({"coverage": coverage, "label": label, "message": message, "concerns": coverage in concerned})
    return found
