"""What the files of the tools may contain: their questions, the overlaps, the rules of dates and of grades carried over."""

from quote_engine.condition_shape import Condition
from quote_engine.declared_parts import ANSWERS, CHOICE, HEADER, many, optional
from quote_engine.scalars import Anything, Flag, Id, Integer, OneOf, Text
from quote_engine.shape import Key, ListOf, Record, Shape

NEEDED = {
    "ideas": ("budget", "per", "change_drivers"),
    "overlaps": (),
    "dates": ("way", "applied_on", "wished_start", "due_on", "ended_on"),
    "join": (),
    "grade_check": ("situation", "another_grade", "previous_insurer", "previous_grade", "previous_accident_years", "three_down",
                    "one_down"),
}  # fmt: skip
"""The tools, and the questions of its own that each cannot do without."""

TOOL_QUESTION = Record(
    {
        "label": Key(Text(), "表示名"),
        "kind": Key(OneOf(("choice", "flag", "integer", "date", "month"), "種類"), "種類"),
        "help": optional(Text(), "説明", ""),
        "unit": optional(Text(), "単位"),
        "choices": optional(many(CHOICE, "選択肢"), "選択肢"),
        "choices_from": optional(Id("掛金の質問"), "選択肢のもと"),
        "at_least": optional(Integer(), "下限"),
        "at_most": optional(Integer(), "上限"),
        "default": optional(Text(), "はじめの値"),
        "shown": optional(Condition(), "聞く条件"),
    },
    "道具の質問",
)
TOOL = Record(
    {
        "title": Key(Text(), "表題"),
        "ask": optional(
            ListOf(
                Record({"title": Key(Text(), "表題"), "questions": Key(ListOf(Id("質問"), "質問"), "質問"),
                        "folded": optional(Flag(), "たたんで出す", default=False)}, "質問の組"),
                "聞く順",
            ),
            "聞く順",
            [],
        ),
        "questions": optional(many(TOOL_QUESTION, "道具の質問"), "道具の質問"),
        "sample": optional(ANSWERS, "例の答え"),
    },
    "道具",
)
INSTEAD = Record(
    {"advice": Key(Text(), "変え方"), "question": optional(Id("質問"), "質問"), "to": optional(Anything(), "変えたあと")}, "変え方"
)
COUNTERPART = Record(
    {"product": Key(Id("商品"), "商品"), "label": Key(Text(), "表示名"), "overlap": Key(Text(), "重なるところ")}, "重なる相手"
)
OVERLAP = Record(
    {
        "label": Key(Text(), "表示名"),
        "question": optional(Id("質問"), "質問"),
        "on": optional(ListOf(Anything(), "付けている答え"), "付けている答え", []),
        "with": Key(many(COUNTERPART, "重なる相手"), "重なる相手"),
        "instead": Key(INSTEAD, "変え方"),
    },
    "補償",
)
START = Record(
    {"label": Key(Text(), "日付の呼び名"), "days_after": Key(Integer(at_least=0, at_most=30), "何日あと"),
     "message": Key(Text(), "お知らせ")}, "始まりの決まり"
)  # fmt: skip
MONTHS = Integer(at_least=1, at_most=240)

TOOL_FILES: dict[str, Shape] = {
    "tools.yml": Record(
        {"tools": Key(Record({id_: Key(TOOL, "道具") for id_ in NEEDED}, "道具の一覧"), "道具の一覧")}, "道具のファイル"
    ),
    "overlaps.yml": Record(
        {
            **HEADER,
            "products": Key(many(Text(), "商品"), "商品"),
            "covers": Key(many(OVERLAP, "補償"), "補償"),
            "automatic": Key(
                many(Record({"label": Key(Text(), "表示名"), "reason": Key(Text(), "理由")}, "自動の補償"), "自動の補償"), "自動の補償"
            ),
            "warnings": Key(
                many(Record({"title": Key(Text(), "表題"), "message": Key(Text(), "お知らせ")}, "注意"), "注意"), "注意"
            ),
        },
        "補償の重なりのファイル",
    ),
    "dates.yml": Record(
        {
            **HEADER,
            "starts": Key(
                Record({way: Key(START, "始まりの決まり") for way in ("debit_desk", "debit_post", "cash")}, "始まりの決まり"),
                "始まりの決まり",
            ),
            "term": Key(Record({"message": Key(Text(), "お知らせ"), **HEADER}, "期間の決まり"), "期間の決まり"),
            "grace": Key(
                Record({"months": Key(MONTHS, "月数"), "message": Key(Text(), "お知らせ"), **HEADER}, "猶予の決まり"), "猶予の決まり"
            ),
            "suspension": Key(
                Record({"ask_months": Key(MONTHS, "連絡までの月数"),
                        "use_years": Key(Integer(at_least=1, at_most=30), "使えるまでの年数"),
                        "least_grade": Key(Id("等級"), "等級"), "ask": Key(Text(), "連絡のお知らせ"),
                        "use": Key(Text(), "使うときのお知らせ"), "condition": Key(Text(), "条件"), **HEADER}, "中断の決まり"),
                "中断の決まり",
            ),
        },
        "日付のファイル",
    ),
    "transfer.yml": Record(
        {
            **HEADER,
            "second_car": Key(
                Record({"another_at_least": Key(Id("等級"), "ほかの契約の等級"), "reached": Key(Text(), "届くとき"),
                        "short": Key(Text(), "届かないとき"), "condition": Key(Text(), "条件"), **HEADER}, "2台目の決まり"),
                "2台目の決まり",
            ),
            "first": Key(Record({"message": Key(Text(), "お知らせ"), **HEADER}, "はじめての決まり"), "はじめての決まり"),
            "elsewhere": Key(
                Record({"best": Key(Id("等級"), "いちばん上の等級"), "lowest": Key(Id("等級"), "いちばん下の等級"),
                        **{key: Key(Text(), "お知らせ") for key in ("carried", "top", "below", "check")}, **HEADER},
                       "ほかの会社からの決まり"),
                "ほかの会社からの決まり",
            ),
            "here": Key(Record({"message": Key(Text(), "お知らせ"), **HEADER}, "更新の決まり"), "更新の決まり"),
        },
        "等級を引き継ぐ決まりのファイル",
    ),
}
"""Files of the data folder that only the tools read."""
