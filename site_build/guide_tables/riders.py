"""The riders: those with a premium of their own, those that are another answer, and which vehicle may carry which."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from quote_engine.joining import joining
from quote_engine.markup import Html, join, tag
from site_build.facts import book
from site_build.guide import guide_file
from site_build.guide_tables.covers import coverage, plainly, without
from site_build.guide_tables.layout import edition, guide_table, quote_link
from site_build.guide_tables.quotes import opened
from site_build.tool_frame import days

Data = Mapping[str, Any]
SIGNS = {True: ("○", "付けられます"), False: ("×", "付けられません")}
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
    rows = [_optional(each) for each in edition()["coverages"] if each["rider"] and (not ids or each["id"] in ids)]
    return guide_table("選んで付ける特約", ["特約", "内容", "付けられる条件", "付けないと", "掛金"], rows)


def attached_riders() -> Html:
    """Riders that are another way to answer a question of the calculator, and those that are no matter of price."""
    rows = []
    for rider in guide_file("riders.yml")["riders"].values():
        link = quote_link("値段を見る", rider["answers"], rider["label"], "") if rider["answers"] else "計算には入りません"
        rows.append([rider["label"], rider["what"], rider["attached"], link])
    return guide_table("そのほかの特約", ["特約", "内容", "付き方", "掛金"], rows)


def riders_by_vehicle() -> Html:
    """Which vehicle may carry own damage and which rider: ○ and × with words, as the engine answers for each vehicle."""
    found = {vehicle["id"]: _joins(vehicle["id"]) for vehicle in book()["vehicles"]}
    first = next(iter(found.values()))
    heads = ["補償", *(short_name(vehicle) for vehicle in book()["vehicles"])]
    rows: list[list[object]] = [["車両損害", *(sign(answer["own_damage"]["allowed"]) for answer in found.values())]]
    for index, rider in enumerate(first["riders"]):
        rows.append([rider["label"], *(sign(answer["riders"][index]["allowed"]) for answer in found.values())])
    table = guide_table("車の種類ごとに付けられる補償", heads, rows, columns=True)
    return tag("div", table, class_="scroll", tabindex="0", role="group", aria_label="車の種類ごとに付けられる補償")


def conditions(id_: str) -> Html:
    """The conditions of one rider as a list."""
    return tag("ul", *(tag("li", words) for words in _conditions(id_)))


def rider_button(id_: str, words: str) -> Html:
    """A button that opens the price with this rider, and with what it needs."""
    return tag("p", quote_link(words, _with(id_)), class_="act")


def rider_limit(id_: str) -> str:
    """The conditions of one rider in a row of sentences."""
    return "".join(_conditions(id_))


def rider_what(id_: str) -> str:
    """What a coverage or rider pays, in one sentence."""
    what: str = coverage(id_)["what"]
    return what


def sign(allowed: bool) -> Html:
    """○ or ×, with the word for those who hear the page."""
    mark, words = SIGNS[allowed]
    return join((tag("span", mark, aria_hidden="true", class_="sign"), tag("span", words, class_="vh")))


def short_name(vehicle: Data) -> str:
    """A vehicle's name for the head of a narrow column."""
    label: str = vehicle["label"]
    return label.partition("（")[0]


def _optional(each: Data) -> list[object]:
    conditions_ = _conditions(each["id"])
    needs: object = tag("ul", *(tag("li", words) for words in conditions_)) if conditions_ else "どの契約にも付けられます。"
    return [each["label"], each["what"], needs, without(each["id"]), quote_link("値段を見る", _with(each["id"]), each["label"], "")]


def _with(id_: str) -> dict[str, Any]:
    return {**NEEDED.get(id_, {}), id_: True}


def _conditions(id_: str) -> list[str]:
    return [plainly(limit["otherwise"]) for limit in edition()["limits"][id_]]


@cache
def _joins(vehicle: str) -> dict[str, Any]:
    return joining(opened(), {"vehicle_type": vehicle, **days()})
