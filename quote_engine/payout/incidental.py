"""Incidental expenses: a hired car, things in the car, transport, lodging, the way home. And the lawyer."""

from quote_engine.payout.claim import Claim
from quote_engine.payout.own_car import covered
from quote_engine.payout.trace import Trace


def settle_incidental(claim: Claim) -> None:
    """Settle what an accident costs besides the repair."""
    coverage, accident = "incidental_expenses", claim.accident
    costs = _costs(claim)
    loss = claim.loss("incidental", "付随する費用", sum(costs.values()))
    reason = claim.closed(coverage)
    if not reason and not loss.amount:
        reason = "代車や宿泊などの費用が、ないためです。"
    elif not reason and not covered(claim):
        reason = "車両損害の対象にならない事故なので、出ません。"
    if reason:
        claim.refuse(coverage, reason)
        return
    trace = Trace()
    for part in (_rental(claim), _belongings(claim), *_journey(claim)):
        if part is not None:
            trace.join(part)
    why = "警察に届けていないためです。" if not accident.flag("police_report") else "車が自分で走れるときは、出ません。"
    loss.bear(coverage, claim.labels[coverage], claim.pay(coverage, trace, nothing=why))


def _costs(claim: Claim) -> dict[str, int]:
    accident = claim.accident
    plain = ("belongings_loss", "transport_cost", "lodging_cost", "return_cost")
    rental = accident.number("rental_days") * accident.number("rental_daily_cost")
    return {"rental": rental, **{id_: accident.number(id_) for id_ in plain}}


def _rental(claim: Claim) -> Trace | None:
    accident, figures = claim.accident, claim.figures
    days, cost = accident.number("rental_days"), accident.number("rental_daily_cost")
    if not days * cost:
        return None
    most = figures["rental_days"]
    trace = Trace().start(f"代車 {cost:,}円 × {days}日", days * cost, accident.source("rental_days"))
    if days > most.value:
        trace.limit(f"{most.label} {most.value}日", most.value * cost, most.source, most.certainty)
    return trace.cap(figures["rental_daily"], min(days, most.value))


def _belongings(claim: Claim) -> Trace | None:
    accident, figures = claim.accident, claim.figures
    if not accident.number("belongings_loss") or not accident.flag("police_report"):
        return None
    trace = Trace().start("車の中の品の損害", accident.number("belongings_loss"), accident.source("belongings_loss"))
    if accident.id == "theft":
        own = figures["belongings_theft_deductible"]
        trace.less(own.label, own.value, own.source)
    return trace.cap(figures["belongings"])


def _journey(claim: Claim) -> list[Trace | None]:
    accident, figures = claim.accident, claim.figures
    if not accident.flag("undrivable"):
        return []
    persons = accident.number("travellers")
    parts: list[Trace | None] = []
    for id_, figure, times in (("transport_cost", "transport", 1), ("lodging_cost", "lodging", persons), ("return_cost", "return_home", persons)):
        if accident.number(id_):
            trace = Trace().start(accident.questions[id_]["label"], accident.number(id_), accident.source(id_))
            parts.append(trace.cap(figures[figure], times))
    return parts


def settle_legal(claim: Claim) -> None:
    """Settle the lawyer, who claims from the other side; so there must be one that owes something."""
    coverage, accident, figures = "legal_expenses", claim.accident, claim.figures
    fees, consultation = accident.number("legal_fees"), accident.number("legal_consultation")
    loss = claim.loss("legal", "弁護士の費用", fees + consultation)
    reason = claim.closed(coverage)
    if not reason and not loss.amount:
        reason = "弁護士の費用が、ないためです。"
    elif not reason and (claim.kind["other"] == "nobody" or accident.fault == 100):
        reason = "相手に請求できる損害がない事故なので、出ません。"
    elif not reason and not accident.flag("legal_consent"):
        reason = "前もって同意を受けたときに出ます。"
    if reason:
        claim.refuse(coverage, reason)
        return
    trace = Trace()
    if fees:
        part = Trace().start("弁護士に頼む費用", fees, accident.source("legal_fees"))
        trace.join(part.cap(figures["legal_fees"], accident.number("injured_persons")))
    if consultation:
        part = Trace().start("法律相談の費用", consultation, accident.source("legal_consultation"))
        trace.join(part.cap(figures["legal_consultation"]))
    loss.bear(coverage, claim.labels[coverage], claim.pay(coverage, trace, nothing="費用がないためです。"))
