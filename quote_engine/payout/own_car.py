"""Damage to the member's own car: the three types, deductible and recovery, and the riders that go with it."""

from quote_engine.payout.bearing import OTHER, Loss
from quote_engine.payout.claim import UNIDENTIFIED, Claim
from quote_engine.payout.trace import Trace
from quote_engine.premium.total_loss import SUPPOSED, is_total_loss
from quote_engine.values.wording import man_yen

GENERAL, WIDE = "general", "economy_wide"
BORROWED = "借りた車そのものの損害をどこまで補償するかは、公表されていません。計算に入れていません。"
UNFIT = "酒気帯びや無免許の運転で起きた損害には、出ません。"
UNHARMED = "自分の車の損害が、ないためです。"


def settle_own_car(claim: Claim) -> None:
    """Settle the damage to the car, the lump sum after an earthquake and the new car."""
    loss, recovered = _loss(claim)
    loss.bear(OTHER, "相手", recovered)
    _own_damage(claim, loss, recovered)
    _limited_general(claim, loss, recovered)
    _earthquake(claim, loss)
    _new_car(claim, loss)


def covered(claim: Claim) -> bool:
    """Tell whether own damage, in its type or with the limited rider, answers for this kind of accident."""
    return damage_excluded(claim) is None or _limited(claim)


def damage_excluded(claim: Claim) -> str | None:
    """Return why own damage does not answer for this accident; None when it does."""
    chosen = claim.facts["own_damage"]
    closed = claim.closed("own_damage")
    if closed:
        return closed
    if claim.accident.flag("borrowed_car"):
        return BORROWED
    kind = claim.accident.damaged_as
    if not kind["own_damage"]:
        after = "地震等一時金で備えます。" if claim.accident.id == "earthquake" else ""
        return f"{kind['thing']}は、どのタイプの車両損害でも対象外です。{after}"
    if chosen not in kind["own_damage"]:
        return f"{claim.choice('own_damage')}では、{kind['thing']}は対象外です。"
    return UNFIT if claim.unfit else None


def _limited(claim: Claim) -> bool:
    kinds = claim.accident.damaged_as["own_damage"]
    fits = GENERAL in kinds and WIDE not in kinds
    return fits and not claim.closed("limited_general") and not claim.unfit and not claim.accident.flag("borrowed_car")


def _loss(claim: Claim) -> tuple[Loss, int]:
    """Open the loss, and say what comes back from the other side."""
    accident = claim.accident
    amount = accident.number("own_damage_loss")
    if "own_damage_loss" not in accident.given and accident.flag("total_loss") and claim.facts["own_damage"] != "none":
        amount = claim.amount("own_damage_amount")
        claim.notes.append("全損の損害の額の答えがないので、車両共済金額と同じとして計算しました。")
    loss = claim.loss("own_car", "自分の車", amount)
    if "recovery" in accident.given:
        return loss, min(amount, accident.number("recovery"))
    if amount and accident.unidentified:
        claim.say(UNIDENTIFIED.format(of="修理代"))
    insured = accident.other == "car" and accident.word("other_insured") == "insured"
    return loss, amount - amount * accident.fault // 100 if insured and claim.kind["scene"] == "road" else 0


def _own_damage(claim: Claim, loss: Loss, recovered: int) -> None:
    coverage, accident = "own_damage", claim.accident
    reason = damage_excluded(claim)
    if not loss.amount and coverage in claim.in_force:
        reason = UNHARMED
    if reason:
        claim.refuse(coverage, reason)
        return
    amount, said = claim.amount("own_damage_amount"), accident.flag("total_loss")
    supposed = is_total_loss(loss.amount, amount) and not said
    trace = Trace("sample" if supposed else "published").start("自分の車の損害", loss.amount, accident.source("own_damage_loss"))
    trace.less("相手から", recovered, accident.source("recovery"))
    deductible = 0 if is_total_loss(loss.amount, amount, said=said) else claim.amount("own_damage_deductible")
    if supposed:
        claim.say(SUPPOSED)
    words = "自己負担額"
    if deductible and recovered and accident.between_cars:
        # In a collision between cars, what the other side pays goes into the member's deductible first.
        words = f"自己負担額 {man_yen(deductible)}のうち、相手からの額で足りない分"
        deductible = max(0, deductible - recovered)
    trace.less(words, deductible, claim.where("own_damage_deductible"))
    trace.limit("車両共済金額", amount, claim.where("own_damage_amount"))
    full = recovered >= loss.amount
    nothing = "相手からの賠償で、損害が全部うまるためです。" if full else "損害が、自己負担額までのためです。"
    loss.bear(coverage, claim.labels[coverage], claim.pay(coverage, trace, nothing=nothing))


