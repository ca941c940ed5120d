"""Shapes: what a file of the data may contain, declared once and read by one walk.

A shape reads a placed value and returns a plain one, or reports why not; unknown keys stop
here. The same shape describes itself as a JSON Schema with Japanese titles, for the editors' tools.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from rulebook.sheets.placed import Mapping, Node, Scalar
from rulebook.sheets.placed import Sequence as PlacedSequence
from rulebook.sheets.problem import Place, Report

Schema = dict[str, Any]
"""A JSON Schema (draft 7, which every editor knows). It may let pass what ``read`` refuses, never the other way round."""
Shared = dict[str, Schema]
"""Parts of a schema that stand in it once, by name: what is recursive has no other way to be written."""

MOST_NAMED = 12
"""A hint names no more than this; a longer list is looked up in its file."""


class Fields(dict[str, Any]):
    """A record that was read, with the place of each of its values."""

    def __init__(self, place: Place) -> None:
        """Start empty; ``place`` is where the record begins."""
        super().__init__()
        self.place = place
        self.places: dict[str, Place] = {}
        self.keys_at: dict[str, Place] = {}
        self.unread = False  # whether a part could not be read, so that nothing can be looked up in it

    def at(self, key: str) -> Place:
        """Return where the value of ``key`` stands, or the record where it is missing."""
        return self.places.get(key, self.place)

    def key_at(self, key: str) -> Place:
        """Return where ``key`` itself stands, or the record where it is missing."""
        return self.keys_at.get(key, self.place)


class Items(list[Any]):
    """A list that was read, with the place of each item."""

    def __init__(self, place: Place) -> None:
        """Start empty; ``place`` is where the list begins."""
        super().__init__()
        self.place = place
        self.places: list[Place] = []
        self.unread = False  # whether a part could not be read, so that nothing can be looked up in it


class Shape(ABC):
    """One kind of value. ``title`` says in Japanese what it is."""

    title = "値"

    @abstractmethod
    def read(self, node: Node, report: Report) -> Any:
        """Return the plain value of ``node``; None where it was reported as a problem."""

    def blank(self, place: Place) -> Any:
        """Return what stands in for a value that could not be read, so that the other checks can go on."""
        return None

    def schema(self, shared: Shared) -> Schema:
        """Describe the shape for editors' tools; parts to be named go to ``shared``."""
        return {"title": self.title}

    def scalar(self, node: Node, report: Report) -> Scalar | None:
        """Return ``node`` when it is one written value, else report it."""
        if not isinstance(node, Scalar):
            report.add(node.place, f"{self.title}を1つ書くところに、組か並びがあります。", "かっこや - を付けずに書いてください。")
        elif node.plain and not node.text:
            report.add(node.place, f"{self.title}が書かれていません。", "値を書くか、この行を消してください。")
        else:
            return node
        return None


