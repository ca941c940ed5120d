"""Road service: which help comes free of charge, and which does not."""

from quote_engine.payout.claim import Claim
from quote_engine.payout.figures import Figure

COVERAGE = "road_service"


def settle_road_service(claim: Claim) -> None:
    """Settle each service that the answers ask for; it is help, not money."""
    accident, figures = claim.accident, claim.figures
    asked = [id_ for id_ in ("tow_km", "roadside_minutes", "fuel_litres") if accident.number(id_)]
    if not asked and not accident.flag("ditch"):
        claim.refuse(COVERAGE, "故障や脱輪のときに使うサービスです。お金は出ません。")
        return
    if accident.flag("borrowed_car") or claim.kind["scene"] == "moped":
        claim.refuse(COVERAGE, "契約の車だけのサービスです。借りた車と原付は入りません。")
        return
    claim.refuse(COVERAGE, "お金ではなく、作業を受けるサービスです。")
    if accident.number("tow_km"):
        km, free = accident.number("tow_km"), figures["tow_km"]
        if accident.flag("tow_to_designated"):
            _tell(claim, "tow", "レッカーでのけん引", f"指定される最寄りの修理工場までは、{km}kmでも無料です。", free, free=True)
        else:
            over = max(0, km - free.value)
            words = f"{free.value}kmまで無料です。" + (f"超える{over}kmは有料です。" if over else "")
            _tell(claim, "tow", "レッカーでのけん引", words, free, free=not over)
    if accident.number("roadside_minutes"):
        minutes, free = accident.number("roadside_minutes"), figures["roadside_minutes"]
        words = f"{free.value}分までの作業は無料です。" + ("超える分は有料です。" if minutes > free.value else "")
        _tell(claim, "roadside", "その場の作業", words, free, free=minutes <= free.value)
    if accident.number("fuel_litres"):
        _fuel(claim)
    if accident.flag("ditch"):
        snow = accident.flag("ditch_on_snow")
        words = "雪道、ぬかるみ、砂浜では、有料になることがあります。" if snow else "クレーンなどでの引き上げも無料です。"
        _tell(claim, "ditch", "引き上げ", words, figures["tow_km"], free=not snow)


def _fuel(claim: Claim) -> None:
    litres, free = claim.accident.number("fuel_litres"), claim.figures["fuel_litres"]
    if claim.accident.flag("fuel_used_before"):
        times = claim.figures["fuel_times"].value
        _tell(claim, "fuel", "燃料の配達", f"無料は、1つの共済期間に{times}回だけです。2回目からは有料です。", free, free=False)
        return
    over = max(0, litres - free.value)
    words = f"{free.value}Lまで無料です。" + (f"超える{over}Lは有料です。" if over else "")
    _tell(claim, "fuel", "燃料の配達", words, free, free=not over)


def _tell(claim: Claim, id_: str, label: str, message: str, figure: Figure, *, free: bool) -> None:
    claim.services.append(
        {"id": id_, "label": label, "free": free, "message": message, "source": figure.source, "certainty": figure.certainty}
    )
