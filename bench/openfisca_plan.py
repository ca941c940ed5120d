"""The rating plan as OpenFisca variables, made from the book, so that both compute the same thing.

Variables: every settled fact that the plan looks at (an input), what each step works with, each coverage, their total.
To OpenFisca's advantage facts are given, tables are plain arrays instead of its parameters, and there is no trace.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable, config

from quote_engine.premium.book import Edition
from quote_engine.premium.steps import Step
from quote_engine.premium.table import Table, key_of
from quote_engine.values.conditions import facts_of
from quote_engine.values.dates import month_number
from quote_engine.values.money import off

Column: TypeAlias = "tuple[np.ndarray, list[Any]]"
"""A fact of many contracts: codes, and the values they point at."""
Contracts = Any
"""What a formula gets: called with a variable's name and the period, it gives the values; it has their ``count``."""
PERIOD, NO_NUMBER, NOTHING = "2026", -9999, "nothing"
COMPARED: dict[str, Callable[[np.ndarray, int], np.ndarray]] = {
    "at_least": np.greater_equal, "at_most": np.less_equal, "more_than": np.greater, "less_than": np.less,
}  # fmt: skip


def facts_of_plan(edition: Edition) -> set[str]:
    """Return the facts that the plan of ``edition`` looks at."""
    names: set[str] = set().union(*(facts_of(coverage["when"]) for coverage in edition.coverages))
    for step in {step for steps in edition.steps.values() for step in steps}:
        names |= facts_of(step.when) | set(step.table.by if step.table else ()) | ({step.spec["times"]} if step.spec.get("times") else set())
    return names


