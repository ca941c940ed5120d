"""Variables of the proof: which answers a fact depends on, and which values are worth trying."""

from typing import Any

from quote_engine.premium.book import Book, Edition
from quote_engine.premium.facts import DERIVED
from quote_engine.premium.needs import Needs, of_fact, reached
from quote_engine.premium.quote import REQUIRED
from quote_engine.values.conditions import Condition, bounds_of

FEW = 40
"""A whole range this small is tried in full; of a larger one only the numbers around each bound."""


class Variables:
    """What can be answered, and what each fact of an edition hangs on."""

    def __init__(self, book: Book, edition: Edition) -> None:
        """Collect every condition once: their bounds are the values that matter."""
        self.book, self.edition = book, edition
        self.bounds: dict[str, set[int]] = {}
        for condition in self._conditions():
            for fact, _, bound in bounds_of(condition):
                if isinstance(bound, int):
                    self.bounds.setdefault(fact, set()).update((bound - 1, bound, bound + 1))
        for group in edition.groups.values():
            if group["of"] and group["bands"]:
                lows = {band["from"] for band in group["bands"]}
                self.bounds.setdefault(group["of"], set()).update(lows | {low - 1 for low in lows})

    def of(self, facts: set[str]) -> set[str]:
        """Return the questions and derived numbers that ``facts`` hang on, through every rule."""
        return {name for name in reached(facts, self._behind) if name in self.book.questions or name in DERIVED}

    def values(self, name: str) -> list[Any]:
        """Return the values of a question or derived number that are worth trying."""
        if name in DERIVED:
            return [None, *sorted(number for number in self.bounds.get(name, {0}) if number >= 0)]
        question = self.book.questions[name]
        # What has no default may stay without an answer, and so without a value.
        silent = [] if question["default"] or name in REQUIRED else [None]
        if question["kind"] == "choice":
            return [*silent, *(choice["id"] for choice in question["choices"])]
        if question["kind"] == "flag":
            return [*silent, True, False]
        if question["kind"] != "integer":
            return [None]
        low, high = question["at_least"] or 0, question["at_most"] or 0
        if high - low <= FEW:
            return [*silent, *range(low, high + 1)]
        return silent + sorted({low, high} | {bound for bound in self.bounds.get(name, set()) if low <= bound <= high})

    def _behind(self, name: str) -> Needs:
        # The proof tries every value of a derived number and every answer: nothing lies behind the one, only limits behind the other.
        return Needs() if name in DERIVED else of_fact(name, self.book, self.edition, answered=True)

    def _conditions(self) -> list[Condition]:
        conditions: list[Condition] = [rule["when"] for rule in self.book.eligibility]
        for name, question in self.book.questions.items():
            rules = question["limits"] + question["refusals"] + question["default"] + self.edition.limits.get(name, [])
            conditions += [rule["when"] for rule in rules]
        conditions += [coverage["when"] for coverage in self.edition.coverages]
        conditions += [step["when"] for step in self.edition.data["steps"]]
        return conditions
