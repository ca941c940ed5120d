"""What a change of rates or of the day does to a price."""

from typing import Literal, NotRequired, TypedDict

from quote_engine.typed.common import Answers, Certainty, Status, Yen


class Cause(TypedDict):
    """A step that differs between two prices; ``before`` and ``after`` are operands in words."""

    text: str
    label: str
    before: str | None
    after: str | None
    source: str


Stage = Literal["day", "rates"]
"""What a change comes of."""


class CoverChange(TypedDict):
    """A coverage whose yearly premium differs."""

    coverage: str
    label: str
    before: Yen
    after: Yen
    difference: Yen


class KindOfChange(TypedDict):
    """How many yen come of the day, how many of the rates."""

    kind: Stage
    yen: Yen


class Reason(TypedDict):
    """One reason; ``yen`` is None where a cover has several at once."""

    kind: Stage
    text: str
    covers: list[str]
    yen: Yen | None


class PriceChange(TypedDict):
    """From one price to another."""

    annual: Yen
    monthly: Yen
    difference: Yen
    monthly_difference: Yen
    covers: list[CoverChange]
    kinds: list[KindOfChange]
    reasons: list[Reason]
    notes: list[str]


class OtherEdition(TypedDict):
    """The same answers under the rates before or after."""

    edition: str
    label: str
    start_date: str
    later: bool
    status: Status
    messages: list[str]
    apply_from: str | None
    open: bool
    answers: Answers
    certainty: NotRequired[Certainty]
    annual: NotRequired[Yen]
    monthly: NotRequired[Yen]
    difference: NotRequired[Yen]
    monthly_difference: NotRequired[Yen]
    covers: NotRequired[list[CoverChange]]
    kinds: NotRequired[list[KindOfChange]]
    reasons: NotRequired[list[Reason]]
    notes: NotRequired[list[str]]


class OldLink(TypedDict):
    """What has happened to a link since it was made."""

    passed: str | None
    made_under: str | None
    label: str | None
    start_date: str | None
    moved: list[str]
    answers: Answers
    change: PriceChange | None
    certainty: NotRequired[Certainty]


class EditionsReply(TypedDict):
    """What is said of the editions near the start date; empty where there is none."""

    html: str
    status: str


class LinkReply(TypedDict):
    """What is said of an old link, and its answers under their present names."""

    html: str
    answers: Answers
