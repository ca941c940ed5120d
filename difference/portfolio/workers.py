"""Many contracts priced under both sides, a part at a time, on all cores."""

import os
import sys
from collections.abc import Iterator, Sequence
from multiprocessing import get_context

import polars as pl

from difference.comparison import GROUPS
from difference.portfolio.coded import coded
from difference.portfolio.contracts import Contracts, Reasons, price, read
from difference.portfolio.fact_columns import Known
from quote_engine.premium.book import Book

CHUNK = 125_000
SIDES = ("before", "after")
Priced = tuple[pl.DataFrame, pl.DataFrame, Reasons]
"""A row for each contract; sums by coverage and side; row and reason of what has no price."""
BAR = 30


class _Worker:
    """What a process keeps: both books, and what their rules have said so far."""

    def __init__(self, books: Sequence[str]) -> None:
        self.books = [Book.from_json(book) for book in books]
        self.known = [Known() for _ in books]

    def priced(self, part: Sequence[Contracts]) -> Priced:
        results, sums, reasons = [], [], []
        for contracts, book, known, word in zip(part, self.books, self.known, SIDES, strict=True):
            priced, found = price(contracts, book, known)
            results.append(priced)
            covers = [name for name in priced.columns if name.startswith("line.")]
            labels = {f"line.{each['id']}": each["label"] for edition in book.editions for each in edition.coverages}
            sums += [(labels[name], word, int(priced[name].sum() or 0)) for name in covers]
            reasons += found
        before, after = results
        frame = pl.DataFrame({
            **{group: after[group].zip_with(after[group].is_not_null(), before[group]) for group in GROUPS},
            "status_before": before["status"], "status_after": after["status"],
            "before": before["annual"], "after": after["annual"],
        })  # fmt: skip
        return frame, pl.DataFrame(sums, schema=["coverage", "side", "yen"], orient="row"), reasons


_worker: list[_Worker] = []


def _start(books: Sequence[str]) -> None:
    _worker[:] = [_Worker(books)]


def _priced(part: Sequence[Contracts]) -> Priced:
    return _worker[0].priced(part)


def price_both(frame: pl.DataFrame, old: Book, new: Book, cores: int | None = None) -> Priced:
    """Price the rows of ``frame`` (columns are answer ids) under both books, showing how far it is."""
    raw = {name: coded(frame[name]) for name in frame.columns}
    moved = {rule["question"] for book in (old, new) for rule in book.migrations}
    sides, found = [], set()
    for book, other in ((old, new), (new, old)):
        strange = other.questions.keys() - book.questions.keys() - moved
        contracts, unread = read({name: column for name, column in raw.items() if name not in strange}, len(frame), book)
        sides.append(contracts)
        found |= set(unread)
    starts = range(0, len(frame), CHUNK)
    parts = ([contracts.part(start, CHUNK) for contracts in sides] for start in starts)
    priced, sums = [], []
    for start, (rows, sums_here, reasons) in zip(starts, _all_priced(parts, len(starts), (old, new), cores), strict=True):
        priced.append(rows)
        sums.append(sums_here)
        found |= {(start + row, message) for row, message in reasons}
        _show(start + len(rows), len(frame))
    return pl.concat(priced), pl.concat(sums), sorted(found)


def _all_priced(parts: Iterator[list[Contracts]], number: int, books: Sequence[Book], cores: int | None) -> Iterator[Priced]:
    texts = [book.to_json() for book in books]
    here = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    cores = min(cores or len(here), number)
    if cores < 2:
        _start(texts)
        yield from map(_priced, parts)
        return
    # Each process has one core for itself: Polars would start a thread for every core in each of them.
    os.environ.setdefault("POLARS_MAX_THREADS", "1")
    with get_context("spawn").Pool(cores, _start, (texts,)) as pool:
        yield from pool.imap(_priced, parts)


def _show(count: int, rows: int) -> None:
    if sys.stderr.isatty():
        done = BAR * count // rows
        sys.stderr.write(f"\r{'█' * done}{'░' * (BAR - done)} {100 * count // rows:>3}%" + ("\n" if count == rows else ""))
        sys.stderr.flush()
