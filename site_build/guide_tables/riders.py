"""The riders: those with a premium of their own, those that are another answer, and which vehicle may carry which."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark, tag
from site_build.guide_pages.certainty import certainty_of
from site_build.guide_pages.layout import guide_table, listed, quote_link
from site_build.guide_pages.revision_marks import changed, marked, told_below
from site_build.guide_tables.cars import joining_of
from site_build.guide_tables.covers import coverage, plainly, without
from site_build.sources import Sources

Data = Mapping[str, Any]
NEEDED = {
    "incidental_expenses": {"own_damage": "general"},
    "new_car_replacement": {"own_damage": "general"},
    "limited_general": {"own_damage": "economy_wide"},
    "earthquake_lump_sum": {"own_damage": "general"},
    "no_fault": {"own_damage": "general"},
}
"""What a button sets beside the rider, so that the calculator does not leave it out again."""


def optional_riders(sources: Sources, *ids: str) -> Html:
    """Riders one may choose: what each pays, its conditions, what is lost without it, a link to its price. All, or those named."""
    shown = [each for each in sources.edition["coverages"] if each["rider"] and (not ids or each["id"] in ids)]
    rows = [_optional(sources, each) for each in shown]
    table = guide_table("選んで付ける特約", ["特約", "内容※", "付けられる条件", "付けないと", "掛金※"], rows)
    return join((table, told_below(change for each in shown for change in changed(sources, "coverages", each["id"]))))


def attached_riders(sources: Sources) -> Html:
    """Riders that are another way to answer a question of the calculator, and those that are no matter of price."""
    rows = []
    for rider in sources.guide.file("riders.yml")["riders"].values():
        link = quote_link(sources, "値段を見る", rider["answers"], rider["label"], "") if rider["answers"] else "計算には入りません"
        rows.append([rider["label"], join((rider["what"], reference_mark(certainty_of(sources, rider["source"])))), rider["attached"], link])
    return guide_table("そのほかの特約", ["特約", "内容※", "付き方", "掛金※"], rows)


def riders_by_vehicle(sources: Sources) -> Html:
    """What each kind of vehicle may carry, as the engine answers for it. Kinds with the same answer share a row."""
    alike: dict[tuple[bool, ...], list[str]] = {}
    names: list[str] = []
    for vehicle in sources.book["vehicles"]:
        answer = joining_of(sources, vehicle["id"])
        names = ["車両損害", *(rider["label"] for rider in answer["riders"])]
        may = (answer["own_damage"]["allowed"], *(rider["allowed"] for rider in answer["riders"]))
        alike.setdefault(may, []).append(vehicle["label"])
    rows: list[list[object]] = [[listed(labels), _those(names, may, carried=True), _those(names, may, carried=False)] for may, labels in alike.items()]
    return guide_table("車の種類ごとに付けられる補償と特約", ["車の種類", "付けられるもの", "付けられないもの"], rows)


def conditions(sources: Sources, id_: str) -> Html:
    """The conditions of one rider as a list."""
    return join((tag("ul", *(tag("li", words) for words in _conditions(sources, id_))), told_below(changed(sources, "coverages", id_))))


def rider_button(sources: Sources, id_: str) -> Html:
    """A button that opens the price with this rider, and with what it needs."""
    return tag("p", quote_link(sources, "この特約を付けて値段を見る", _with(id_), coverage(sources, id_)["label"]), class_="act")


def rider_limit(sources: Sources, id_: str) -> str:
    """The conditions of one rider in a row of sentences."""
    return "".join(_conditions(sources, id_))


def rider_what(sources: Sources, id_: str) -> str:
    """What a coverage or rider pays, in one sentence."""
    what: str = coverage(sources, id_)["what"]
    return what


def _optional(sources: Sources, each: Data) -> list[object]:
    conditions_ = _conditions(sources, each["id"])
    needs: object = tag("ul", *(tag("li", words) for words in conditions_)) if conditions_ else "どの契約にも付けられます。"
    name = marked(each["label"], changed(sources, "coverages", each["id"]))
    return [name, each["what"], needs, without(sources, each["id"]), quote_link(sources, "値段を見る", _with(each["id"]), each["label"], "")]


def _with(id_: str) -> dict[str, Any]:
    return {**NEEDED.get(id_, {}), id_: True}


def _conditions(sources: Sources, id_: str) -> list[str]:
    return [plainly(limit["otherwise"]) for limit in sources.edition["limits"][id_]]


def _those(names: list[str], may: tuple[bool, ...], *, carried: bool) -> object:
    found = [name for name, allowed in zip(names, may, strict=True) if allowed is carried]
    return listed(found) if found else "ありません"


MACROS = (attached_riders, conditions, optional_riders, rider_button, rider_limit, rider_what, riders_by_vehicle)
