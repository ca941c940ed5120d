"""Why an amount changed: the steps of its making before and after, held side by side.

The difference of two data folders, the playground's trial and the two editions around a start date all say it in these words.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from quote_engine.premium.steps import STEP_KINDS

if TYPE_CHECKING:
    from quote_engine.typed.revisions import Cause


TraceStep = Mapping[str, Any]
"""A step of a premium or of a monthly payment, as a trace holds it."""
IN_YEN = {kind for kind, step in STEP_KINDS.items() if step.in_yen}
MODES = {"half_up": "四捨五入", "up": "切り上げ", "down": "切り捨て"}


def causes(before: Iterable[TraceStep], after: Iterable[TraceStep]) -> "list[Cause]":
    """Return what differs between two traces: {text, label, before, after, source}, in the order of the steps.

    ``before`` and ``after`` are the operands in words (9%, ×0.48), None on the side that lacks the step.
    ``source`` is the line that now says so; for a step that is gone, the line that said so.
    """
    old, new = dict(_named(before)), dict(_named(after))
    found = [cause for key in _in_order(old, new) if (cause := _cause(old.get(key), new.get(key)))]
    if not found and list(old) != list(new):
        moved = next(new[key] for key, other in zip(new, old, strict=True) if key != other)
        found.append(_said("計算の順番が変わりました", moved["label"], None, None, moved["source"]))
    return found


def operand(step: TraceStep) -> str:
    """Return what a step works with, in words."""
    text = str(step["operand"])
    if step["kind"] == "discount":
        return f"{step['percent']}%"
    if step["kind"] == "multiply":
        return f"×{text}"
    if step["kind"] == "round":
        return f"{text}円単位{MODES.get(step.get('mode', ''), '')}"
    number = f"{int(text):,}" if text.isdecimal() else text
    if step["kind"] == "add" and "of" in step:
        return f"{number}円×{step['of']:,}"
    return f"{number}円" if step["kind"] in IN_YEN else number


def does(step: TraceStep) -> str:
    """Return what a step does, in words that stand without the other side: 9％引き, ×0.48."""
    return f"{step['percent']}％引き" if step["kind"] == "discount" else operand(step)


def _named(steps: Iterable[TraceStep]) -> Iterator[tuple[tuple[str, str, int], TraceStep]]:
    """Each step under a name that a change of its rate leaves alone; the same step twice counts on."""
    seen: dict[tuple[str, str], int] = {}
    for step in steps:
        name = (step["kind"], step.get("anchor") or step["label"])
        seen[name] = seen.get(name, 0) + 1
        yield (*name, seen[name]), step


def _in_order(old: Mapping[Any, TraceStep], new: Mapping[Any, TraceStep]) -> list[Any]:
    """The names of both sides: those of the new, with each that is gone after its neighbour."""
    order = list(new)
    place = 0
    for key in old:
        if key in new:
            place = order.index(key) + 1
        else:
            order.insert(place, key)
            place += 1
    return order


def _cause(old: TraceStep | None, new: TraceStep | None) -> "Cause | None":
    if old is None and new is not None:
        return _said(f"{new['label']} {operand(new)} が加わりました", new["label"], None, operand(new), new["source"])
    if new is None and old is not None:
        return _said(f"{old['label']} {operand(old)} がなくなりました", old["label"], operand(old), None, old["source"])
    if old is None or new is None or operand(old) == operand(new):
        return None
    was, now = operand(old), operand(new)
    label = new["label"]
    text = f"{label} {was} → {now}" if old["label"] == label else f"{old['label']} {was} → {label} {now}"
    return _said(text, label, was, now, new["source"])


def _said(text: str, label: str, before: str | None, after: str | None, source: str) -> "Cause":
    return {"text": text, "label": label, "before": before, "after": after, "source": source}
