"""What ``data/guide/documents/`` may contain: every section, table, figure, number and desk of a document, and the page that carries it."""

from dataclasses import dataclass

from quote_engine.declared_guide_cover import ORIGIN
from quote_engine.declared_guide_parts import PAGE
from quote_engine.declared_parts import optional
from quote_engine.placed import Node
from quote_engine.problem import Report
from quote_engine.scalars import Id, OneOf, Text
from quote_engine.shape import Fields, Key, ListOf, Record

KINDS = {"section": "節", "table": "表", "figure": "図", "number": "数字", "desk": "窓口"}


@dataclass(frozen=True)
class EntryRecord(Record):
    """A thing of the document stands on a page, which shows it, or is left out for a reason."""

    def read(self, node: Node, report: Report) -> Fields | None:
        fields = super().read(node, report)
        if fields is None:
            return None
        carried, left = "page" in fields.places, "left_out" in fields.places
        if carried == left:
            message = (
                "page（ページ）と left_out（載せないわけ）の両方があります。"
                if carried
                else "page（ページ）がありません。"
            )
            report.add(node.place, message, "載せないと決めたものだけ、page の代わりに left_out にわけを書きます。")
        shown = "shows" in fields.places or "desk" in fields.places
        if carried and not shown:
            report.add(
                node.place,
                "このページで見せる言葉がありません。",
                "shows に、ページにあるはずの言葉を書いてください。窓口の番号なら desk です。",
            )
        elif left and not carried and shown:
            report.add(node.place, "載せないものに、shows と desk は書けません。", "その項目を消してください。")
        return fields


ENTRY = EntryRecord(
    {
        "id": Key(Id(), "名前"),
        "kind": Key(OneOf(tuple(KINDS), "種類"), "種類"),
        "title": Key(Text(), "何があるか"),
        "where": Key(Text(), "資料のどこか"),
        "page": optional(PAGE, "のせているページ"),
        "shows": optional(ListOf(Text(), "見せる言葉"), "見せる言葉", []),
        "desk": optional(Id("窓口"), "番号を見せる窓口"),
        "left_out": optional(Text(), "載せないわけ"),
    },
    "資料の項目",
)
GROUP = Record({"label": Key(Text(), "見出し"), "entries": Key(ListOf(ENTRY, "資料の項目"), "資料の項目")}, "項目の組")
DOCUMENT = Record({"groups": Key(ListOf(GROUP, "項目の組"), "項目の組"), **ORIGIN}, "資料の一覧")
