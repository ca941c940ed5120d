"""What changes from one quote to another: by coverage and by cause, every yen of it accounted for.

The day and the rates are told apart: ``midway`` prices the later answers under the earlier rates, so that what lies
before it comes of the day (an age, a car that is new no longer), what lies after it of the rates.
"""

from typing import TYPE_CHECKING

from quote_engine.premium.announced import REVISED
from quote_engine.revisions.causes import causes

if TYPE_CHECKING:
    from quote_engine.typed.price import Line, Quote
    from quote_engine.typed.revisions import CoverChange, PriceChange, Reason, Stage


def price_change(before: "Quote", after: "Quote", midway: "Quote | None" = None) -> "PriceChange":
    """Return ``{annual, monthly, difference, monthly_difference, covers, kinds, reasons, notes}`` of two quotes that have a price.

    A cover is {coverage, label, before, after, difference}, only those that differ. A reason is {kind, text, covers, yen}:
    ``kind`` is rates or day (``kinds`` has the yen of each that has reasons), ``covers`` the labels it touches; ``yen`` is
    None where a cover has several reasons at once, because their shares would hang on the order. ``notes`` are messages
    that only ``after`` has.
    """
    usable = midway and midway["status"] == "quoted"
    stages: list[tuple[Stage, Quote, Quote]] = [("day", before, midway), ("rates", midway, after)] if midway and usable else [("rates", before, after)]
    reasons = {kind: _reasons(kind, one, other) for kind, one, other in stages}
    known = [note["message"] for note in before["notes"]]
    told = [note["message"] for note in after["notes"] if note["kind"] != REVISED]  # stands beside the price itself
    return {
        "annual": after["annual"],
        "monthly": after["monthly"],
        "difference": after["annual"] - before["annual"],
        "monthly_difference": after["monthly"] - before["monthly"],
        "covers": _covers(before, after),
        "kinds": [{"kind": kind, "yen": other["annual"] - one["annual"]} for kind, one, other in stages if reasons[kind]],
        "reasons": [reason for found in reasons.values() for reason in found],
        "notes": [message for message in told if message not in known],
    }


def _covers(before: "Quote", after: "Quote") -> "list[CoverChange]":
    return [
        {"coverage": id_, "label": label, "before": _yen(old), "after": _yen(new), "difference": _yen(new) - _yen(old)}
        for id_, label, old, new in _pairs(before, after)
        if _yen(old) != _yen(new)
    ]


def _reasons(kind: "Stage", before: "Quote", after: "Quote") -> "list[Reason]":
    """Return the reasons of one stage, those with most yen first; the same words for several covers are one reason."""
    found: dict[str, Reason] = {}
    for _, label, old, new in _pairs(before, after):
        difference = _yen(new) - _yen(old)
        texts = _texts(old, new) if difference else []
        for text in texts:
            reason = found.setdefault(text, {"kind": kind, "text": text, "covers": [], "yen": 0})
            reason["covers"].append(label)
            reason["yen"] = reason["yen"] + difference if len(texts) == 1 and reason["yen"] is not None else None
    return sorted(found.values(), key=lambda reason: -abs(reason["yen"] or 0))


def _texts(old: "Line | None", new: "Line | None") -> list[str]:
    if not old or not new:
        return ["この補償が加わります" if new else "この補償がなくなります"]
    return [cause["text"] for cause in causes(old["steps"], new["steps"])]


def _pairs(before: "Quote", after: "Quote") -> "list[tuple[str, str, Line | None, Line | None]]":
    """Return id and label of every coverage with its line on both sides; None where it is not in force."""
    old = {line["coverage"]: line for line in before["lines"]}
    new = {line["coverage"]: line for line in after["lines"]}
    return [(id_, (new.get(id_) or old[id_])["label"], old.get(id_), new.get(id_)) for id_ in {**new, **old}]


def _yen(line: "Line | None") -> int:
    return line["annual"] if line else 0