class Plan:
    """One edition's plan over many contracts."""

    def __init__(self, edition: Edition, facts: Mapping[str, Column]) -> None:
        """``facts`` has a column for each of ``facts_of_plan``."""
        self._contract = build_entity("contract", "contracts", "契約", is_person=True)
        self.system = TaxBenefitSystem([self._contract])
        self.numbers = {name for name, (_, values) in facts.items() if any(_is_number(value) for value in values)}
        self.members = {
            name: list(dict.fromkeys(map(_key, values))) for name, (_, values) in facts.items() if name not in self.numbers
        }
        self._inputs = {name: self._input(name, column) for name, column in facts.items()}
        for step, table in {(step, step.table) for steps in edition.steps.values() for step in steps if step.table}:
            self._add(_name(step), float, self._operand(step, table))
        for coverage in edition.coverages:
            self._add(coverage["id"], float, self._premium(coverage, edition.steps[coverage["id"]]))
        covers = [coverage["id"] for coverage in edition.coverages]
        self._add("total", float, lambda contract, period: sum(contract(cover, period) for cover in covers))

    def simulation(self) -> Simulation:
        """Return the contracts with their facts, ready to be asked for ``total`` or a coverage."""
        count = len(next(iter(self._inputs.values())))
        simulation = SimulationBuilder().build_default_simulation(self.system, count)
        for name, values in self._inputs.items():
            simulation.set_input(f"fact_{name}", PERIOD, values)
        return simulation

    def _input(self, name: str, column: Column) -> np.ndarray:
        codes, values = column
        if name in self.numbers:
            self._add(f"fact_{name}", int, None)
            return np.array([_number(value) for value in values], dtype=np.int32)[codes]
        members: Any = Enum(name, [(f"m{number}", key) for number, key in enumerate(self.members[name])])
        self._add(f"fact_{name}", Enum, None, possible_values=members, default_value=next(iter(members)))
        encoded: np.ndarray = members.encode(np.array([self.members[name].index(_key(value)) for value in values])[codes])
        return encoded

    def _add(self, name: str, kind: type, formula: Callable[[Contracts, str], np.ndarray] | None, **more: Any) -> None:
        own = {"value_type": kind, "entity": self._contract, "definition_period": DateUnit.YEAR, "label": name, **more}
        self.system.add_variable(type(name, (Variable,), own | ({"formula": formula} if formula else {})))

    def _operand(self, step: Step, table: Table) -> Callable[[Contracts, str], np.ndarray]:
        """What a step works with; nothing (a neutral number) where it does not apply."""
        neutral = 1.0 if step.kind in ("multiply", "discount") else 0.0
        keys = [self._keys(name, cells) for name, cells in zip(table.by, _levels(table.cells, len(table.by)), strict=True)]
        cells = _array(table.cells, keys, discount=step.kind == "discount")
        times = step.spec.get("times")

        def formula(contract: Contracts, period: str) -> np.ndarray:
            found = cells[tuple(self._places(name, of, contract, period) for name, of in zip(table.by, keys, strict=True))]
            if times:
                found = found * contract(f"fact_{times}", period)
            return np.full(contract.count, np.where(self._holds(step.when, contract, period), found, neutral))

        return formula

    def _premium(self, coverage: Mapping[str, Any], steps: list[Step]) -> Callable[[Contracts, str], np.ndarray]:
        def formula(contract: Contracts, period: str) -> np.ndarray:
            amount: Any = 0
            for step in steps:
                operand = contract(_name(step), period) if step.table else None
                match step.kind:
                    case "base" | "add":
                        amount = amount + operand
                    case "multiply" | "discount":
                        amount = amount * operand
                    case "round" if step.spec["mode"] == "half_up" and step.when is None:
                        amount = np.floor(amount / step.spec["unit"] + 0.5) * step.spec["unit"]
                    case _:
                        raise ValueError(f"{step.kind} has no counterpart here")
            return np.full(contract.count, np.where(self._holds(coverage["when"], contract, period), amount, 0))

        return formula

    def _holds(self, condition: list[Any] | None, contract: Contracts, period: str) -> Any:
        if condition is None:
            return np.True_
        kind, *rest = condition
        if kind in ("all", "any"):
            parts = [self._holds(part, contract, period) for part in rest[0]]
            return (np.logical_and if kind == "all" else np.logical_or).reduce(np.broadcast_arrays(*parts))
        if kind == "not":
            return ~self._holds(rest[0], contract, period)
        values = np.asarray(contract(f"fact_{rest[0]}", period))
        number = rest[0] in self.numbers
        if kind == "in":
            wanted = rest[1] if number else [self.members[rest[0]].index(_key(value)) for value in rest[1] if _key(value) in self.members[rest[0]]]
            return np.isin(values, wanted)
        if kind == "known":
            nothing = NO_NUMBER if number else self.members[rest[0]].index(NOTHING) if NOTHING in self.members[rest[0]] else -1
            return (values != nothing) == rest[1]
        if kind in COMPARED and number and not isinstance(rest[1], list):
            return (values != NO_NUMBER) & COMPARED[kind](values, rest[1])
        raise ValueError(f"{condition} has no counterpart here")

    def _keys(self, name: str, cells: set[str]) -> list[Any]:
        """The keys of a table along one fact, in the order of its codes or numbers."""
        return sorted(int(key) for key in cells) if name in self.numbers else self.members[name]

    def _places(self, name: str, keys: list[Any], contract: Contracts, period: str) -> np.ndarray:
        values = np.asarray(contract(f"fact_{name}", period))
        if name not in self.numbers:
            return values
        places = np.searchsorted(keys, values)
        # One more than there are keys: where nothing stands.
        return np.where(np.isin(values, keys), places, len(keys))


def in_double() -> None:
    """Let OpenFisca keep money in 64 bits: its own choice is 32."""
    config.VALUE_TYPES[float]["dtype"] = np.float64


def _array(cells: Any, keys: list[list[Any]], *, discount: bool) -> np.ndarray:
    """The cells of a table as an array; not a number where there is none."""
    if not keys:
        n, d = off(cells[0]) if discount else cells[0]
        return np.array(n / d)
    inner = [_array(cells[str(key)], keys[1:], discount=discount) if str(key) in cells else None for key in keys[0]]
    nothing = np.full([len(each) + 1 for each in keys[1:]], np.nan)
    return np.stack([*(nothing if each is None else each for each in inner), nothing])


def _levels(cells: Any, depth: int) -> list[set[str]]:
    levels, here = [], [cells]
    for _ in range(depth):
        levels.append({key for each in here for key in each})
        here = [inner for each in here for inner in each.values()]
    return levels


def _name(step: Step) -> str:
    return f"step_{id(step)}"


def _is_number(value: Any) -> bool:
    return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, str) and value[4:5] == "-" and value[:4].isdecimal())


def _number(value: Any) -> int:
    if value is None:
        return NO_NUMBER
    return value if isinstance(value, int) else month_number(value)


def _key(value: Any) -> str:
    return NOTHING if value is None else key_of(value)
