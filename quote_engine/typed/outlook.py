"""The years ahead: grades and premiums, and using the cover or paying."""

from typing import Literal, NotRequired, TypedDict

from quote_engine.typed.common import Certainty, Note, Problem, Refusal, Status, Yen
from quote_engine.typed.price import FormState, ResultHtml


class YearChange(TypedDict):
    """What a year changes besides the grade."""

    kind: Literal[
        "edition", "discount_ends", "discount_begins", "discount_changes", "age_band", "cover_ends", "age_condition"
    ]
    message: str
    saves: NotRequired[Yen]


class Year(TypedDict):
    """One year of an outlook; a moped has no grade."""

    year: int
    start_date: str
    grade: str | None
    accident_years: int
    rate_percent: int | None
    annual: Yen
    monthly: Yen
    without_accidents: Yen
    changes: list[YearChange]


class Outlook(TypedDict):
    """Grades and premiums year by year."""

    status: Status
    edition: NotRequired[str]
    edition_label: NotRequired[str]
    certainty: NotRequired[Certainty]
    years: list[Year]
    extra: NotRequired[Yen]
    notes: list[Note]
    problems: list[Problem]
    declined: NotRequired[list[Refusal]]


class OutlookPage(TypedDict):
    """What the outlook's page paints."""

    outlook: Outlook
    form: FormState
    html: ResultHtml
    status: str


class ComparedYear(TypedDict):
    """One year with the cover used, and without."""

    year: int
    start_date: str
    used_grade: str
    used_accident_years: int
    unused_grade: str
    used: Yen
    unused: Yen
    difference: Yen


class UseOrPay(TypedDict):
    """What using the cover once costs, against paying for the repair oneself."""

    status: Status
    rows: list[ComparedYear]
    notes: list[Note]
    problems: list[Problem]
    declined: NotRequired[list[Refusal]]
    edition: NotRequired[str]
    edition_label: NotRequired[str]
    certainty: NotRequired[Certainty]
    own_damage_loss: NotRequired[Yen]
    kind: NotRequired[str]
    deductible: NotRequired[Yen]
    limit: NotRequired[Yen]
    total_loss: NotRequired[bool]
    payout: NotRequired[Yen]
    extra: NotRequired[Yen]
    years: NotRequired[int]
    met: NotRequired[bool]
    break_even: NotRequired[Yen | None]
    cost_of_using: NotRequired[Yen]
    cost_of_paying: NotRequired[Yen]


class UseOrPayPage(TypedDict):
    """What the page of using or paying paints."""

    use_or_pay: UseOrPay
    form: FormState
    html: ResultHtml
    status: str
