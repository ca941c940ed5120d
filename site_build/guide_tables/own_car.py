"""Damage to one's own car: which type pays for which accident, and what the deductible leaves to the member."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, tag
from quote_engine.pages.payout_bars import bars, money
from quote_engine.values.links import fragment
from site_build.guide_pages.layout import TOP, guide_table, quote_link
from site_build.guide_pages.revision_marks import changed_cover, marked, told_below
from site_build.sources import Sources

Data = Mapping[str, Any]
SIGNS = {True: ("○", "出ます"), False: ("×", "出ません")}
SCENES = ("road", "harm")


def own_car_types(sources: Sources) -> Html:
    """Accident by accident: which of the three types pays. A row leads to the payout, the last one to the prices."""
    types = [choice for choice in sources.question("own_damage")["choices"] if choice["id"] != "none"]
    kinds = sources.book["accidents"]["kinds"]
    asked = [(id_, kind) for id_, kind in kinds.items() if kind["scene"] in SCENES]
    asked.sort(key=lambda each: -len(each[1]["own_damage"]))
    rows: list[list[object]] = []
    changes = [change for id_ in kinds for choice in types for change in changed_cover(sources, id_, choice["id"])]
    for id_, kind in asked:
        named = tag("a", kind["label"], href=f"{TOP}payout/{fragment({'accident': id_})}")
        head = join((named, tag("span", kind["detail"], class_="d")))
        rows.append([head, *(marked(_sign(choice["id"] in kind["own_damage"]), changed_cover(sources, id_, choice["id"])) for choice in types)])
    rows.append(["掛金", *(quote_link(sources, "見る", {"own_damage": choice["id"]}, choice["label"], "") for choice in types)])
    table = guide_table("車両損害の3つのタイプと、出る事故", ["事故・災害", *(choice["label"] for choice in types)], rows)
    return join((tag("div", table, class_="types"), told_below(changes)))


def deductible_examples(sources: Sources, loss: int, *faults: int) -> Html:
    """The same repair under the model contract: alone, with another car at each of these faults, and as a total loss.

    ``loss`` is in yen, ``faults`` are the member's own, in percent. Every figure is the engine's.
    """
    scenes: list[tuple[str, dict[str, Any]]] = [("単独の事故", {"accident": "object_collision"})]
    scenes += [(f"車どうし、自分の過失{fault}％", {"accident": "car_collision", "own_fault_percent": str(fault)}) for fault in faults]
    scenes.append(("全損（単独の事故）", {"accident": "object_collision", "total_loss": True}))
    found = [(label, _own_loss(sources, {**scene, "own_damage_loss": str(loss)})) for label, scene in scenes]
    rows = [[label, *(money(_part(parts, tone)) for tone in ("other", "own_car", "self"))] for label, parts in found]
    drawn = bars([{"label": label, "amount": loss, "parts": parts} for label, parts in found])
    table = guide_table("同じ修理代で、自分で払う額", ["場面", "相手から", "車両損害から", "自分で払う額"], rows)
    return join((tag("div", drawn, class_="quote own-bars"), table))


def _own_loss(sources: Sources, accident: dict[str, Any]) -> list[Data]:
    policy = sources.book["stories"][0]["answers"]
    losses = sources.ask("payout", {**policy, **accident})["payout"]["losses"]
    parts: list[Data] = next(loss["parts"] for loss in losses if loss["id"] == "own_car")
    return parts


def _part(parts: list[Data], tone: str) -> int:
    return sum(part["amount"] for part in parts if part["tone"] == tone)


def _sign(paid: bool) -> Html:
    mark, words = SIGNS[paid]
    return join((tag("span", mark, aria_hidden="true", class_="sign"), tag("span", words, class_="vh")))


MACROS = (deductible_examples, own_car_types)
