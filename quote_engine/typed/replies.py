"""The desk's replies by what was asked; the declarations that JavaScript is checked with are made of them."""

from typing import TypedDict

from quote_engine.typed.common import Problem
from quote_engine.typed.outlook import Outlook, OutlookPage, UseOrPay, UseOrPayPage
from quote_engine.typed.payout import Payout, PayoutPage, PayoutRemedies
from quote_engine.typed.price import Alternatives, Compare, Page, Quote
from quote_engine.typed.revisions import EditionsReply, LinkReply
from quote_engine.typed.tools import (
    Budget,
    Dates,
    DatesPage,
    GradeCheckPage,
    IdeasPage,
    Joining,
    JoinPage,
    Overlaps,
    OverlapsPage,
    Transfer,
)


class Named(TypedDict):
    """Answers that stand in the reply under the name of what was asked, beside the request's ``id``."""

    quote: Quote
    quotes: list[Quote]
    outlook: Outlook
    use_or_pay: UseOrPay
    payout: Payout
    ideas: Budget
    overlaps: Overlaps
    dates: Dates
    join: Joining
    grade_check: Transfer
    outlook_page: OutlookPage
    use_or_pay_page: UseOrPayPage
    payout_page: PayoutPage
    payout_remedies: PayoutRemedies
    ideas_page: IdeasPage
    overlaps_page: OverlapsPage
    dates_page: DatesPage
    join_page: JoinPage
    grade_check_page: GradeCheckPage
    other_editions: EditionsReply
    old_link: LinkReply


class Whole(TypedDict):
    """Answers whose parts stand in the reply itself, beside the request's ``id``."""

    page: Page
    alternatives: Alternatives
    compare: Compare


class Refused(TypedDict):
    """The reply to a request that cannot be read."""

    id: str | int | None
    problems: list[Problem]
