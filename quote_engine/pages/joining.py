"""この車は入れる？: the answer with its reasons and the covers the car may carry, as HTML; and both tables for reading."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, tag
from quote_engine.drawing.parts import price_link
from quote_engine.drawing.sources import source_link
from quote_engine.drawing.words import Say
from quote_engine.pages.said import heading, messages, refusal

Data = Mapping[str, Any]


def joining_html(say: Say, found: Data) -> dict[str, str]:
    """Return whether this car may join, why not, and what it may carry."""
    vehicle = found["vehicle"]
    origin = source_link(vehicle["source"], say("shared.origin"))
    kind = tag("p", tag("b", vehicle["label"]), "。", vehicle["detail"] and f"{vehicle['detail']}。", origin)
    if found["status"] == "declined":
        why = refusal(say("shared.declined_said"), found["declined"], "notes", say("shared.this_rule"))
        return {"result": join((heading(say("shared.declined")), kind, why, tag("p", say("join.mend")))), "table": ""}
    own = found["own_damage"]
    rows = [
        _row(say, say("join.basic_long"), None, ""),
        _row(say, say("join.own_damage_long"), own["source"], own["reason"], allowed=own["allowed"]),
        *(_row(say, rider["label"], rider["source"], rider["reason"], allowed=rider["allowed"]) for rider in found["riders"]),
    ]
    result = join(
        (
            heading(say("join.joins")),
            kind,
            tag("h3", say("join.covers")),
            tag("ul", *rows, class_="carries"),
            tag("p", price_link({"vehicle_type": vehicle["id"]}, say("join.to_price"))),
            tag("p", say("join.reviewed"), class_="small"),
        )
    )
    return {"result": result, "table": ""}


def joining_said(say: Say, found: Data) -> str:
    """Return the answer in one sentence."""
    if found["status"] == "joins":
        return say("join.joins_said", vehicle=found["vehicle"]["label"])
    return messages([*found["declined"], *found["problems"]])


def vehicles_table(say: Say, book: Data) -> Html:
    """The kinds of vehicle that may join, and what they may carry."""
    kind, basic, own, data = say("join.kind"), say("join.basic"), say("join.own_damage"), say("shared.data")
    rows = [
        tag(
            "tr",
            tag("th", vehicle["label"], tag("span", vehicle["detail"], class_="d") if vehicle["detail"] else None, scope="row", role="rowheader"),
            tag("td", say("join.always"), role="cell", data_h=basic),
            tag("td", carries(say, vehicle), role="cell", data_h=own),
            tag("td", source_link(vehicle["source"], say("shared.origin")), role="cell", data_h=data),
            role="row",
        )
        for vehicle in book["vehicles"]
    ]
    heads = [tag("th", words, scope="col", role="columnheader") for words in (kind, basic, own, data)]
    return tag(
        "table", tag("caption", say("join.kinds")), tag("thead", tag("tr", *heads, role="row"), role="rowgroup"),
        tag("tbody", *rows, role="rowgroup"), class_="told", role="table",
    )  # fmt: skip


def carries(say: Say, vehicle: Data) -> str:
    """Tell whether a kind of vehicle may carry own damage."""
    carried = vehicle["traits"]["own_damage_carried"]
    if carried == "unless_dump_body":
        return say("join.unless_dump_body")
    return say("join.allowed") if carried == "allowed" else say("join.never")


def refusals_list(say: Say, book: Data) -> Html:
    """The cars that are never taken."""
    origin = say("shared.origin")
    return tag("ul", *(tag("li", rule["message"], " ", source_link(rule["source"], origin)) for rule in book["eligibility"]), class_="rules")


def _row(say: Say, label: str, source: str | None, reason: str, *, allowed: bool = True) -> Html:
    said = tag("span", reason or ("" if allowed else say("join.never_said")), class_="d") if reason or not allowed else None
    return tag(
        "li", tag("span", "○" if allowed else "×", class_="sign", aria_hidden="true"), tag("b", label),
        tag("span", say("join.allowed") if allowed else say("join.never"), class_="say"), said,
        tag("span", source_link(source, say("shared.origin")), class_="d") if source and not allowed else None,
    )  # fmt: skip
