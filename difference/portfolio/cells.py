"""Cells as spreadsheets and data frames write them, read without loss: 1980/4/1, TRUE, 2,000,000, 20.0, ２０.

Only what can mean one thing is read; everything else stays as it was written, and the engine says what is wrong with it.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import polars as pl

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?)?")
"""A day, with midnight behind it where a program wrote a point in time. Any other time of the day is no day."""
_MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+")
_WHOLE = re.compile(r"([+-]?\d+)\.0*")
_FLAGS = {"true": "true", "false": "false"}


def plain(value: Any, kind: str) -> Any:
    """Return one cell as an answer to a question of ``kind`` is written; None where the cell is empty."""
    if value is None or (isinstance(value, float) and value != value):  # noqa: PLR0124 - a hole in a column of numbers is "not a number"
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, datetime | date):
        value = value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    elif isinstance(value, float | Decimal):
        value = format(Decimal(str(value)), "f")
    elif not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFKC", value).strip()
    if not text:
        return None
    return _READ.get(kind, _word)(text) or value


def plain_columns(frame: pl.DataFrame, kinds: Mapping[str, str]) -> pl.DataFrame:
    """Return the frame with every column of ``kinds`` (kind of question by its id) as answers are written."""
    return frame.with_columns(_column(frame[name], kind) for name, kind in kinds.items() if name in frame.columns)


def _column(column: pl.Series, kind: str) -> pl.Series:
    distinct = column.unique(maintain_order=True)
    read = [plain(value, kind) for value in distinct.to_list()]
    if read == distinct.to_list() and (column.dtype in (pl.String, pl.Boolean) or column.dtype.is_integer()):
        return column
    dtype = column.dtype if column.dtype == pl.Boolean else pl.String
    said = [value if dtype == pl.Boolean else None if value is None else str(value) for value in read]
    codes = pl.DataFrame({"value": distinct}).with_row_index("code")
    placed = column.alias("value").to_frame().join(codes, on="value", how="left", nulls_equal=True, maintain_order="left")["code"]
    return pl.Series(said, dtype=dtype)[placed].alias(column.name)


def _day(text: str) -> str | None:
    found = _DAY.fullmatch(text)
    return f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}" if found else None


def _month(text: str) -> str | None:
    found = _MONTH.fullmatch(text)
    if found:
        return f"{found[1]}-{int(found[2]):02d}"
    day = _day(text)
    # A month that a spreadsheet took for its first day.
    return day[:7] if day and day.endswith("-01") else None


def _number(text: str) -> str:
    text = text.replace(",", "") if _THOUSANDS.fullmatch(text.partition(".")[0]) else text
    whole = _WHOLE.fullmatch(text)
    return whole[1] if whole else text


def _flag(text: str) -> str | None:
    return _FLAGS.get(text.lower())


def _word(text: str) -> str:
    return text


_READ = {"date": _day, "month": _month, "integer": _number, "choice": _number, "flag": _flag}
