"""Read answers from a file or a pipe: JSON, JSON Lines or YAML, one set of answers or many.

Whatever is written, something readable comes out: a value that the quote can answer or refuse.
"""

import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from quote_engine.premium.answers import echo
from rulebook.sheets.placed import Mapping, Node, Scalar, read_text
from rulebook.sheets.problem import Report


class UnreadableRequest(Exception):
    """The text, or one line of many, cannot be used; the message says why, for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class FileRequest:
    """What was asked: ``items`` in order (``UnreadableRequest`` for a line that is none), and the form of the results.

    The items of JSON Lines are read as they are asked for, once, so that no more than one is held.
    """

    items: Iterable[Any]
    form: str
    """one (a single object), list, or lines (JSON Lines)."""


def read_request(text: str) -> FileRequest:
    """Return what ``text`` asks for; raise ``UnreadableRequest`` with a sentence for the reader."""
    stripped = text.lstrip("\ufeff").strip()
    if not stripped:
        raise UnreadableRequest("答えが空です。開始日と車の種類から書いてください。")
    if stripped[0] in "{[":
        return _json(stripped)
    return _form(_yaml(stripped))


def _json(text: str) -> FileRequest:
    try:
        return _form(_loads(text))
    except json.JSONDecodeError as error:
        # Only a line feed ends a line of JSON Lines: other line ends may stand inside a text.
        first, _, rest = text.partition("\n")
        if rest.strip() and first.rstrip().endswith("}"):
            return FileRequest((_line(line) for line in io.StringIO(text, newline="\n") if line.strip()), "lines")
        if error.lineno == 1 and ":" in text and not text.startswith('{"'):
            return _form(_yaml(text))  # {start_date: 2026-12-01}: YAML's flow style
        where = f"{error.lineno}行目の{error.colno}文字目"
        raise UnreadableRequest(f"JSON として読めません。{where}のあたりを見てください。") from None


def _line(line: str) -> Any:
    try:
        return _loads(line)
    except UnreadableRequest as unreadable:
        return unreadable
    except json.JSONDecodeError as error:
        return UnreadableRequest(f"この行は JSON として読めません。{error.colno}文字目のあたりを見てください。")


def _loads(text: str) -> Any:
    """Parse JSON with every number kept exactly: integers of any length, decimals as their text."""
    try:
        return json.loads(text, parse_int=_whole, parse_float=str, parse_constant=str, object_pairs_hook=_each_once)
    except RecursionError:
        raise UnreadableRequest("入れ子が深すぎます。答えは「項目: 値」の組で書いてください。") from None


def _each_once(pairs: list[tuple[str, Any]]) -> Any:
    answers: dict[str, Any] = {}
    for key, value in pairs:
        if key in answers:
            return UnreadableRequest(f"「{echo(key)}」が2回書かれています。どちらかを消してください。")
        answers[key] = value
    return answers


def _whole(digits: str) -> int | str:
    # Python refuses to convert thousands of digits; as text the question refuses them kindly.
    return int(digits) if len(digits) < 100 else digits


def _form(value: Any) -> FileRequest:
    return FileRequest(value, "list") if isinstance(value, list) else FileRequest([value], "one")


def _yaml(text: str) -> Any:
    report = Report()
    node = read_text(text, "answers", report)
    if report.problems or node is None:
        found = report.problems[0]
        raise UnreadableRequest(f"{found.place.line}行目の{found.place.column}文字目: {found.message}")
    return _plain(node)


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        if node.plain and node.text in ("", "~", "null"):
            return None
        return {"true": True, "false": False}.get(node.text, node.text) if node.plain else node.text
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.entries}
    return [_plain(item) for item in node.items]
