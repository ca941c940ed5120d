"""The commands that answer: quote, outlook, payout; one request or many, in JSON, JSON Lines or YAML."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from commands.ledger import outlook_text, quote_text
from commands.payout_ledger import payout_text
from commands.requests import FileRequest, UnreadableRequest, read_request
from quote_engine.desk import written
from quote_engine.outlook.outlook import outlook
from quote_engine.payout.payout import payout
from quote_engine.premium.answers import problem
from quote_engine.premium.book import Book
from quote_engine.premium.quote import quote
from rulebook.kept_book import kept_book

ANSWERED, BROKEN, UNUSABLE = 0, 1, 2


class Door(NamedTuple):
    """One question that the engine answers: the function, and how its answer reads as text."""

    help: str
    answer: Callable[[Book, Any], Mapping[str, Any]]
    text: Callable[[Any], str]


DOORS = {
    "quote": Door("答えから掛金を計算します", quote, quote_text),
    "outlook": Door("等級と掛金を年ごとに見通します", outlook, outlook_text),
    "payout": Door("事故のとき、だれにいくら出るかを計算します", payout, payout_text),
}


def ask(options: argparse.Namespace) -> int:
    """Answer every item of the request; return the exit status."""
    book = Book(kept_book(options.data))
    door: Door = options.door
    return _answer(options, lambda item: door.answer(book, item), door.text)


def _answer(
    options: argparse.Namespace, answer: Callable[[Any], Mapping[str, Any]], text: Callable[[Any], str]
) -> int:
    """Answer every item of the file; write each result as it is made, in the form that the request had."""
    try:
        request = read_request(_read(options.file))
    except UnreadableRequest as unreadable:
        request = FileRequest([unreadable], "one")
    status = ANSWERED
    for number, item in enumerate(request.items):
        result = _refused(item) if isinstance(item, UnreadableRequest) else answer(item)
        status = UNUSABLE if result["status"] == "invalid" else status
        if options.text:
            sys.stdout.write(("\n" if number else "") + text(result))
        elif request.form == "list":
            sys.stdout.write(("," if number else "[") + written(result))
        else:
            sys.stdout.write(written(result) + "\n")
    if request.form == "list" and not options.text:
        sys.stdout.write("]\n" if request.items else "[]\n")
    return status


def _refused(unreadable: UnreadableRequest) -> Mapping[str, Any]:
    return {"status": "invalid", "lines": [], "notes": [], "declined": [], "problems": [problem("", str(unreadable))]}


def _read(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8")
    except OSError:
        raise UnreadableRequest(f"ファイル {file} を開けません。名前を確かめてください。") from None
    except UnicodeDecodeError:
        raise UnreadableRequest("UTF-8 の文字として読めません。UTF-8 で保存し直してください。") from None
