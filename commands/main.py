"""The command line: check the data, make quotes. Answers go to standard output, never a traceback.

Exit status: 0 an answer (a declined risk is one), 1 the data are broken, 2 the answers cannot be used.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from commands.ledger import outlook_text, quote_text
from commands.payout_ledger import payout_text
from commands.requests import Request, Unreadable, read_request
from commands.schemas import write_schemas
from guide.examine import examine_guide, examine_pages
from quote_engine.desk import written
from quote_engine.outlook.outlook import outlook
from quote_engine.payout.payout import payout
from quote_engine.premium.answers import problem
from quote_engine.premium.book import Book
from quote_engine.premium.quote import quote
from rulebook.binder import compile_book, examine
from rulebook.checks.released_ids import write_lock
from rulebook.declared.files import LOCK
from rulebook.library import read_library
from rulebook.new_edition import Refused, new_edition, told
from rulebook.reminders import reminders
from rulebook.sheets.problem import BrokenData, Report, format_problems, format_reminders

ANSWERED, BROKEN, UNUSABLE = 0, 1, 2
JAPAN = timezone(timedelta(hours=9))  # no daylight saving, and no need for a database of zones


class Door(NamedTuple):
    """One question that the engine answers: the function, and how its answer reads as text."""

    help: str
    answer: Callable[[Book, Any], dict[str, Any]]
    text: Callable[[dict[str, Any]], str]


DOORS = {
    "quote": Door("答えから掛金を計算します", quote, quote_text),
    "outlook": Door("等級と掛金を年ごとに見通します", outlook, outlook_text),
    "payout": Door("事故のとき、だれにいくら出るかを計算します", payout, payout_text),
}


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenData as broken:
        notes = "".join(f"{note}\n" for note in getattr(broken, "__notes__", []))
        sys.stderr.write(f"{broken}\n{_count(len(broken.problems))}\n{notes}")
        return BROKEN
    except BrokenPipeError:
        # The reader of the pipe (head, for one) has seen enough.
        sys.stderr.close()
        return ANSWERED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m quote_engine", description="マイカー共済の掛金を計算します。")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="データの誤りを全部知らせます")
    check.set_defaults(run=_check)
    doors = [check]
    for name, asks in DOORS.items():
        asked = commands.add_parser(name, help=asks.help)
        asked.add_argument("file", nargs="?", default="-", metavar="FILE", help="答え（JSON、JSON Lines、YAML）。- は標準入力")
        asked.add_argument("--text", action="store_true", help="読むための表で出します")
        asked.set_defaults(run=_ask, door=asks)
        doors.append(asked)
    edition = commands.add_parser("edition", help="いちばん新しい版を写して、次の版を作ります")
    edition.add_argument("start", metavar="START", help="適用を始める日（2027-04-01 のように）")
    edition.set_defaults(run=_edition)
    ids = commands.add_parser("ids", help="公開する質問と選択肢の名前を、ids.lock に控えます")
    ids.set_defaults(run=_ids)
    doors += [edition, ids]
    schemas = commands.add_parser("schemas", help="エディターが読むスキーマを、宣言から作り直します")
    schemas.add_argument("--root", default=".", metavar="DIR", help="書く先（ふつうは、このフォルダー）")
    schemas.set_defaults(run=_schemas)
    command = import_module("difference.command")  # beside the engine, which itself never needs it
    compared = commands.add_parser("diff", help="変更で何がどう変わるかを、事例や契約の一覧でくらべます")
    command.declare(compared)
    compared.set_defaults(run=command.run)
    figures = import_module("difference.case_figures")
    cases = commands.add_parser("cases", help="事例の結果がいまの計算と合うかを調べ、--write で書き直します")
    figures.declare(cases)
    cases.set_defaults(run=figures.run)
    sample = commands.add_parser("portfolio", help="本物らしい契約の一覧を作ります（CSV）")
    command.declare_sample(sample)
    sample.set_defaults(run=command.run_sample)
    doors += [cases, sample]
    for door in doors:
        door.add_argument("--data", default="data", metavar="DIR", help="データのフォルダー（ふつうは data）")
    return parser


def _check(options: argparse.Namespace) -> int:
    root = Path(options.data)
    book, problems = examine(root)
    guide, in_guide = examine_guide(root)
    in_pages, old = examine_pages(guide, datetime.now(JAPAN).date().isoformat())
    problems += in_guide + in_pages
    if problems or book is None:
        sys.stdout.write(f"{format_problems(problems, root)}\n{_count(len(problems))}\n")
        return BROKEN
    models, questions = len(book["models"]), len(book["questions"])
    for found, words in ((reminders(root), "公開する前にすることが"), (old, "確かめ直すところが")):
        if found:
            sys.stdout.write(f"{format_reminders(found, root)}{words} {len(found)} 件あります（誤りではありません）。\n")
    sys.stdout.write(f"データに誤りはありません（版 {len(book['editions'])}、質問 {questions}、車種 {models}）。\n")
    return ANSWERED


def _edition(options: argparse.Namespace) -> int:
    root = Path(options.data)
    try:
        files = new_edition(root, options.start)
    except Refused as refused:
        sys.stderr.write(f"{refused}\n")
        return UNUSABLE
    sys.stdout.write(told(options.start, files, root))
    return ANSWERED


def _ids(options: argparse.Namespace) -> int:
    root = Path(options.data)
    compile_book(root)  # a name that is gone without a migration must not be written over
    try:
        changed = write_lock(read_library(root, Report()))
    except OSError as error:
        sys.stderr.write(f"{root.as_posix()}/{LOCK} に書けません（{error.strerror}）。\n")
        return UNUSABLE
    sys.stdout.write(f"{root.as_posix()}/{LOCK} を書きました。\n" if changed else "名前は、みな控えてあります。\n")
    return ANSWERED


def _schemas(options: argparse.Namespace) -> int:
    changed = write_schemas(Path(options.root))
    sys.stdout.write("".join(f"{name} を書きました。\n" for name in changed) or "スキーマは宣言どおりです。\n")
    return ANSWERED


def _ask(options: argparse.Namespace) -> int:
    book = Book(compile_book(options.data))
    door: Door = options.door
    return _answer(options, lambda item: door.answer(book, item), door.text)


def _answer(
    options: argparse.Namespace, answer: Callable[[Any], dict[str, Any]], text: Callable[[dict[str, Any]], str]
) -> int:
    """Answer every item of the file; write the results in the form that the request had."""
    try:
        request = read_request(_read(options.file))
    except Unreadable as unreadable:
        request = Request([], "one")
        results = [_refused(unreadable)]
    else:
        results = [_refused(item) if isinstance(item, Unreadable) else answer(item) for item in request.items]
    if options.text:
        sys.stdout.write("\n".join(text(result) for result in results))
    elif request.form == "lines":
        sys.stdout.writelines(written(result) + "\n" for result in results)
    else:
        sys.stdout.write(written(results if request.form == "list" else results[0]) + "\n")
    return UNUSABLE if any(result["status"] == "invalid" for result in results) else ANSWERED


def _refused(unreadable: Unreadable) -> dict[str, Any]:
    return {"status": "invalid", "lines": [], "notes": [], "declined": [], "problems": [problem("", str(unreadable))]}


def _read(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8")
    except OSError:
        raise Unreadable(f"ファイル {file} を開けません。名前を確かめてください。") from None
    except UnicodeDecodeError:
        raise Unreadable("UTF-8 の文字として読めません。UTF-8 で保存し直してください。") from None


def _count(number: int) -> str:
    return f"誤りが {number} 件あります。" if number else ""


def _speak_utf8() -> None:
    # Japanese must come out whatever the terminal's locale says.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
