"""The making of one premium as bars and as a table: base, what raised it, what lowered it, rounding."""

from collections.abc import Mapping
from typing import Any

from quote_engine.markup import Html, digits, exact, icon, join, signed, tag, whole, yen
from quote_engine.sources import anchor_link, source_link
from quote_engine.wording import man_yen

Data = Mapping[str, Any]

LARGE = 10_000
"""From here a number is an amount of yen, said as 200万円."""
MODES = {"half_up": "四捨五入", "up": "切り上げ", "down": "切り捨て"}


def operand_words(step: Data) -> str:
    """What a step does, in a few words: 「× 0.50」「9%引き」「10円単位に四捨五入」."""
    kind, operand = step["kind"], step["operand"]
    if kind == "discount":
        return f"{step['percent']}%引き"
    if kind == "multiply":
        return f"× {operand}"
    if kind == "divide":
        return f"÷ {operand}"
    if kind == "round":
        return f"{int(operand):,}円単位に{MODES.get(step.get('mode', 'half_up'), '')}"
    if kind == "add" and step.get("of"):
        number = step["of"]
        return f"{man_yen(number) if number >= LARGE else digits(number)} × {operand}"
    if kind == "floor":
        return f"{whole(operand):,}円を下回らない"
    if kind == "cap":
        return f"{whole(operand):,}円を超えない"
    return ""


def waterfall(line: Data) -> Html:
    """Return the bars and, one tap below, the same steps as a table with their sources."""
    steps = line["steps"]
    top = max([1, *(whole(step["after"]) for step in steps)])
    rows = [_bar_row(step, top) for step in steps]
    final = tag(
        "li",
        tag("span", f"{line['label']}の掛金", class_="wl"),
        tag("span", yen(line["annual"]), class_="num"),
        class_="fin",
    )
    return join(
        (
            tag("h3", "この金額になるまで"),
            tag("ol", *rows, final, class_="wf"),
            tag(
                "details",
                tag("summary", "表で見る（出典つき）", icon("down"), class_="tsum"),
                _table(line),
                data_key=f"table-{line['coverage']}",
            ),
        )
    )


def _bar_row(step: Data, top: int) -> Html:
    first = step["kind"] == "base"
    before, after = (0 if first else whole(step["before"])), whole(step["after"])
    amount = digits(after) + "円" if first else signed(after - before)
    words = operand_words(step)
    if words == step["label"]:  # a step named after what it does says so once
        words = ""
    return tag(
        "li",
        tag("span", step["label"], tag("span", " " + words, class_="small") if words else None, class_="wl"),
        tag("span", amount, class_="num"),
        _bar(before, after, top, first=first),
    )


def _bar(before: int, after: int, top: int, *, first: bool) -> Html:
    """One bar: what is left in solid, what was taken away hatched, what was added in a paler tone."""
    kept = after if first else min(before, after)
    moved = 0 if first else abs(after - before)
    parts = [tag("rect", width=_percent(kept, top), height="100%", class_="kept")]
    if moved:
        kind = "cut" if after < before else "more"
        fill = "url(#hatch)" if kind == "cut" else None
        parts.append(
            tag("rect", x=_percent(kept, top), width=_percent(moved, top), height="100%", class_=kind, fill=fill)
        )
    return tag("svg", *parts, class_="wb", width="100%", height="14", aria_hidden="true")


def _percent(part: int, top: int) -> str:
    """A share as an exact percentage with two places; integers only."""
    hundredths = max(0, part) * 10_000 // top
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


def _table(line: Data) -> Html:
    rows = [
        tag(
            "tr",
            tag("th", anchor_link(step["anchor"], step["label"]), scope="row"),
            tag("td", exact(step["after"]), class_="r"),
            tag("td", source_link(step["source"]), class_="r"),
        )
        for step in line["steps"]
    ]
    head = tag(
        "tr",
        tag("th", "した計算（説明へ）", scope="col"),
        tag("th", "計算後（円）", scope="col", class_="r"),
        tag("th", "データ", scope="col", class_="r"),
    )
    caption = tag("caption", f"{line['label']}の計算と出典", class_="vh")
    return tag("table", caption, tag("thead", head), tag("tbody", *rows))
