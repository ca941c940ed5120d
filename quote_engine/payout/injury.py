"""Injuries on the member's side: what the other side gives, what 人身傷害 and the uninsured cover add."""

from quote_engine.payout.bearing import OTHER, Loss
from quote_engine.payout.claim import UNIDENTIFIED, Claim
from quote_engine.payout.compulsory import Injury, compulsory_pays, several
from quote_engine.payout.trace import Trace

UNHURT = "自分の側のけがが、ないためです。"
UNKNOWN_MOPED = "原付に乗っていた人のけがをどう補償するかは、公表されていません。計算に入れていません。"
EARTHQUAKE = "地震、噴火、津波によるけがは、対象外です。"
UNFIT = "酒気帯びや無免許で運転した本人のけがには、出ません。"


def settle_injury(claim: Claim) -> None:
    """Settle the loss by injury of the member, the family and the passengers."""
    accident = claim.accident
    loss = claim.loss("own_injury", "自分の側のけが", accident.number("injury_loss"))
    given = _from_other(claim, loss)
    if loss.amount and accident.unidentified:
        claim.say(UNIDENTIFIED.format(of="けが"))
    loss.bear(OTHER, "相手", given)
    _personal_injury(claim, loss, given)
    _uninsured(claim, loss, given)


def injury_excluded(claim: Claim) -> str | None:
    """Return why injuries of this accident or of these persons are not paid; None when they are."""
    accident = claim.accident
    if not accident.injured:
        return UNHURT
    if accident.id == "earthquake":
        return EARTHQUAKE
    if claim.kind["scene"] == "moped":
        return UNKNOWN_MOPED
    if claim.unfit and accident.number("injured_persons") == 1:
        return UNFIT
    return None


def eligible(claim: Claim) -> int:
    """Return how many of the injured a cover pays for; an unfit driver is not among them."""
    return claim.accident.number("injured_persons") - (1 if claim.unfit else 0)


def family(claim: Claim) -> int:
    """Return how many of the injured are the member and the family."""
    accident = claim.accident
    persons = accident.number("injured_persons")
    return accident.number("injured_family") if "injured_family" in accident.given else persons


def _from_other(claim: Claim, loss: Loss) -> int:
    """Return what the other side gives: the share of its fault, or less when it has no cover for that."""
    accident = claim.accident
    if accident.other != "car":
        return 0
    share = loss.amount - loss.amount * accident.fault // 100
    insured = accident.word("other_insured")
    if insured == "insured":
        return share
    if insured == "none":
        return 0
    grade = accident.word("disability_grade")
    hurt = Injury(loss.amount, 0, accident.number("injured_persons"), accident.fault, accident.outcome, grade)
    if loss.amount:
        claim.say(several(hurt))
    return min(share, compulsory_pays(claim.figures, hurt))


def _personal_injury(claim: Claim, loss: Loss, given: int) -> None:
    coverage, accident = "personal_injury", claim.accident
    persons = accident.number("injured_persons")
    counted = eligible(claim)
    reason = injury_excluded(claim) or claim.closed(coverage)
    if claim.kind["scene"] == "walking" and not reason:
        counted = family(claim)
        if claim.facts["personal_injury_scope"] == "in_car":
            reason = "「この車に乗っているときだけ」の契約なので、歩行中などの事故は対象外です。"
        elif not counted:
            reason = "歩行中などの事故は、本人と家族だけが対象です。"
    if not reason and not loss.amount:
        reason = "けがの損害の額が、0円のためです。"
    if reason:
        claim.refuse(coverage, reason)
        return
    source = accident.source("injury_loss")
    trace = Trace().start("けがの損害", loss.amount, source)
    if counted < persons:
        trace.limit(f"対象の{counted}人のぶん", loss.amount * counted // persons, accident.source("injured_persons"))
    insured = accident.word("other_insured") == "insured"
    words = f"相手から（相手の過失 {100 - accident.fault}%）" if insured else "相手の自賠責から"
    trace.less(words, given * counted // persons, accident.source("own_fault_percent" if insured else "other_insured"))
    amount = claim.amount(coverage)
    if amount:
        words = f"共済金額 {claim.choice(coverage)}" + (f" × {counted}人" if counted > 1 else "")
        trace.limit(words, amount * counted, claim.where(coverage))
    first = min(loss.amount * counted // persons, amount * counted or loss.amount)
    paid = claim.pay(coverage, trace, nothing="相手からの賠償で、損害が全部うまるためです。", advance=first)
    loss.bear(coverage, claim.labels[coverage], paid)
    if given and paid:
        claim.notes.append("人身傷害は、示談を待たずに先に受け取れます。相手の分は、あとで精算されます。")


def _uninsured(claim: Claim, loss: Loss, given: int) -> None:
    """Death or disability by a car without cover: what it owes and cannot pay."""
    coverage, accident = "uninsured_motorist", claim.accident
    reason = injury_excluded(claim) or claim.closed(coverage)
    if not reason and accident.outcome == "injury":
        reason = "亡くなったときと、後遺障がいが残ったときに出る補償です。"
    elif not reason and not accident.between_cars:
        reason = "相手が車の事故に出る補償です。"
    elif not reason and accident.other == "car" and accident.word("other_insured") == "insured":
        reason = "相手に共済か保険があるためです。"
    if reason:
        claim.refuse(coverage, reason)
        return
    owed = loss.amount - loss.amount * accident.fault // 100
    trace = Trace().start("相手が負う賠償", owed, accident.source("own_fault_percent"))
    trace.less("相手の自賠責から", given, accident.source("other_insured"))
    if trace.amount > loss.left:
        trace.limit("ほかの補償で足りない額", loss.left, claim.sources[coverage])
    paid = claim.pay(coverage, trace, nothing="ほかの補償で足りるためです。")
    loss.bear(coverage, claim.labels[coverage], paid)
