"""くらべる: the present choice beside the nearest cheaper and safer ones, and those a visitor kept.

A row is {"kind": "present" | "cheaper" | "safer" | "kept", "label": 「もっと安く」, "annual", "monthly",
"difference": yen a year or None, "monthly_difference": yen or None, "changes": what changes,
"effect": what is lost or gained, "answers": the answers to take over, or None}. A set-up that has
no price has "annual": None and its reason in "effect".
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, tag
from quote_engine.drawing.words import Say
from quote_engine.values.figures import digits, signed

Row = Mapping[str, Any]


def comparison_html(say: Say, rows: Sequence[Row]) -> str:
    """Return the table of set-ups side by side; on phones its rows stand under each other."""
    head = tag(
        "tr",
        tag("th", tag("span", say("price.set_up"), class_="vh"), scope="col"),
        tag("th", say("shared.annual"), scope="col"),
        tag("th", say("shared.monthly"), scope="col"),
        tag("th", say("price.changes"), scope="col"),
        tag("th", say("price.effects"), scope="col"),
        tag("td"),
        role="row",
    )
    caption = tag("caption", say("price.compared"), class_="vh")
    # Phones lay the rows out as blocks, which would take the table's meaning away: the roles keep it.
    body = tag("tbody", *(_row(say, row) for row in rows), role="rowgroup")
    return tag("table", caption, tag("thead", head, role="rowgroup"), body, class_="ct", role="table")


def _row(say: Say, row: Row) -> Html:
    priced = row.get("annual") is not None
    return tag(
        "tr",
        tag("th", row["label"], scope="row", role="rowheader"),
        tag(
            "td", _price(row, "annual", "difference") if priced else tag("b", say("price.no_price")), role="cell", class_="p"
        ),
        tag("td", _price(row, "monthly", "monthly_difference") if priced else None, role="cell", class_="m"),
        tag("td", row.get("changes") or "", role="cell", class_="what"),
        tag("td", row.get("effect") or "", role="cell", class_="effect"),
        tag("td", _buttons(say, row), role="cell", class_="act"),
        role="row",
        data_kind=row["kind"],
    )


def _price(row: Row, key: str, difference: str) -> Html:
    amount = digits(row[key]) + "円"
    more = row.get(difference)
    change = tag("span", signed(more), class_="df num") if more is not None else None
    return tag("span", tag("b", amount, class_="num"), change)


def _buttons(say: Say, row: Row) -> Html | None:
    if row.get("answers") is None:
        return None
    words = {"type": "button", "data_answers": json.dumps(row["answers"], ensure_ascii=False, sort_keys=True)}
    take = tag(
        "button", say("price.take"), tag("span", f"（{row['label']}）", class_="vh"), class_="btn", data_act="take", **words
    )
    if row["kind"] != "kept":
        return take
    drop = tag(
        "button",
        say("price.drop"),
        tag("span", f"（{row['label']}）", class_="vh"),
        class_="btn plain",
        data_act="drop",
        **words,
    )
    return tag("span", take, drop, class_="pairbtn")
