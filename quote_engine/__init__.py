"""Premiums, grades and payouts of a Japanese mutual-aid car cover, exact to the yen.

The rules live in ``data/`` as YAML. This package checks them, compiles them once
into a *book* and answers questions with it. Everything needed to answer uses the
standard library only and runs unchanged in CPython and in Pyodide.

>>> from quote_engine import load_book, quote
>>> book = load_book("data")                                    # doctest: +SKIP
>>> quote(book, {"start_date": "2026-12-01", "vehicle_type": "moped"})["status"]   # doctest: +SKIP
'quoted'
"""

from importlib import import_module

from quote_engine.desk import Desk
from quote_engine.premium.book import Book
from quote_engine.premium.quote import quote

__all__ = ["Book", "Desk", "load_book", "quote"]


def load_book(data: str) -> Book:
    """Check and compile the YAML folder ``data``; raise ``BrokenData`` with every problem in it."""
    # By name: the rulebook stands above the engine, needs PyYAML, and does not travel to the browser.
    return Book(import_module("rulebook.binder").compile_book(data))
