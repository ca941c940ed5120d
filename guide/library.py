"""The guide's data: what only the pages draw, read from ``data/guide/``. Never part of the book that travels to the browser.

Every file is optional, so that a plan without pages is whole.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from quote_engine.values.dates import is_date
from rulebook.declared.edition import EDITION_FILES
from rulebook.declared.files import DATA_FILES, OPTIONAL_FILES
from rulebook.shapes.shape import Fields, Record
from rulebook.sheets.placed import Mapping, Node, Scalar, Sequence, read_file
from rulebook.sheets.problem import Report

FOLDER = "guide"


@dataclass(slots=True)
class Guide:
    """The shaped files of the guide, by their name in its folder, such as ``facts/common.yml``."""

    root: Path
    files: dict[str, Fields] = field(default_factory=dict)
    day: str | None = None
    unread: set[str] = field(default_factory=set)
    """Files that could not be read, or not with all their parts, which was told: what they name is not known."""
    _beside: dict[str, Node | None] = field(default_factory=dict)

    @property
    def docs(self) -> Path | None:
        """The folder of the pages, where the data stand beside one."""
        folder = self.root.parent / "docs"
        return folder if folder.is_dir() else None

    def named(self, pattern: str) -> list[Fields]:
        """Return the files that a name of ``GUIDE_FILES`` stands for."""
        return [fields for name, fields in self.files.items() if fnmatchcase(name, pattern)]

    def names(self, pattern: str, of: Callable[[Fields], Iterable[str | None]]) -> list[str | None] | None:
        """Return the names ``of`` each such file, in order; None where one of the files could not be read."""
        if any(fnmatchcase(name, pattern) for name in self.unread):
            return None
        return list(dict.fromkeys(name for file in self.named(pattern) for name in of(file)))

    def neighbour(self, name: str) -> Fields | None:
        """Return a file of ``data/`` itself, such as ``contacts.yml``; its own problems are told by the book's check."""
        node = self._node(self.root / name)
        fields: Fields | None = None if node is None else (DATA_FILES | OPTIONAL_FILES)[name].read(node, Report())
        return None if fields is None or fields.unread else fields

    def desks(self) -> list[str | None] | None:
        """Return the id of every telephone desk; None where they cannot be read."""
        contacts = self.neighbour("contacts.yml")
        return None if contacts is None else [contact["id"] for contact in contacts["contacts"]]

    def documents(self) -> list[str | None] | None:
        """Return the name of every document; None where they cannot be read."""
        sources = self.neighbour("sources.yml")
        return None if sources is None else [*sources["sources"]]

    def elsewhere(self, path: str) -> tuple[str | None, dict[str, str]]:
        """Return the text that stands at ``dates.grace.months``, and what the records around it say of its origin.

        A file of the edition in force is named like one of ``data/``. None where there is no such value.
        """
        name, *keys = path.split(".")
        node = self._node(self._home(f"{name}.yml"))
        origin: dict[str, str] = {}
        for key in keys:
            _note_origin(node, origin)
            node = _inner(node, key)
        return (node.text if isinstance(node, Scalar) else None), origin

    def told(self, path: str) -> bool:
        """Tell whether ``dates.grace.months`` cannot be looked up because its file or its part of it cannot be read, which the file's own check tells."""
        name, first, *_ = path.split(".")
        home = self._home(f"{name}.yml")
        shape = {**DATA_FILES, **EDITION_FILES}.get(home.name)
        node = self._node(home)
        return home.is_file() and isinstance(shape, Record) and first in shape.keys and (node is None or _inner(node, first) is None)

    def _home(self, name: str) -> Path:
        if (self.root / name).exists():
            return self.root / name
        editions = sorted(path for path in (self.root / "editions").glob("*") if is_date(path.name))
        begun = [path for path in editions if path.name <= (self.day or _text(_inner(self._node(self.root / "site.yml"), "checked")) or "")]
        return [self.root, *editions[:1], *begun][-1] / name

    def _node(self, path: Path) -> Node | None:
        if str(path) not in self._beside:
            self._beside[str(path)] = read_file(path, self.root, Report()) if path.is_file() else None
        return self._beside[str(path)]


def _inner(node: Node | None, key: str) -> Node | None:
    """Return what stands under ``key``: in a record by its name, in a list by the id of its item, or by its place from 0."""
    if isinstance(node, Mapping):
        return next((inner for name, inner in node.entries if name.text == key), None)
    if isinstance(node, Sequence) and key.isdigit():
        return node.items[int(key)] if int(key) < len(node.items) else None
    if isinstance(node, Sequence):
        return next((item for item in node.items if _text(_inner(item, "id")) == key), None)
    return None


def _note_origin(node: Node | None, origin: dict[str, str]) -> None:
    """Note what a record says of its contents; the innermost record has the last word."""
    for key in ("certainty", "checked", "source"):
        found = _inner(node, key) if isinstance(node, Mapping) else None
        if isinstance(found, Mapping):
            origin["document"], origin["page"] = (_text(_inner(found, part)) or "" for part in ("document", "page"))
        elif found is not None:
            origin["document" if key == "source" else key] = _text(found) or ""


def _text(node: Node | None) -> str | None:
    return node.text if isinstance(node, Scalar) else None
