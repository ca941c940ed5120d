"""What the files of ``data/guide/`` may contain: facts that the pages draw, and the glossary.

A further file of the guide is one line in ``GUIDE_FILES``; a large shape stands in a module of its own.
"""

import re
from dataclasses import dataclass

from guide.claims import CLAIMS
from guide.contract import CHANGES, CONTRACT_TABLES, PREFECTURES
from guide.cover import COVER_FILES
from guide.documents import DOCUMENT
from guide.finder import FINDER
from guide.queries import QUERIES
from guide.voices import VOICES
from rulebook.declared.parts import CERTAINTY, SOURCE, many, optional
from rulebook.shapes.patterns import PAGE, Pattern
from rulebook.shapes.scalars import Day, Flag, Id, Number, Text, report_guess
from rulebook.shapes.shape import Fields, Key, ListOf, Record, Schema, Shape, Shared
from rulebook.sheets.placed import Node
from rulebook.sheets.problem import Report

_NUMBER_LIKE = re.compile(r"[+-]?[0-9０-９][0-9０-９.,，．]*")
_KANA = re.compile(r"[ぁ-んー]+")
_PATH = re.compile(r"[a-z_]+(\.[A-Za-z0-9_-]+)+")


class Value(Shape):
    """A number (an int, or its exact text where it has decimals) or words."""

    title = "値"

    def read(self, node: Node, report: Report) -> int | str | None:
        """Return an int, the text of a decimal number, or the words."""
        found = self.scalar(node, report)
        if found is None:
            return None
        if found.plain and _NUMBER_LIKE.fullmatch(found.text):
            text = Number().read(node, report)
            return text if text is None or "." in text else int(text)
        return None if report_guess(found, report) else Text(self.title).read(node, report)

    def schema(self, shared: Shared) -> Schema:
        """Describe both forms for editors' tools."""
        return {"title": self.title, "description": "半角の数か、言葉で書きます。", "type": ["number", "string", "boolean"], "pattern": r"\S"}


YOMI = Pattern("よみ", form=_KANA, hint="ひらがなと「ー」だけで書いてください。")
DATA_PATH = Pattern("ほかのファイルの値", form=_PATH, hint="dates.grace.months のように、ファイルの名前と見出しを . でつないで書いてください。")


@dataclass(frozen=True)
class FactRecord(Record):
    """A fact has a value with its origin, or says where in the data the value stands already."""

    def read(self, node: Node, report: Report) -> Fields | None:
        fields = super().read(node, report)
        if fields is None:
            return None
        own, drawn = "value" in fields.places, "from" in fields.places
        if own == drawn:
            message = "value（値）と from（ほかのファイルの値）の両方があります。" if own else "value（値）がありません。"
            report.add(node.place, message, "値がほかのファイルに書いてあるときは、value の代わりに from を書きます。")
        for key in () if own and drawn else ("source", "checked"):
            if own and key not in fields.places:
                report.add(node.place, f"この事実に {key}（{self.keys[key].title}）がありません。", f"{key}: を書いてください。")
            elif drawn and key in fields.places:
                report.add(fields.key_at(key), f"from で引く事実に {key} は書けません。", "もとのファイルの値が使われます。この項目を消してください。")
        if fields["yen"] and own and isinstance(fields["value"], str):
            report.add(fields.at("value"), "yen: true の値は、円の整数で書いてください。", "5000万円なら 50000000 です。")
        return fields

    def schema(self, shared: Shared) -> Schema:
        own = {"required": ["value", "source", "checked"], "not": {"required": ["from"]}}
        none = {"not": {"anyOf": [{"required": [key]} for key in ("value", "source", "checked")]}}
        return {**super().schema(shared), "oneOf": [own, {"required": ["from"], **none}]}


FACT = FactRecord(
    {
        "label": Key(Text(), "何の値か", help="何の値かを、値を見なくてもわかるように書きます。", example="払込期限を過ぎてから待ってもらえる月数"),
        "value": optional(Value(), "値", help="数か、言葉です。ここを直すと、引いているページが全部変わります。", example=(1, "6月1日から翌年の5月31日まで")),
        "from": optional(DATA_PATH, "ほかのファイルの値", help="値がほかのファイルにあるときに、その場所を書きます。値は1か所だけに置きます。", example="dates.grace.months"),
        "unit": optional(Text(), "単位", "", help="数のうしろに付ける単位です。", example=("日", "か月", "年")),
        "yen": optional(Flag(), "円の額", default=False, help="true なら、5万円のように、読みやすい円の書き方で出します。"),
        "certainty": optional(CERTAINTY, "確かさ", "published", help="published は公表された値、sample は参考の値です。参考の値には、ページで印が付きます。"),
        "source": optional(SOURCE, "出典", help="値が書いてある文書です。from で引くときは書きません。"),
        "checked": optional(Day(), "確かめた日", help="値を、出典と最後にくらべた日です。古くなると、検査が知らせます。"),
        "note": optional(Text(), "覚え書き", "", help="編集する人のための覚え書きです。ページには出ません。", example="法律の決まりです。"),
    },
    "事実",
)
FACTS = Record({"facts": Key(many(FACT, "事実"), "事実", help='ページに出す数や期限です。名前は、ページで {{ fact("…") }} と書いて引きます。')}, "事実のファイル")

TERM = Record(
    {
        "id": Key(Id(), "名前", help='ページで {{ term("…") }} と書いて引く名前です。あとから変えません。', example="deductible"),
        "term": Key(Text(), "用語", help="用語そのものです。", example="あて逃げ"),
        "yomi": Key(YOMI, "よみ", help="用語のよみです。用語集は、この五十音の順に並べます。", example="あてにげ"),
        "also": optional(ListOf(Text(), "ほかの言い方"), "ほかの言い方", [], help="ほかの言い方です。さがすときの言葉にもなります。", example=["年齢条件"]),
        "text": Key(Text(), "説明", help="用語の説明です。{名前} には、事実（facts）の値が入ります。", example="ぶつけた相手が逃げて、だれか分からない事故です。"),
        "see": optional(PAGE, "くわしいページ", help="くわしく書いたページです。", example="guide/own-car.md"),
    },
    "用語",
)
GLOSSARY = Record({"terms": Key(ListOf(TERM, "用語"), "用語", help="用語集の用語です。よみの五十音の順に並べます。")}, "用語集のファイル")

GUIDE_FILES: dict[str, Shape] = {
    "facts/*.yml": FACTS,
    "glossary.yml": GLOSSARY,
    "finder.yml": FINDER,
    "claims.yml": CLAIMS,
    **COVER_FILES,
    "changes.yml": CHANGES,
    "contract_tables.yml": CONTRACT_TABLES,
    "prefectures.yml": PREFECTURES,
    "voices.yml": VOICES,
    "documents/*.yml": DOCUMENT,
    "queries.yml": QUERIES,
}
"""Files of ``data/guide/``, each by its name there; a * stands for any name."""
