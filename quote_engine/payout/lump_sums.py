"""Lump sums for injuries: paid beside the loss, whatever it was."""

from quote_engine.payout.claim import Claim
from quote_engine.payout.figures import Figure
from quote_engine.payout.injury import eligible, family, injury_excluded
from quote_engine.payout.trace import Trace

UNHARMED = "入院、通院、後遺障がい、死亡のどれもないためです。"
NO_COMPULSORY = "自転車や人には自賠責がないので、自損事故傷害が出るものとして計算しました。パンフレットには、書かれていません。"
LATE = "事故の日から200日を過ぎて亡くなったときは、死亡の定額は出ません。"


def settle_lump_sums(claim: Claim) -> None:
    """Settle sympathy money, passenger injury and self injury."""
    _sympathy(claim)
    _passenger(claim)
    _self_injury(claim)


def _dies_in_time(claim: Claim) -> bool:
    return claim.accident.flag("death") and claim.accident.number("death_day") <= claim.figures["death_days"].value


def _percent(claim: Claim) -> Figure | None:
    """Return the share of the full sum for a lasting disability; who dies in time gets the death sum instead."""
    grade = claim.accident.word("disability_grade")
    if grade == "none" or claim.accident.flag("death"):
        return None
    return claim.figures.graded("disability_percent", grade)


def _death_or_disability(claim: Claim, trace: Trace, death: Figure, disability: Figure) -> None:
    percent = _percent(claim)
    if _dies_in_time(claim):
        trace.lump(death)
    elif percent:
        trace.lump(disability, percent=percent)


def _days(claim: Claim, trace: Trace, cover: str, persons: int) -> None:
    """Add daily amounts: days in hospital first, all within the days that count."""
    figures, accident = claim.figures, claim.accident
    most = figures[f"{cover}_days"].value
    inside = min(accident.number("hospital_days"), most)
    outside = min(accident.number("outpatient_days"), most - inside)
    for days, kind in ((inside, "hospital"), (outside, "outpatient")):
        if days:
            daily = figures[f"{cover}_{kind}"]
            words = f"{daily.label} {daily.value:,}円 × {days}日" + (f" × {persons}人" if persons > 1 else "")
            trace.add(words, daily.value * days * persons, daily.source, daily.certainty)


def _sympathy(claim: Claim) -> None:
    coverage, figures, accident = "accident_sympathy", claim.figures, claim.accident
    reason = injury_excluded(claim) or claim.closed(coverage)
    persons = eligible(claim)
    if not reason and claim.kind["scene"] == "walking":
        persons = family(claim)
        if claim.facts["personal_injury_scope"] == "in_car" or not persons:
            reason = "人身傷害の対象にならない事故なので、見舞金も出ません。"
    if reason:
        claim.refuse(coverage, reason)
        return
    trace = Trace()
    _death_or_disability(claim, trace, figures["sympathy_death"], figures["sympathy_disability"])
    if accident.number("hospital_days") >= figures["sympathy_hospital_days"].value:
        trace.lump(figures["sympathy_hospital"], persons)
    short = f"{figures['sympathy_hospital_days'].value}日以上の入院、後遺障がい、死亡のときに出ます。"
    claim.pay(coverage, trace, nothing=LATE if accident.flag("death") else short, lump=True)


def _passenger(claim: Claim) -> None:
    coverage, accident = "passenger_injury", claim.accident
    reason = injury_excluded(claim) or claim.closed(coverage)
    persons = eligible(claim)
    if not reason and claim.kind["scene"] == "walking":
        reason = "この車に乗っているときの補償です。"
    if not reason and claim.facts["passenger_injury_scope"] == "family":
        persons = min(persons, family(claim))
        reason = None if persons else "「本人と家族だけ」の契約なので、ほかの人のけがは対象外です。"
    if reason:
        claim.refuse(coverage, reason)
        return
    whole = Figure(claim.amount(coverage), f"共済金額 {claim.choice(coverage)}", claim.where(coverage), "published")
    trace = Trace()
    _death_or_disability(claim, trace, whole, whole)
    _days(claim, trace, "passenger", persons)
    claim.pay(coverage, trace, nothing=LATE if accident.flag("death") else UNHARMED, lump=True)


def _self_injury(claim: Claim) -> None:
    coverage, accident = "self_injury", claim.accident
    # Only a car has compulsory cover: it gives something unless all of the fault is the member's.
    bare = not accident.between_cars or accident.fault == 100
    reason = injury_excluded(claim)
    if not reason and coverage not in claim.in_force:
        reason = "人身傷害を付けているので、付きません。"
    reason = reason or claim.closed(coverage)
    if not reason and not (bare and claim.kind["scene"] == "road"):
        reason = "単独の事故など、相手の自賠責から出ないけがに出る補償です。"
    if reason:
        claim.refuse(coverage, reason)
        return
    silent = accident.other == "person"
    trace, whole = Trace("sample" if silent else "published"), claim.figures["self_injury_death"]
    _death_or_disability(claim, trace, whole, whole)
    _days(claim, trace, "self_injury", eligible(claim))
    if claim.pay(coverage, trace, nothing=LATE if accident.flag("death") else UNHARMED, lump=True) and silent:
        claim.say(NO_COMPULSORY)
