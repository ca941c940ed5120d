"""``python -m quote_engine diff``: compare two sides and write the report in the form that was asked for."""

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import Any

from difference import case_report
from difference.comparison import compare
from difference.portfolio.sample import write_portfolio
from difference.report.blocks import Block, as_html, as_markdown, as_text
from difference.sides import Side, Unusable, open_side
from quote_engine.premium.book import Book
from rulebook.binder import compile_book

ANSWERED, UNUSABLE = 0, 2
FILES = {"diff.txt": as_text, "diff.md": as_markdown, "diff.html": as_html}


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``diff`` to its parser."""
    parser.add_argument("old", metavar="OLD", help="変わる前: データのフォルダー、または git の版（main など）")
    parser.add_argument("new", metavar="NEW", help="変わった後: データのフォルダー、または git の版（HEAD など）")
    form = parser.add_mutually_exclusive_group()
    for name, writer, words in (
        ("--text", as_text, "読むための表"), ("--markdown", as_markdown, "Markdown"), ("--html", as_html, "1枚の HTML"),
    ):  # fmt: skip
        form.add_argument(name, dest="writer", action="store_const", const=writer, help=f"{words}で出します（ふつうは JSON）")
    parser.add_argument("--portfolio", metavar="FILE", type=Path, help="事例の代わりに、契約の一覧（CSV か Parquet、列の名前は質問の名前）をくらべます")
    parser.add_argument("--out", metavar="DIR", type=Path, help="JSON、文、Markdown、HTML をこのフォルダーにも書きます")


def run(options: argparse.Namespace) -> int:
    """Compare, write, and return the exit status. Broken data are raised as ``BrokenData``."""
    with ExitStack() as kept:
        try:
            old, new = open_side(options.old, kept), open_side(options.new, kept)
            if options.portfolio:
                return _portfolio(options, old, new)
            report = compare(old, new)
        except Unusable as unusable:
            problem = {"field": "", "message": str(unusable)}
            sys.stdout.write(f"{unusable}\n" if options.writer else _json({"status": "invalid", "problems": [problem]}))
            return UNUSABLE
    _write(options, report, case_report.blocks(report))
    return ANSWERED


def declare_sample(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``portfolio`` to its parser."""
    parser.add_argument("number", metavar="N", type=_positive, help="契約の数")
    parser.add_argument("--seed", type=int, default=1, help="同じ数なら、同じ一覧になります")


def _positive(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not number:
        raise argparse.ArgumentTypeError(f"1以上の整数で書いてください（「{text}」は読めません）。")
    return number


def run_sample(options: argparse.Namespace) -> int:
    """Write a made-up portfolio to standard output, as CSV."""
    write_portfolio(Book(compile_book(options.data)), options.number, options.seed, sys.stdout)
    return ANSWERED


def _portfolio(options: argparse.Namespace, old: Side, new: Side) -> int:
    try:
        portfolio, report_of = import_module("difference.portfolio.portfolio"), import_module("difference.portfolio.report")
    except ModuleNotFoundError as missing:
        raise Unusable("契約の一覧をくらべるには Polars がいります。make desk で入ります。") from missing
    report, whole, broken = portfolio.price_portfolio(options.portfolio, old, new)
    _write(options, report, report_of.blocks(report, broken))
    if options.out:
        report_of.write_files(options.out, whole, broken)
    return UNUSABLE if report["counts"]["unpriced"] == report["contracts"] else ANSWERED


def _write(options: argparse.Namespace, report: dict[str, Any], blocks: Sequence[Block]) -> None:
    title = case_report.title(report)
    sys.stdout.write(options.writer(title, blocks) if options.writer else _json(report))
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / "diff.json").write_text(_json(report), encoding="utf-8")
        for name, writer in FILES.items():
            (options.out / name).write_text(writer(title, blocks), encoding="utf-8")


def _json(report: dict[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=False, separators=(",", ":")) + "\n"
