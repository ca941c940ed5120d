"""Conditions as editors write them: facts and what they must be, read into compiled conditions.

    when:
      vehicle_type: [passenger, kei_passenger]     # one of these
      aeb: true
      months_since_registration: {at_most: 25}     # at_least, at_most, more_than, less_than
      first_registered: {known: true}
      class_basic: {more_than: {fact: highest_class}}
      not: {own_damage: none}
      any_of: [{...}, {...}]
      answered: {grade: "7"}                       # what the visitor gave, before defaults

All lines must hold. Whether facts and choices exist is checked later, when they are known.
"""

from dataclasses import dataclass
from typing import Any

from quote_engine.values.conditions import COMPARISONS
from rulebook.shapes.scalars import MOST_DIGITS, Anything, Flag, Id
from rulebook.shapes.shape import Key, ListOf, Schema, Shape, Shared, near
from rulebook.sheets.placed import Mapping, Node, Sequence
from rulebook.sheets.problem import Place, Report

BOUNDS = {
    "at_least": ("以上", "答えが、この数と同じか、これより大きいときに成り立ちます。"),
    "at_most": ("以下", "答えが、この数と同じか、これより小さいときに成り立ちます。"),
    "more_than": ("より大きい", "答えが、この数より大きいときに成り立ちます。同じ数では成り立ちません。"),
    "less_than": ("より小さい", "答えが、この数より小さいときに成り立ちます。同じ数では成り立ちません。"),
}
"""What an editor reads of each comparison: its title, and when it holds."""
KNOWN = "true なら答えがあるときに、false なら答えがないときに成り立ちます。"
OTHER = "数の代わりに、ほかの項目の値とくらべます。"
FORM = "「項目: 値」の組で書きます。すべての行が成り立つときに、成り立ちます。"
EXAMPLE = {"vehicle_type": ["passenger", "kei_passenger"], "aeb": True}
FACT = "質問か、答えから計算する項目の名前です。"
ONE = "右の値のときに成り立ちます。"
SOME = "右のどれかの値のときに成り立ちます。"
COMPARED = "at_least（以上）、at_most（以下）などの言葉で比べます。"
ANSWERED = "はじめの値を使う前の、見る人が選んだ答えを見ます。質問1つと、その答えを書きます。"


class Written(list[Any]):
    """A compiled condition that remembers where each fact and value was written.

    ``broken`` tells that it has a problem: what hangs on it is not checked further.
    """

    def __init__(self, parts: list[Any]) -> None:
        """Start with the compiled form."""
        super().__init__(parts)
        self.facts: list[tuple[str, Place]] = []
        self.values: list[tuple[str, Any, Place]] = []
        self.bounds: list[tuple[str, Any, Place]] = []
        self.broken = False


