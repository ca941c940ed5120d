"""Conditions as data: what must hold of the facts before a rule applies.

A compiled condition is a JSON list whose first item names its kind; ``None`` always
holds. There is no expression language: the kinds below are all there is.

    ["in", fact, [values]]          the fact is one of the values
    ["at_least", fact, n]           … at_most, more_than, less_than (numbers, dates as ISO text);
                                    n may be ["fact", name]: the value of another fact
    ["known", fact, true]           the fact has a value (or, with false, has none)
    ["answered", question, cond]    the visitor gave an answer, and it fulfils cond
    ["all", [conds]] ["any", [conds]] ["not", cond]

A fact without a value fulfils no comparison.
"""

from collections.abc import Callable, Mapping
from typing import Any

Condition = list[Any] | None

COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "at_least": lambda value, bound: bool(value >= bound),
    "at_most": lambda value, bound: bool(value <= bound),
    "more_than": lambda value, bound: bool(value > bound),
    "less_than": lambda value, bound: bool(value < bound),
}


Facts = Mapping[str, Any]
Predicate = Callable[[Facts, Facts], bool]


def predicate(condition: Condition) -> Predicate:
    """Return a function of (facts, answered) that tells whether ``condition`` holds.

    Conditions are compiled once and asked many times: a quote asks about two hundred.
    """
    if condition is None:
        return lambda _facts, _answered: True
    kind = condition[0]
    if kind in ("all", "any", "not"):
        return _combined(kind, condition[1])
    if kind == "in":
        name, values = condition[1], condition[2]
        return lambda facts, _answered: facts[name] in values
    if kind == "known":
        name, known = condition[1], condition[2]
        return lambda facts, _answered: (facts[name] is not None) is known
    if kind == "answered":
        name, inner = condition[1], predicate(condition[2])
        return lambda _facts, answered: name in answered and inner(answered, answered)
    return _comparison(kind, condition[1], condition[2])


def holds(condition: Condition, facts: Facts, answered: Facts) -> bool:
    """Tell whether ``condition`` holds, for those who ask only once."""
    return predicate(condition)(facts, answered)


def _combined(kind: str, parts: list[Any]) -> Predicate:
    if kind == "not":
        inner = predicate(parts)
        return lambda facts, answered: not inner(facts, answered)
    inners = [predicate(part) for part in parts]
    if len(inners) == 1:
        return inners[0]
    if len(inners) == 2:
        # Most conditions have two parts, and a generator costs more than both of them.
        first, second = inners
        if kind == "all":
            return lambda facts, answered: first(facts, answered) and second(facts, answered)
        return lambda facts, answered: first(facts, answered) or second(facts, answered)
    return _many(inners, until=kind == "any")


def _many(inners: list[Predicate], *, until: bool) -> Predicate:
    def held(facts: Facts, answered: Facts) -> bool:
        for inner in inners:
            if inner(facts, answered) is until:
                return until
        return not until

    return held


def _comparison(kind: str, name: str, bound: Any) -> Predicate:
    compare = COMPARISONS[kind]
    other = bound[1] if isinstance(bound, list) else None

    def compared(facts: Facts, _answered: Facts) -> bool:
        value = facts[name]
        limit = bound if other is None else facts[other]
        return value is not None and limit is not None and compare(value, limit)

    return compared


def facts_of(condition: Condition) -> set[str]:
    """Return the names of the settled facts that ``condition`` looks at."""
    if condition is None or condition[0] == "answered":
        return set()
    if condition[0] in ("all", "any"):
        return set().union(*(facts_of(part) for part in condition[1]))
    if condition[0] == "not":
        return facts_of(condition[1])
    names = {condition[1]}
    if condition[0] in COMPARISONS and isinstance(condition[2], list):
        names.add(condition[2][1])
    return names


def bounds_of(condition: Condition) -> list[tuple[str, str, Any]]:
    """Return every comparison in ``condition`` as (fact, kind, bound)."""
    if condition is None or condition[0] in ("in", "known", "answered"):
        return []
    if condition[0] in ("all", "any"):
        return [bound for part in condition[1] for bound in bounds_of(part)]
    if condition[0] == "not":
        return bounds_of(condition[1])
    return [(condition[1], condition[0], condition[2])]
