"""Facts of the guide: numbers, periods and limits that pages draw, each with its source or the place where it stands already."""

import re
from dataclasses import dataclass

from guide.library import Guide
from rulebook.checks.sources import check_sources
from rulebook.declared.parts import CERTAINTY, SOURCE, many, optional
from rulebook.shapes.patterns import Pattern
from rulebook.shapes.scalars import Day, Flag, Number, Text, report_guess
from rulebook.shapes.shape import Fields, Key, Record, Schema, Shape, Shared
from rulebook.sheets.placed import Node
from rulebook.sheets.problem import Place, Report


def check_guide_sources(guide: Guide, report: Report) -> None:
    """Report each source, in any file of the guide, that names an unknown document."""
    documents = guide.neighbour("sources.yml")
    if documents is not None:
        check_sources(guide.files.values(), documents["sources"], report)


def check_facts(guide: Guide, report: Report) -> None:
    """Report facts that stand twice, and those drawn from where nothing stands."""
    seen: dict[str, Place] = {}
    for file in guide.named("facts/*.yml"):
        for id_, fact in file["facts"].items():
            place = file["facts"].key_at(id_)
            if id_ in seen:
                first = seen[id_]
                report.add(place, f"事実「{id_}」が2回書かれています。", f"data/{first.file} の{first.line}行目にもあります。")
            seen.setdefault(id_, place)
            if fact["from"] is not None:
                _drawn(fact["from"], fact.at("from"), guide, report, yen=bool(fact["yen"]))


def _drawn(path: str, place: Place, guide: Guide, report: Report, *, yen: bool) -> None:
    text, _ = guide.elsewhere(path)
    if text is None and guide.told(path):
        return
    if text is None:
        report.add(place, f"「{path}」にあたる値が、データにありません。", "ファイルの名前と見出しを、外側から順に . でつないでください。")
    elif yen and not text.isdigit():
        report.add(place, f"「{path}」の値（{text}）は、円の整数ではありません。", "yen: true を消してください。")


_NUMBER_LIKE = re.compile(r"[+-]?[0-9０-９][0-9０-９.,，．]*")


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
        if own and isinstance(fields["value"], int) and fields["value"] < 0:
            report.add(fields.at("value"), f"事実の値 {fields['value']} が、0 より小さくなっています。", "額、日数、人数は、0 以上で書きます。")
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
