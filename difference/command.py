"""``python -m quote_engine diff``: compare two sides and write the report in the form that was asked for."""

import argparse
import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from difference import case_report
from difference.blocks import as_html, as_markdown, as_text
from difference.comparison import compare
from difference.sides import Unusable, open_side

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
    parser.add_argument("--out", metavar="DIR", type=Path, help="JSON、文、Markdown、HTML をこのフォルダーにも書きます")


def run(options: argparse.Namespace) -> int:
    """Compare, write, and return the exit status. Broken data are raised as ``BrokenData``."""
    with ExitStack() as kept:
        try:
            old, new = open_side(options.old, kept), open_side(options.new, kept)
            report = compare(old, new)
        except Unusable as unusable:
            problem = {"field": "", "message": str(unusable)}
            sys.stdout.write(f"{unusable}\n" if options.writer else _json({"status": "invalid", "problems": [problem]}))
            return UNUSABLE
    title, blocks = case_report.title(report), case_report.blocks(report)
    sys.stdout.write(options.writer(title, blocks) if options.writer else _json(report))
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / "diff.json").write_text(_json(report), encoding="utf-8")
        for name, writer in FILES.items():
            (options.out / name).write_text(writer(title, blocks), encoding="utf-8")
    return ANSWERED


def _json(report: dict[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=False, separators=(",", ":")) + "\n"
