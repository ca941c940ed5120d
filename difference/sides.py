"""The two sides of a comparison: a data folder, or the data as a git revision had them."""

import io
import subprocess
import tarfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from quote_engine.premium.book import Book
from rulebook.binder import compile_book
from rulebook.sheets.problem import BrokenData


class Unusable(Exception):
    """What was asked for cannot be compared; the text says why, in Japanese."""


@dataclass(frozen=True, slots=True)
class Side:
    """The data before, or after: how the editor called them, the folder they lie in, and their book."""

    name: str
    root: Path
    book: Book


def open_side(name: str, kept: ExitStack) -> Side:
    """Return the side called ``name``: a folder if there is one, else a git revision.

    A revision's files stay until ``kept`` closes. Raises ``Unusable``, and ``BrokenData`` with
    every problem of data that do not hold together.
    """
    root = _folder(Path(name)) if name and Path(name).is_dir() else _revision(name, kept)
    try:
        return Side(name, root, Book(compile_book(root)))
    except BrokenData as broken:
        broken.add_note(f"{name} のデータに誤りがあるので、くらべられません。")
        raise


def _folder(folder: Path) -> Path:
    """A data folder, or the project's folder with one in it."""
    return folder if (folder / "editions").is_dir() else folder / "data"


def _revision(name: str, kept: ExitStack) -> Path:
    found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found is None:
        raise Unusable(f"「{name}」というフォルダーも、git の版もありません。data や main のように書いてください。")
    archive = _git("archive", "--format=tar", found.decode().strip(), "data")
    if archive is None:
        raise Unusable(f"git の版「{name}」に data フォルダーがありません。")
    folder = Path(kept.enter_context(TemporaryDirectory(prefix="difference-")))
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    return folder / "data"


def _git(*arguments: str) -> bytes | None:
    """What git answers; None where it refuses, or where there is no git."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
