"""Prices of many set-ups of one car: every coverage is rated once per choice that matters to it, and then added up.

A line's premium depends only on the answers that its steps look at, directly or through limits and
groups. Those are read off the book, so that nothing is assumed about which rider hangs on which cover.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from quote_engine.premium.answers import Value
from quote_engine.premium.book import Book, Edition
from quote_engine.premium.facts import DERIVED, Facts
from quote_engine.premium.needs import of_condition, of_coverage, of_fact, reached
from quote_engine.premium.quote import rate

Chosen = tuple[Value | None, ...]


class Prices:
    """Yearly premiums under one edition and one visitor's answers, for any values of the ``varied`` questions."""

    def __init__(self, book: Book, edition: Edition, answered: Mapping[str, Value], varied: Iterable[str]) -> None:
        """``answered`` holds the visitor's answers; those to ``varied`` questions are replaced."""
        self._book, self._edition, self._answered = book, edition, answered
        self.varied = list(varied)
        behind = cache(lambda name: of_fact(name, book, edition))
        reach = cache(lambda name: frozenset(reached([name], behind)))
        self.keys: dict[str, list[str]] = {}
        """Per coverage: the varied questions that its premium depends on."""
        every: set[str] = set()
        for coverage in edition.coverages:
            seen = set().union(*(reach(name) for name in of_coverage(coverage, edition).names))
            self.keys[coverage["id"]] = [name for name in self.varied if name in seen]
            every |= seen
        base = Facts(book, edition, answered)
        known = {*book.questions, *DERIVED, *edition.groups}
        # What no varied question touches is worked out once.
        self._fixed = {name: base[name] for name in every & known if not reach(name) & set(self.varied)}
        self.linked: dict[str, list[str]] = {}
        """Per varied question: those that its settled value, or whether it is asked, depends on."""
        for name in self.varied:
            deciding = reach(name).union(*(reach(other) for other in of_condition(book.questions[name]["shown"]).names))
            self.linked[name] = [other for other in self.varied if other in deciding]
        self._coverages = {coverage["id"]: coverage for coverage in edition.coverages}
        self._known: dict[tuple[str, Chosen], int] = {}
        self._settled: dict[tuple[Any, ...], dict[str, Value]] = {}

    def line(self, coverage: str, values: Mapping[str, Value]) -> int:
        """Return the yearly premium of one coverage; 0 where it is not in force."""
        choice = tuple([values[name] for name in self.keys[coverage]])
        found = self._known.get((coverage, choice))
        if found is None:
            facts = self.facts({name: values[name] for name in self.keys[coverage]})
            spec = self._coverages[coverage]
            found = rate(self._edition, spec, facts)["annual"] if facts.holds(spec["when"]) else 0
            self._known[coverage, choice] = found
        return found

    def annual(self, values: Mapping[str, Value]) -> int:
        """Return the yearly premium of a whole set-up; ``values`` holds every varied question."""
        return sum(self.line(coverage, values) for coverage in self._coverages)

    def settled(self, wanted: Mapping[str, Value], present: Mapping[str, Value]) -> dict[str, Value]:
        """Return ``wanted`` as the limits settle it; a question that is then not asked keeps its present value."""
        whole = {**present, **wanted}
        key = tuple((name, wanted[name], present[name], *[whole[other] for other in self.linked[name]]) for name in wanted)
        known = self._settled.get(key)
        if known is not None:
            return known
        facts = self.facts(whole)
        values = self._settled[key] = {}
        for name in wanted:
            value = facts[name]
            asked = facts.holds(self._book.questions[name]["shown"])
            values[name] = present[name] if value is None or not asked else value
        return values

    def facts(self, values: Mapping[str, Value]) -> Facts:
        """Return the facts under some values of the varied questions."""
        return Facts(self._book, self._edition, {**self._answered, **values}, self._fixed)
