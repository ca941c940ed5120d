"""The compiled data and a first quote from them, shared by every page of one build."""

import json
import os
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from quote_engine.desk import Desk
from quote_engine.drawing.words import Say
from quote_engine.premium.book import in_force
from rulebook.binder import compile_book
from rulebook.binding.words import compile_words
from rulebook.library import Library, read_library
from rulebook.sheets.problem import Report
from site_build import DATA
from site_build.public_holidays import public_holidays

TODAY = "SITE_TODAY"
"""The environment's name for another day of building than today, for tests: 2027-03-20."""


def days() -> dict[str, str]:
    """Return the first day a cover can start, and today as the day of applying: what a page without own answers shows."""
    given = os.environ.get(TODAY)
    today = date.fromisoformat(given) if given else datetime.now(ZoneInfo("Asia/Tokyo")).date()
    return {"start_date": (today + timedelta(days=1)).isoformat(), "application_date": today.isoformat()}


@cache
def book() -> dict[str, Any]:
    """The compiled book of ``data/``, with what only a build can look up: the public holidays, the edition in force."""
    facts = compile_book(DATA)
    present = in_force(facts["editions"], days()["start_date"])
    return facts | {"holidays": public_holidays(facts["site"]["checked"]), "present": present["start"]}


@cache
def library() -> Library:
    """The files of ``data/`` as they were read, for what is no part of the book; ``book`` has told their problems."""
    return read_library(DATA, Report())


@cache
def words() -> Say:
    """What the pages say: the engine's words, and those of the frames that only the build writes."""
    return Say(compile_words(library(), "engine", "build"))


@cache
def book_json() -> str:
    """The book as it travels to the browser."""
    return json.dumps(book(), ensure_ascii=False, separators=(",", ":"))


@cache
def example_quote() -> dict[str, Any]:
    """The quote of the first model case: the price that stands on the page before anything is asked."""
    request = {"id": 0, "ask": "quote", "answers": {**book()["examples"][0]["answers"], **days()}}
    quote: dict[str, Any] = json.loads(Desk(book_json()).reply(json.dumps(request)))["quote"]
    return quote


def question(name: str) -> dict[str, Any]:
    """One question of the book, by its id."""
    return next(question for question in book()["questions"] if question["id"] == name)
