"""Columns as codes: each distinct value once, and for every row the number of its value.

Rows that share the values a rule looks at share what the rule says. So a rule is asked once for each
combination that occurs, and its answer is spread over the rows by their codes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

DENSE = 1 << 21
"""Up to so many possible combinations a plain array finds the answer; above, a search for those that occur."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A column: ``codes`` (one a row) point into ``values``."""

    codes: pl.Series
    values: list[Any]

    def keep(self, mask: pl.Series) -> "Coded":
        """Return the rows where ``mask`` is true."""
        return Coded(self.codes.filter(mask), self.values)

    def spread(self, made: Callable[[Any], Any], dtype: Any) -> pl.Series:
        """Return one value a row: ``made`` of the value that stands there."""
        return pl.Series([made(value) for value in self.values], dtype=dtype).gather(self.codes)

    def one(self, row: int) -> Any:
        """Return the value in one row."""
        return self.values[self.codes[row]]


def coded(series: pl.Series) -> Coded:
    """Return a column of plain values as codes."""
    column = series.alias("value").to_frame()
    distinct = column.unique(maintain_order=True).with_row_index("code")
    codes = column.join(distinct, on="value", how="left", nulls_equal=True, maintain_order="left")["code"]
    return Coded(codes, distinct["value"].to_list())


def constant(value: Any, rows: int) -> Coded:
    """Return a column that holds one value everywhere."""
    return Coded(pl.repeat(0, rows, dtype=pl.UInt32, eager=True), [value])


def combined(
    columns: Sequence[Coded], rule: Callable[[tuple[Any, ...]], Any], rows: int, known: dict[tuple[Any, ...], Any]
) -> Coded:
    """Return what ``rule`` says of each row's values, asking it once for each combination that occurs.

    ``known`` keeps its answers from one part of the rows to the next.
    """
    if not columns:
        return constant(rule(()), rows)
    if rows == 0:
        return Coded(pl.Series([], dtype=pl.UInt32), [])
    key, possible = columns[0].codes.cast(pl.UInt64), len(columns[0].values)
    for column in columns[1:]:
        key = key * len(column.values) + column.codes
        possible *= len(column.values)
    if possible >= 1 << 63:
        # More than one key can number; those of two columns that occur are never more than the rows.
        pair = combined(columns[:2], lambda values: values, rows, {})
        return combined([pair, *columns[2:]], lambda values: rule((*values[0], *values[1:])), rows, known)
    dense = possible <= DENSE
    distinct = key.unique(maintain_order=False) if dense else key.unique().sort()
    values: list[Any] = []
    code_of: dict[Any, int] = {}
    codes: list[int] = []
    for combination in _paths(distinct, columns):
        try:
            value = known[combination]
        except KeyError:
            value = known[combination] = rule(combination)
        # True and 1 are one key of a dict, and two answers.
        code = code_of.setdefault((type(value), value), len(values))
        if code == len(values):
            values.append(value)
        codes.append(code)
    found = pl.Series(codes, dtype=pl.UInt32)
    if dense:
        table = pl.repeat(0, possible, dtype=pl.UInt32, eager=True).scatter(distinct, found)
        return Coded(table.gather(key), values)
    return Coded(found.gather(distinct.search_sorted(key)), values)


def _paths(distinct: pl.Series, columns: Sequence[Coded]) -> Iterator[tuple[Any, ...]]:
    """The values behind each key, in the order of the columns."""
    lists = []
    for column in reversed(columns):
        size = len(column.values)
        lists.append(map(column.values.__getitem__, (distinct % size).to_list()))
        distinct = distinct // size
    return zip(*reversed(lists), strict=True)
