"""補償の重なりを調べる: what overlaps and what to choose instead, as HTML; and the whole table for reading."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark, tag
from quote_engine.drawing.parts import price_link
from quote_engine.drawing.sources import source_link
from quote_engine.drawing.words import Say
from quote_engine.pages.said import heading, marked, messages
from quote_engine.values.figures import signed

Data = Mapping[str, Any]


def overlaps_html(say: Say, book: Data, found: Data) -> dict[str, str]:
    """Return the answer, then the warnings and the covers that cannot be dropped."""
    return {"result": join((heading(say("overlaps.title")), _answer(say, found), _warnings(say, book["overlaps"]))), "table": ""}


def overlaps_said(say: Say, found: Data) -> str:
    """Return the answer in one sentence."""
    if found["status"] == "invalid":
        return messages(found["problems"])
    if found["found"]:
        return say("overlaps.found_said", count=len(found["found"]), covers="、".join(each["label"] for each in found["found"]))
    return say("overlaps.none") if found["own"] and found["others"] else say("overlaps.choose_said")


def overlaps_table(say: Say, book: Data) -> Html:
    """Every overlap that is known: what remains for reading without a script, and on paper."""
    rules = book["overlaps"]
    cover_of, others, instead = say("overlaps.cover"), say("overlaps.others"), say("overlaps.instead")
    rows = [
        tag(
            "tr",
            tag("th", cover["label"], scope="row", role="rowheader"),
            tag("td", _counterparts(say, cover["with"]), role="cell", data_h=others),
            tag("td", cover["instead"]["advice"], " ", source_link(cover["source"], say("shared.origin")), role="cell", data_h=instead),
            role="row",
        )
        for cover in rules["covers"]
    ]
    heads = [tag("th", words, scope="col", role="columnheader") for words in (cover_of, others, instead)]
    return tag(
        "table", tag("caption", say("overlaps.table")), tag("thead", tag("tr", *heads, role="row"), role="rowgroup"),
        tag("tbody", *rows, role="rowgroup"), class_="told", role="table",
    )  # fmt: skip


def _answer(say: Say, found: Data) -> Html:
    if not found["own"] or not found["others"]:
        return tag("p", say("overlaps.choose"))
    if not found["found"]:
        return tag("p", tag("b", say("overlaps.none")))
    count = tag("p", tag("b", say("overlaps.found", count=len(found["found"]))))
    return join((count, *(_overlap(say, each, found["certainty"]) for each in found["found"])))


def _overlap(say: Say, each: Data, certainty: str | None) -> Html:
    return tag(
        "div",
        tag("h3", each["label"]),
        _counterparts(say, each["with"]),
        tag("p", say.html("overlaps.advice", title=tag("b", say("overlaps.advice_title")), advice=each["advice"])),
        _saving(say, each, certainty),
        tag("p", source_link(each["source"], say("shared.origin_of_rule")), class_="small"),
        class_="finding",
    )


def _saving(say: Say, each: Data, certainty: str | None) -> Html | None:
    if each["difference"] is None:
        return None
    saving = say.html("overlaps.saving", difference=tag("b", signed(each["difference"]), class_="num"))
    said = tag("p", saving, *marked(reference_mark(certainty or "")))
    return join((said, tag("p", price_link(each["answers"], say("overlaps.to_price"), each["label"]))))


def _counterparts(say: Say, others: Sequence[Data]) -> Html:
    rows = [
        tag("li", tag("b", say("overlaps.counterpart", product=other["product_label"], cover=other["label"])), tag("span", other["overlap"], class_="d"))
        for other in others
    ]
    return tag("ul", *rows, class_="with")


def _warnings(say: Say, rules: Data) -> Html:
    warnings = [tag("div", tag("h3", each["title"]), tag("p", each["message"])) for each in rules["warnings"]]
    kept = [tag("li", tag("b", each["label"]), tag("span", each["reason"], class_="d")) for each in rules["automatic"]]
    return join((*warnings, tag("h3", say("overlaps.kept")), tag("ul", *kept, class_="with")))
