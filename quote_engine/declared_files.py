"""What each file of ``data/`` itself may contain."""

import re

from quote_engine.condition_shape import Condition
from quote_engine.declared_parts import (
    ANSWERS,
    CERTAINTY,
    COVERAGE_KEYS,
    HEADER,
    QUESTION,
    SOURCE,
    VEHICLE,
    many,
    optional,
)
from quote_engine.declared_payouts import ACCIDENTS, STORIES
from quote_engine.declared_tools import TOOL_FILES
from quote_engine.placed import Node, Scalar
from quote_engine.problem import Report
from quote_engine.scalars import Anything, Day, Flag, Id, Integer, Month, OneOf, Text
from quote_engine.shape import Key, ListOf, MapOf, Record, Schema, Shape, Shared

_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_SPAN = re.compile(f"{_CLOCK}-(?:{_CLOCK}|24:00)")


class Span(Shape):
    """The hours of one kind of day: "09:00-19:00", or the word closed."""

    title = "受付時間"

    def read(self, node: Node, report: Report) -> str | None:
        """Return the hours as written."""
        text = Text(self.title).read(node, report)
        opens, _, closes = (text or "").partition("-")
        if text is None or text == "closed" or (_SPAN.fullmatch(text) and opens < closes):
            return text
        report.add(node.place, f"「{text}」は受付時間として読めません。", '"09:00-19:00" のように、24時間の時計で書いてください。休みの日は closed です。')
        return None

    def schema(self, shared: Shared) -> Schema:
        """Describe the hours for editors' tools."""
        written = "24時間の時計で書きます。休みの日は closed です。"
        pattern, examples = f"^({_SPAN.pattern}|closed)$", ["09:00-19:00", "closed"]
        return {"title": self.title, "description": written, "type": "string", "pattern": pattern, "examples": examples}


OPEN = {
    "weekdays": Key(Span(), "平日"),
    "saturday": Key(Span(), "土曜"),
    "sunday_holidays": Key(Span(), "日曜・祝日"),
    "new_year": optional(Span(), "年末年始"),
}


class Hours(Shape):
    """Opening hours: the word always, or hours by kind of day."""

    title = "受付時間"

    def read(self, node: Node, report: Report) -> object:
        """Return "always" or the hours by kind of day."""
        if isinstance(node, Scalar):
            return OneOf(("always",), self.title).read(node, report)
        return Record(OPEN, self.title).read(node, report)

    def schema(self, shared: Shared) -> Schema:
        """Describe both forms for editors' tools."""
        return {"title": self.title, "anyOf": [OneOf(("always",), "いつでも").schema(shared), Record(OPEN, "日の種類ごとの時間").schema(shared)]}


CONTACT = Record(
    {
        "id": Key(Id(), "名前"),
        "label": Key(Text(), "表示名"),
        "phone": Key(Text(), "電話"),
        "phone_paid": optional(Text(), "有料の電話"),
        "what_for": Key(Text(), "用件"),
        "hours": Key(Hours(), "受付時間"),
        "source": Key(Id(), "出典"),
        "place": Key(Text(), "出典の場所"),
        "checked": Key(Day(), "確かめた日"),
        "only_guide": optional(Flag(), "計算の画面に出さない", default=False),
    },
    "窓口",
)


