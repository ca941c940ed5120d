"""Single edits that no editor means: each value of each data file made blank, a word, a list or a record, each key and entry left out.

Edits are made in the tree that was read, and written as YAML that reads back as the same tree.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rulebook.sheets.placed import Mapping, Node, Scalar, Sequence, read_file
from rulebook.sheets.problem import Report

ODD_SCALARS = ("", "none", "-1", "0", "２１", "99999999999999999999", "2027-02-30", "'{x}'")
TYPED = "as typed"
"""Marks what goes into the file as it stands, in place of a comment behind a value."""


@dataclass(frozen=True)
class Oddity:
    """One odd edit: the file below the data folder, the line, what is done there, and the tree afterwards."""

    file: str
    line: int
    what: str
    tree: Node

    def write(self, data: Path) -> None:
        """Make the edit in the folder ``data``."""
        (data / self.file).write_text(_written(self.tree), encoding="utf-8")


def oddities(data: Path) -> Iterator[Oddity]:
    """Yield every odd edit of every file below ``data``."""
    for path in sorted(data.rglob("*.y*ml")):
        node = read_file(path, data, Report())
        for line, what, tree in _odd(node) if node else ():
            yield Oddity(path.relative_to(data).as_posix(), line, what, tree)


def _odd(node: Node) -> Iterator[tuple[int, str, Node]]:
    """Every odd edit of one place in a tree, with the tree that comes of it."""
    place = node.place
    if isinstance(node, Scalar):
        for text in ODD_SCALARS:
            yield place.line, f"{node.text} → {text or '(blank)'}", Scalar(text, plain=True, place=place, cut=TYPED)
        yield place.line, f"{node.text} → list", Sequence([node], place)
        yield place.line, f"{node.text} → record", Mapping([(Scalar("x", plain=True, place=place), node)], place)
        return
    yield place.line, "all → word", Scalar("word", plain=True, place=place)
    yield place.line, "all → blank", Scalar("", plain=True, place=place)
    if isinstance(node, Mapping):
        for number, (key, value) in enumerate(node.entries):
            before, after = node.entries[:number], node.entries[number + 1 :]
            yield key.place.line, f"{key.text} left out", Mapping([*before, *after], place)
            yield key.place.line, f"{key.text} misspelt", Mapping([*before, (Scalar(f"{key.text}x", plain=True, place=key.place), value), *after], place)
            for line, what, inner in _odd(value):
                yield line, what, Mapping([*before, (key, inner), *after], place)
    else:
        for number, item in enumerate(node.items):
            before, after = node.items[:number], node.items[number + 1 :]
            yield item.place.line, "entry left out", Sequence([*before, *after], place)
            yield item.place.line, "entry twice", Sequence([*before, item, item, *after], place)
            for line, what, inner in _odd(item):
                yield line, what, Sequence([*before, inner, *after], place)


def _written(node: Node) -> str:
    if isinstance(node, Scalar):
        bare = node.cut == TYPED or (node.plain and node.text.isascii() and node.text.replace("_", "").replace("-", "").isalnum())
        return node.text if bare else json.dumps(node.text, ensure_ascii=False)
    if isinstance(node, Sequence):
        return f"[{', '.join(map(_written, node.items))}]"
    return f"{{{', '.join(f'{json.dumps(key.text, ensure_ascii=False)}: {_written(value)}' for key, value in node.entries)}}}"
