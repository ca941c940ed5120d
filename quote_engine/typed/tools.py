"""What the tools beside the price answer, and what their pages paint."""

from typing import Literal, NotRequired, TypedDict

from quote_engine.typed.common import Answers, Certainty, Document, Problem, Refusal, Status, Yen
from quote_engine.typed.price import FormState, ResultHtml

Direction = Literal["cheaper", "safer"]


class Idea(TypedDict):
    """A set-up within the budget, as a full quote of its answers."""

    annual: Yen
    monthly: Yen
    difference: Yen
    monthly_difference: Yen
    changes: list[str]
    lost: list[str]
    gained: list[str]
    answers: Answers


class SingleChange(TypedDict):
    """One question answered otherwise."""

    question: str
    label: str
    difference: Yen
    monthly_difference: Yen
    effects: list[str]
    answers: Answers


class Changes(TypedDict):
    """Every single change, by direction."""

    cheaper: list[SingleChange]
    safer: list[SingleChange]


class PriceNow(TypedDict):
    """What the present set-up costs, a year and a month."""

    annual: Yen
    monthly: Yen


class Budget(TypedDict):
    """What a budget pays for."""

    status: Status
    budget: int | None
    per: Literal["month", "year"]
    problems: list[Problem]
    ideas: list[Idea]
    least: Idea | None
    changes: Changes
    declined: NotRequired[list[Refusal]]
    edition_label: NotRequired[str]
    certainty: NotRequired[Certainty]
    now: NotRequired[PriceNow]
    most_annual: NotRequired[Yen]
    fits: NotRequired[bool]
    direction: NotRequired[Direction]


class Counterpart(TypedDict):
    """A cover of another contract that does the same."""

    id: str
    product: str
    label: str
    overlap: str
    product_label: str


class Instead(TypedDict):
    """What to choose instead of having a cover twice; ``difference`` (yen a year) is None without a quote."""

    advice: str
    difference: Yen | None
    answers: Answers | None


With = TypedDict("With", {"cover": str, "label": str, "with": list[Counterpart]})
"""A cover of this car, and what else does the same. (``with`` is a word of Python.)"""


class Overlap(With, Instead):
    """A cover of this car that others do too, and what to choose instead."""

    source: str
    document: Document


class Overlaps(TypedDict):
    """Which covers a family has twice."""

    status: Literal["checked", "invalid"]
    own: list[str]
    others: list[str]
    found: list[Overlap]
    problems: list[Problem]
    certainty: NotRequired[Certainty | None]


class ContractDay(TypedDict):
    """One day of a contract, and what it means."""

    id: str
    label: str
    day: str
    message: str
    source: str
    document: Document


class DateEntry(ContractDay):
    """A day of a contract with its day of the week."""

    weekday: str


class Dates(TypedDict):
    """The days of a contract."""

    status: Literal["dated", "invalid"]
    start: NotRequired[str]
    entries: list[DateEntry]
    notes: list[str]
    problems: list[Problem]


class JoiningVehicle(TypedDict):
    """The kind of car that wants to join."""

    id: str
    label: str
    detail: str
    source: str


class OwnDamageAllowed(TypedDict):
    """Whether own damage may be chosen, and why not."""

    allowed: bool
    reason: str
    source: str


class RiderAllowed(TypedDict):
    """Whether this kind of car may carry a rider, and why not."""

    id: str
    label: str
    what: str
    allowed: bool
    reason: str
    source: str


class Joining(TypedDict):
    """Whether the co-op takes a car, and what it may carry."""

    status: Literal["joins", "declined", "invalid"]
    vehicle: NotRequired[JoiningVehicle]
    declined: list[Refusal]
    own_damage: NotRequired[OwnDamageAllowed]
    riders: list[RiderAllowed]
    graded: NotRequired[bool]
    problems: list[Problem]


class Transfer(TypedDict):
    """The grade that a new contract starts with; None where nobody published it."""

    status: Literal["settled", "unknown", "invalid"]
    situation: NotRequired[str]
    grade: NotRequired[str | None]
    accident_years: NotRequired[int]
    rate_percent: NotRequired[int | None]
    reasons: list[str]
    answers: NotRequired[Answers | None]
    source: NotRequired[str]
    document: NotRequired[Document]
    problems: list[Problem]


class ToolPage(TypedDict):
    """What every tool's page paints, beside the tool's own answer."""

    form: FormState
    html: ResultHtml
    status: str


class IdeasPage(ToolPage):
    """What the budget's page paints."""

    ideas: Budget


class OverlapsPage(ToolPage):
    """What the page of overlaps paints."""

    overlaps: Overlaps


class DatesPage(ToolPage):
    """What the page of dates paints."""

    dates: Dates


class JoinPage(ToolPage):
    """What the page of joining paints."""

    join: Joining


class GradeCheckPage(ToolPage):
    """What the page of grades carried over paints."""

    grade_check: Transfer
