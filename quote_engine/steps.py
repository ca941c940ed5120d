"""The steps of a premium: a dozen kinds, each a small class with one method.

A step takes the exact amount so far and returns the amount after it with a record of
what it did, or None when it does not apply. The records are the trace, and the trace
is the result: nothing else is ever computed for explanation.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from quote_engine.money import Amount, less_than, off, plain, plus, ratio, rounded, text, times, yen

Record = dict[str, Any]
Outcome = tuple[Amount, Record] | None
Found = tuple[Amount, str, str, str]


class FactsLike(Protocol):
    """What a step needs of the facts: one fact by name, and whether a condition holds."""

    def __getitem__(self, name: str, /) -> Any: ...
    def holds(self, condition: list[Any] | None) -> bool: ...


class Step:
    """One line of the plan. Subclasses say what it does to the amount."""

    kind = ""

    def __init__(self, spec: Mapping[str, Any], edition: Mapping[str, Any]) -> None:
        """``spec`` is the compiled step; ``edition`` holds the tables it may name."""
        self.when: list[Any] | None = spec["when"]
        self.label: str = spec["label"]
        self.source: str = spec["source"]
        self.certainty: str = spec["certainty"]
        self.anchor: str = spec["anchor"]
        self.spec = spec
        self.table: Table | None = None

    def apply(self, amount: Amount, facts: FactsLike) -> Outcome:
        """Return the amount after this step and its record; None when the step does not apply."""
        raise NotImplementedError

    def record(self, before: Amount, after: Amount, operand: str, **more: Any) -> Record:
        """Return what this step did, as it stands in the trace."""
        return {
            "kind": self.kind,
            "label": self.label,
            "operand": operand,
            "before": plain(before),
            "after": plain(after),
            "source": self.source,
            "certainty": self.certainty,
            "anchor": self.anchor,
            **more,
        }


class Table:
    """A table of the edition: cells by one or more facts. Every allowed answer finds one."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """``data`` is the compiled table; the cells' texts become exact ratios here, once."""
        self.by: list[str] = data["by"]
        self.words: dict[str, dict[str, str]] = data["words"]
        self.template: str = data["step_label"]
        self.percent = data["unit"] == "percent"
        self.file: str = data["file"]
        self.cells = self._read(data["cells"])
        self._found: dict[tuple[str, ...], Found] = {}

    def look_up(self, facts: FactsLike) -> Found:
        """Return the cell that ``facts`` point at: its ratio, its text, its source and its label."""
        path = tuple([key_of(facts[name]) for name in self.by])
        found = self._found.get(path)
        if found is None:
            found = self._found[path] = self._walk(path)
        return found

    def _walk(self, path: tuple[str, ...]) -> Found:
        """Go down the cells; the label tells the facts in words: 「11等級（事故なし）」."""
        cells, label = self.cells, self.template
        for name, key in zip(self.by, path, strict=True):
            cells = cells[key]
            label = label.replace("{" + name + "}", self.words[name].get(key, key))
        value, operand, source = cells
        return value, operand, source, label

    def _read(self, cells: Any) -> Any:
        if isinstance(cells, dict):
            return {key: self._read(inner) for key, inner in cells.items()}
        number, line = cells
        if self.percent:
            n, d = ratio(number)
            value = (100 * d + n, 100 * d)
            return value, text(value), f"{self.file}:{line}"
        return ratio(number), number, f"{self.file}:{line}"


def key_of(fact: Any) -> str:
    """Return the key under which a table keeps ``fact``."""
    if isinstance(fact, bool):
        return "true" if fact else "false"
    return str(fact)


class _TableStep(Step):
    """A step whose operand is looked up; the record points at the very cell."""

    def __init__(self, spec: Mapping[str, Any], edition: Mapping[str, Any]) -> None:
        data = edition["tables"][spec["table"]]
        # What the table says of itself counts: `base` looks into a table of each coverage's own.
        super().__init__({**spec, "certainty": data["certainty"], "anchor": data["anchor"]}, edition)
        self.table: Table = Table(data)

    def look_up(self, facts: FactsLike) -> tuple[Amount, str, Record]:
        value, operand, source, label = self.table.look_up(facts)
        return value, operand, {"source": source, "label": label}


class Base(_TableStep):
    """Start from a yearly amount of yen in a table."""

    kind = "base"

    def apply(self, amount: Amount, facts: FactsLike) -> Outcome:
        value, operand, cell = self.look_up(facts)
        return value, {**self.record(amount, value, operand), **cell}


class Add(_TableStep):
    """Add yen from a table; with ``times``, that many yen for each yen (or piece) of a fact."""

    kind = "add"

    def apply(self, amount: Amount, facts: FactsLike) -> Outcome:
        value, operand, cell = self.look_up(facts)
        if self.spec["times"]:
            number = facts[self.spec["times"]]
            value = times(value, yen(number))
            cell["of"] = number
        after = plus(amount, value)
        return after, {**self.record(amount, after, operand), **cell}


class Multiply(_TableStep):
    """Multiply by a factor (or a percentage up or down) from a table."""

    kind = "multiply"

    def apply(self, amount: Amount, facts: FactsLike) -> Outcome:
        value, operand, cell = self.look_up(facts)
        after = times(amount, value)
        return after, {**self.record(amount, after, operand), **cell}


class Discount(_TableStep):
    """Take a percentage off. ``operand`` is what is left (0.91), ``percent`` what is taken (9)."""

    kind = "discount"

    def apply(self, amount: Amount, facts: FactsLike) -> Outcome:
        value, percent, cell = self.look_up(facts)
        left = off(value)
        after = times(amount, left)
        more = {"percent": percent, "discount": self.spec["discount"]}
        return after, {**self.record(amount, after, text(left), **more), "source": cell["source"]}


class Floor(Step):
    """Raise the amount to a least number of yen."""

    kind = "floor"

    def apply(self, amount: Amount, facts: FactsLike) -> Outcome:
        bound = ratio(self.spec["yen"])
        return (bound, self.record(amount, bound, self.spec["yen"])) if less_than(amount, bound) else None


class Cap(Step):
    """Lower the amount to a greatest number of yen."""

    kind = "cap"

    def apply(self, amount: Amount, facts: FactsLike) -> Outcome:
        bound = ratio(self.spec["yen"])
        return (bound, self.record(amount, bound, self.spec["yen"])) if less_than(bound, amount) else None


class Round(Step):
    """Round to a whole multiple of yen; the record stands even when nothing changed."""

    kind = "round"

    def apply(self, amount: Amount, facts: FactsLike) -> Outcome:
        after = yen(rounded(amount, self.spec["unit"], self.spec["mode"]))
        return after, self.record(amount, after, str(self.spec["unit"]), mode=self.spec["mode"])


KINDS: dict[str, type[Step]] = {
    step.kind: step for step in (Base, Add, Multiply, Discount, Floor, Cap, Round)
}


def steps_for(coverage: str, edition: Mapping[str, Any]) -> list[Step]:
    """Return the steps of one coverage of an edition of the book, in order."""
    specs = [spec for spec in edition["steps"] if coverage in spec["coverages"]]
    return [KINDS[spec["kind"]](_for_coverage(spec, coverage), edition) for spec in specs]


def _for_coverage(spec: Mapping[str, Any], coverage: str) -> Mapping[str, Any]:
    # A step such as `base` names one table per coverage: its own.
    table = spec.get("table")
    return {**spec, "table": table[coverage]} if isinstance(table, dict) else spec
