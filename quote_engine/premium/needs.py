"""Needs: what a fact, a condition, a step or a coverage looks at. Whoever must know what hangs on what asks here.

A new kind of rule is taught to ``question_looks`` or ``group_looks``, a new kind of condition to ``values.conditions``, a new
fact of the engine's own to ``made_from``: the search for set-ups, the proof, the search for circles and the columns of a
portfolio follow.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from quote_engine.premium.book import Book, Edition
from quote_engine.premium.facts import DERIVED, MODEL_FITS
from quote_engine.premium.steps import Step
from quote_engine.values.conditions import Condition, answers_of, facts_of

if TYPE_CHECKING:
    from quote_engine.typed.edition import Coverage

NO_NAMES: frozenset[str] = frozenset()


class Needs(NamedTuple):
    """Names of what is looked at: facts as they are settled, and questions whose given answer itself counts."""

    facts: frozenset[str] = NO_NAMES
    given: frozenset[str] = NO_NAMES

    @property
    def names(self) -> frozenset[str]:
        """Both together."""
        return self.facts | self.given


class Look(NamedTuple):
    """One look of a rule, and the key of the rule that it is written under."""

    rule: Mapping[str, Any]
    key: str
    needs: Needs


def of_condition(condition: Condition) -> Needs:
    """Return what a condition looks at."""
    return Needs(frozenset(facts_of(condition)), frozenset(answers_of(condition)))


def question_looks(question: Mapping[str, Any], limits: Iterable[Mapping[str, Any]], *, answered: bool = False) -> Iterator[Look]:
    """Yield every look that settles a question; of one that has been ``answered``, only its limits look any further."""
    if not answered:
        for default in question["default"]:
            yield _when(default)
            if default.get("trait"):
                yield _named(default, "trait")
        if question["from_model"]:
            yield Look(question, "from_model", Needs(frozenset({"model"})))
    yield from map(_when, limits)


def group_looks(group: Mapping[str, Any]) -> Iterator[Look]:
    """Yield every look that settles a group."""
    yield from map(_when, group["cases"] or ())
    if group["of"]:
        yield _named(group, "of")


def made_from(name: str) -> tuple[str, ...]:
    """Return what the engine itself makes a fact from: a number of dates, the model's fit, a trait of the vehicle."""
    if name in DERIVED:
        return DERIVED[name].needs
    return ("model", "vehicle_type") if name == MODEL_FITS else ("vehicle_type",)


def of_fact(name: str, book: Book, edition: Edition, *, answered: bool = False) -> Needs:
    """Return what the fact ``name`` is settled from, as ``Facts`` settles it."""
    if name in book.questions:
        looks = question_looks(book.questions[name], edition.limits_of[name], answered=answered)
        found = together(look.needs for look in looks)
        return Needs(found.facts, found.given | {name})
    if name in edition.groups:
        return together(look.needs for look in group_looks(edition.groups[name]))
    return Needs(frozenset(made_from(name)))


def of_step(step: Step) -> Needs:
    """Return what a step looks at to find what it works with."""
    named = {*(step.table.by if step.table else ()), *([step.spec["times"]] if step.spec.get("times") else ())}
    return together([of_condition(step.when), Needs(frozenset(named))])


def of_coverage(coverage: "Coverage", edition: Edition) -> Needs:
    """Return what decides whether a coverage is in force, and what it costs."""
    return together([of_condition(coverage["when"]), *map(of_step, edition.steps[coverage["id"]])])


def together(needs: Iterable[Needs]) -> Needs:
    """Return all needs as one."""
    every = list(needs)
    return Needs(NO_NAMES.union(*(each.facts for each in every)), NO_NAMES.union(*(each.given for each in every)))


def reached(names: Iterable[str], behind: Callable[[str], Needs]) -> set[str]:
    """Return ``names`` and whatever lies behind them, however far; ``behind`` tells what one name needs."""
    seen: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += behind(name).names
    return seen


def _when(rule: Mapping[str, Any]) -> Look:
    return Look(rule, "when", of_condition(rule["when"]))


def _named(rule: Mapping[str, Any], key: str) -> Look:
    return Look(rule, key, Needs(frozenset({rule[key]})))
