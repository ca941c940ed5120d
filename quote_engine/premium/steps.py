"""The steps of a premium: a dozen kinds, each a small class with one method.

A step first finds its operand in the facts, once for all the coverages it works on, and then
takes each one's exact amount so far to the amount after it, with a record of what it did. The
records are the trace, and the trace is the result: nothing else is computed for explanation.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from quote_engine.premium.table import Table
from quote_engine.values.money import ZERO, Amount, less_than, of_yen, off, plain, plus, ratio, rounded, text, times

if TYPE_CHECKING:
    from quote_engine.typed.common import Certainty, PlainAmount
    from quote_engine.typed.edition import EditionData
    from quote_engine.typed.price import PremiumStep, PremiumStepKind


Operand = tuple[Amount, str, str, str]
"""What a step works with: exact value, its text, the source and the label of this very operand."""
Applied = tuple[Amount, "PremiumStep"] | None


class FactsLike(Protocol):
    """What a step needs of the facts: one fact by name, and whether a condition holds."""

    def __getitem__(self, name: str, /) -> Any: ...
    def holds(self, condition: list[Any] | None) -> bool: ...


class Step(ABC):
    """One line of the plan. Subclasses say what it does to the amount, and what an editor writes for it.

    One more kind is one more class in ``KINDS``: the declaration of the plan and its check read the rest from here.
    """

    kind: "PremiumStepKind"
    written = ""
    """What the plan calls it, where that is not ``kind``."""
    told = ""
    """What it does, in a word for editors."""
    needs: tuple[str, ...] = ("coverages",)
    """What the plan must say of it besides its kind."""
    figure: str | None = None
    """The key of the plan that holds a figure of the step's own; the others work with a table's."""
    in_yen = False
    """Whether its operand is an amount of yen."""

    def __init__(self, spec: Mapping[str, Any], edition: "EditionData") -> None:
        """``spec`` is the compiled step; ``edition`` holds the tables it may name."""
        self.when: list[Any] | None = spec["when"]
        self.label: str = spec["label"]
        self.source: str = spec["source"]
        self.spec = spec
        named = edition["tables"][spec["table"]] if spec.get("table") else None
        self.table = Table(named) if named else None
        # What a table says of itself counts: `base` looks into one of each coverage's own.
        self.certainty: Certainty = (named or spec)["certainty"]
        self.anchor: str = (named or spec)["anchor"]
        self.unvarying = self.when is None and not (self.table and self.table.by) and not spec.get("times")

    def operand(self, facts: FactsLike) -> Operand | None:
        """Return what this step works with under ``facts``; None when it does not apply."""
        if self.when is not None and not facts.holds(self.when):
            return None
        return self.table.look_up(facts) if self.table else (ZERO, "", self.source, self.label)

    @abstractmethod
    def apply(self, amount: Amount, before: "PlainAmount", operand: Operand) -> Applied:
        """Return the amount after this step and its record; None when nothing is to be done.

        ``before`` is ``amount`` as JSON holds it: the step before has already worked that out.
        """

    def record(self, before: "PlainAmount", after: Amount, text_: str, operand: Operand) -> "PremiumStep":
        """Return what this step did, as it stands in the trace."""
        return {
            "kind": self.kind,
            "label": operand[3],
            "operand": text_,
            "before": before,
            "after": plain(after),
            "source": operand[2],
            "certainty": self.certainty,
            "anchor": self.anchor,
        }


class Base(Step):
    """Start from a yearly amount of yen in a table."""

    kind: "PremiumStepKind" = "base"
    told = "基準掛金"
    in_yen = True

    def apply(self, amount: Amount, before: "PlainAmount", operand: Operand) -> Applied:
        return operand[0], self.record(before, operand[0], operand[1], operand)


class Add(Step):
    """Add yen from a table; with ``times``, that many yen for each yen (or piece) of a fact."""

    kind: "PremiumStepKind" = "add"
    told = "足す"
    needs = ("coverages", "table")
    in_yen = True

    def operand(self, facts: FactsLike) -> Operand | None:
        found = super().operand(facts)
        if found is None or not self.spec["times"]:
            return found
        each, text_, source, label = found
        number = facts[self.spec["times"]]
        return times(each, of_yen(number)), f"{text_}×{number}", source, label

    def apply(self, amount: Amount, before: "PlainAmount", operand: Operand) -> Applied:
        after = plus(amount, operand[0])
        each, _, number = operand[1].partition("×")
        record = self.record(before, after, each, operand)
        if number:
            record["of"] = int(number)
        return after, record


class Multiply(Step):
    """Multiply by a factor (or a percentage up or down) from a table."""

    kind: "PremiumStepKind" = "multiply"
    told = "率を掛ける"
    needs = ("coverages", "table")

    def apply(self, amount: Amount, before: "PlainAmount", operand: Operand) -> Applied:
        after = times(amount, operand[0])
        return after, self.record(before, after, operand[1], operand)


class Discount(Step):
    """Take a percentage off. ``operand`` is what is left (0.91), ``percent`` what is taken (9)."""

    kind: "PremiumStepKind" = "discount"
    written = "discounts"
    told = "割引"
    needs = ("stage",)

    def __init__(self, spec: Mapping[str, Any], edition: "EditionData") -> None:
        super().__init__(spec, edition)
        self.left: dict[str, tuple[Amount, str]] = {}

    def apply(self, amount: Amount, before: "PlainAmount", operand: Operand) -> Applied:
        left, left_text = self.left.get(operand[1]) or self.left.setdefault(operand[1], _left(operand[0]))
        after = times(amount, left)
        record = self.record(before, after, left_text, operand)
        record["label"] = self.label
        record["percent"] = operand[1]
        record["discount"] = self.spec["discount"]
        return after, record


class Floor(Step):
    """Raise the amount to a least number of yen."""

    kind: "PremiumStepKind" = "floor"
    told = "下限"
    needs = ("coverages", "of_yen", "label")
    figure = "yen"
    in_yen = True

    def apply(self, amount: Amount, before: "PlainAmount", operand: Operand) -> Applied:
        bound = ratio(self.spec["yen"])
        return (bound, self.record(before, bound, self.spec["yen"], operand)) if less_than(amount, bound) else None


class Cap(Step):
    """Lower the amount to a greatest number of yen."""

    kind: "PremiumStepKind" = "cap"
    told = "上限"
    needs = ("coverages", "of_yen", "label")
    figure = "yen"
    in_yen = True

    def apply(self, amount: Amount, before: "PlainAmount", operand: Operand) -> Applied:
        bound = ratio(self.spec["yen"])
        return (bound, self.record(before, bound, self.spec["yen"], operand)) if less_than(bound, amount) else None


class Round(Step):
    """Round to a whole multiple of yen; the record stands even when nothing changed."""

    kind: "PremiumStepKind" = "round"
    told = "丸め"
    needs = ("coverages", "unit", "mode", "label")
    figure = "unit"

    def apply(self, amount: Amount, before: "PlainAmount", operand: Operand) -> Applied:
        after = of_yen(rounded(amount, self.spec["unit"], self.spec["mode"]))
        record = self.record(before, after, str(self.spec["unit"]), operand)
        record["mode"] = self.spec["mode"]
        return after, record


def _left(percent: Amount) -> tuple[Amount, str]:
    left = off(percent)
    return left, text(left)


STEP_KINDS: dict[str, type[Step]] = {
    step.kind: step for step in (Base, Add, Multiply, Discount, Floor, Cap, Round)
}
PLANNED = {step.written or step.kind: step for step in STEP_KINDS.values()}
"""The kinds by what the plan calls them: a stage of discounts unfolds into its discounts."""


def steps_by_coverage(edition: "EditionData") -> dict[str, list[Step]]:
    """Return the steps of each coverage of an edition of the book, in order; most are shared."""
    found: dict[str, list[Step]] = {coverage["id"]: [] for coverage in edition["coverages"]}
    for spec in edition["steps"]:
        kind, table = STEP_KINDS[spec["kind"]], spec["table"]
        if isinstance(table, dict):
            # `base` names a table for each coverage: its own.
            for coverage in spec["coverages"]:
                found[coverage].append(kind({**spec, "table": table[coverage]}, edition))
            continue
        shared = kind(spec, edition)
        for coverage in spec["coverages"]:
            found[coverage].append(shared)
    return found
