"""Every value of the data that is written otherwise, wherever it stands and whether a case tries it or not.

Compared is what stands in the files, not what becomes of it: so nothing that a visitor can see changes without a line here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quote_engine.values.dates import is_date
from rulebook.sheets.placed import Mapping, Node, Scalar, Sequence, read_file
from rulebook.sheets.problem import Report

Change = dict[str, str]
Path_ = tuple[str, ...]
NAMES = ("id", "question", "rule", "kind", "coverage", "words", "title", "label")
"""What tells the entries of a list apart, the surest first; where all lack it or two share it, they are counted."""
APART = ("cases", "ids.lock")
"""Expectations of the tests and the memory of names: nothing of them is shown to anybody."""
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value with the labels of what it stands in, and its line."""

    text: str
    said: str
    source: str


def leaf_changes(old: Path, new: Path, told: set[str]) -> list[Change]:
    """Return [{text, source}] for every value that differs between two data folders, but for places ``told`` already.

    An edition that only ``new`` has is held against the one before it.
    """
    was, now = _files(old), _files(new)
    changes: list[Change] = []
    for name, node in now.items():
        before = was.get(name) or _edition_before(name, was) or _edition_before(name, now)
        changes += _between(_leaves(before, name) if before is not None else {}, _leaves(node, name))
    for name in was.keys() - now.keys():
        changes += _between(_leaves(was[name], name), {})
    return [change for change in changes if change["source"] not in told]


def _files(root: Path) -> dict[str, Node]:
    """Every file of a data folder as it is written, by its path there. A file that cannot be read has been told by the check."""
    found = {}
    for path in sorted(root.rglob("*.y*ml")):
        name = path.relative_to(root).as_posix()
        if name.partition("/")[0] not in APART:
            node = read_file(path, root, Report())
            if node is not None:
                found[name] = node
    return found


def _edition_before(name: str, files: dict[str, Node]) -> Node | None:
    """The same file of the edition before the one that ``name`` is of."""
    folder, _, rest = name.removeprefix("editions/").partition("/")
    if not rest or not is_date(folder):
        return None
    starts = [each.split("/")[1] for each in files if each.startswith("editions/") and each.endswith(f"/{rest}")]
    earlier = [start for start in starts if start < folder]
    return files[f"editions/{max(earlier)}/{rest}"] if earlier else None


def _leaves(node: Node, file: str) -> dict[Path_, Leaf]:
    return dict(_walk(node, (), (), f"data/{file}"))


def _walk(node: Node, path: Path_, labels: Path_, file: str) -> Iterator[tuple[Path_, Leaf]]:
    if isinstance(node, Scalar):
        yield path, _leaf(node.text, path, labels, file, node)
    elif isinstance(node, Mapping):
        label = _own(node, "label")
        inside = (*labels[:1], label) if label else labels
        for key, value in node.entries:
            yield from _walk(value, (*path, key.text), inside, file)
    elif all(isinstance(item, Scalar) for item in node.items):
        yield path, _leaf("、".join(item.text for item in node.items if isinstance(item, Scalar)), path, labels, file, node)
    else:
        names = _names(node)
        order = (*path, "順番")
        yield order, _leaf("、".join(names), order, labels, file, node)
        for name, item in zip(names, node.items, strict=True):
            yield from _walk(item, (*path, name), labels, file)


def _leaf(text: str, path: Path_, labels: Path_, file: str, node: Node) -> Leaf:
    """A value with its labels, the outermost and the innermost, and the last words of its path: enough to find it."""
    last = path[-2:] if len(path) > 1 and path[-1].isdecimal() else path[-1:]
    return Leaf(text, "".join(f"「{label}」" for label in labels) + "の".join(last), f"{file}:{node.place.line}")


def _names(node: Sequence) -> list[str]:
    """A name for each entry: its own, where every entry has one and no two share it, else its number."""
    for name in NAMES:
        found = [_own(item, name) for item in node.items]
        if None not in found and len(set(found)) == len(found):
            return [each for each in found if each is not None]
    return [str(number) for number in range(1, len(node.items) + 1)]


def _own(item: Node, name: str) -> str | None:
    if not isinstance(item, Mapping):
        return None
    return next((value.text for key, value in item.entries if key.text == name and isinstance(value, Scalar)), None)


def _between(was: dict[Path_, Leaf], now: dict[Path_, Leaf]) -> Iterator[Change]:
    for path, leaf in now.items():
        before = was.get(path)
        if before is None:
            yield {"text": f"{leaf.said}: {_short(leaf.text)} が増えました", "source": leaf.source}
        elif before.text != leaf.text:
            yield {"text": f"{leaf.said}: {_short(before.text)} → {_short(leaf.text)}", "source": leaf.source}
    for path, leaf in was.items():
        if path not in now:
            yield {"text": f"{leaf.said}: {_short(leaf.text)} がなくなりました", "source": leaf.source}


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
