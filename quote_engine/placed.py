"""YAML as placed values: text, sequences and mappings that know their file, line and column.

YAML guesses types from spelling (``no`` becomes false, ``012`` ten, ``12:30`` 750). Here
nothing is guessed: every scalar stays the text that was written, and what a declaration
expects decides how it is read. Spellings that YAML would read as something else are refused
where they matter.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

from quote_engine.problem import Place, Report

DEEPEST = 40
"""Nesting beyond this is a mistake or an attack; no file needs a third of it."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One written value. ``plain`` tells that it stood without quotes."""

    text: str
    plain: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: list["Node"]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in written order, each key once."""

    entries: list[tuple[Scalar, "Node"]]
    place: Place


Node = Scalar | Sequence | Mapping


def read_file(path: Path, root: Path, report: Report) -> Node | None:
    """Read the YAML file ``path`` below ``root``; problems go to ``report``, None if unreadable."""
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        report.add(Place(name, 1, 1), "UTF-8 の文字として読めません。", "UTF-8 で保存し直してください。")
        return None
    return read_text(text, name, report)


def read_text(text: str, file: str, report: Report) -> Node | None:
    """Read YAML ``text`` that stands in ``file``."""
    try:
        # The pure-Python composer, so that a mark is the same on every machine.
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
        report.add(place, _explained(error.problem or ""), "字下げ、コロンのあとの空白、引用符の閉じ忘れを見てください。")
        return None
    except (yaml.YAMLError, RecursionError, ValueError):
        report.add(Place(file, 1, 1), "YAML として読めません。", "使えない文字か、深すぎる入れ子があります。")
        return None
    if root is None:
        report.add(Place(file, 1, 1), "ファイルが空です。", "中身を書くか、ファイルを消してください。")
        return None
    return _Reader(file, report).node(root, 0)


def _explained(problem: str) -> str:
    if "tab" in problem or "\\t" in problem:
        return "字下げにタブが使われています。"
    if "undefined alias" in problem or "alias" in problem:
        return "別名（*）は使えません。"
    if "mapping values are not allowed" in problem:
        return "ここにコロン（:）は置けません。"
    return "YAML の書き方に誤りがあります。"


class _Reader:
    def __init__(self, file: str, report: Report) -> None:
        self.file, self.report = file, report
        self.seen: set[int] = set()

    def node(self, node: yaml.Node, depth: int) -> Node:
        place = Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)
        if id(node) in self.seen:
            # An alias repeats a node; nested aliases would grow without end, so none is followed.
            self.report.add(place, "別名（& と *）は使えません。", "同じ内容でも、そのまま書いてください。")
            return Scalar("", plain=True, place=place)
        self.seen.add(id(node))
        if depth > DEEPEST:
            self.report.add(place, "入れ子が深すぎます。")
            return Scalar("", plain=True, place=place)
        if isinstance(node, yaml.ScalarNode):
            return Scalar(node.value, plain=node.style is None, place=place)
        if isinstance(node, yaml.SequenceNode):
            return Sequence([self.node(item, depth + 1) for item in node.value], place)
        return self.mapping(node, place, depth)

    def mapping(self, node: yaml.Node, place: Place, depth: int) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            key = self.node(key_node, depth + 1)
            if not isinstance(key, Scalar):
                self.report.add(key.place, "見出し（キー）は1つの語で書いてください。")
                continue
            if key.text in first:
                self.report.add(
                    key.place,
                    f"「{key.text}」が2回書かれています。",
                    f"{first[key.text]}行目にもあります。どちらかを消してください。",
                )
                continue
            first[key.text] = key.place.line
            entries.append((key, self.node(value_node, depth + 1)))
        return Mapping(entries, place)
