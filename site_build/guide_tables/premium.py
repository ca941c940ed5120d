"""掛金の決まり方: the model case's premium, from its base to what is paid, over all coverages at once."""

from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple

from quote_engine.drawing.markup import Html, join, tag, yen
from quote_engine.values.figures import digits, signed
from site_build.guide_pages.layout import guide_table, page_link, quote_link
from site_build.guide_tables.quotes import example_with
from site_build.sources import Sources

TOGETHER = {
    "table-class_vehicle": "table-class_basic",
    "table-age_band_vehicle": "table-age_band",
    "table-own_damage_per_yen": "base",
}
"""Steps of the own car told together with the same step of the other coverages."""
BASE, ROUND = "base", "step-round"
START = "もとの掛金（補償ごとの額の合計）"


class Stage(NamedTuple):
    """One stage of the premium: its words, its place among the rates, and the sum of all coverages after it."""

    label: str
    anchor: str
    total: Fraction


def premium_stages(sources: Sources) -> list[Stage]:
    """The stages of the model case's premium in their order; those that change nothing are left out."""
    lines = example_with(sources)["lines"]
    order: dict[str, str] = {}
    for line in lines:
        for step in line["steps"]:
            order.setdefault(_key(step), step["label"])
    amounts = [Fraction(0)] * len(lines)
    stages: list[Stage] = []
    for key in sorted(order, key=partial(_place, sources)):
        for number, line in enumerate(lines):
            for step in line["steps"]:
                if _key(step) == key:
                    amounts[number] = Fraction(str(step["after"]))
        total = sum(amounts, Fraction(0))
        if not stages or total != stages[-1].total:
            stages.append(Stage(_label(key, order[key]), "coverages" if key == BASE else key, total))
    return stages


def premium_table(sources: Sources) -> Html:
    """The stages as a table with a bar each; the last total is the premium."""
    stages = premium_stages(sources)
    top = max(stage.total for stage in stages)
    rows = []
    before = Fraction(0)
    for stage in stages:
        change = "" if stage.label == START else signed(round(stage.total) - round(before))
        name = join((page_link(stage.label, f"rates/#{stage.anchor}"), _bar(before, stage.total, top)))
        rows.append([name, change, tag("span", f"{digits(round(stage.total))}円", class_="num")])
        before = stage.total
    return guide_table("見本の掛金ができるまで（1年分、参考）", ("すること", "増減→", "ここまでの額→"), rows)


def premium_lines_table(sources: Sources) -> Html:
    """The coverages of the model case with what each costs in a year, and the sum."""
    quote = example_with(sources)
    paid = [[line["label"], line["detail"], yen(line["annual"])] for line in quote["lines"] if line["annual"]]
    free = [line["label"] for line in quote["lines"] if not line["annual"]]
    rows = [*paid, ["自動で付く補償", "、".join(free), yen(0)], ["合計", "", tag("b", yen(quote["annual"]))]]
    return guide_table("見本の契約の補償と、1年の掛金", ("補償", "内容", "年払（参考）→"), rows)


def premium_button(sources: Sources) -> Html:
    """The way to the model case on the price page."""
    return tag("p", quote_link(sources, "この見本から、自分の値段を出す", {}))


def _label(key: str, label: str) -> str:
    return START if key == BASE else f"端数を、補償ごとに{label}" if key == ROUND else label


def _key(step: dict[str, Any]) -> str:
    if step["kind"] in ("base", "round"):
        return BASE if step["kind"] == "base" else ROUND
    anchor = str(step["anchor"])
    return TOGETHER.get(anchor, anchor)


def _place(sources: Sources, key: str) -> int:
    """The order of the plan: the base first, then the steps as the longest line takes them, rounding last."""
    longest = max(example_with(sources)["lines"], key=lambda line: len(line["steps"]))
    known = list(dict.fromkeys(_key(step) for step in longest["steps"]))
    own = [key for key in known if key != ROUND]
    return 0 if key == BASE else len(own) + 2 if key == ROUND else own.index(key) if key in own else 1


def _bar(before: Fraction, after: Fraction, top: Fraction) -> Html:
    """The amount so far as a bar, with what was taken away as an empty end."""
    kept = tag("rect", width=_share(min(before or after, after), top), height="100%", class_="kept")
    moved = None
    if before and after != before:
        x, width = _share(min(before, after), top), _share(abs(after - before), top)
        moved = tag("rect", x=x, width=width, height="100%", class_="cut" if after < before else "more")
    return tag("svg", kept, moved, class_="bar", width="100%", height="14", aria_hidden="true")


def _share(part: Fraction, top: Fraction) -> str:
    hundredths = int(part * 10_000 / top)
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


MACROS = (premium_button, premium_lines_table, premium_table)
