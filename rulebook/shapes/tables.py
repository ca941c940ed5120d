"""Tables as editors write them: nested keys, a number in each cell, one cell or many."""

from dataclasses import dataclass, field
from typing import Any

from rulebook.shapes.scalars import Number
from rulebook.shapes.shape import Schema, Shape, Shared
from rulebook.sheets.placed import Mapping, Node, Scalar
from rulebook.sheets.problem import Place, Report


class Cell(list[Any]):
    """One cell as it stands in the book, ``[text, line]``, with its place for the checker."""

    def __init__(self, text: str, place: Place) -> None:
        """Keep the exact text of the number and where it was written."""
        super().__init__([text, place.line])
        self.place = place


FORMS = "数を1つ書くか、「値の名前: 数」の組を、by の順に入れ子にして書きます。"
ROW = "左は、by に書いた質問の答えか区分の名前です。右に、その人に使う数を書きます。"
NAMED_BY_KEY = ("title", "description", "examples")
"""What the key of a table says. An editor would show the innermost, that of any number, in its place."""


@dataclass(frozen=True)
class Cells(Shape):
    """The cells of a table: a number, or keys that lead to cells."""

    number: Number = field(default_factory=Number)
    title: str = "表"

    def read(self, node: Node, report: Report) -> Any:
        """Return a Cell or a dict of cells; keys are the text that was written."""
        if isinstance(node, Scalar):
            text = self.number.read(node, report)
            # A row whose number is misspelt is still a row: the proof should not miss it as well.
            return Cell(text or "0", node.place)
        if not isinstance(node, Mapping):
            report.add(node.place, "表は「値の名前: 数」の組で書いてください。")
            return Cell("0", node.place)
        return {key.text: self.read(inner, report) for key, inner in node.entries}

    def schema(self, shared: Shared) -> Schema:
        name = f"cells_from_{self.number.at_least}"
        if name not in shared:
            shared[name] = {}
            inner = {"allOf": [{"$ref": f"#/definitions/{name}"}], "title": "表の行", "description": ROW}
            number = self.number.schema(shared)
            told = {"patternErrorMessage": number["description"], "type": [*number["type"], "object"], "additionalProperties": inner}
            shared[name] |= {key: value for key, value in number.items() if key not in NAMED_BY_KEY} | told
        return {"$ref": f"#/definitions/{name}", "title": self.title, "description": FORMS, "examples": [1, {"passenger": 1, "moped": 2}]}


def leaves(cells: Any, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Cell]]:
    """Return every cell with the keys that lead to it."""
    if isinstance(cells, Cell):
        return [(path, cells)]
    return [leaf for key, inner in cells.items() for leaf in leaves(inner, (*path, key))]
