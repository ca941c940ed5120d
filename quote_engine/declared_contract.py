"""What the guide's files on the contract may contain: matters to tell, tables in words, the prefectural co-ops."""

from quote_engine.declared_parts import SOURCE, many, optional
from quote_engine.scalars import Day, Flag, Id, Text
from quote_engine.shape import Key, ListOf, Record

ORIGIN = {"source": Key(SOURCE, "出典"), "checked": Key(Day(), "確かめた日")}

CHANGE = Record(
    {
        "id": Key(Id(), "名前"),
        "matter": Key(Text(), "起きたこと"),
        "when": Key(Text(), "いつ伝えるか"),
        "ready": Key(ListOf(Text(), "用意するもの"), "用意するもの"),
        "how": Key(Text(), "手続き"),
        "duty": optional(Flag(), "伝える義務がある", default=False),
        "desk": Key(Id("窓口"), "窓口"),
        "page": Key(Text(), "くわしいページ"),
        "source": Key(SOURCE, "出典"),
    },
    "変わったこと",
)
CHANGES = Record(
    {"checked": Key(Day(), "確かめた日"), "groups": Key(
        many(Record({"label": Key(Text(), "表示名"), "changes": Key(ListOf(CHANGE, "変わったこと"), "変わったこと")}, "組"), "組"), "組")},
    "契約の変更のファイル",
)

ROW = Record({"cells": Key(ListOf(Text(), "欄"), "欄"), "page": optional(Text(), "くわしいページ")}, "行")
TABLE = Record(
    {
        "caption": Key(Text(), "表の名前"),
        "heads": Key(ListOf(Text(), "見出し"), "見出し"),
        "rows": Key(ListOf(ROW, "行"), "行"),
        **ORIGIN,
    },
    "表",
)
CONTRACT_TABLES = Record({"tables": Key(many(TABLE, "表"), "表")}, "契約の表のファイル")

PREFECTURE = Record({"prefecture": Key(Text(), "都道府県"), "name": Key(Text(), "正式な名前")}, "都道府県の共済生協")
PREFECTURES = Record({"prefectures": Key(ListOf(PREFECTURE, "都道府県の共済生協"), "都道府県の共済生協"), **ORIGIN}, "都道府県の共済生協のファイル")
