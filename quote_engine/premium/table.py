"""A table of the edition, ready to be looked up."""

from typing import TYPE_CHECKING, Any, Protocol

from quote_engine.values.money import Amount, ratio, text

if TYPE_CHECKING:
    from quote_engine.typed.edition import TableData


Found = tuple[Amount, str, str, str]
"""A cell: exact value, its text, its source, and a label with the facts in words."""


class FactsByName(Protocol):
    """What a table needs of the facts: one by its name."""

    def __getitem__(self, name: str, /) -> Any: ...


class Table:
    """A table of the edition: cells by one or more facts. Every allowed answer finds one."""

    def __init__(self, data: "TableData") -> None:
        """``data`` is the compiled table; the cells' texts become exact ratios here, once."""
        self.by: list[str] = data["by"]
        self.words: dict[str, dict[str, str]] = data["words"]
        self.template: str = data["step_label"]
        self.percent = data["unit"] == "percent"
        self.file: str = data["file"]
        self.cells = self._read(data["cells"])
        self._found: dict[tuple[str, ...], Found] = {}

    def look_up(self, facts: FactsByName) -> Found:
        """Return the cell that ``facts`` point at: its ratio, its text, its source and its label."""
        path = tuple([key_of(facts[name]) for name in self.by])
        found = self._found.get(path)
        if found is None:
            found = self._found[path] = self._walk(path)
        return found

    def _walk(self, path: tuple[str, ...]) -> Found:
        """Go down the cells; the label tells the facts in words: 「11等級（事故なし）」."""
        cells, label = self.cells, self.template
        for name, key in zip(self.by, path, strict=True):
            cells = cells[key]
            label = label.replace("{" + name + "}", self.words[name].get(key, key))
        value, operand, source = cells
        return value, operand, source, label

    def _read(self, cells: Any) -> Any:
        if isinstance(cells, dict):
            return {key: self._read(inner) for key, inner in cells.items()}
        number, line = cells
        if self.percent:
            n, d = ratio(number)
            value = (100 * d + n, 100 * d)
            return value, text(value), f"{self.file}:{line}"
        return ratio(number), number, f"{self.file}:{line}"


def key_of(fact: Any) -> str:
    """Return the key under which a table keeps ``fact``."""
    if isinstance(fact, bool):
        return "true" if fact else "false"
    return str(fact)
