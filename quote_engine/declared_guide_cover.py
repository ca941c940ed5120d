"""What the guide's files on cover may contain: when nothing is paid, what courts awarded, riders that are another answer."""

from quote_engine.declared_parts import ANSWERS, CERTAINTY, SOURCE, many, optional
from quote_engine.scalars import Day, Integer, Text
from quote_engine.shape import Key, ListOf, Record, Shape

ORIGIN = {"certainty": optional(CERTAINTY, "確かさ"), "source": Key(SOURCE, "出典"), "checked": Key(Day(), "確かめた日")}

EXCLUSION = Record(
    {
        "label": Key(Text(), "補償の名前"),
        "note": optional(Text(), "ことわり", ""),
        "cases": Key(ListOf(Text(), "出ない場合"), "出ない場合"),
        **ORIGIN,
    },
    "出ない場合",
)
COURT_CASE = Record(
    {
        "whose": Key(Text(), "だれの、何の損害か"),
        "amount": Key(Integer(at_least=1), "認められた額"),
        "court": optional(Text(), "裁判所と判決の日", ""),
    },
    "裁判の例",
)
COURT_CASES = Record(
    {"label": Key(Text(), "表の題"), "head": Key(Text(), "列の題"), "cases": Key(ListOf(COURT_CASE, "裁判の例"), "裁判の例"), **ORIGIN},
    "裁判の例の組",
)
RIDER = Record(
    {
        "label": Key(Text(), "特約の名前"),
        "what": Key(Text(), "内容"),
        "attached": Key(Text(), "付き方"),
        "answers": optional(ANSWERS, "値段のページの答え", {}),
        **ORIGIN,
    },
    "特約",
)
WORDS_TABLE = Record(
    {
        "caption": Key(Text(), "表の題"),
        "heads": Key(ListOf(Text(), "列の題"), "列の題"),
        "rows": Key(ListOf(ListOf(Text(), "行"), "行"), "行"),
        **ORIGIN,
    },
    "文章の表",
)

COVER_FILES: dict[str, Shape] = {
    "exclusions.yml": Record({"exclusions": Key(many(EXCLUSION, "補償"), "補償ごとの出ない場合")}, "出ない場合のファイル"),
    "court_cases.yml": Record({"kinds": Key(many(COURT_CASES, "組"), "組")}, "裁判の例のファイル"),
    "tables.yml": Record({"tables": Key(many(WORDS_TABLE, "文章の表"), "文章の表")}, "文章の表のファイル"),
    "riders.yml": Record({"riders": Key(many(RIDER, "特約"), "特約")}, "そのほかの特約のファイル"),
}
"""Files of ``data/guide/`` on what is covered."""
