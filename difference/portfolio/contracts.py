"""Many contracts priced under one book: what ``quote`` says of each row, column by column.

The result has one row for each of the frame's: ``status`` (quoted, declined, invalid), ``annual`` yen (null unless
quoted), vehicle, grade and age in words, and each coverage's yen under ``line.<coverage>`` (null where not in force).
"""

from dataclasses import dataclass
from typing import Any

import polars as pl

from difference.comparison import UNGRADED, age_words
from difference.portfolio.coded import Coded, Rule, combined
from difference.portfolio.fact_columns import FactColumns, Known
from difference.portfolio.premium_columns import NEAR, premiums
from quote_engine.premium.answers import read_answers
from quote_engine.premium.book import Book
from quote_engine.premium.migrations import migrated
from quote_engine.premium.quote import REQUIRED

STATUSES = pl.Enum(["invalid", "declined", "quoted"])
Reasons = list[tuple[int, str]]
"""Row and message of each problem."""


@dataclass(frozen=True, slots=True)
class Contracts:
    """Rows as one book reads them: their answers by question, and which rows can be read at all."""

    answers: dict[str, Coded]
    readable: pl.Series

    def part(self, start: int, length: int) -> "Contracts":
        """Return ``length`` rows from ``start`` on; the values stay where they are."""
        answers = {name: Coded(column.codes.slice(start, length), column.values) for name, column in self.answers.items()}
        return Contracts(answers, self.readable.slice(start, length))


def read(raw: dict[str, Coded], rows: int, book: Book) -> tuple[Contracts, Reasons]:
    """Read ``rows`` rows (a column for each answer id) as ``book`` does; return them and why some cannot be read."""
    answers, reasons = _read(_migrated(raw, book, rows), book, rows)
    readable = pl.repeat(True, rows, dtype=pl.Boolean, eager=True)
    return Contracts(answers, readable.scatter(sorted({row for row, _ in reasons}), False)), reasons


def price(contracts: Contracts, book: Book, known: Known, near: float = NEAR) -> tuple[pl.DataFrame, Reasons]:
    """Price ``contracts`` under ``book``; return them and why readable ones have no price. ``known`` is kept between calls."""
    rows = len(contracts.readable)
    reasons: Reasons = []
    parts = []
    editions = _editions(contracts, book)
    for edition in book.editions:
        mask = (editions == edition.id).fill_null(value=False) & contracts.readable
        if mask.any():
            here = {name: column.keep(mask) for name, column in contracts.answers.items()}
            part, found = _under(FactColumns(book, edition, here, int(mask.sum()), known), near)
            places = mask.arg_true()
            parts.append(part.with_columns(places.alias("row")))
            reasons += [(int(places[row]), message) for row, message in found]
    early = f"{book.editions[0].label}より前の日は計算できません。"
    reasons += [(int(row), early) for row in (editions.is_null() & contracts.readable).arg_true()]
    whole = pl.DataFrame({"row": pl.int_range(rows, eager=True, dtype=pl.UInt32)})
    if parts:
        whole = whole.join(pl.concat(parts, how="diagonal"), on="row", how="left", maintain_order="left")
    else:
        whole = whole.with_columns(pl.lit(None, STATUSES).alias("status"), pl.lit(None, pl.Int64).alias("annual"),
                                   *(pl.lit(None, pl.String).alias(name) for name in ("vehicle", "grade", "age")))  # fmt: skip
    return whole.with_columns(pl.col("status").fill_null("invalid")), reasons


def _editions(contracts: Contracts, book: Book) -> pl.Series:
    starts = contracts.answers.get("start_date")
    if starts is None:
        return pl.repeat(None, len(contracts.readable), dtype=pl.String, eager=True)
    return starts.spread(lambda day: _edition_id(book, day), pl.String)


def _edition_id(book: Book, day: object) -> str | None:
    edition = book.edition_on(str(day)) if day is not None else None
    return edition.id if edition else None


def _migrated(raw: dict[str, Coded], book: Book, rows: int) -> dict[str, Coded]:
    """The columns after the book's migrations, which may rename, change or drop answers."""
    touched = {rule["question"] for rule in book.migrations} & raw.keys()
    if not touched:
        return raw
    touched |= {rule["to"] for rule in book.migrations if rule["choice"] is None and rule["to"]} & raw.keys()
    names = sorted(touched)

    def moved(values: tuple[Any, ...]) -> tuple[tuple[str, Any], ...]:
        given = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        answers, _ = migrated(given, book)
        return tuple(answers.items()) if isinstance(answers, dict) else ()

    column = combined([raw[name] for name in names], Rule(moved), rows)
    now = {name for answers in column.values for name, _ in answers}
    kept = {name: each for name, each in raw.items() if name not in touched}
    return kept | {name: Coded(column.codes, [dict(answers).get(name) for answers in column.values]) for name in now}


