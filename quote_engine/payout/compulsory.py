"""Compulsory cover (自賠責): what the law's cover pays of an injury before any contract does."""

from typing import NamedTuple

from quote_engine.payout.figures import Figure, Figures


class Injury(NamedTuple):
    """An injury as compulsory cover sees it. ``loss`` is for all ``persons``, in equal shares; ``fault`` is the injured side's own.

    ``lasting`` of the persons died or keep a disability, and ``treatment`` is what their treatment cost; the rest were hurt.
    """

    loss: int
    treatment: int
    persons: int
    fault: int
    outcome: str
    """death, disability, care or injury"""
    grade: str
    """disability grade, or kind of care"""
    lasting: int = 1


def compulsory_pays(figures: Figures, injury: Injury) -> int:
    """Return what compulsory cover pays, for all persons together.

    Only a fault of the injured from 70 % shrinks it; whoever bears all of the fault gets nothing.
    """
    if injury.fault >= 100:
        return 0
    lasting = 0 if injury.outcome == "injury" else injury.lasting
    hurt = injury.persons - lasting
    of_hurt = injury.loss * hurt // injury.persons
    of_lasting = injury.loss - of_hurt
    treatment = min(injury.treatment, of_lasting)
    paid = _treated(figures, of_hurt, hurt, injury.fault) + _treated(figures, treatment, lasting, injury.fault)
    if lasting:
        paid += _part(of_lasting - treatment, lasting_limit(figures, injury), 0, figures.reduction(injury.fault, lasting=True))
    return paid


def several(injury: Injury) -> str | None:
    """Return how persons of whom not all fared alike were counted, in a sentence; None where nothing was supposed."""
    if injury.persons == 1 or injury.outcome == "injury":
        return None
    what = "亡くなった" if injury.outcome == "death" else "後遺障がいが残った"
    if injury.lasting == injury.persons:
        return f"自賠責の分は、{injury.persons}人とも{what}ものとして計算しました。"
    return f"自賠責の分は、{what}のは{injury.lasting}人、ほかの{injury.persons - injury.lasting}人はけがとして計算しました。"


def lasting_limit(figures: Figures, injury: Injury) -> int:
    """Return the limit for death or for what remains after treatment."""
    if injury.outcome == "death":
        return figures["compulsory_death"].value * injury.lasting
    if injury.outcome == "care":
        return figures[f"compulsory_care_{injury.grade}"].value
    return figures.graded("compulsory_disability", injury.grade).value


def _treated(figures: Figures, loss: int, persons: int, fault: int) -> int:
    """Return what is paid for the treatment of ``persons``; each has the limit and the amount that no fault touches."""
    least = figures["compulsory_least"].value * persons
    return _part(loss, figures["compulsory_injury"].value * persons, least, figures.reduction(fault, lasting=False))


def _part(loss: int, limit: int, least: int, reduction: Figure | None) -> int:
    paid = min(loss, limit)
    if reduction is None:
        return paid
    return max(min(paid, least), paid * (100 - reduction.value) // 100)
