"""The price: a quote with every step, its page, other choices beside it."""

from typing import Literal, NotRequired, TypedDict

from quote_engine.typed.common import Answers, Certainty, Note, PlainAmount, Problem, Refusal, Status, Yen

PremiumStepKind = Literal["base", "add", "multiply", "discount", "floor", "cap", "round", "divide"]


class PremiumStep(TypedDict):
    """One step of a premium: from ``before`` to ``after`` by ``operand``."""

    kind: PremiumStepKind
    label: str
    operand: str
    before: PlainAmount
    after: PlainAmount
    source: str
    certainty: Certainty
    anchor: str
    mode: NotRequired[Literal["half_up", "up", "down"]]
    percent: NotRequired[str]
    discount: NotRequired[str]
    of: NotRequired[int]


class Line(TypedDict):
    """One coverage of a quote."""

    coverage: str
    label: str
    detail: str
    annual: Yen
    certainty: Certainty
    automatic: bool
    steps: list[PremiumStep]


class Payments(TypedDict):
    """What is paid a year and a month."""

    annual: Yen
    monthly: Yen
    instalments: int
    year_of_months: Yen
    monthly_steps: list[PremiumStep]


class Price(TypedDict, total=False):
    """The amounts of a quote, where there is a price."""

    annual: Yen
    monthly: Yen
    payments: Payments


class Quote(Price):
    """A price with every step of its making; amounts where ``status`` is quoted."""

    status: Status
    edition: NotRequired[str]
    edition_label: NotRequired[str]
    certainty: NotRequired[Certainty]
    lines: list[Line]
    notes: list[Note]
    declined: list[Refusal]
    problems: list[Problem]
    answers: NotRequired[Answers]


class QuestionState(TypedDict):
    """A question of the form under some answers; ``allowed`` is None where every choice is open."""

    shown: bool
    value: str | None
    given: bool
    allowed: list[str | None] | None
    problem: str | None


class FormState(TypedDict):
    """The form: its questions by id, its sections in a line each."""

    questions: dict[str, QuestionState]
    summaries: dict[str, str]


class ResultHtml(TypedDict):
    """The result of a tool and its table; both empty where the page keeps its last ones."""

    result: str
    table: str


class PriceHtml(TypedDict):
    """The parts of the price page."""

    slip: str
    notes: str
    total: str


class Page(TypedDict):
    """What the price page paints after one keystroke; ``status`` is spoken."""

    quote: Quote
    form: FormState
    html: PriceHtml
    status: str


RowKind = Literal["present", "cheaper", "safer", "kept"]


class ComparisonRow(TypedDict):
    """One set-up of くらべる; ``annual`` is None where it has no price, and ``effect`` then says why."""

    kind: RowKind
    label: str
    annual: Yen | None
    changes: str
    effect: str
    answers: Answers | None
    monthly: NotRequired[Yen]
    difference: NotRequired[Yen | None]
    monthly_difference: NotRequired[Yen | None]


class FoundAlternatives(TypedDict):
    """What other choices cost more (yen a year by question and choice), and the rows of the comparison."""

    deltas: dict[str, dict[str, Yen]]
    rows: list[ComparisonRow]


class ComparisonHtml(TypedDict):
    """The table of set-ups side by side."""

    comparison: str


class Alternatives(TypedDict):
    """The differences at the choices, and the comparison."""

    deltas: dict[str, dict[str, Yen]]
    html: ComparisonHtml


class Compare(TypedDict):
    """The comparison of the set-ups that a visitor kept."""

    html: ComparisonHtml
