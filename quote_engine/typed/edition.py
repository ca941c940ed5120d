"""One edition of rates in the book: tables, steps in order, discounts, renewal, payouts. A cell is ``[text, line]``."""

from typing import Any, Literal, NotRequired, TypedDict

from quote_engine.typed.common import Certainty, Document, Value

CompiledCondition = list[Any]
"""A compiled condition, see ``values.conditions``; None where there is none, and then it always holds."""
Cells = dict[str, Any] | list[Any]
"""Cells by the keys of ``by``, level by level, down to ``[text, line]``."""
Rounding = Literal["half_up", "up", "down"]


class DetailPart(TypedDict):
    """What a slip says of a coverage: one fact in words."""

    fact: str
    before: str
    words: dict[str, str]
    yen: bool


class Coverage(TypedDict):
    """What can stand on a slip."""

    id: str
    label: str
    what: str
    when: CompiledCondition | None
    detail: list[DetailPart]
    automatic: bool
    rider: bool
    source: str
    document: Document


Band = TypedDict("Band", {"id": str, "label": str, "from": int})
"""A band of a group's number, from this on. (``from`` is a word of Python.)"""


class GroupCase(TypedDict):
    """A case of a group; the last one has no condition."""

    id: str
    label: str
    when: CompiledCondition | None


class Group(TypedDict):
    """A group of the edition: bands of a number, or cases."""

    label: str
    of: str | None
    bands: list[Band] | None
    cases: list[GroupCase] | None
    certainty: Certainty | None
    source: Document | None


class Limit(TypedDict):
    """What may be chosen under a condition, and what gives way to what."""

    when: CompiledCondition | None
    only: list[Value]
    instead: Value | None
    always_tell: bool
    otherwise: str


class TableData(TypedDict):
    """A table: cells by facts, each with the line it stands in."""

    id: str
    label: str
    by: list[str]
    unit: Literal["yen", "factor", "percent", "percent_off"]
    cells: Cells
    words: dict[str, dict[str, str]]
    file: str
    line: int
    step_label: str
    anchor: str
    certainty: Certainty
    document: Document


class Requirement(TypedDict):
    """What a discount needs besides being claimed."""

    when: CompiledCondition
    otherwise: str


class DiscountRule(TypedDict):
    """A discount of the edition."""

    id: str
    label: str
    stage: Literal["first", "second", "third"]
    coverages: list[str]
    claimed: CompiledCondition | None
    field: str
    requires: list[Requirement]
    source: str
    certainty: Certainty
    document: Document


class StepRule(TypedDict):
    """One step of the plan; which keys matter says its kind."""

    kind: Literal["base", "add", "multiply", "discount", "floor", "cap", "round"]
    coverages: list[str]
    table: str | dict[str, str] | None
    when: CompiledCondition | None
    label: str
    source: str
    anchor: str
    certainty: Certainty
    document: Document
    times: NotRequired[str | None]
    yen: NotRequired[str | None]
    unit: NotRequired[int | None]
    mode: NotRequired[Rounding | None]
    discount: NotRequired[str]


class PaymentRule(TypedDict):
    """From the year to the month."""

    surcharge: str
    percent: str
    instalments: int
    label: str
    unit: int
    mode: Rounding
    round_label: str
    round_certainty: Certainty
    round_source: str
    source: str
    certainty: Certainty
    document: Document


class AccidentRule(TypedDict):
    """What one kind of accident does to the grade."""

    label: str
    detail: str
    down: int
    accident_years: int
    source: str
    certainty: Certainty
    document: Document


class RenewalRule(TypedDict):
    """How grades move."""

    ladder: list[str]
    clean_year_up: int
    most_accident_years: int
    most_source: str
    most_certainty: Certainty
    most_document: Document
    accidents: dict[str, AccidentRule]
    source: str
    certainty: Certainty
    document: Document


class FigureRule(TypedDict):
    """One number of the payouts."""

    label: str
    unit: str
    value: int
    source: str
    certainty: Certainty
    document: Document


class Scale(TypedDict):
    """Numbers by disability grade."""

    label: str
    unit: str
    grades: dict[str, int]
    source: str
    certainty: Certainty
    document: Document


Reduction = TypedDict(
    "Reduction",
    {"from": int, "lasting": int, "injury": int, "source": str, "certainty": Certainty, "document": Document},
)
"""By how many percent compulsory cover shrinks from a fault on."""


class GradeEvent(TypedDict):
    """How the renewal counts a payment of one coverage."""

    event: str
    source: str
    certainty: Certainty
    document: Document


class PayoutRules(TypedDict):
    """The figures of an edition's payouts."""

    figures: dict[str, FigureRule]
    scales: dict[str, Scale]
    compulsory_reductions: list[Reduction]
    grade_events: dict[str, GradeEvent]


class EditionData(TypedDict):
    """One edition."""

    id: str
    start: str
    label: str
    status: Certainty
    checked: str
    coverages: list[Coverage]
    coverage_sets: dict[str, list[str]]
    groups: dict[str, Group]
    limits: dict[str, list[Limit]]
    tables: dict[str, TableData]
    discounts: list[DiscountRule]
    steps: list[StepRule]
    payment: PaymentRule
    renewal: RenewalRule
    payouts: PayoutRules
