"""What ``data/guide/finder.yml`` may contain: questions, their choices, and the desks and pages they lead to."""

import re

from quote_engine.declared_guide_parts import PAGE, Pattern
from quote_engine.declared_parts import SOURCE, many, optional
from quote_engine.scalars import Day, Flag, Id, Text
from quote_engine.shape import Key, ListOf, Record

_MONTH_DAY = Pattern("月日", form=re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"), hint='"12-31" のように、月と日で書いてください。')
_WEB = Pattern("住所", form=re.compile(r"https://[^\s\"'<>]+"), hint="https:// で始まる住所を書いてください。")
_DESKS = ListOf(Id(), "窓口の並び")

_CHOICE = Record(
    {
        "label": Key(Text(), "表示名"),
        "detail": optional(Text(), "説明", ""),
        "drawing": optional(Id(), "絵"),
        "unsure": optional(Flag(), "わからない人のための道", default=False),
        "to": Key(Id(), "行き先"),
    },
    "選択肢",
)
_NODE = Record(
    {
        "about": Key(Text(), "答えの見出し"),
        "question": Key(Text(), "質問"),
        "hint": optional(Text(), "ひとこと", ""),
        "choices": Key(ListOf(_CHOICE, "選択肢"), "選択肢"),
        "desks": optional(_DESKS, "窓口", []),
    },
    "質問",
)
_LINK = Record({"label": Key(Text(), "表示名"), "page": Key(PAGE, "ページ")}, "ページ")
_RESULT = Record(
    {
        "title": Key(Text(), "見出し"),
        "why": Key(Text(), "わけ"),
        "desks": optional(_DESKS, "窓口", []),
        "pages": optional(ListOf(_LINK, "ページ"), "ページ", []),
        "sites": optional(ListOf(Id(), "ほかの入口"), "ほかの入口", []),
        "source": optional(SOURCE, "出典"),
    },
    "行き先",
)
_SITE = Record({"label": Key(Text(), "表示名"), "address": Key(_WEB, "住所"), "source": Key(SOURCE, "出典")}, "入口")

FINDER = Record(
    {
        "checked": Key(Day(), "確かめた日"),
        "desks": Key(_DESKS, "窓口"),
        "sites": Key(many(_SITE, "入口"), "電話のほかの入口"),
        "new_year": Key(
            Record({"first": Key(_MONTH_DAY, "はじめの日"), "last": Key(_MONTH_DAY, "終わりの日"), "source": Key(SOURCE, "出典")}, "年末年始"),
            "年末年始",
        ),
        "nodes": Key(many(_NODE, "質問"), "質問"),
        "results": Key(many(_RESULT, "行き先"), "行き先"),
    },
    "窓口さがしのファイル",
)
