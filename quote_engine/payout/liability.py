"""Liability: what the member owes for the other side's injuries and things, and which cover pays it."""

from quote_engine.payout.bearing import COMPULSORY, OTHER, Loss
from quote_engine.payout.claim import Claim
from quote_engine.payout.compulsory import Injury, compulsory_pays, several
from quote_engine.payout.covers import ANSWERS_IN
from quote_engine.payout.trace import Trace

NO_FAULT = "自分に過失がないので、賠償の責任がありません。"
RELATED = "相手が、運転していた人の親、配偶者、子なので、対象外です。"


def settle_liability(claim: Claim) -> None:
    """Settle the other side's losses under the cover that answers in this scene."""
    injury, compulsory = _injury_loss(claim)
    things = claim.loss("third_party_property", "相手の車や物", claim.accident.number("third_party_property_loss"))
    owed_injury = max(0, _owed(claim, injury) - compulsory)
    owed_things = _owed(claim, things)
    # What the other side bears of its own fault is never asked of the member.
    injury.bear(OTHER, "相手", injury.amount - compulsory - owed_injury)
    things.bear(OTHER, "相手", things.amount - owed_things)
    scene = claim.kind["scene"]
    if scene in ANSWERS_IN:
        _settle_together(claim, ANSWERS_IN[scene], injury, things, compulsory)
    elif scene == "road":
        _settle_people(claim, injury, compulsory)
        _settle_things(claim, things)
        _settle_excess(claim)


def _owed(claim: Claim, loss: Loss) -> int:
    fault = 100 if claim.kind["scene"] == "defect" else claim.accident.fault
    return loss.amount * fault // 100


def _injury_loss(claim: Claim) -> tuple[Loss, int]:
    """Open the loss of the other side's injuries and let compulsory cover bear its part."""
    accident = claim.accident
    loss = claim.loss("third_party_injury", "相手のけが", accident.number("third_party_injury_loss"))
    if claim.kind["scene"] not in ("road", "moped") or accident.word("driving_state") == "intentional":
        return loss, 0
    if "compulsory_paid" in accident.given:
        paid = accident.number("compulsory_paid")
    else:
        outcome, grade, lasting = "injury", "", 1
        if accident.flag("third_party_death"):
            outcome, lasting = "death", accident.number("third_party_persons")
        elif accident.word("third_party_care") != "none":
            outcome, grade = "care", accident.word("third_party_care")
        elif accident.word("third_party_disability_grade") != "none":
            outcome, grade = "disability", accident.word("third_party_disability_grade")
        hurt = Injury(loss.amount, accident.number("third_party_treatment_loss"), accident.number("third_party_persons"),
                      100 - accident.fault, outcome, grade, lasting)  # fmt: skip
        if loss.amount:
            claim.say(several(hurt))
        paid = compulsory_pays(claim.figures, hurt)
    return loss, loss.bear(COMPULSORY, "自賠責", paid)


def _people_trace(claim: Claim, loss: Loss, compulsory: int) -> Trace:
    accident = claim.accident
    trace = Trace().start("相手のけがの損害", loss.amount, accident.source("third_party_injury_loss"))
    if claim.kind["scene"] != "defect":
        trace.share("自分の過失のぶん", accident.fault, accident.source("own_fault_percent"))
    return trace.less("自賠責から出る", compulsory, claim.figures["compulsory_injury"].source)


def _not_owed(claim: Claim, coverage: str, no_loss: str) -> str | None:
    """Return why nothing is owed to the other side, or why the cover is closed; None when it may pay."""
    if no_loss:
        return no_loss
    if not claim.accident.fault:
        return NO_FAULT
    return RELATED if claim.accident.flag("third_party_family") else claim.closed(coverage)


def _settle_people(claim: Claim, loss: Loss, compulsory: int) -> None:
    coverage = "bodily_injury_liability"
    reason = _not_owed(claim, coverage, "" if loss.amount else "相手のけがの損害が、ないためです。")
    if reason:
        claim.refuse(coverage, reason)
        return
    paid = claim.pay(coverage, _people_trace(claim, loss, compulsory), nothing="自賠責だけで足りるためです。")
    loss.bear(coverage, claim.labels[coverage], paid)


def _settle_things(claim: Claim, loss: Loss) -> None:
    coverage, accident = "property_damage_liability", claim.accident
    reason = _not_owed(claim, coverage, "" if loss.amount else "相手の車や物の損害が、ないためです。")
    if reason:
        claim.refuse(coverage, reason)
        return
    trace = Trace().start("相手の車や物の損害", loss.amount, accident.source("third_party_property_loss"))
    trace.share("自分の過失のぶん", accident.fault, accident.source("own_fault_percent"))
    trace.less("自己負担額", claim.amount("property_deductible"), claim.where("property_deductible"), "sample")
    paid = claim.pay(coverage, trace, nothing="賠償の額が、対物賠償の自己負担額までのためです。")
    loss.bear(coverage, claim.labels[coverage], paid)


def _settle_excess(claim: Claim) -> None:
    """What the repair of the other's car costs beyond its value: owed by nobody, paid up to a limit."""
    coverage, accident = "property_excess_repair", claim.accident
    loss = claim.loss("third_party_property_excess", "相手の車の、時価を超えた修理代", accident.number("third_party_repair_over_value"))
    reason = claim.closed(coverage)
    if not loss.amount:
        reason = "相手の車の修理代が、時価を超えていないためです。"
    elif not accident.fault:
        reason = "自分に過失がないためです。"
    elif accident.flag("third_party_family"):
        reason = RELATED
    elif not accident.flag("repaired_in_time"):
        reason = "相手が6か月以内に修理した場合に出ます。"
    if reason:
        claim.refuse(coverage, reason)
    else:
        trace = Trace().start("時価を超えた修理代", loss.amount, accident.source("third_party_repair_over_value"))
        trace.share("自分の過失のぶん", accident.fault, accident.source("own_fault_percent"))
        trace.cap(claim.figures["property_excess"])
        paid = claim.pay(coverage, trace, nothing="自分に過失がないためです。")
        loss.bear(coverage, claim.labels[coverage], paid)
    loss.bear(OTHER, "相手", loss.left)


def _settle_together(claim: Claim, coverage: str, injury: Loss, things: Loss, compulsory: int) -> None:
    """Settle injuries and things under one cover: a bicycle, a moped of the family, a defect of the car."""
    accident = claim.accident
    reason = claim.closed(coverage)
    if not injury.amount + things.amount:
        reason = "相手の損害が、ないためです。"
    elif not accident.fault and claim.kind["scene"] != "defect":
        reason = NO_FAULT
    if reason:
        claim.refuse(coverage, reason)
        return
    trace = Trace()
    if injury.amount:
        trace.join(_people_trace(claim, injury, compulsory))
    if things.amount:
        part = Trace().start("相手の車や物の損害", things.amount, accident.source("third_party_property_loss"))
        if claim.kind["scene"] != "defect":
            part.share("自分の過失のぶん", accident.fault, accident.source("own_fault_percent"))
        trace.join(part)
    if coverage == "bicycle_liability":
        trace.cap(claim.figures["bicycle_liability"])
    paid = claim.pay(coverage, trace, nothing="自賠責だけで足りるためです。")
    left = paid - injury.bear(coverage, claim.labels[coverage], paid)
    things.bear(coverage, claim.labels[coverage], left)
