"""YAML as placed values: text, sequences and mappings that know their file, line and column.

YAML guesses types from spelling (``no`` becomes false, ``012`` ten, ``12:30`` 750). Here
nothing is guessed: every scalar stays the text that was written, and what a declaration
expects decides how it is read. Spellings that YAML would read as something else are refused
where they matter.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from rulebook.sheets.characters import seen
from rulebook.sheets.problem import Place, Problem, Report

DEEPEST = 40
"""Nesting beyond this is a mistake or an attack; no file needs a third of it."""
EXPLAINED = (
    ("too deep", "入れ子が深すぎます。", "かっこの閉じ忘れがないか見てください。"),
    ("alias", "& や * で始まる言葉は、そのままでは書けません。", "文字なら引用符で囲み、別の所の値なら同じ内容を書いてください。"),
    ("tag", "「!」で始まる印（タグ）は使えません。", "文字のままなら引用符で囲み、印なら消してください。"),
    ("\\t", "字下げにタブが使われています。", "半角の空白で字下げしてください。"),
    ("mapping values are not allowed", "ここにコロン（:）は置けません。",
     "字下げがずれていないか見てください。文の中の : は、文を引用符で囲めば使えます。"),
    ("unknown escape", "この引用符の中で、\\ は使えません。", "引用符を ' に変えてください。"),
    ("another document", "区切りの線（---）は使えません。", "1つのファイルに、ひと続きで書いてください。"),
    ("that cannot start any token", "この記号で始まる言葉は、そのままでは書けません。", "言葉を引用符で囲んでください。"),
    ("expected <block end>", "ここの書き方が、上の行とつながりません。",
     "同じ並びの行の字下げと、上の行の引用符の閉じ忘れを見てください。"),
)
"""What PyYAML says, and what an editor can do about it."""


_COMMENT = re.compile(r"[ \t]+(#[^\n\0]*)")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One written value. ``plain`` tells that it stood without quotes; ``cut`` is what stands behind it as a comment."""

    text: str
    plain: bool
    place: Place
    cut: str = ""


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
    node, problems = _read(text, file)
    for problem in problems:
        report.add(problem.place, problem.message, problem.hint)
    return node


@lru_cache(maxsize=512)  # an editor changes one file of many; parsing is nearly all of a check's time
def _read(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    report = Report()
    return _composed(seen(text, file, report), file, report), tuple(report.problems)


def _composed(text: str, file: str, report: Report) -> Node | None:
    loader = None
    try:
        loader = _Composer(text)
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark, message, hint = _explained(error)
        report.add(_place(file, mark) if mark else Place(file, 1, 1), message, hint)
        return None
    except (yaml.YAMLError, ValueError):
        report.add(Place(file, 1, 1), "YAML として読めません。", "目に見えない、使えない文字がまざっています。")
        return None
    finally:
        if loader:
            loader.dispose()
    if root is None:
        report.add(Place(file, 1, 1), "ファイルが空です。", "中身を書くか、ファイルを消してください。")
        return None
    return _Reader(file, report).node(root)


class _Composer(yaml.SafeLoader):
    """The pure-Python composer, so that a mark is the same on every machine.

    It stops at what guesses or grows: aliases (nested ones would grow without end), tags, deep nesting.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]  # PyYAML's stubs leave it open
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise yaml.MarkedYAMLError(problem="alias", problem_mark=event.start_mark)
        if getattr(event, "tag", None):
            raise yaml.MarkedYAMLError(problem="tag", problem_mark=event.start_mark)
        if self.depth > DEEPEST:
            raise yaml.MarkedYAMLError(problem="too deep", problem_mark=event.start_mark)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def _place(file: str, mark: yaml.Mark) -> Place:
    return Place(file, mark.line + 1, mark.column + 1)


def _comment(end: yaml.Mark) -> str:
    """Return the comment that stands behind a value in its line."""
    found = _COMMENT.match(end.buffer or "", end.pointer)
    return found[1] if found else ""


def _explained(error: yaml.MarkedYAMLError) -> tuple[yaml.Mark | None, str, str]:
    """Return where to look, what went wrong and what to do, for someone who does not know YAML."""
    problem, context = error.problem or "", error.context or ""
    for part, message, hint in EXPLAINED:
        if part in problem or f"scanning an {part}" in context:
            return error.problem_mark, message, hint
    # What was opened and never closed is found at the end of the file, and mended where it begins.
    if "quoted scalar" in context:
        return error.context_mark, "引用符が閉じていません。", "同じ引用符を、文字の終わりにも書いてください。"
    if "flow" in context:
        return error.context_mark, "かっこが閉じていないか、中のコンマ（,）がありません。", "[ ] と { } の組を見てください。"
    if "simple key" in context:
        return error.context_mark, "コロン（:）がありません。", "「名前: 値」のように書いてください。"
    return error.problem_mark, "YAML の書き方に誤りがあります。", "字下げ、コロンのあとの空白、引用符の閉じ忘れを見てください。"


class _Reader:
    def __init__(self, file: str, report: Report) -> None:
        self.file, self.report = file, report

    def node(self, node: yaml.Node) -> Node:
        place = _place(self.file, node.start_mark)
        if isinstance(node, yaml.ScalarNode):
            return Scalar(node.value, plain=node.style is None, place=place, cut=_comment(node.end_mark))
        if isinstance(node, yaml.SequenceNode):
            return Sequence([self.node(item) for item in node.value], place)
        return self.mapping(node, place)

    def mapping(self, node: yaml.Node, place: Place) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            key = self.node(key_node)
            if not isinstance(key, Scalar):
                self.report.add(key.place, "見出し（キー）は1つの語で書いてください。", "{ } は引用符の中に入れてください。")
                continue
            if key.text in first:
                self.report.add(
                    key.place,
                    f"「{key.text}」が2回書かれています。",
                    f"{first[key.text]}行目にもあります。どちらかを消してください。",
                )
                continue
            first[key.text] = key.place.line
            entries.append((key, self.node(value_node)))
        return Mapping(entries, place)
