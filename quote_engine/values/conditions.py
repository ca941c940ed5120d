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

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

Condition = list[Any] | None

COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "at_least": lambda value, bound: bool(value >= bound),
    "at_most": lambda value, bound: bool(value <= bound),
    "more_than": lambda value, bound: bool(value > bound),
    "less_than": lambda value, bound: bool(value < bound),
}


Named = Mapping[str, Any]
Predicate = Callable[[Named, Named], bool]


class ConditionKind(NamedTuple):
    """One kind of condition: how it is asked, and where it looks. A new kind is one more line of ``CONDITION_KINDS``."""

    compiled: Callable[[list[Any]], Predicate]
    parts: Callable[[list[Any]], list[Condition]] = lambda _condition: []
    """The conditions inside, which look at the same facts."""
    facts: Callable[[list[Any]], set[str]] = lambda _condition: set()
    """The settled facts that it looks at itself."""
    answers: Callable[[list[Any]], set[str]] = lambda _condition: set()
    """The questions whose given answer it looks at itself."""
    bounds: Callable[[list[Any]], list[tuple[str, str, Any]]] = lambda _condition: []
    """What it compares: (fact, kind, bound)."""


def predicate(condition: Condition) -> Predicate:
    """Return a function of (facts, answered) that tells whether ``condition`` holds.

    Conditions are compiled once and asked many times: a quote asks about two hundred.
    """
    return CONDITION_KINDS[condition[0]].compiled(condition) if condition is not None else lambda _facts, _answered: True


def holds(condition: Condition, facts: Named, answered: Named) -> bool:
    """Tell whether ``condition`` holds, for those who ask only once."""
    return predicate(condition)(facts, answered)


def facts_of(condition: Condition) -> set[str]:
    """Return the names of the settled facts that ``condition`` looks at."""
    return {name for part in walked(condition) for name in CONDITION_KINDS[part[0]].facts(part)}


def answers_of(condition: Condition) -> set[str]:
    """Return the questions whose given answer ``condition`` looks at."""
    return {name for part in walked(condition) for name in CONDITION_KINDS[part[0]].answers(part)}


def bounds_of(condition: Condition) -> list[tuple[str, str, Any]]:
    """Return every comparison in ``condition`` as (fact, kind, bound)."""
    return [bound for part in walked(condition) for bound in CONDITION_KINDS[part[0]].bounds(part)]


def walked(condition: Condition) -> Iterator[list[Any]]:
    """Yield ``condition`` and every condition inside it that looks at the same facts, in written order."""
    if condition is not None:
        yield condition
        for part in CONDITION_KINDS[condition[0]].parts(condition):
            yield from walked(part)


def _in(condition: list[Any]) -> Predicate:
    name, values = condition[1], condition[2]
    return lambda facts, _answered: facts[name] in values


def _known(condition: list[Any]) -> Predicate:
    name, known = condition[1], condition[2]
    return lambda facts, _answered: (facts[name] is not None) is known


def _answered(condition: list[Any]) -> Predicate:
    name, inner = condition[1], predicate(condition[2])
    return lambda _facts, answered: name in answered and inner(answered, answered)


def _not(condition: list[Any]) -> Predicate:
    inner = predicate(condition[1])
    return lambda facts, answered: not inner(facts, answered)


def _combined(condition: list[Any]) -> Predicate:
    kind, inners = condition[0], [predicate(part) for part in condition[1]]
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
    def held(facts: Named, answered: Named) -> bool:
        for inner in inners:
            if inner(facts, answered) is until:
                return until
        return not until

    return held


def _comparison(condition: list[Any]) -> Predicate:
    kind, name, bound = condition
    compare = COMPARISONS[kind]
    other = bound[1] if isinstance(bound, list) else None

    def compared(facts: Named, _answered: Named) -> bool:
        value = facts[name]
        limit = bound if other is None else facts[other]
        return value is not None and limit is not None and compare(value, limit)

    return compared


def _compared(condition: list[Any]) -> set[str]:
    _, name, bound = condition
    return {name, bound[1]} if isinstance(bound, list) else {name}


_COMPARED = ConditionKind(_comparison, facts=_compared, bounds=lambda condition: [(condition[1], condition[0], condition[2])])
CONDITION_KINDS: dict[str, ConditionKind] = {
    "all": ConditionKind(_combined, parts=lambda condition: condition[1]),
    "any": ConditionKind(_combined, parts=lambda condition: condition[1]),
    "not": ConditionKind(_not, parts=lambda condition: [condition[1]]),
    "in": ConditionKind(_in, facts=lambda condition: {condition[1]}),
    "known": ConditionKind(_known, facts=lambda condition: {condition[1]}),
    "answered": ConditionKind(_answered, answers=lambda condition: {condition[1], *facts_of(condition[2])}),
    **dict.fromkeys(COMPARISONS, _COMPARED),
}
"""Every kind of condition there is."""
