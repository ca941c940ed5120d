"""Figures that a storyboard asks the engine for, or takes from one another."""

from collections.abc import Mapping
from typing import Any

from rulebook.shapes.shape import Fields, near
from rulebook.sheets.problem import Report
from video_studio.script.figure import Figures, Value, shaped

Found = tuple[Any, bool]
"""What was taken from an answer, and whether it rests on sample rates."""


def own_figures(wanted: Fields, figures: Figures, report: Report) -> dict[str, Value | None]:
    """Return the storyboard's own figures by name; None where what is wrong with one was told."""
    numbers: dict[str, Found] = {}
    own: dict[str, Value | None] = {}
    for name, figure in wanted.items():
        if "minus" in figure.places:
            found = _difference(figure, numbers, own, report)
        else:
            found = figures.ask(figure, wanted.at(name), report)
        own[name] = None
        if found is None:
            continue
        numbers[name] = found
        own[name] = shaped(found[0], figure["as"] or "text", found[1])
        if own[name] is None:
            report.add(figure.at("as"), f"{found[0]} は、この書き方にできません。", "as: を変えてください。")
    return own


def _difference(figure: Fields, numbers: Mapping[str, Found], own: Mapping[str, Value | None], report: Report) -> Found | None:
    pair = figure["minus"] or ()
    for each in pair:
        if each not in own:
            report.add(figure.at("minus"), f"数「{each}」は、これより上にありません。", near(each, own))
    if not pair or any(each not in numbers for each in pair):
        return None
    first, second = (numbers[each] for each in pair)
    if not isinstance(first[0], int) or not isinstance(second[0], int):
        report.add(figure.at("minus"), "数でないものは引き算できません。", "take: の先を見てください。")
        return None
    return first[0] - second[0], first[1] or second[1]
