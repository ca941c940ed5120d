"""What the files of accidents, payouts and stories may contain."""

from quote_engine.declared_parts import ANSWERS, CHOICE, HEADER, SOURCE, many, optional
from quote_engine.scalars import Anything, Flag, Id, Integer, OneOf, Text
from quote_engine.shape import Key, ListOf, Record

UNITS = ("yen", "days", "percent", "months", "km", "minutes", "litres", "times")
SCENES = ("road", "harm", "walking", "bicycle", "moped", "defect", "breakdown")
OTHERS = ("car", "person", "unknown", "nobody")

ACCIDENT_QUESTION = Record(
    {
        "label": Key(Text(), "表示名"),
        "kind": Key(OneOf(("choice", "flag", "integer"), "種類"), "種類"),
        "help": optional(Text(), "説明", ""),
        "unit": optional(Text(), "単位"),
        "choices": optional(many(CHOICE, "選択肢"), "選択肢"),
        "at_least": optional(Integer(), "下限"),
        "at_most": optional(Integer(), "上限"),
        "step": optional(Integer(at_least=1), "きざみ"),
        "default": optional(Anything(), "はじめの値"),
        "needs": optional(Id(), "先に聞く質問"),
    },
    "事故の質問",
)
ACCIDENT_KIND = Record(
    {
        "label": Key(Text(), "表示名"),
        "thing": Key(Text(), "事故の呼び名"),
        "detail": Key(Text(), "説明"),
        "own_damage": Key(ListOf(Id(), "車両損害のタイプ"), "車両損害のタイプ"),
        "grade_event": Key(Id(), "等級の数え方"),
        "scene": Key(OneOf(SCENES, "場面"), "場面"),
        "other": Key(OneOf(OTHERS, "相手"), "相手"),
        "drivers": Key(Flag(), "運転者の条件を見るか"),
        "usual": Key(many(Anything(), "はじめの値"), "はじめの値"),
        "asks": Key(ListOf(Id(), "聞くこと"), "聞くこと"),
        "more": Key(ListOf(Id(), "くわしく聞くこと"), "くわしく聞くこと"),
        "sample": Key(many(Anything(), "見本の答え"), "見本の答え"),
        **HEADER,
    },
    "事故の種類",
)
REMEDY = Record({"label": Key(Text(), "表示名"), "changes": Key(ANSWERS, "変える答え")}, "変え方")

ACCIDENTS = Record(
    {
        "questions": Key(many(ACCIDENT_QUESTION, "事故の質問"), "事故の質問"),
        "kinds": Key(many(ACCIDENT_KIND, "事故の種類"), "事故の種類"),
        "remedies": Key(many(REMEDY, "変え方"), "変え方"),
        **HEADER,
    },
    "事故のファイル",
)

FIGURE = Record(
    {
        "label": Key(Text(), "表示名"),
        "unit": Key(OneOf(UNITS, "単位"), "単位"),
        "value": Key(Integer(at_least=0), "数"),
        **HEADER,
    },
    "数",
)
SCALE = Record(
    {
        "label": Key(Text(), "表示名"),
        "unit": Key(OneOf(("yen", "percent"), "単位"), "単位"),
        "grades": Key(many(Integer(at_least=0), "等級ごとの数"), "等級ごとの数"),
        **HEADER,
    },
    "等級の表",
)
REDUCTION = Record(
    {
        "from": Key(Integer(at_least=0, at_most=100), "過失の下限（％）"),
        "lasting": Key(Integer(at_least=0, at_most=100), "死亡と後遺障がい（％）"),
        "injury": Key(Integer(at_least=0, at_most=100), "けが（％）"),
        **HEADER,
    },
    "自賠責の減額",
)
GRADE_EVENT = Record({"event": Key(Id(), "等級の数え方"), **HEADER}, "等級の数え方")

PAYOUTS = Record(
    {
        "figures": Key(many(FIGURE, "数"), "数"),
        "scales": Key(many(SCALE, "等級の表"), "等級の表"),
        "compulsory_reductions": Key(ListOf(REDUCTION, "自賠責の減額"), "自賠責の減額"),
        "grade_events": Key(many(GRADE_EVENT, "等級の数え方"), "等級の数え方"),
        **HEADER,
    },
    "支払いのファイル",
)

STORY_RESULT = Record(
    {
        "payments": Key(many(Integer(at_least=0), "出る額"), "出る額"),
        "member_bears": Key(Integer(at_least=0), "自分の負担"),
        "grade_event": Key(Id(), "等級の数え方"),
    },
    "結果",
)
STORY = Record(
    {
        "label": Key(Text(), "表示名"),
        "told": Key(Text(), "話"),
        "answers": Key(ANSWERS, "契約の答え"),
        "accident": Key(ANSWERS, "事故の答え"),
        "expect": Key(STORY_RESULT, "結果"),
        "source": optional(SOURCE, "出典"),
    },
    "話",
)
STORIES = Record(
    {"policy": Key(ANSWERS, "もとの契約"), "stories": Key(many(STORY, "話"), "話"), **HEADER}, "話のファイル"
)

PAYOUT_RESULT = Record(
    {
        "status": Key(OneOf(("quoted", "declined", "invalid"), "結果"), "結果"),
        "payments": optional(many(Integer(at_least=0), "出る額"), "出る額"),
        "member_bears": optional(Integer(at_least=0), "自分の負担"),
        "grade_event": optional(Id(), "等級の数え方"),
        "driver": optional(Id(), "運転者の決まり"),
        "zeros": optional(many(Text(), "出ない理由"), "出ない理由"),
        "free": optional(many(Flag(), "無料か"), "無料か"),
        "remedies": optional(ListOf(Id(), "変え方"), "変え方"),
        "problems": optional(ListOf(Text(empty=True), "誤り"), "誤り"),
    },
    "支払い",
)
"""What a case says must come of an accident; what it leaves out is not looked at."""
