"""The riders: those with a premium of their own, those that are another answer, and which vehicle may carry which."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from quote_engine.advice.joining import joining
from quote_engine.drawing.markup import Html, join, tag
from site_build.book import book, days
from site_build.guide_data import guide_file
from site_build.guide_pages.layout import edition, guide_table, listed, quote_link
from site_build.guide_pages.revision_marks import changed, marked, told_below
from site_build.guide_tables.covers import coverage, plainly, without
from site_build.guide_tables.quotes import opened

Data = Mapping[str, Any]
NEEDED = {
    "incidental_expenses": {"own_damage": "general"},
    "new_car_replacement": {"own_damage": "general"},
    "limited_general": {"own_damage": "economy_wide"},
    "earthquake_lump_sum": {"own_damage": "general"},
    "no_fault": {"own_damage": "general"},
}
"""What a button sets beside the rider, so that the calculator does not leave it out again."""


def optional_riders(*ids: str) -> Html:
    """Riders one may choose: what each pays, its conditions, what is lost without it, a link to its price. All, or those named."""
    shown = [each for each in edition()["coverages"] if each["rider"] and (not ids or each["id"] in ids)]
    rows = [_optional(each) for each in shown]
    table = guide_table("選んで付ける特約", ["特約", "内容※", "付けられる条件", "付けないと", "掛金※"], rows)
    return join((table, told_below(change for each in shown for change in changed("coverages", each["id"]))))


def attached_riders() -> Html:
    """Riders that are another way to answer a question of the calculator, and those that are no matter of price."""
    rows = []
    for rider in guide_file("riders.yml")["riders"].values():
        link = quote_link("値段を見る", rider["answers"], rider["label"], "") if rider["answers"] else "計算には入りません"
        rows.append([rider["label"], rider["what"], rider["attached"], link])
    return guide_table("そのほかの特約", ["特約", "内容※", "付き方", "掛金※"], rows)


def riders_by_vehicle() -> Html:
    """What each kind of vehicle may carry, as the engine answers for it. Kinds with the same answer share a row."""
    alike: dict[tuple[bool, ...], list[str]] = {}
    names: list[str] = []
    for vehicle in book()["vehicles"]:
        answer = _joins(vehicle["id"])
        names = ["車両損害", *(rider["label"] for rider in answer["riders"])]
        may = (answer["own_damage"]["allowed"], *(rider["allowed"] for rider in answer["riders"]))
        alike.setdefault(may, []).append(vehicle["label"])
    rows: list[list[object]] = [[listed(labels), _those(names, may, carried=True), _those(names, may, carried=False)] for may, labels in alike.items()]
    return guide_table("車の種類ごとに付けられる補償と特約", ["車の種類", "付けられるもの", "付けられないもの"], rows)


def conditions(id_: str) -> Html:
    """The conditions of one rider as a list."""
    return join((tag("ul", *(tag("li", words) for words in _conditions(id_))), told_below(changed("coverages", id_))))


def rider_button(id_: str) -> Html:
    """A button that opens the price with this rider, and with what it needs."""
    return tag("p", quote_link("この特約を付けて値段を見る", _with(id_), coverage(id_)["label"]), class_="act")


def rider_limit(id_: str) -> str:
    """The conditions of one rider in a row of sentences."""
    return "".join(_conditions(id_))


def rider_what(id_: str) -> str:
    """What a coverage or rider pays, in one sentence."""
    what: str = coverage(id_)["what"]
    return what


def _optional(each: Data) -> list[object]:
    conditions_ = _conditions(each["id"])
    needs: object = tag("ul", *(tag("li", words) for words in conditions_)) if conditions_ else "どの契約にも付けられます。"
    return [marked(each["label"], changed("coverages", each["id"])), each["what"], needs, without(each["id"]), quote_link("値段を見る", _with(each["id"]), each["label"], "")]


def _with(id_: str) -> dict[str, Any]:
    return {**NEEDED.get(id_, {}), id_: True}


def _conditions(id_: str) -> list[str]:
    return [plainly(limit["otherwise"]) for limit in edition()["limits"][id_]]


def _those(names: list[str], may: tuple[bool, ...], *, carried: bool) -> object:
    found = [name for name, allowed in zip(names, may, strict=True) if allowed is carried]
    return listed(found) if found else "ありません"


@cache
def _joins(vehicle: str) -> dict[str, Any]:
    return joining(opened(), {"vehicle_type": vehicle, **days()})
