"""The facts of many contracts at once: every fact, condition and operand by the engine's own rules, as columns."""

from collections.abc import Callable
from functools import partial
from typing import Any

import polars as pl

from difference.portfolio.coded import Coded, Rule, coded, combined, constant
from quote_engine.premium.book import Book, Edition
from quote_engine.premium.facts import DERIVED, Derived, Facts
from quote_engine.premium.needs import Needs, of_condition, of_fact, of_step
from quote_engine.premium.steps import Step
from quote_engine.values.conditions import Condition

Known = dict[Any, Rule]
"""The rules of one book that have been asked."""
NOWHERE: Any = ("nowhere",)


class FactColumns:
    """The facts of ``rows`` contracts under one edition; each is worked out when first asked for."""

    def __init__(self, book: Book, edition: Edition, answered: dict[str, Coded], rows: int, known: Known) -> None:
        """``answered`` has a column for each question that some row answers; None where one does not."""
        self.book, self.edition, self.answered, self.rows, self.known = book, edition, answered, rows, known
        self.settled: dict[str, Coded] = {}
        """The facts worked out so far."""

    def keep(self, mask: pl.Series) -> "FactColumns":
        """Return the rows where ``mask`` is true."""
        answered = {name: column.keep(mask) for name, column in self.answered.items()}
        kept = FactColumns(self.book, self.edition, answered, int(mask.sum()), self.known)
        kept.settled = {name: column.keep(mask) for name, column in self.settled.items()}
        return kept

    def fact(self, name: str) -> Coded:
        """Return one fact of all rows."""
        if name not in self.settled:
            if name in self.edition.usual:
                usual, given = self.edition.usual[name], self.answered.get(name)
                values = [usual if value is None else value for value in given.values] if given else []
                self.settled[name] = Coded(given.codes, values) if given else constant(usual, self.rows)
            elif name in DERIVED:
                self.settled[name] = self._derived(DERIVED[name])
            else:
                self.settled[name] = self._ruled(("fact", name), of_fact(name, self.book, self.edition), lambda facts: facts[name])
        return self.settled[name]

    def _derived(self, derived: Derived) -> Coded:
        # Two dates make nearly as many combinations as there are rows: their numbers are reckoned with as columns.
        columns = zip(derived.needs, derived.read, strict=True)
        return coded(derived.made(*(self.fact(need).spread(partial(_if_known, read), pl.Int64) for need, read in columns)))

    def holds(self, condition: Condition) -> Coded:
        """Return whether a condition of the book holds, in all rows."""
        return self._ruled(("holds", id(condition)), of_condition(condition), lambda facts: facts.holds(condition))

    def operand(self, step: Step) -> Coded:
        """Return what a step works with in all rows; None where it does not apply.

        ``NOWHERE`` stands in rows without a cell: those whose coverages, none of them in force, never ask for it.
        """
        return self._ruled(("operand", id(step)), of_step(step), lambda facts: _operand(step, facts))

    def _ruled(self, rule: tuple[str, Any], needs: Needs, ask: Callable[[Facts], Any]) -> Coded:
        names, given = sorted(needs.facts), sorted(name for name in needs.given if name in self.answered)
        book, edition = self.book, self.edition  # the rule outlives these rows

        def asked(values: tuple[Any, ...]) -> Any:
            answers = {name: value for name, value in zip(given, values[len(names) :], strict=True) if value is not None}
            return ask(Facts(book, edition, answers, dict(zip(names, values, strict=False))))

        columns = [*(self.fact(name) for name in names), *(self.answered[name] for name in given)]
        return combined(columns, self.known.setdefault((edition.id, *rule, *given), Rule(asked)), self.rows)


def _if_known(read: Callable[[Any], int], value: Any) -> int | None:
    return None if value is None else read(value)


def _operand(step: Step, facts: Facts) -> Any:
    try:
        return step.operand(facts)
    except KeyError:
        return NOWHERE