def near(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word most like ``word``, or all of a few."""
    known = list(known)
    close = get_close_matches(word, known, 3, 0.6)
    if close:
        # Letters that changed places are the likelier slip: abe is aeb rather than age.
        swapped = [each for each in close if sorted(each) == sorted(word)]
        return f"「{(swapped or close)[0]}」のことですか。"
    more = " など" if len(known) > MOST_NAMED else ""
    return f"使えるのは {'、'.join(known[:MOST_NAMED])}{more} です。" if known else ""


@dataclass(frozen=True)
class ListOf(Shape):
    """A list of one shape; a single value may stand alone when ``alone`` says so."""

    of: Shape = field(default_factory=Shape)
    title: str = "並び"
    alone: bool = False

    def read(self, node: Node, report: Report) -> Items | None:
        if not isinstance(node, PlacedSequence):
            if self.alone:
                node = PlacedSequence([node], node.place)
            else:
                report.add(node.place, f"{self.title}は「- 」で始まる行の並びで書いてください。")
                return None
        items = Items(node.place)
        for item in node.items:
            value = self.of.read(item, report)
            if value is not None:
                items.append(value)
                items.places.append(item.place)
        return items

    def blank(self, place: Place) -> Items:
        items = Items(place)
        items.unread = True
        return items

    def schema(self, shared: Shared) -> Schema:
        item = self.of.schema(shared)
        items = {"type": "array", "items": item}
        return {"title": self.title, **({"anyOf": [{**items, "description": "いくつあっても、並べて書けます。"}, item]} if self.alone else items)}


@dataclass(frozen=True)
class MapOf(Shape):
    """Ids and values of one shape, in written order."""

    of: Shape = field(default_factory=Shape)
    title: str = "一覧"
    keys: Shape = field(default_factory=Shape)

    def read(self, node: Node, report: Report) -> Fields | None:
        if not isinstance(node, Mapping):
            report.add(node.place, f"{self.title}は「名前: 値」の組で書いてください。")
            return None
        fields = Fields(node.place)
        for key, inner in node.entries:
            name = self.keys.read(key, report)
            value = self.of.read(inner, report)
            if name is not None:
                fields[str(name)] = self.of.blank(inner.place) if value is None else value
                fields.places[str(name)] = inner.place
                fields.keys_at[str(name)] = key.place
        return fields

    def blank(self, place: Place) -> Fields:
        fields = Fields(place)
        fields.unread = True
        return fields

    def schema(self, shared: Shared) -> Schema:
        names = {key: value for key, value in self.keys.schema(shared).items() if key == "pattern"}
        inner = {"type": "object", "additionalProperties": self.of.schema(shared)}
        return {"title": self.title, **inner, **({"propertyNames": names} if names else {})}


@dataclass(frozen=True)
class Key:
    """One key of a record: its shape, its title, whether it must stand there, and how an editor uses it.

    ``example`` is what an editor might write there, or a tuple of such values; without one, the shape's own stand.
    """

    shape: Shape
    title: str = ""
    required: bool = True
    default: Any = None
    help: str = ""
    example: Any = None

    def schema(self, shared: Shared) -> Schema:
        """Describe the value of this key: the key's own title, its help before that of the shape."""
        found = self._told(self.shape.schema(shared))
        if not self.required:
            found["description"] = found.get("description", "") + _omitted(self.default)
        if "$ref" in found:
            # Nothing beside a $ref counts in draft 7.
            found = {"allOf": [{"$ref": found.pop("$ref")}], **found}
        if self.example is not None:
            found["examples"] = list(self.example) if isinstance(self.example, tuple) else [self.example]
        return found

    def _told(self, schema: Schema) -> Schema:
        """Say it of the value, of each form that it may take, and of what stands below a name: an editor shows the innermost."""
        form = schema.get("description", "")
        told = {**schema, **({"title": self.title} if self.title else {}), **({"description": self.help + form} if self.help + form else {})}
        if "pattern" in schema and form:
            # VS Code's red line then says how to write it, not which pattern it misses.
            told["patternErrorMessage"] = form
        if "anyOf" in schema:
            told["anyOf"] = [self._told(each) for each in schema["anyOf"]]
        if isinstance(schema.get("additionalProperties"), dict):
            told["additionalProperties"] = self._told(schema["additionalProperties"])
        return told


def _omitted(default: Any) -> str:
    if default in (None, "") or isinstance(default, list | tuple):
        return "書かなくてもかまいません。"
    return f"書かなければ {str(default).lower() if isinstance(default, bool) else default} です。"


@dataclass(frozen=True)
class Record(Shape):
    """A closed set of keys: one that is not declared is a mistake, most often a misspelling."""

    keys: dict[str, Key] = field(default_factory=dict)
    title: str = "項目"

    def read(self, node: Node, report: Report) -> Fields | None:
        if not isinstance(node, Mapping):
            report.add(node.place, f"{self.title}は「名前: 値」の組で書いてください。", near("", self.keys))
            return None
        fields = Fields(node.place)
        for key, inner in node.entries:
            if key.text not in self.keys:
                report.add(key.place, f"{self.title}に「{key.text}」という項目はありません。", near(key.text, self.keys))
                continue
            shape = self.keys[key.text].shape
            value = shape.read(inner, report)
            fields[key.text] = shape.blank(inner.place) if value is None else value
            fields.places[key.text] = inner.place
            fields.keys_at[key.text] = key.place
        meant = self._meant([key.text for key, _ in node.entries])
        for name, key_ in self.keys.items():
            if name not in fields:
                if key_.required and name not in meant:
                    report.add(node.place, f"{self.title}に「{name}」（{key_.title}）がありません。", f"{name}: の行を足してください。")
                fields[name] = key_.shape.blank(node.place) if key_.required else key_.default
        # A part of its own that is gone takes away what all other files look up; an entry of a list takes only itself.
        fields.unread = any(key.required and getattr(fields[name], "unread", False) for name, key in self.keys.items())
        return fields

    def _meant(self, written: list[str]) -> set[str]:
        """Return the missing keys that a misspelt one stands for: that is told at the word itself."""
        missing = [name for name, key in self.keys.items() if key.required and name not in written]
        return {each for word in written if word not in self.keys for each in get_close_matches(word, missing, 1, 0.6)}

    def blank(self, place: Place) -> Fields:
        fields = Fields(place)
        fields.unread = True
        for name, key in self.keys.items():
            fields[name] = key.shape.blank(place) if key.required else key.default
        return fields

    def schema(self, shared: Shared) -> Schema:
        required = [name for name, key in self.keys.items() if key.required]
        return {
            "title": self.title,
            "type": "object",
            "properties": {name: key.schema(shared) for name, key in self.keys.items()},
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }
