"""Columns as codes: each distinct value once, and for every row the number of its value.

Rows that share the values a rule looks at share what the rule says. So a rule is asked once for each
combination that occurs, and its answer is spread over the rows by their codes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

import polars as pl

DENSE = 1 << 18
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
        return pl.Series([made(value) for value in self.values], dtype=dtype)[self.codes]

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


class Rule:
    """A rule with all that it has said: each combination of values is asked about once, in whatever part of the rows."""

    def __init__(self, ask: Callable[[tuple[Any, ...]], Any]) -> None:
        """``ask`` gives the answer to one combination."""
        self.ask = ask
        self.answers: list[Any] = []
        self._code_of: dict[Any, int] = {}
        self._said: dict[tuple[Any, ...], int] = {}

    def codes(self, combinations: list[tuple[Any, ...]]) -> list[int]:
        """Return where in ``answers`` the answer to each combination stands."""
        for combination in combinations if None in map(self._said.get, combinations) else ():
            if combination not in self._said:
                answer = self.ask(combination)
                # True and 1 are one key of a dict, and two answers.
                code = self._said[combination] = self._code_of.setdefault((type(answer), answer), len(self.answers))
                if code == len(self.answers):
                    self.answers.append(answer)
        return list(map(self._said.__getitem__, combinations))


def combined(columns: Sequence[Coded], rule: Rule, rows: int) -> Coded:
    """Return what ``rule`` says of each row's values."""
    if not columns:
        return constant(rule.ask(()), rows)
    if rows == 0:
        return Coded(pl.Series([], dtype=pl.UInt32), [])
    possible = prod(len(column.values) for column in columns)
    if possible >= 1 << 63:
        # More than one key can number; those of two columns that occur are never more than the rows.
        pair = combined(columns[:2], Rule(lambda values: values), rows)
        return combined([pair, *columns[2:]], Rule(lambda values: rule.ask((*values[0], *values[1:]))), rows)
    key = columns[0].codes if possible < 1 << 32 else columns[0].codes.cast(pl.UInt64)
    for column in columns[1:]:
        key = key * len(column.values) + column.codes
    if possible <= DENSE:
        distinct = pl.repeat(False, possible, dtype=pl.Boolean, eager=True).scatter(key, True).arg_true()
        table = pl.repeat(0, possible, dtype=pl.UInt32, eager=True)
        return Coded(table.scatter(distinct, _asked(rule, distinct, columns))[key], rule.answers)
    distinct = key.unique().sort()
    return Coded(_asked(rule, distinct, columns)[distinct.search_sorted(key)], rule.answers)


def _asked(rule: Rule, distinct: pl.Series, columns: Sequence[Coded]) -> pl.Series:
    return pl.Series(rule.codes(list(_paths(distinct, columns))), dtype=pl.UInt32)


def _paths(distinct: pl.Series, columns: Sequence[Coded]) -> Iterator[tuple[Any, ...]]:
    """The values behind each key, in the order of the columns."""
    lists = []
    for column in reversed(columns):
        size = len(column.values)
        lists.append(map(column.values.__getitem__, (distinct % size).to_list()))
        distinct = distinct // size
    return zip(*reversed(lists), strict=True)
