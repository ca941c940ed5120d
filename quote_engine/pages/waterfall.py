"""The making of one premium as bars and as a table: base, what raised it, what lowered it, rounding."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, escape, icon, join, tag, yen
from quote_engine.drawing.sources import anchor_link, source_link
from quote_engine.drawing.words import Say
from quote_engine.values.figures import digits, exact, signed, whole
from quote_engine.values.wording import man_yen

Data = Mapping[str, Any]

LARGE = 10_000
"""From here a number is an amount of yen, said as 200万円."""


def operand_words(say: Say, step: Data) -> str:
    """What a step does, in a few words: 「× 0.50」「9%引き」「10円単位に四捨五入」."""
    kind, operand = step["kind"], step["operand"]
    if kind == "discount":
        return say("price.percent_off", percent=step["percent"])
    if kind == "multiply":
        return f"× {operand}"
    if kind == "divide":
        return f"÷ {operand}"
    if kind == "round":
        return _rounding(say, step.get("mode", "half_up"), f"{int(operand):,}円")
    if kind == "add" and step.get("of"):
        number = step["of"]
        return f"{man_yen(number) if number >= LARGE else digits(number)} × {operand}"
    if kind == "floor":
        return say("price.floor", amount=f"{whole(operand):,}円")
    if kind == "cap":
        return say("price.cap", amount=f"{whole(operand):,}円")
    return ""


def _rounding(say: Say, mode: str, unit: str) -> str:
    if mode == "up":
        return say("price.round_up", unit=unit)
    return say("price.round_down", unit=unit) if mode == "down" else say("price.round_half_up", unit=unit)


def waterfall(say: Say, line: Data) -> Html:
    """Return the bars and, one tap below, the same steps as a table with their sources.

    Every keystroke draws some eighty steps, so their rows are written as text at once instead of tag by tag.
    """
    steps = line["steps"]
    top = max([1, *(whole(step["after"]) for step in steps)])
    rows = Html("".join([_bar_row(say, step, top) for step in steps]))
    final = tag(
        "li",
        tag("span", say("price.steps_result", cover=line["label"]), class_="wl"),
        tag("span", yen(line["annual"]), class_="num"),
        class_="fin",
    )
    return join(
        (
            tag("h3", say("price.steps")),
            tag("ol", rows, final, class_="wf"),
            tag(
                "details",
                tag("summary", say("price.steps_table"), icon("down"), class_="tsum"),
                _table(say, line),
                data_key=f"table-{line['coverage']}",
            ),
        )
    )


def _bar_row(say: Say, step: Data, top: int) -> str:
    first = step["kind"] == "base"
    before, after = (0 if first else whole(step["before"])), whole(step["after"])
    amount = f"{digits(after)}円" if first else signed(after - before)
    words = operand_words(say, step)
    # A step named after what it does says so once.
    small = f'<span class="small"> {escape(words)}</span>' if words and words != step["label"] else ""
    return (
        f'<li><span class="wl">{escape(step["label"])}{small}</span><span class="num">{amount}</span>'
        f"{_bar(after if first else before, after, top)}</li>"
    )


def _bar(before: int, after: int, top: int) -> str:
    """One bar: what is left in solid, what was taken away hatched, what was added in a paler tone."""
    kept = _percent(min(before, after), top)
    moved = ""
    if after != before:
        kind = 'cut" fill="url(#hatch)' if after < before else "more"
        moved = f'<rect x="{kept}" width="{_percent(abs(after - before), top)}" height="100%" class="{kind}"></rect>'
    return (
        '<svg class="wb" width="100%" height="14" aria-hidden="true">'
        f'<rect width="{kept}" height="100%" class="kept"></rect>{moved}</svg>'
    )


def _percent(part: int, top: int) -> str:
    """A share as an exact percentage with two places; integers only."""
    hundredths = max(0, part) * 10_000 // top
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


def _table(say: Say, line: Data) -> Html:
    rows = [
        f'<tr><th scope="row">{anchor_link(step["anchor"], step["label"])}</th>'
        f'<td class="r">{exact(step["after"])}</td><td class="r">{source_link(step["source"])}</td></tr>'
        for step in line["steps"]
    ]
    head = tag(
        "tr",
        tag("th", say("price.steps_done"), scope="col"),
        tag("th", say("shared.after"), scope="col", class_="r"),
        tag("th", say("shared.data"), scope="col", class_="r"),
    )
    caption = tag("caption", say("price.steps_caption", cover=line["label"]), class_="vh")
    return tag("table", caption, tag("thead", head), tag("tbody", Html("".join(rows))))
