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


def holds(condition: Condition, facts: Mapping[str, Any], answered: Mapping[str, Any]) -> bool:
    """Tell whether ``condition`` holds of ``facts`` (settled) and ``answered`` (as given)."""
    if condition is None:
        return True
    kind = condition[0]
    if kind == "in":
        return facts[condition[1]] in condition[2]
    if kind == "all":
        return all(holds(part, facts, answered) for part in condition[1])
    if kind == "any":
        return any(holds(part, facts, answered) for part in condition[1])
    if kind == "not":
        return not holds(condition[1], facts, answered)
    if kind == "known":
        return (facts[condition[1]] is not None) is condition[2]
    if kind == "answered":
        question = condition[1]
        return question in answered and holds(condition[2], answered, answered)
    value, bound = facts[condition[1]], condition[2]
    if isinstance(bound, list):
        bound = facts[bound[1]]
    return value is not None and bound is not None and COMPARISONS[kind](value, bound)


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
