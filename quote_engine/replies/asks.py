"""What the desk is asked by the pages beside the price: each question has one answer, under the question's own name.

The desk imports this module at the first such question, so that the price page starts without it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from quote_engine.outlook.outlook import outlook
from quote_engine.outlook.use_or_pay import use_or_pay
from quote_engine.payout.payout import payout
from quote_engine.premium.book import Book
from quote_engine.replies.outlook import outlook_page, use_or_pay_page
from quote_engine.replies.payout import payout_page, payout_remedies
from quote_engine.replies.tools import TOOL_ASKS

ASKS: dict[str, Callable[[Book, Any], Mapping[str, Any]]] = {
    "outlook": outlook,
    "use_or_pay": use_or_pay,
    "outlook_page": outlook_page,
    "use_or_pay_page": use_or_pay_page,
    "payout": payout,
    "payout_page": payout_page,
    "payout_remedies": payout_remedies,
    **TOOL_ASKS,
}