DATA_FILES: dict[str, Shape] = {
    "questions.yml": Record(
        {"sections": Key(many(Text(), "画面の組"), "画面の組"), "questions": Key(many(QUESTION, "質問"), "質問")},
        "質問のファイル",
    ),
    "vehicles.yml": Record(
        {
            "class_scales": Key(
                many(Record({"highest": Key(Integer(at_least=1), "いちばん上"), "middle": Key(Integer(at_least=1), "まん中")},
                            "料率クラスの段階"), "料率クラスの段階"), "料率クラスの段階"),
            "vehicles": Key(many(VEHICLE, "車の種類"), "車の種類"),
            **HEADER,
        },
        "車の種類のファイル",
    ),
    "eligibility.yml": Record(
        {
            "rules": Key(
                many(Record({"question": Key(Id(), "質問"), "when": Key(Condition(), "条件"),
                             "message": Key(Text(), "お知らせ"), **HEADER}, "断る条件"), "断る条件"), "断る条件"),
            **HEADER,
        },
        "引き受けのファイル",
    ),
    "coverages.yml": Record(
        {
            "coverages": Key(
                many(Record({**COVERAGE_KEYS, "when": optional(Condition(), "付く条件"),
                             "automatic": optional(Flag(), "自動で付く", default=False)}, "補償"), "補償"), "補償"),
            **HEADER,
        },
        "補償のファイル",
    ),
    "models.yml": Record(
        {
            "status": Key(CERTAINTY, "公表か参考か"),
            "note": Key(Text(), "ことわり"),
            "models": Key(
                ListOf(
                    Record(
                        {
                            "id": Key(Id("型式"), "型式"),
                            "name": Key(Text(), "車名"),
                            "maker": Key(Text(), "メーカー"),
                            "yomi": Key(Text(), "よみ"),
                            "vehicle_type": Key(Id(), "車の種類"),
                            "class_basic": Key(Integer(at_least=1), "料率クラス（相手とけが）"),
                            "class_vehicle": Key(Integer(at_least=1), "料率クラス（車両損害）"),
                            "launched": Key(Month(), "発売の年月"),
                            "aeb": Key(Flag(), "自動ブレーキ"),
                        },
                        "車種",
                    ),
                    "車種",
                ),
                "車種",
            ),
        },
        "車種のファイル",
    ),
    "migrations.yml": Record(
        {
            "migrations": Key(
                ListOf(Record({"question": Key(Id(), "前の質問"), "choice": optional(Text(), "前の選択肢", help="質問そのものが変わったときは書きません。"),
                               "to": optional(Text(), "いまの名前", help="なくなったときは書きません。"),
                               "from": optional(Day(), "なくなる版", help="この日に始まる版からなくなるときに書きます。前の版のために、questions.yml には残しておきます。"),
                               "message": Key(Text(), "お知らせ", help="古いリンクで来た人に見せる文です。")}, "移し替え"),
                       "移し替え"), "移し替え"),
        },
        "移し替えのファイル",
    ),
    "presets.yml": Record(
        {
            "presets": Key(
                many(Record({"label": Key(Text(), "表示名"), "detail": Key(Text(), "説明"),
                             "wheels": Key(OneOf(("four", "two"), "輪の数"), "輪の数"),
                             "source": Key(SOURCE, "出典"), "answers": Key(ANSWERS, "答え")}, "組み合わせ"), "組み合わせ"),
                "組み合わせ"),
        },
        "組み合わせのファイル",
    ),
    "examples.yml": Record(
        {
            "examples": Key(
                many(Record({"label": Key(Text(), "表示名"), "preset": Key(Id(), "組み合わせ"),
                             "answers": Key(ANSWERS, "答え")}, "見本"), "見本"), "見本"),
        },
        "見本のファイル",
    ),
    "moves.yml": Record(
        {
            "moves": Key(
                many(Record({"direction": Key(OneOf(("cheaper", "safer"), "向き"), "向き"), "question": Key(Id(), "質問"),
                             "from": Key(Anything(), "いま"), "to": Key(Anything(), "変えたあと"),
                             "label": Key(Text(), "表示名"), "effect": Key(Text(), "失うもの・得るもの"),
                             "adds": optional(Flag(), "前の段の文に足す", default=False)}, "変え方"), "変え方"),
                "変え方"),
        },
        "変え方のファイル",
    ),
    "accidents.yml": ACCIDENTS,
    "stories.yml": STORIES,
    "site.yml": Record(
        {key: Key(Text(), title) for key, title in
         {"name": "サイトの名前", "description": "サイトの説明", "statement": "だれのサイトか",
          "sample_statement": "参考の金額のことわり", "operator": "運営", "official_site": "公式サイト",
          "licence": "利用の条件"}.items()} | {"checked": Key(Day(), "確かめた日"),
           "recheck_months": optional(Integer(at_least=1, at_most=60), "確かめ直すまでの月数", 12),
           "edition_notice_days": optional(Integer(at_least=0, at_most=366), "料率の版が変わることを知らせる日数", 60)},
        "サイトのファイル",
    ),
    "contacts.yml": Record({"contacts": Key(ListOf(CONTACT, "窓口"), "窓口")}, "窓口のファイル"),
    "sources.yml": Record(
        {
            "sources": Key(
                many(Record({key: Key(Text(), key) for key in ("title", "publisher", "edition")}
                            | {"read": Key(Day(), "読んだ日"),
                               "kind": Key(OneOf(("published", "official_notice", "industry_practice", "sample"), "種類"),
                                           "種類")}, "文書"), "文書"), "文書"),
        },
        "文書のファイル",
    ),
    **TOOL_FILES,
}
"""Files of the data folder itself."""
LOCK = "ids.lock"
LOCK_SHAPE = MapOf(ListOf(Text("選択肢"), "選択肢"), "公開した名前", Id("質問"))
"""Names that people's links hold, see ``released_ids``. A data folder without it has released nothing."""
