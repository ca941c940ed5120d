"""Compulsory cover (自賠責): what the law's cover pays of an injury before any contract does."""

from typing import NamedTuple

from quote_engine.payout.figures import Figures


class Injury(NamedTuple):
    """An injury as compulsory cover sees it. ``loss`` is for all ``persons``; ``fault`` is the injured side's own."""

    loss: int
    treatment: int
    persons: int
    fault: int
    outcome: str
    """death, disability, care or injury"""
    grade: str
    """disability grade, or kind of care"""


def compulsory_pays(figures: Figures, injury: Injury) -> int:
    """Return what compulsory cover pays, for all persons together.

    Only a fault of the injured from 70 % shrinks it; whoever bears all of the fault gets nothing.
    """
    if injury.fault >= 100:
        return 0
    treatment = injury.loss if injury.outcome == "injury" else injury.treatment
    paid = _part(figures, treatment, figures["compulsory_injury"].value * injury.persons, injury.fault, lasting=False)
    if injury.outcome != "injury":
        paid += _part(figures, injury.loss - treatment, lasting_limit(figures, injury), injury.fault, lasting=True)
    return paid


def lasting_limit(figures: Figures, injury: Injury) -> int:
    """Return the limit for death or for what remains after treatment."""
    if injury.outcome == "death":
        return figures["compulsory_death"].value * injury.persons
    if injury.outcome == "care":
        return figures[f"compulsory_care_{injury.grade}"].value
    return figures.graded("compulsory_disability", injury.grade).value


def _part(figures: Figures, loss: int, limit: int, fault: int, *, lasting: bool) -> int:
    paid = min(loss, limit)
    reduction = figures.reduction(fault, lasting=lasting)
    if reduction is None:
        return paid
    least = 0 if lasting else min(paid, figures["compulsory_least"].value)
    return max(least, paid * (100 - reduction.value) // 100)
