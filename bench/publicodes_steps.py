"""The steps of a coverage as publicodes rules: one rule per step, so that publicodes has a trace of its own."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from quote_engine.premium.steps import Step
from quote_engine.premium.table import Table
from quote_engine.values.money import off

if TYPE_CHECKING:
    from bench.publicodes_rules import Rules

Rule = Any


class StepRules:
    """Adds the rules of coverages to the rules of the facts."""

    def __init__(self, rules: "Rules") -> None:
        self._all = rules

    def add(self, coverage: Mapping[str, Any], steps: list[Step]) -> None:
        """One rule per step, and one for the coverage."""
        amount: Rule = 0
        for number, step in enumerate(steps):
            after = self._after(step, amount)
            if step.when is not None:
                after = choice([(self._all.condition(step.when), after)], amount)
            amount = name_of("step", coverage["id"], str(number))
            self._all.rules[amount] = {"valeur": after} if isinstance(after, str) else after
        self._all.rules[name_of("cover", coverage["id"])] = choice([(self._all.condition(coverage["when"]), amount)], 0)

    def _after(self, step: Step, amount: Rule) -> Rule:
        match step.kind:
            case "base":
                return self._cell(step)
            case "add":
                cell, times = self._cell(step), step.spec["times"]
                return {"somme": [amount, {"produit": [cell, self._all.fact(times)]} if times else cell]}
            case "multiply" | "discount":
                return {"produit": [amount, self._cell(step)]}
            case "floor":
                return {"valeur": amount, "plancher": float(step.spec["yen"])}
            case "cap":
                return {"valeur": amount, "plafond": float(step.spec["yen"])}
            case "round" if step.spec["mode"] == "half_up":
                unit = step.spec["unit"]
                return {"produit": [{"valeur": {"produit": [amount, 1 / unit]}, "arrondi": "oui"}, unit]}
        raise ValueError(f"{step.kind} has no counterpart in publicodes")

    def _cell(self, step: Step) -> str:
        """The table as a rule of its own, so that publicodes keeps its value for all coverages."""
        name = name_of("table", step.kind, str(step.spec["table"]))
        if name not in self._all.rules and step.table is not None:
            rule = self._cells(step.table, step.table.cells, step.table.by, discount=step.kind == "discount")
            self._all.rules[name] = rule if isinstance(rule, dict) else {"valeur": rule}
        return name

    def _cells(self, table: Table, cells: Any, by: list[str], *, discount: bool) -> Rule:
        if not by:
            value = off(cells[0]) if discount else cells[0]
            return value[0] / value[1]
        fact = self._all.fact(by[0])
        number = self._all.is_number(by[0])
        return {
            "variations": [
                {
                    "si": f"{fact} = {key}" if number else f"{fact} = '{key}'",
                    "alors": self._cells(table, inner, by[1:], discount=discount),
                }
                for key, inner in cells.items()
            ]
        }


def choice(cases: list[tuple[Rule, Rule]], otherwise: Rule) -> Rule:
    """The first case whose condition holds."""
    return {"variations": [*({"si": when, "alors": then} for when, then in cases), {"sinon": otherwise}]}


def name_of(*words: str) -> str:
    """A rule's name: publicodes takes a dot for a name space and an underscore for nothing it knows."""
    return " ".join(word.replace("_", " ").replace(".", " ") for word in words)
