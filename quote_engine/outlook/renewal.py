"""Renewal: what a year with or without accidents does to the grade and the accident years."""

from collections.abc import Mapping, Sequence
from typing import Any

Standing = tuple[str, int]
"""A grade and its 事故有係数適用期間 in years."""
ACCIDENT_KINDS = ("three_down", "one_down", "six_down", "no_count")
"""The kinds of accident that outlooks and payouts speak of; what each does stands in the edition."""


def renewed(rule: Mapping[str, Any], standing: Standing, kinds: Sequence[str]) -> Standing:
    """Return the standing after one year in which accidents of ``kinds`` were paid for.

    Every counted accident goes down by its steps; a year without one goes up by one rung, also on
    the rungs below grade 2. Accident years fall by one and grow by each accident, up to a cap.
    Source: pamphlet 2020-04 p.12; the cap is industry practice.
    """
    grade, years = standing
    ladder: list[str] = rule["ladder"]
    counted = [rule["accidents"][kind] for kind in kinds if rule["accidents"][kind]["down"]]
    rung = ladder.index(grade)
    rung += sum(accident["down"] for accident in counted) if counted else -rule["clean_year_up"]
    more = sum(accident["accident_years"] for accident in counted)
    return ladder[min(max(rung, 0), len(ladder) - 1)], min(rule["most_accident_years"], max(0, years - 1) + more)
