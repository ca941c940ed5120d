"""Whether an edit of the data can go unseen: every number, flag, name and list entry is changed in turn, and ``diff`` has to say so.

``make mutate`` tries them all; ``make test`` a seeded sample. What ``diff`` does not name is put to the whole checker; what that
accepts, too, is silent, and there may be none.
"""

import argparse
import json
import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from difference.leaf_changes import APART, leaf_changes
from guide.examine import examine_guide
from rulebook.binder import examine
from rulebook.sheets.placed import Mapping, Node, Scalar, Sequence, read_file
from rulebook.sheets.problem import Report

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Mutation:
    """One edit: the file below the data folder, the line, what is done there, and the file's text afterwards."""

    file: str
    line: int
    what: str
    text: str


def mutations(data: Path) -> Iterator[Mutation]:
    """Yield every edit of one value or one list entry in the folder ``data``, file by file."""
    for path in sorted(data.rglob("*.y*ml")):
        file = path.relative_to(data).as_posix()
        node = None if file.partition("/")[0] in APART else read_file(path, data, Report())
        if node is not None:
            for line, what, changed in _changed(node):
                yield Mutation(file, line, what, _written(changed))


def silent(mutation: Mutation, data: Path, copy: Path) -> bool:
    """Tell whether neither ``diff`` nor ``check`` has a word on the edit; ``copy`` is a copy of ``data`` to make it in."""
    path = copy / mutation.file
    before = path.read_bytes()
    path.write_text(mutation.text, encoding="utf-8")
    try:
        return not leaf_changes(data, copy, set()) and not examine(copy)[1] and not examine_guide(copy)[1]
    finally:
        path.write_bytes(before)


def _changed(node: Node) -> Iterator[tuple[int, str, Node]]:
    """Every edit of one place in a tree, with the tree that comes of it."""
    if isinstance(node, Scalar):
        text = _other(node.text)
        if text is not None:
            yield node.place.line, f"{node.text} → {text}", Scalar(text, node.plain, node.place)
    elif isinstance(node, Mapping):
        for number, (key, value) in enumerate(node.entries):
            for line, what, inner in _changed(value):
                yield line, what, Mapping([*node.entries[:number], (key, inner), *node.entries[number + 1 :]], node.place)
    else:
        for number, item in enumerate(node.items):
            rest = [*node.items[:number], *node.items[number + 1 :]]
            yield item.place.line, "entry taken out", Sequence(rest, node.place)
            for line, what, inner in _changed(item):
                yield line, what, Sequence([*node.items[:number], inner, *node.items[number + 1 :]], node.place)


def _other(text: str) -> str | None:
    """Another value of the same kind; None for prose, which no rule reads."""
    if text in ("true", "false"):
        return "false" if text == "true" else "true"
    if text.removeprefix("-").isdecimal():
        return str(int(text) + 1)
    if text.replace(".", "", 1).isdecimal():
        return f"{text}1"
    return f"{text}_x" if text.isascii() and text.replace("_", "").replace("-", "").isalnum() else None


def _written(node: Node) -> str:
    """A tree as YAML that reads back as the same tree."""
    if isinstance(node, Scalar):
        return node.text if node.plain and node.text.isascii() and node.text.replace("_", "").isalnum() else json.dumps(node.text, ensure_ascii=False)
    if isinstance(node, Sequence):
        return f"[{', '.join(map(_written, node.items))}]"
    return f"{{{', '.join(f'{json.dumps(key.text, ensure_ascii=False)}: {_written(value)}' for key, value in node.entries)}}}"


def main(arguments: list[str]) -> int:
    """Try the edits and print the figure; 1 where one was silent."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutate", description=__doc__)
    parser.add_argument("--sample", type=int, help="so many instead of all")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    every = list(mutations(DATA))
    tried = random.Random(options.seed).sample(every, options.sample) if options.sample else every
    with TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(DATA, Path(folder) / "data"))
        unseen = [mutation for mutation in tried if silent(mutation, DATA, copy)]
    for mutation in unseen:
        print(f"data/{mutation.file}:{mutation.line}: {mutation.what}")
    print(f"{len(tried):,} of {len(every):,} edits tried, {len(unseen)} silent.")
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
