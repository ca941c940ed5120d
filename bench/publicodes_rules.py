"""The rating plan as publicodes rules, generated from the book, so that both engines compute the same thing.

Only the rating is translated. What the answers settle to (defaults, limits, age, bands) is worked out beforehand and handed
to publicodes as its situation, which spares it that work.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from quote_engine.book import Edition
from quote_engine.facts import Facts
from quote_engine.money import Amount, off
from quote_engine.steps import Step, key_of

Rule = Any
COMPARED = {"at_least": ">=", "at_most": "<=", "more_than": ">", "less_than": "<"}
YES, NO = "oui", "non"


class Rules:
    """The rules of one edition; `texts`, `numbers` and `known` are the facts they ask for."""

    def __init__(self, edition: Edition) -> None:
        self.texts: set[str] = set()
        self.numbers: set[str] = set()
        self.known: set[str] = set()
        self.rules: dict[str, Rule] = {}
        for coverage in edition.coverages:
            self._coverage(coverage, edition.steps[coverage["id"]])
        self.rules["total"] = {"somme": [_name("cover", coverage["id"]) for coverage in edition.coverages]}
        for kind, names, default in (
            ("text", self.texts, "''"),
            ("number", self.numbers, 0),
            ("known", self.known, NO),
        ):
            self.rules |= {_name(kind, name): {"par défaut": default} for name in sorted(names)}

    def situation(self, facts: Facts) -> dict[str, Rule]:
        """The facts of one visitor in publicodes' notation."""
        situation: dict[str, Rule] = {_name("text", name): f"'{_key(facts[name])}'" for name in self.texts}
        situation |= {_name("number", name): _number(facts[name]) for name in self.numbers}
        return situation | {_name("known", name): YES if facts[name] is not None else NO for name in self.known}

    def _coverage(self, coverage: Mapping[str, Any], steps: list[Step]) -> None:
        amount: Rule = 0
        for number, step in enumerate(steps):
            amount = self._step(step, amount)
            name = _name("step", coverage["id"], str(number))
            self.rules[name] = amount
            amount = name
        when = self._condition(coverage["when"])
        self.rules[_name("cover", coverage["id"])] = {"variations": [{"si": when, "alors": amount}, {"sinon": 0}]}

    def _step(self, step: Step, amount: Rule) -> Rule:
        after = self._after(step, amount)
        if step.when is None:
            return after
        return {"variations": [{"si": self._condition(step.when), "alors": after}, {"sinon": amount}]}

    def _after(self, step: Step, amount: Rule) -> Rule:
        match step.kind:
            case "base":
                return self._cell(step)
            case "add":
                times = step.spec["times"]
                return {
                    "somme": [
                        amount,
                        {"produit": [self._cell(step), self._number(times)]} if times else self._cell(step),
                    ]
                }
            case "multiply" | "discount":
                return {"produit": [amount, self._cell(step)]}
            case "floor":
                return {"valeur": amount, "plancher": float(step.spec["yen"])}
            case "cap":
                return {"valeur": amount, "plafond": float(step.spec["yen"])}
            case "round" if step.spec["mode"] == "half_up":
                unit = step.spec["unit"]
                return {"produit": [{"valeur": {"produit": [amount, 1 / unit]}, "arrondi": YES}, unit]}
        raise NotImplementedError(f"{step.kind} has no counterpart in publicodes")

    def _cell(self, step: Step) -> Rule:
        """The table as a rule of its own, so that publicodes may keep its value for all coverages."""
        table = step.table
        if table is None:
            raise TypeError(f"{step.kind} without a table")
        name = _name("table", step.kind, str(step.spec["table"]))
        self.rules[name] = self._cells(table.cells, table.by, discount=step.kind == "discount")
        return name

    def _cells(self, cells: Any, by: list[str], *, discount: bool) -> Rule:
        if not by:
            value: Amount = off(cells[0]) if discount else cells[0]
            return value[0] / value[1]
        self.texts.add(by[0])
        fact = _name("text", by[0])
        return {
            "variations": [
                {"si": f"{fact} = '{key}'", "alors": self._cells(inner, by[1:], discount=discount)}
                for key, inner in cells.items()
            ]
        }

    def _condition(self, condition: list[Any] | None) -> Rule:
        if condition is None:
            return YES
        kind, *rest = condition
        match kind:
            case "all" | "any":
                parts = [self._condition(part) for part in rest[0]]
                return {"toutes ces conditions" if kind == "all" else "une de ces conditions": parts}
            case "not":
                return {"variations": [{"si": self._condition(rest[0]), "alors": NO}, {"sinon": YES}]}
            case "in":
                self.texts.add(rest[0])
                fact = _name("text", rest[0])
                return {"une de ces conditions": [f"{fact} = '{_key(value)}'" for value in rest[1]]}
            case "known":
                self.known.add(rest[0])
                return f"{_name('known', rest[0])} = {YES if rest[1] else NO}"
            case _ if kind in COMPARED:
                return {"toutes ces conditions": list(self._comparison(kind, *rest))}
        raise NotImplementedError(f"{kind} has no counterpart in publicodes")

    def _comparison(self, kind: str, fact: str, bound: Any) -> Iterator[Rule]:
        yield self._condition(["known", fact, True])
        right = _number(bound)
        if isinstance(bound, list):
            yield self._condition(["known", bound[1], True])
            right = self._number(bound[1])
        yield f"{self._number(fact)} {COMPARED[kind]} {right}"

    def _number(self, fact: str) -> str:
        self.numbers.add(fact)
        return _name("number", fact)


def _name(*words: str) -> str:
    """A rule's name: publicodes takes a dot for a name space and an underscore for nothing it knows."""
    return " ".join(word.replace("_", " ").replace(".", " ") for word in words if word)


def _key(fact: Any) -> str:
    return "" if fact is None else key_of(fact)


def _number(fact: Any) -> int:
    """Numbers as they are, ISO dates as 20260401."""
    return fact if isinstance(fact, int) else int(str(fact or 0).replace("-", ""))
