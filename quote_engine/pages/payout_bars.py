"""Who bears what, as bars of SVG and as a table with the same figures."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark, tag
from quote_engine.drawing.words import Say
from quote_engine.payout.bearing import ORDER
from quote_engine.values.wording import man_yen

Data = Mapping[str, Any]

WHOLE = 10_000
"""A bar in hundredths of a percent."""
LEAST = 140
"""The narrowest part that can still be seen."""


def swatch(tone: str) -> Html:
    """The colour of a bearer, beside its name."""
    box = tag("rect", x="1", y="1", width="16", height="16", class_=f"d-{tone}")
    return tag("svg", box, class_="sw", width="18", height="18", viewBox="0 0 18 18", aria_hidden="true")


def money(amount: int) -> Html:
    """Yen as people say them, never broken."""
    return tag("span", man_yen(amount), class_="num")


def bars(losses: Sequence[Data]) -> Html:
    """One bar per loss; names and figures stand under it."""
    return tag("ul", *(_bar(loss) for loss in losses), class_="bars")


def _bar(loss: Data) -> Html:
    parts = loss["parts"]
    names = [tag("span", swatch(part["tone"]), part["label"], " ", tag("b", man_yen(part["amount"]), class_="num")) for part in parts]
    return tag(
        "li",
        tag("p", tag("span", loss["label"]), money(loss["amount"]), class_="bh"),
        tag("svg", *_rects(parts, loss["amount"]), class_="bb", width="100%", height="34", aria_hidden="true"),
        tag("p", *names, class_="bn"),
    )


def _rects(parts: Sequence[Data], whole: int) -> list[Html]:
    widths = [max(LEAST, part["amount"] * WHOLE // whole) for part in parts]
    largest = widths.index(max(widths))
    widths[largest] += WHOLE - sum(widths)
    drawn, at = [], 0
    for part, width in zip(parts, widths, strict=True):
        drawn.append(tag("rect", x=_percent(at), y="0", width=_percent(width), height="100%", class_=f"d-{part['tone']}"))
        at += width
    gaps, at = [], 0
    for width in widths[:-1]:
        at += width
        gaps.append(tag("line", x1=_percent(at), x2=_percent(at), y1="0", y2="100%", class_="gap"))
    return drawn + gaps


def _percent(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


def bearer_table(say: Say, found: Data) -> Html:
    """The same figures, one row per bearer over all losses, with how each payment came about."""
    made: dict[str, str] = {"compulsory": say("payout.by_law"), "other": say("payout.by_other"), "self": say("payout.by_nobody")}
    made |= {payment["coverage"]: words for payment in found["payments"] if (words := formula(say, payment["steps"]))}
    marks = {payment["coverage"]: reference_mark(payment["certainty"]) for payment in found["payments"]}
    rows: dict[str, dict[str, Any]] = {}
    for loss in found["losses"]:
        for part in loss["parts"]:
            row = rows.setdefault(part["bearer"], {**part, "amount": 0})
            row["amount"] += part["amount"]
    ordered = sorted(rows.values(), key=lambda row: ORDER.index(row["tone"]))
    body = [
        tag(
            "tr",
            tag("th", tag("div", swatch(row["tone"]),
                tag("div", row["label"], " ", marks.get(row["bearer"]), tag("span", made.get(row["bearer"], ""), class_="small")), class_="who"),
                scope="row"),
            tag("td", money(row["amount"]), class_="r"),
            class_="me" if row["bearer"] == "self" else None,
        )
        for row in ordered
    ]  # fmt: skip
    return tag(
        "table",
        tag("caption", say("payout.bearers"), class_="vh"),
        tag("thead", tag("tr", tag("th", say("payout.bearer"), scope="col"), tag("th", say("payout.amount"), scope="col", class_="r"))),
        tag("tbody", *body),
        tag("tfoot", tag("tr", tag("th", say("payout.sum"), scope="row"), tag("td", money(found["lost"]), class_="r"))),
        class_="bearers",
    )


def formula(say: Say, steps: Sequence[Data]) -> Html:
    """A payment in a few words: 250万円 × 90% − 自賠責 120万円. Steps that change nothing are left out."""
    words: list[Html] = []
    for step in steps:
        kind, changed = step["kind"], step["before"] != step["after"]
        if kind == "loss":
            words += [Html(" ＋ ")] if words else []
            words.append(money(int(step["operand"])))
        elif kind == "add":
            if not step["label"].startswith("ここまで"):
                words += [Html(" ＋ ")] if words else []
                words.append(tag("span", step["label"]))
        elif changed and kind == "share":
            words.append(tag("span", f" × {step['operand']}%", class_="nw"))
        elif changed and kind == "less":
            words.append(tag("span", f" −\u00a0{step['label']} ", tag("span", man_yen(int(step["before"]) - int(step["after"])), class_="num")))
        elif changed and kind == "limit":
            most = man_yen(step["after"])
            limit = step["label"] if most in step["label"] else f"{step['label']} {most}"
            words.append(tag("span", say("payout.up_to", limit=limit)))
    return join(words)
