"""The book kept from one command to the next: a shell that asks for one premium need not read and prove all the data again.

A book is kept under the hash of all that it came from, the data and the code that reads, checks and compiles them. So a kept
book is never stale: what changed has another hash. Only books without a problem are kept; ``check`` never asks for them.
"""

import json
import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quote_engine.typed.book import BookData

CODE = Path(__file__).resolve().parent.parent
COMPILERS = ("rulebook", "quote_engine")
UNREAD = "guide"
"""The one folder of the data that no book is made of."""
SHELF = CODE / "build" / "books"
MOST_KEPT = 4


def kept_book(data: str | Path) -> "BookData":
    """Return the book of the data folder, from the shelf where it stands there; raise ``BrokenData`` with every problem found."""
    try:
        path = SHELF / f"{_hash(Path(data).absolute())}.json"
    except OSError:
        return _read(data)  # which tells what it is that cannot be read
    with suppress(OSError, ValueError):
        return cast("BookData", json.loads(path.read_bytes()))
    book = _read(data)
    _keep(path, book)
    return book


def _read(data: str | Path) -> "BookData":
    from rulebook.binder import compile_book  # noqa: PLC0415  (reading YAML is what a kept book spares)

    return compile_book(data)


def _keep(path: Path, book: "BookData") -> None:
    """Put the book on the shelf, whole or not at all; where nothing can be written, the next command reads the data again."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.stem}.{os.getpid()}")  # two commands may keep the same book at once
        beside.write_bytes(json.dumps(book, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
        beside.replace(path)
        older = sorted(path.parent.glob("*.json"), key=lambda each: each.stat().st_mtime)
        for each in older[:-MOST_KEPT]:
            each.unlink()


def _hash(root: Path) -> str:
    found = sha256(repr((sys.version_info, root.name)).encode())
    for file, name in _files(root):
        content = file.read_bytes()
        found.update(f"{name}:{len(content)}:".encode("utf-8", "surrogateescape") + content)
    return found.hexdigest()


def _files(root: Path) -> "Iterator[tuple[Path, str]]":
    """Yield all that a book comes from, with its name, in one order; what cannot be read is left to the checker."""
    for folder in (root, *(CODE / name for name in COMPILERS)):
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder)
            read = path.suffix == ".py" if folder != root else name.parts[0] != UNREAD
            if read and path.is_file():
                yield path, f"{folder.name}/{name.as_posix()}"
