"""A portfolio as a file: CSV or Parquet, a contract a row, columns named as the questions are; ``contract`` may name it."""

import csv
import io
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import polars as pl

from difference.sides import Side, Unusable

NAME, LINE = "contract", "line"
Broken = list[tuple[int, str, str]]
"""Line in the file, the contract's name, and why the row cannot be used."""


def read_portfolio(path: Path, old: Side, new: Side) -> tuple[pl.DataFrame, Broken]:
    """Return the contracts with their ``line`` of the file (in Parquet: their row), and the rows that are none."""
    if not path.is_file():
        raise Unusable(f"ファイル {path} がありません。名前を確かめてください。")
    frame, broken = _parquet(path) if _is_parquet(path) else _csv(path)
    moved = {rule["question"] for side in (old, new) for rule in side.book.migrations}
    known = {*old.book.questions, *new.book.questions, *moved, NAME, LINE}
    strange = [name for name in frame.columns if name not in known]
    if strange:
        near = get_close_matches(strange[0], known, 1)
        hint = f"「{near[0]}」のことですか。" if near else "列の名前は、質問の名前と同じにしてください。"
        raise Unusable(f"「{strange[0]}」という列は、質問にありません。{hint}")
    if frame.is_empty() and not broken:
        raise Unusable(f"ファイル {path.name} に契約が1件もありません。")
    return frame, broken


def _is_parquet(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


def _parquet(path: Path) -> tuple[pl.DataFrame, Broken]:
    frame = pl.read_parquet(path)
    # A day is written as the answers write it; whole numbers and flags are answers already.
    days = [name for name, dtype in frame.schema.items() if dtype == pl.Date]
    return frame.with_columns(pl.col(days).dt.to_string("iso")).with_row_index(LINE, 1), []


def _csv(path: Path) -> tuple[pl.DataFrame, Broken]:
    data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    try:
        head = next(csv.reader(io.StringIO(data.partition(b"\n")[0].decode())), [])
    except UnicodeDecodeError:
        raise Unusable("UTF-8 の文字として読めません。UTF-8 の CSV で保存し直してください。") from None
    if len(set(head)) < len(head) or LINE in head:
        raise Unusable("1行目（列の名前）に、同じ名前が2回あります。" if LINE not in head else "line という列は使えません。")
    if not head:
        raise Unusable(f"ファイル {path.name} に契約が1件もありません。")
    lines = data.count(b"\n") + (not data.endswith(b"\n"))
    if b'"' not in data and b"\n\n" not in data and data.count(b",") == lines * (len(head) - 1):
        try:
            frame = pl.read_csv(io.BytesIO(data), infer_schema=False)
            if len(frame) == lines - 1:
                return frame.with_row_index(LINE, 2), []
        except pl.exceptions.PolarsError:
            pass  # some row is longer than another is shorter: read on, row by row
    return _row_by_row(data, head)


def _row_by_row(data: bytes, head: Sequence[str]) -> tuple[pl.DataFrame, Broken]:
    """Read a file that is not quite regular: every row says what is wrong with it."""
    text = data.decode("utf-8", errors="replace")
    reader = csv.reader(io.StringIO(text, newline=""))
    next(reader)
    rows: list[list[str | None]] = []
    broken: Broken = []
    line = reader.line_num + 1
    name = head.index(NAME) if NAME in head else len(head)
    for row in reader:
        if not row:
            pass
        elif len(row) == len(head) and not any("\ufffd" in cell for cell in row):
            rows.append([str(line), *(cell or None for cell in row)])
        else:
            why = f"列の数が {len(row)} です（1行目は {len(head)}）。" if len(row) != len(head) else "UTF-8 の文字として読めません。"
            broken.append((line, row[name] if name < len(row) else "", why))
        line = reader.line_num + 1
    schema = dict.fromkeys([LINE, *head], pl.String)
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(pl.col(LINE).cast(pl.UInt32)), broken
