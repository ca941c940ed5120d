"""A portfolio as a file: CSV or Parquet, a contract a row, columns named as the questions are; ``contract`` may name it.

A CSV may come from anywhere: UTF-8 with or without its mark, UTF-16 with it, or CP932; lines that end in LF, CR LF or CR;
columns set apart by commas, semicolons or tabs.
"""

import codecs
import csv
import io
import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import polars as pl

from difference.portfolio.cells import plain_columns
from difference.sides import Side, Unusable

NAME, LINE = "contract", "line"
SEPARATORS = (",", "\t", ";")
_INDEX = re.compile(r"__index_level_\d+__|Unnamed: \d+|")
"""Columns in which data frames count their rows: nobody's answer."""
Broken = list[tuple[int, str, str]]
"""Line in the file, the contract's name, and why the row cannot be used."""


def read_portfolio(path: Path, old: Side, new: Side) -> tuple[pl.DataFrame, Broken]:
    """Return the contracts with their ``line`` of the file (in Parquet: their row), and the rows that are none."""
    if not path.is_file():
        raise Unusable(f"ファイル {path} がありません。名前を確かめてください。")
    frame, broken = _parquet(path) if _is_parquet(path) else _csv(path)
    frame = frame.drop([name for name in frame.columns if _INDEX.fullmatch(name)])
    moved = {rule["question"] for side in (old, new) for rule in side.book.migrations}
    known = {*old.book.questions, *new.book.questions, *moved, NAME, LINE}
    strange = [name for name in frame.columns if name not in known]
    if strange:
        near = get_close_matches(strange[0], known, 1)
        hint = f"「{near[0]}」のことですか。" if near else "列の名前は、質問の名前と同じにしてください。"
        raise Unusable(f"「{strange[0]}」という列は、質問にありません。{hint}")
    if frame.is_empty() and not broken:
        raise Unusable(f"ファイル {path.name} に契約が1件もありません。")
    kinds = {id_: question["kind"] for side in (old, new) for id_, question in side.book.questions.items()}
    return plain_columns(frame, {**dict.fromkeys(moved, ""), **kinds}), broken


def _is_parquet(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


def _parquet(path: Path) -> tuple[pl.DataFrame, Broken]:
    try:
        frame = pl.read_parquet(path)
    except pl.exceptions.PolarsError as error:
        raise Unusable(f"{path.name} は Parquet として読めません（{str(error).splitlines()[0]}）。") from None
    if LINE in frame.columns:
        raise Unusable("line という列は使えません。")
    return frame.with_row_index(LINE, 1), []


def _csv(path: Path) -> tuple[pl.DataFrame, Broken]:
    data = _utf8(path.read_bytes())
    first = data.partition(b"\n")[0].decode("utf-8", errors="replace")
    if "\ufffd" in first or "\0" in first:
        raise Unusable("文字として読めません。「CSV UTF-8」で保存し直してください。")
    separator = max(SEPARATORS, key=first.count)
    head = [name.strip() for name in next(csv.reader(io.StringIO(first), delimiter=separator), [])]
    if len(set(head)) < len(head) or LINE in head:
        raise Unusable("1行目（列の名前）に、同じ名前が2回あります。" if LINE not in head else "line という列は使えません。")
    if not head:
        raise Unusable(f"ファイル {path.name} に契約が1件もありません。")
    lines = data.count(b"\n") + (not data.endswith(b"\n"))
    if b'"' not in data and b"\n\n" not in data and data.count(separator.encode()) == lines * (len(head) - 1):
        try:
            frame = pl.read_csv(io.BytesIO(data), infer_schema=False, separator=separator)
            if len(frame) == lines - 1:
                return frame.rename(dict(zip(frame.columns, head, strict=True))).with_row_index(LINE, 2), []
        except pl.exceptions.PolarsError:
            pass  # some row is longer than another is shorter: read on, row by row
    return _row_by_row(data, head, separator)


def _utf8(data: bytes) -> bytes:
    """Return the text as UTF-8 with LF at the end of each line."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            data = data[len(mark) :]
            data = data if name == "utf-8" else data.decode(name, errors="replace").encode()
            break
    else:
        data = data.decode("cp932", errors="replace").encode() if _is_cp932(data) else data
    if b'"' in data and b"\n" in data:
        return data.replace(b"\r\n", b"\n")  # a CR of its own may stand inside a quoted cell
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _is_cp932(data: bytes) -> bool:
    """Tell whether most lines that are not plain ASCII are Japanese of Windows; a few odd bytes in UTF-8 are told by their rows."""
    lines = [line for line in data.splitlines() if not line.isascii()]
    return sum(not _reads(line, "utf-8") for line in lines) * 2 > len(lines) and all(_reads(line, "cp932") for line in lines)


def _reads(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _row_by_row(data: bytes, head: Sequence[str], separator: str) -> tuple[pl.DataFrame, Broken]:
    """Read a file that is not quite regular: every row says what is wrong with it."""
    text = data.decode("utf-8", errors="replace")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
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
            why = f"列の数が {len(row)} です（1行目は {len(head)}）。" if len(row) != len(head) else "文字として読めません。"
            broken.append((line, row[name] if name < len(row) else "", why))
        line = reader.line_num + 1
    schema = dict.fromkeys([LINE, *head], pl.String)
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(pl.col(LINE).cast(pl.UInt32)), broken
