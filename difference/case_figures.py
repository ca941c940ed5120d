"""``python -m quote_engine cases``: which expectations of the cases no longer hold, and how they read once they do."""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from difference.case_results import Expectation, Said, expectations
from difference.words import STATUS, in_yen, signed_yen
from quote_engine.premium.book import Book
from rulebook.binder import compile_book
from rulebook.declared.cases import RESULTS, YEAR
from rulebook.library import read_library
from rulebook.sheets.problem import Report
from rulebook.sheets.whole_file import replace_file
from rulebook.sheets.written_values import rewritten

HOLDS, STALE, UNUSABLE = 0, 1, 2
MOST_NAMED = 20
MOST_TOLD = 4
WHOLE = {"expect": "年払", "outlook": "年払の合計", "payout": "出る額の合計"}
"""The one figure of each kind that is told first."""
WITHIN = {"annual", "monthly", "lines", "payments"}
"""What the figure is made of: told where the figure itself stays."""
COUNTS = {"accident_years", "rate"}
"""Whole numbers that are no yen."""


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``cases`` to its parser."""
    parser.add_argument("--write", action="store_true", help="合わなくなった結果を、いまの計算の値に書き直します")


def run(options: argparse.Namespace) -> int:
    """List, or write, what no longer holds; return the exit status. Broken data are raised as ``BrokenData``."""
    root = Path(options.data)
    book = Book(compile_book(root))
    every = list(expectations(book, read_library(root, Report()).cases))
    stale = [each for each in every if each.said != each.now]
    if not stale:
        sys.stdout.write(f"事例の結果 {len(every)} 件は、どれもいまの計算と合っています。\n")
        return HOLDS
    sys.stdout.writelines(f"{(root / each.place.file).as_posix()}:{each.place.line}: {each.name} {told(each)}\n" for each in stale)
    sys.stdout.write(f"事例の結果 {len(every)} 件のうち、{len(stale)} 件がいまの計算と合いません。\n{_turned(stale)}")
    if not options.write:
        sys.stdout.write("変わってよいと確かめたら --write で書き直します。\n")
        return STALE
    try:
        files = write(root, stale)
    except OSError as error:
        sys.stderr.write(f"{error.filename} に書けません（{error.strerror}）。書けたファイルは、もう1度動かすと飛ばします。\n")
        return UNUSABLE
    sys.stdout.write(f"{len(stale)} 件を書き直しました（ファイル {len(files)} 個）。\n{_to_read(stale)}")
    return HOLDS


def write(root: Path, stale: Sequence[Expectation]) -> list[str]:
    """Bring the files below ``root`` up to date and return their names; ``OSError`` where one cannot be written."""
    changes: dict[str, dict[tuple[str, ...], Any]] = {}
    for each in stale:
        changes.setdefault(each.place.file, {})["cases", each.name, each.kind] = each.now
    texts = {file: rewritten((root / file).read_bytes().decode("utf-8"), those) for file, those in changes.items()}
    for file, text in texts.items():
        replace_file(root / file, text)
    return [*texts]


def told(each: Expectation) -> str:
    """Return in words what changes: the figure that counts, and what is no part of it; a few at most."""
    before, after = _figure(each.said), _figure(each.now)
    differences = []
    if each.said["status"] != each.now["status"]:
        differences.append(f"結果 {STATUS[each.said['status']]} → {STATUS[each.now['status']]}")
    if before != after:
        by = f"（{signed_yen(after - before)}）" if before is not None and after is not None else ""
        differences.append(f"{WHOLE[each.kind]} {in_yen(before)} → {in_yen(after)}{by}")
    old, new = (dict(_details(each.kind, said, within=before == after)) for said in (each.said, each.now))
    differences += [f"{label} {old.get(label, 'なし')} → {new.get(label, 'なし')}" for label in {**new, **old} if old.get(label) != new.get(label)]
    more = len(differences) - MOST_TOLD
    return "、".join(differences[:MOST_TOLD]) + (f"、ほか {more} か所" if more > 0 else "")


def _figure(said: Said) -> int | None:
    """A year's premium, all years' premiums, or what is paid, in yen."""
    if "payments" in said:
        return sum(map(int, said["payments"].values()))
    if "rows" in said:
        return sum(int(row["annual"]) for row in said["rows"])
    annual: int | None = said.get("annual")
    return annual


def _details(kind: str, said: Said, *, within: bool) -> Iterator[tuple[str, str]]:
    for number, row in enumerate(said.get("rows", [])):
        year = "契約したときの" if number == 0 else f"{number}年後の"
        yield from ((f"{year}{YEAR.keys[key].title}", _words(key, value)) for key, value in row.items() if within or key not in WITHIN)
    keys = RESULTS[kind].shape.keys  # type: ignore[attr-defined]  # each is a record
    for key, value in said.items():
        if key in ("status", "rows") or (key in WITHIN and not within):
            continue
        if isinstance(value, dict):
            yield from ((f"{keys[key].title} {name}", _words(key, inner)) for name, inner in value.items())
        else:
            yield keys[key].title, _words(key, value)


def _words(key: str, value: Any) -> str:
    if isinstance(value, list):
        return " ".join(value) or "なし"
    if isinstance(value, bool):
        return "無料" if value else "有料"
    return in_yen(value) if isinstance(value, int) and key not in COUNTS else str(value)


def _turned(stale: Sequence[Expectation]) -> str:
    """Warn of cases that no longer try what they were made for."""
    names = [each.full_name for each in stale if each.said["status"] == "quoted" != each.now["status"]]
    return f"計算できなくなる事例があります（{_named(names)}）。書き直すより、答えを直すほうがよいかもしれません。\n" if names else ""


def _to_read(stale: Sequence[Expectation]) -> str:
    """Name the cases whose ``why`` may work out a figure that is no more; those with yen or percent first."""
    names = [each.full_name for each in sorted(stale, key=lambda each: not re.search("[円%％]", each.why))]
    return f"why に書いた数も、変わったかもしれません。書き直した事例の why を読み直してください（{_named(names)}）。\n"


def _named(names: Sequence[str]) -> str:
    names = [*dict.fromkeys(names)]
    more = len(names) - MOST_NAMED
    return "、".join(names[:MOST_NAMED]) + (f"、ほか {more} 件" if more > 0 else "")
