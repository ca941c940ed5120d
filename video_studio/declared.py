"""What a storyboard may contain: a closed set of keys, as for every file of the data."""

from quote_engine.declared_parts import many, optional
from quote_engine.placed import Node, Sequence
from quote_engine.problem import Report
from quote_engine.scalars import Anything, Day, Id, Integer, Number, OneOf, Text
from quote_engine.shape import Items, Key, ListOf, MapOf, Record, Schema, Shape, Shared

ENGINES = ("openjtalk-mei",)
"""Synthetic voices. A recording of a person stands in ``audio`` of its sentence instead."""
DOORS = ("quote", "payout", "outlook")
"""The questions to the engine that a figure may ask."""
FORMS = ("yen", "man", "percent", "number", "text")

IDS = ListOf(Id("絵の中の名前"), "絵の中の名前", alone=True)
SENTENCE = Record(
    {
        "say": Key(Text("話す文"), "話す文"),
        "read": optional(Text("読み方"), "読み方"),
        "caption": optional(Text("字幕"), "字幕"),
        "bullet": optional(Integer("箇条書きの番号", at_least=1), "箇条書きの番号"),
        "show": optional(IDS, "見せるもの", ()),
        "hide": optional(IDS, "隠すもの", ()),
        "zoom": optional(Id("大きく写すもの"), "大きく写すもの"),
        "point": optional(Id("指すもの"), "指すもの"),
        "audio": optional(Text("録音"), "録音"),
        "pause": optional(Number("間（秒）", at_least=0, at_most=3), "間（秒）"),
    },
    "文",
)


class Spoken(Shape):
    """A sentence: only its words, or a record of words and what the picture does."""

    title = "文"

    def read(self, node: Node, report: Report) -> object:
        """Return the record; words alone are the record with nothing else in it."""
        if hasattr(node, "text"):
            say = Text("話す文").read(node, report)
            fields = SENTENCE.blank(node.place)
            fields["say"] = say or ""
            return fields
        return SENTENCE.read(node, report)

    def schema(self, shared: Shared) -> Schema:
        """Describe both forms for editors' tools."""
        return {"title": self.title, "anyOf": [Text("話す文").schema(shared), SENTENCE.schema(shared)]}


SCENE = Record(
    {
        "id": Key(Id("場面の名前"), "場面の名前"),
        "title": Key(Text("題"), "題"),
        "visual": Key(Text("絵の説明"), "絵の説明"),
        "drawing": optional(Text("絵"), "絵"),
        "bullets": optional(ListOf(Text("箇条書き"), "箇条書き"), "箇条書き", ()),
        "sentences": Key(ListOf(Spoken(), "文"), "文"),
    },
    "場面",
)


class Pair(Shape):
    """The names of two figures, the second taken from the first."""

    title = "2つの数の名前"

    def read(self, node: Node, report: Report) -> Items | None:
        """Return the two names."""
        if not isinstance(node, Sequence) or len(node.items) != 2:
            report.add(node.place, "引き算には、数の名前を2つ書きます。", "minus: [前, 後] のように書いてください。")
            return None
        return ListOf(Id("数の名前"), self.title).read(node, report)

    def schema(self, shared: Shared) -> Schema:
        """Describe the two names for editors' tools."""
        return {**ListOf(Id("数の名前"), self.title).schema(shared), "minItems": 2, "maxItems": 2}


ACCIDENT = Record({"year": Key(Integer("何年目", at_least=1), "何年目"), "kind": Key(Id("事故の種類"), "事故の種類")}, "事故")
"""An accident on the way of an outlook; the engine checks year and kind."""
FIGURE = Record(
    {
        "ask": optional(OneOf(DOORS, "計算"), "計算"),
        "example": optional(Id("見本"), "見本"),
        "story": optional(Id("話"), "話"),
        "answers": optional(MapOf(Anything(), "答え", Id()), "答え"),
        "accidents": optional(ListOf(ACCIDENT, "事故"), "事故"),
        "take": optional(Text("取り出すところ"), "取り出すところ"),
        "minus": optional(Pair(), "引き算"),
        "as": Key(OneOf(FORMS, "書き方"), "書き方"),
    },
    "数",
)
SOURCE = Record(
    {"document": Key(Id("文書"), "文書"), "page": optional(Text("ページ"), "ページ"), "for": optional(Text("何の出典か"), "何の出典か")},
    "出典",
)
STORYBOARD = Record(
    {
        "title": Key(Text("題"), "題"),
        "description": Key(Text("説明"), "説明"),
        "order": Key(Integer("並び順", at_least=1, at_most=99), "並び順"),
        "reviewed": Key(Record({"by": Key(Text("確かめた人"), "確かめた人"), "date": Key(Day(), "確かめた日")}, "確認"), "確認"),
        "sources": Key(ListOf(SOURCE, "出典"), "出典"),
        "voice": optional(
            Record(
                {
                    "engine": optional(OneOf(ENGINES, "声"), "声", ENGINES[0]),
                    "speed": optional(Number("速さ"), "速さ", "1.0"),
                    "half_tone": optional(Number("高さ"), "高さ", "-2"),
                },
                "声",
            ),
            "声",
        ),
        "readings": optional(MapOf(Text("読み方"), "読み方", Text("言葉")), "読み方"),
        "figures": optional(many(FIGURE, "数"), "数"),
        "poster": optional(Id("場面の名前"), "表紙にする場面"),
        "scenes": Key(ListOf(SCENE, "場面"), "場面"),
    },
    "動画の台本",
)
READINGS = Record(
    {"readings": Key(MapOf(Record({"kana": Key(Text("読み"), "読み"), "accent": optional(Integer("アクセント", at_least=0), "アクセント", 0)},
                                  "読み"), "読み", Text("言葉")), "読み")},
    "読み方の辞書",
)  # fmt: skip