@dataclass(frozen=True)
class Condition(Shape):
    """A condition over facts."""

    title: str = "条件"

    def read(self, node: Node, report: Report) -> Written | None:
        if not isinstance(node, Mapping):
            report.add(node.place, "条件は「項目: 値」の組で書いてください。")
            return None
        if not node.entries:
            report.add(node.place, "条件が空です。", "いつも成り立つなら、条件そのものを消してください。")
            return None
        whole, before = Written([]), len(report.problems)
        parts = [self._part(key.text, key.place, value, whole, report) for key, value in node.entries]
        found = [part for part in parts if part is not None]
        whole[:] = found[0] if len(found) == 1 else ["all", found]
        whole.broken = len(report.problems) > before
        return whole

    def blank(self, place: Place) -> Written:
        blank = Written(["all", []])
        blank.broken = True
        return blank

    def schema(self, shared: Shared) -> Schema:
        if "condition" not in shared:
            shared["condition"] = {}
            shared["condition"] |= self._described(shared)
        return {"$ref": "#/definitions/condition", "title": self.title, "description": FORM, "examples": [EXAMPLE]}

    def _described(self, shared: Shared) -> Schema:
        again: Schema = {"allOf": [{"$ref": "#/definitions/condition"}]}
        value, values = Anything().schema(shared), ListOf(Anything()).schema(shared)
        other = Key(Id(), "比べる項目", help=OTHER, example="highest_class").schema(shared)
        fact: Schema = {"type": "object", "properties": {"fact": other}, "required": ["fact"], "additionalProperties": False}
        bounds = {
            name: _forms(title, told, {"数を書きます。": value, OTHER: fact}) | {"examples": [1]} for name, (title, told) in BOUNDS.items()
        }
        known = {"known": {**Flag("答えがあるか").schema(shared), "description": KNOWN}}
        compared: Schema = {"type": "object", "properties": bounds | known, "minProperties": 1, "additionalProperties": False}
        several: dict[str, Schema] = {"1つの条件です。": again, "条件の並びです。": {"type": "array", "items": again}}
        return {
            "type": "object",
            "minProperties": 1,
            "properties": {
                "not": {"title": "成り立たないとき", "description": "中の条件が成り立たないときに、成り立ちます。", **again},
                "any_of": _forms("どれかが成り立つとき", "並べた条件のどれか1つで、成り立ちます。", several),
                "all_of": _forms("すべてが成り立つとき", "並べた条件が全部そろうと、成り立ちます。", several),
                "answered": {"title": "見る人が答えた値", "description": ANSWERED, **again},
            },
            "additionalProperties": _forms("比べる項目", FACT, {ONE: value, SOME: values, COMPARED: compared}),
        }

    def _part(self, name: str, place: Place, node: Node, whole: Written, report: Report) -> list[Any] | None:
        if name == "not":
            inner = self._inner(node, whole, report)
            return None if inner is None else ["not", inner]
        if name in ("any_of", "all_of"):
            inners = [self._inner(item, whole, report) for item in _items(node)]
            return [name[:3], [inner for inner in inners if inner is not None]]
        if name == "answered":
            return self._answered(node, whole, report)
        whole.facts.append((name, place))
        if isinstance(node, Mapping):
            return self._comparison(name, node, whole, report)
        values = []
        for item in _items(node):
            value = Anything().read(item, report)
            if value is not None:
                values.append(value)
                whole.values.append((name, value, item.place))
        return ["in", name, values]

    def _inner(self, node: Node, whole: Written, report: Report) -> Written | None:
        inner = self.read(node, report)
        if inner is not None:
            whole.facts += inner.facts
            whole.values += inner.values
            whole.bounds += inner.bounds
        return inner

    def _answered(self, node: Node, whole: Written, report: Report) -> list[Any] | None:
        inner = self._inner(node, whole, report)
        if inner is None or inner[0] != "in":
            report.add(node.place, "answered には、質問を1つとその答えを書いてください。")
            return None
        return ["answered", inner[1], list(inner)]

    def _comparison(self, name: str, node: Mapping, whole: Written, report: Report) -> list[Any]:
        parts: list[Any] = []
        for key, value in node.entries:
            if key.text == "known":
                known = Flag().read(value, report)
                parts.append(["known", name, known])
            elif key.text not in COMPARISONS:
                report.add(key.place, f"条件に「{key.text}」は使えません。", near(key.text, [*COMPARISONS, "known"]))
            elif isinstance(value, Mapping) and [inner.text for inner, _ in value.entries] == ["fact"]:
                other = Id().read(value.entries[0][1], report)
                whole.facts.append((str(other), value.entries[0][1].place))
                parts.append([key.text, name, ["fact", other]])
            else:
                bound = self._bound(Anything().read(value, report))
                if bound is not None:
                    whole.bounds.append((name, bound, value.place))
                    parts.append([key.text, name, bound])
        if not node.entries:
            report.add(node.place, f"「{name}」の条件が空です。", near("", [*COMPARISONS, "known"]))
        return parts[0] if len(parts) == 1 else ["all", parts]

    def _bound(self, written: str | bool | None) -> str | bool | int | None:
        """Return a whole number as an int; what else may be compared depends on the fact."""
        text = str(written)
        whole = text.isascii() and text.removeprefix("-").isdigit() and len(text) <= MOST_DIGITS
        return int(text) if whole else written


def _forms(title: str, told: str, forms: dict[str, Schema]) -> Schema:
    """Return what may be written in one of several forms; each says it whole, because an editor shows that of the form at hand."""
    return {"title": title, "description": told, "anyOf": [{**form, "title": title, "description": told + own} for own, form in forms.items()]}


def _items(node: Node) -> list[Node]:
    return node.items if isinstance(node, Sequence) else [node]
