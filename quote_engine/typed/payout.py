"""One accident under one contract: who is paid what, who bears what."""

from typing import Literal, NotRequired, TypedDict

from quote_engine.typed.common import Answers, Certainty, Event, Problem, Refusal, Status, Yen
from quote_engine.typed.price import FormState, ResultHtml

Tone = Literal["compulsory", "people", "property", "own_car", "other", "self"]
"""The colour of a bearer."""
PaymentStepKind = Literal["loss", "less", "share", "limit", "add"]


class PaymentStep(TypedDict):
    """One step of a payment, from whole yen to whole yen."""

    kind: PaymentStepKind
    label: str
    operand: str
    before: Yen
    after: Yen
    source: str
    certainty: Certainty


class Advance(TypedDict):
    """What may be had before the other side has paid."""

    advance: NotRequired[Yen]


class Payment(Advance):
    """What one coverage pays."""

    coverage: str
    label: str
    amount: Yen
    lump: bool
    certainty: Certainty
    steps: list[PaymentStep]


class Part(TypedDict):
    """What one bearer takes of a loss."""

    bearer: str
    label: str
    amount: Yen
    tone: Tone


class BorneLoss(TypedDict):
    """A loss in parts, which together are the loss to the yen."""

    id: str
    label: str
    amount: Yen
    parts: list[Part]


class NotCovered(TypedDict):
    """Why a coverage pays nothing; ``concerns`` tells whether somebody in this accident would ask."""

    coverage: str
    label: str
    message: str
    concerns: bool


class Driver(TypedDict):
    """Who was at the wheel: covered or not, and by which rule."""

    covered: bool
    rule: str
    message: str
    source: str


class Service(TypedDict):
    """A help of the road service."""

    id: str
    label: str
    free: bool
    message: str
    source: str
    certainty: Certainty


class Remedy(TypedDict):
    """A change of the contract that would have paid more; ``annual`` is None where it has no price."""

    id: str
    label: str
    changes: Answers
    paid_more: Yen
    bears_less: Yen
    member_bears: Yen
    grade_event: Event
    annual: NotRequired[Yen | None]
    difference: NotRequired[Yen | None]


class TouchingChange(TypedDict):
    """An announced change that may make a payout differ."""

    id: str
    start: str
    coverages: list[str]
    message: str


class LeftOut(TypedDict):
    """Announced revisions that the rules leave out, and what of them touches the accident."""

    message: str
    changes: list[TouchingChange]


class Payout(TypedDict):
    """Who is paid what, who bears what, what it does to the grade."""

    status: Status
    edition: NotRequired[str]
    edition_label: NotRequired[str]
    certainty: NotRequired[Certainty]
    accident: NotRequired[str]
    accident_label: NotRequired[str]
    payments: list[Payment]
    paid: NotRequired[Yen]
    losses: list[BorneLoss]
    lost: NotRequired[Yen]
    member_bears: Yen
    grade_event: Event
    not_covered: list[NotCovered]
    driver: NotRequired[Driver]
    services: list[Service]
    would_have_paid: list[Remedy]
    answers: NotRequired[Answers]
    notes: list[str]
    revised: LeftOut | None
    declined: NotRequired[list[Refusal]]
    problems: list[Problem]


class PayoutPage(TypedDict):
    """What the payout's page paints; remedies come with a second question."""

    payout: Payout
    form: FormState
    html: ResultHtml
    status: str


class PayoutRemedies(TypedDict):
    """What would have paid more."""

    html: str