def _read(raw: dict[str, Coded], book: Book, rows: int) -> tuple[dict[str, Coded], Reasons]:
    """The answers as the engine understands them, each distinct one read once."""
    answered: dict[str, Coded] = {}
    reasons: Reasons = []
    for name, column in raw.items():
        values: list[Any] = []
        wrong: dict[int, str] = {}
        for code, value in enumerate(column.values):
            read, problems = ({}, []) if value is None else read_answers({name: value}, book.questions)
            values.append(read.get(name))
            if problems:
                wrong[code] = problems[0]["message"]
        if wrong:
            reasons += [(int(row), wrong[column.codes[row]]) for row in column.codes.is_in(list(wrong)).arg_true()]
        if name in book.questions:
            answered[name] = Coded(column.codes, values)
    broken = {row for row, _ in reasons}
    for need in REQUIRED:
        said = f"{book.questions[need]['label']}を答えてください。"
        missing = range(rows) if need not in answered else answered[need].spread(lambda value: value is None, pl.Boolean).arg_true()
        reasons += [(int(row), said) for row in missing if int(row) not in broken]
    return answered, reasons


def _under(columns: FactColumns, near: float) -> tuple[pl.DataFrame, Reasons]:
    """Refuse, decline and price the rows that one edition is for."""
    book = columns.book
    place = pl.int_range(columns.rows, eager=True, dtype=pl.UInt32)
    every = place
    reasons: Reasons = []
    status = pl.repeat("quoted", columns.rows, dtype=pl.String, eager=True)
    for word, rules in (("invalid", [rule for _, rule in book.refusals]), ("declined", book.eligibility)):
        stopped = pl.repeat(False, columns.rows, dtype=pl.Boolean, eager=True)
        for rule in rules:
            held = columns.holds(rule["when"])
            if True in held.values:
                hit = held.spread(bool, pl.Boolean)
                reasons += [(int(place[int(row)]), rule["message"]) for row in hit.arg_true()]
                stopped |= hit
        if stopped.any():
            status = status.scatter(place.filter(stopped), word)
            columns, place = columns.keep(~stopped), place.filter(~stopped)
    premiums_of = lines(columns, near)
    priced = pl.DataFrame({"row": place, "annual": pl.repeat(0, columns.rows, dtype=pl.Int64, eager=True), **premiums_of})
    priced = priced.with_columns(pl.sum_horizontal("annual", *premiums_of).alias("annual"), *_groups(columns))
    whole = pl.DataFrame({"row": every, "status": status.cast(STATUSES)}).join(priced, on="row", how="left", maintain_order="left")
    return whole.drop("row"), reasons


def lines(columns: FactColumns, near: float = NEAR) -> dict[str, pl.Series]:
    """Return the yen of each coverage that is in force somewhere, by ``line.<coverage>``."""
    edition, found = columns.edition, {}
    operands: dict[Any, Coded] = {}
    for coverage in edition.coverages:
        steps = edition.steps[coverage["id"]]
        for step in steps:
            if step not in operands:
                operands[step] = columns.operand(step)
        mask = columns.holds(coverage["when"]).spread(bool, pl.Boolean)
        if not mask.any():
            continue
        if mask.all():
            found[f"line.{coverage['id']}"] = premiums(columns, coverage, operands, near)
            continue
        here = {step: operands[step].keep(mask) for step in steps}
        some = FactColumns(columns.book, edition, {}, int(mask.sum()), columns.known)
        nothing = pl.Series([None], dtype=pl.Int64).new_from_index(0, columns.rows)
        found[f"line.{coverage['id']}"] = nothing.scatter(mask.arg_true(), premiums(some, coverage, here, near))
    return found


def _groups(columns: FactColumns) -> list[pl.Series]:
    labels = {id_: vehicle["label"] for id_, vehicle in columns.book.vehicles.items()}
    return [
        columns.fact("vehicle_type").spread(labels.get, pl.String).alias("vehicle"),
        columns.fact("grade").spread(lambda grade: f"{grade}等級" if grade else UNGRADED, pl.String).alias("grade"),
        columns.fact("age").spread(age_words, pl.String).alias("age"),
    ]
