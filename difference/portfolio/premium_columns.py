"""The premium of one coverage for many contracts, to the engine's yen.

Binary floats are quick, and may decide only where they cannot be wrong: every amount is less than ``LARGEST``
yen, every step adds at most two roundings of 2⁻⁵³, so after ``STEPS`` steps the error stays below a millionth
of a yen. An amount that lies further than ``NEAR`` from where the rounding turns is therefore rounded rightly.
All others are priced by the engine's own exact ratios, once for each combination of operands.
"""

from functools import partial
from typing import TYPE_CHECKING, Any

import polars as pl

from difference.portfolio.coded import Coded, Rule, combined
from difference.portfolio.fact_columns import NOWHERE, FactColumns
from quote_engine.premium.quote import rate
from quote_engine.premium.steps import Operand, Step
from quote_engine.values.money import off, ratio

if TYPE_CHECKING:
    from quote_engine.typed.edition import Coverage

LARGEST, STEPS, NEAR = 1e8, 40, 1e-5
FEW = 2_000
"""So many combinations are priced exactly at once: riders and automatic covers."""
NEUTRAL = {"base": 0.0, "add": 0.0, "multiply": 1.0, "discount": 1.0, "floor": float("-inf"), "cap": float("inf"), "round": 0.0}


class _Nobody:
    """Facts for the words of a line, which nobody reads here."""

    def __getitem__(self, name: str) -> None:
        return None


def premiums(columns: FactColumns, coverage: "Coverage", operands: dict[Step, Coded], near: float = NEAR) -> pl.Series:
    """Return the yearly yen of ``coverage`` for all rows of ``columns``, in whole yen.

    ``operands`` has what each step of the coverage works with in these rows.
    """
    steps = columns.edition.steps[coverage["id"]]
    possible = 1
    for step in steps:
        possible *= len(operands[step].values)
    if possible <= FEW or not _sure(steps):
        return _exact(columns, coverage, operands, None)
    amount, doubtful = _floats(steps, operands, near)
    doubtful |= amount.abs() >= LARGEST
    whole = amount.cast(pl.Int64)
    if doubtful.any():
        whole = whole.scatter(doubtful.arg_true(), _exact(columns, coverage, operands, doubtful))
    return whole


def _sure(steps: list[Step]) -> bool:
    """Tell whether floats can be trusted with these steps: few enough, known, and the last one rounds always."""
    last = steps[-1]
    return len(steps) <= STEPS and all(step.kind in NEUTRAL for step in steps) and last.kind == "round" and last.when is None


def _exact(columns: FactColumns, coverage: "Coverage", operands: dict[Step, Coded], mask: pl.Series | None) -> pl.Series:
    """Price each combination of operands once, by the engine itself."""
    steps = columns.edition.steps[coverage["id"]]
    nobody: Any = _Nobody()

    def priced(found: tuple[Operand | None, ...]) -> int:
        line = rate(columns.edition, coverage, nobody, dict(zip(steps, found, strict=True)))
        return int(line["annual"])

    parts = [operands[step] if mask is None else operands[step].keep(mask) for step in steps]
    rows = columns.rows if mask is None else int(mask.sum())
    varying = [number for number, part in enumerate(parts) if len(part.values) > 1]
    fixed = [part.values[0] if len(part.values) == 1 else None for part in parts]

    def with_fixed(found: tuple[Operand | None, ...]) -> int:
        whole = list(fixed)
        for number, operand in zip(varying, found, strict=True):
            whole[number] = operand
        return priced(tuple(whole))

    return combined([parts[number] for number in varying], Rule(with_fixed), rows).spread(int, pl.Int64)


def _floats(steps: list[Step], operands: dict[Step, Coded], near: float) -> tuple[pl.Series, pl.Series]:
    """Return the amounts as floats, and where they lie too near to a turn of the rounding."""
    first = operands[steps[0]].codes
    amount = pl.repeat(0.0, len(first), dtype=pl.Float64, eager=True)
    doubtful = pl.repeat(False, len(first), dtype=pl.Boolean, eager=True)
    for step in steps:
        column = operands[step]
        if column.values == [None]:
            continue
        if step.kind == "round":
            rounded, close = _rounded(amount, step, near)
            applies = column.spread(lambda operand: operand is not None, pl.Boolean)
            amount, doubtful = rounded.zip_with(applies, amount), doubtful | (close & applies)
            continue
        value = column.spread(partial(_number, step), pl.Float64)
        if step.kind == "base":
            applies = column.spread(lambda operand: operand is not None, pl.Boolean)
            amount = value.zip_with(applies, amount)
        elif step.kind == "add":
            amount = amount + value
        elif step.kind in ("floor", "cap"):
            better = amount >= value if step.kind == "floor" else amount <= value
            amount = amount.zip_with(better, value)
        else:
            amount = amount * value
        doubtful |= amount.abs() >= LARGEST
    return amount, doubtful


def _number(step: Step, operand: Operand | None) -> float:
    if operand is None:
        return NEUTRAL[step.kind]
    if operand is NOWHERE:
        return float("nan")  # no number of yen: it cannot stay unseen
    n, d = operand[0]
    if step.kind == "discount":
        n, d = off(operand[0])
    elif step.kind in ("floor", "cap"):
        n, d = ratio(step.spec["yen"])
    return n / d


def _rounded(amount: pl.Series, step: Step, near: float) -> tuple[pl.Series, pl.Series]:
    unit, mode = step.spec["unit"], step.spec["mode"]
    pieces = amount / unit + (0.5 if mode == "half_up" else 0.0)
    whole = pieces.floor() if mode != "up" else pieces.ceil()
    to_turn = (pieces - pieces.round()).abs() * unit
    return whole * float(unit), to_turn < near
