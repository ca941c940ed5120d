"""The compiled data and a first quote from them, shared by every page of one build."""

import json
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from quote_engine.compiler import compile_book
from quote_engine.desk import Desk
from site_build import DATA
from site_build.public_holidays import public_holidays


@cache
def book() -> dict[str, Any]:
    """The book of this build."""
    return with_holidays(compile_book(DATA))


def with_holidays(facts: dict[str, Any]) -> dict[str, Any]:
    """The compiled book with the public holidays that only a build can look up."""
    return facts | {"holidays": public_holidays(facts["site"]["checked"])}


@cache
def book_json() -> str:
    """The book as it travels to the browser."""
    return json.dumps(book(), ensure_ascii=False, separators=(",", ":"))


@cache
def example_quote() -> dict[str, Any]:
    """The quote of the first model case: the price that stands on the page before anything is asked."""
    today = datetime.now(ZoneInfo("Asia/Tokyo")).date()  # cover starts on the day after the site is built
    days = {"start_date": (today + timedelta(days=1)).isoformat(), "application_date": today.isoformat()}
    request = {"id": 0, "ask": "quote", "answers": {**book()["examples"][0]["answers"], **days}}
    quote: dict[str, Any] = json.loads(Desk(book_json()).reply(json.dumps(request)))["quote"]
    return quote


def question(name: str) -> dict[str, Any]:
    """One question of the book, by its id."""
    return next(question for question in book()["questions"] if question["id"] == name)
