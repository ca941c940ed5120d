"""What earlier checks have told of. The data stay as they were read; later checks and the proof leave this alone.

The book of broken data is made of ``sound``: conditions that were told hold always and are marked, entries that were told
are left out, a table that was told has one cell for everyone. It is proved as far as it goes, never used.
"""

from typing import Any

from rulebook.library import EditionFiles, Library
from rulebook.shapes.conditions import Condition, Written
from rulebook.shapes.shape import Fields, Items
from rulebook.shapes.tables import Cell


class Told:
    """Conditions, entries and tables that have a problem of their own, each as the very thing that was read."""

    def __init__(self) -> None:
        """Start with nothing told."""
        self._things: dict[int, Any] = {}
        self._tables: dict[int, str] = {}
        self._held: set[int] = set()

    def __contains__(self, thing: object) -> bool:
        return id(thing) in self._things

    def add(self, thing: object) -> None:
        """Note that a condition or an entry has been told of."""
        self._things[id(thing)] = thing  # kept, so that its id stays its own

    def give_up(self, table: Fields, unit: str) -> None:
        """Note that nothing more can be said of a table: its cells, in ``unit``, cannot be looked up."""
        self._tables[id(table)] = unit

    def hold(self, rule: Fields) -> None:
        """Note that a rule has been told of that must stay: its condition holds always."""
        self._held.add(id(rule))
        if rule["when"] is not None:
            self.add(rule["when"])

    def left(self, entries: Any) -> list[Any]:
        """Return the entries that have not been told of."""
        return [entry for entry in entries or () if entry not in self]

    def sound(self, library: Library) -> Library:
        """Return a copy of ``library`` without what was told; the files of the cases are not part of a book."""
        editions = [EditionFiles(edition.start, {name: self._copy(file) for name, file in edition.files.items()}) for edition in library.editions]
        for edition in editions:
            for group in edition.files["groups.yml"]["groups"].values():
                if group["bands"]:
                    group["bands"] = sorted((band for band in group["bands"] if band["from"] is not None), key=lambda band: int(band["from"]))
        return Library(library.root, {name: self._copy(file) for name, file in library.files.items()}, editions, lock=library.lock)

    def _copy(self, value: Any) -> Any:
        if isinstance(value, Written):
            return _always(value) if value in self else value
        if isinstance(value, Fields):
            copy = Fields(value.place)
            copy.places, copy.keys_at = value.places, value.keys_at
            copy.update({key: self._copy(inner) for key, inner in value.items() if not _entry(inner) or inner not in self})
            if id(value) in self._held:
                copy["when"] = Condition().blank(value.place)
            if id(value) in self._tables:
                copy |= {"by": [], self._tables[id(value)]: Cell("0", value.place)}
            return copy
        if isinstance(value, Items):
            items = Items(value.place)
            items.places = value.places
            items.extend(self._copy(inner) for inner in value if not _entry(inner) or inner not in self)
            return items
        if isinstance(value, list) and not isinstance(value, Cell):
            return [inner for inner in value if inner not in self]
        return value


def _entry(value: object) -> bool:
    return isinstance(value, dict)


def _always(condition: Written) -> Written:
    """A condition that holds of everybody, marked, and that still knows where its facts were written."""
    always = Written(["all", []])
    always.facts, always.values, always.bounds, always.broken = condition.facts, condition.values, condition.bounds, True
    return always