def _limited_general(claim: Claim, loss: Loss, recovered: int) -> None:
    coverage, figures = "limited_general", claim.figures
    reason = claim.closed(coverage)
    if not reason and not _limited(claim):
        reason = "エコノミーワイドで出ない、あて逃げ、単独事故などに出る補償です。"
    if not reason and not loss.amount:
        reason = UNHARMED
    if reason:
        claim.refuse(coverage, reason)
        return
    trace = Trace().start("自分の車の損害", loss.amount, claim.accident.source("own_damage_loss"))
    trace.less("相手から", recovered, claim.accident.source("recovery"))
    limit, deductible = figures["limited_general"], figures["limited_general_deductible"]
    if loss.amount <= limit.value:
        trace.less(deductible.label, deductible.value, deductible.source)
    trace.cap(limit)
    loss.bear(coverage, claim.labels[coverage], claim.pay(coverage, trace, nothing="損害が、自己負担額までのためです。"))


def _earthquake(claim: Claim, loss: Loss) -> None:
    coverage = "earthquake_lump_sum"
    reason = claim.closed(coverage)
    if not reason and claim.accident.id != "earthquake":
        reason = "地震、噴火、津波のときに出る補償です。"
    elif not reason and not claim.accident.flag("total_loss"):
        reason = "この特約で定める全損のときだけに出ます。"
    if reason:
        claim.refuse(coverage, reason)
        return
    figure = claim.figures["earthquake_lump_sum"]
    trace = Trace().lump(figure)
    trace.limit("車両共済金額", claim.amount("own_damage_amount"), claim.where("own_damage_amount"))
    paid = claim.pay(coverage, trace, nothing="全損のときだけに出ます。", lump=True)
    loss.bear(coverage, claim.labels[coverage], paid)


def _new_car(claim: Claim, loss: Loss) -> None:
    """The new car instead of the damaged one: what it costs more than the damage."""
    coverage, accident = "new_car_replacement", claim.accident
    cost = accident.number("replacement_cost")
    extra = claim.loss("own_car_replacement", "新しい車に買い替えて増える費用", max(0, cost - loss.amount))
    price = accident.number("new_car_price") or claim.amount("own_damage_amount")
    percent = claim.figures["new_car_percent"]
    reason = claim.closed(coverage)
    if not reason and accident.id == "theft":
        reason = "盗難では、使えません。"
    elif not reason and damage_excluded(claim):
        reason = "車両損害が出ない事故では、使えません。"
    elif not reason and not cost:
        reason = "新しい車に買い替えたときに出ます。"
    elif not reason and loss.amount * 100 < price * percent.value:
        reason = f"修理代が、新車の値段の{percent.value}%に足りないためです。"
    if reason:
        claim.refuse(coverage, reason)
        return
    trace = Trace().start("買い替えた車の値段", cost, accident.source("replacement_cost"))
    trace.limit("契約のときに決めた新車の値段", price, accident.source("new_car_price"))
    trace.less("車の損害として見た額", loss.amount, accident.source("own_damage_loss"))
    paid = claim.pay(coverage, trace, nothing="車の損害の額だけで、買い替えられるためです。")
    extra.bear(coverage, claim.labels[coverage], paid)
