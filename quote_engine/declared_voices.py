"""What ``data/guide/voices.yml`` may contain: the year's figures, the way from a voice to a change, and what members said."""

from quote_engine.declared_guide_cover import ORIGIN
from quote_engine.declared_guide_parts import PAGE
from quote_engine.declared_parts import many, optional
from quote_engine.scalars import Integer, Text
from quote_engine.shape import Key, ListOf, Record

COUNT = Integer(at_least=0)
CLASS = Record({"label": Key(Text(), "分類"), "count": Key(COUNT, "件数")}, "分類")
KIND = Record(
    {
        "label": Key(Text(), "声の種類"),
        "total": Key(COUNT, "合計"),
        "classes": Key(ListOf(CLASS, "分類"), "分類"),
    },
    "声の種類",
)
STEP = Record({"label": Key(Text(), "段階"), "text": Key(Text(), "説明")}, "段階")
ANSWER = {"page": Key(PAGE, "答えのページ"), "answer": Key(Text(), "答え")}
SAID = Record({"id": Key(Text(), "名前"), "said": Key(Text(), "声"), **ANSWER}, "声")
GROUP = Record({"label": Key(Text(), "見出し"), "voices": Key(ListOf(SAID, "声"), "声")}, "声の組")
CASE = Record(
    {
        "label": Key(Text(), "改善の題"),
        "said": Key(ListOf(Text(), "もとの声"), "もとの声"),
        "change": Key(Text(), "変わったこと"),
        "page": Key(PAGE, "くわしいページ"),
        "note": optional(Text(), "ことわり", ""),
    },
    "改善",
)

VOICES = Record(
    {
        "year": Key(Integer(at_least=2000), "年度"),
        "from": Key(Text(), "年度の始まり"),
        "to": Key(Text(), "年度の終わり"),
        "total": Key(COUNT, "声の合計"),
        "kinds": Key(many(KIND, "声の種類"), "声の種類"),
        "windows": Key(ListOf(STEP, "窓口"), "声を受ける窓口"),
        "process": Key(ListOf(STEP, "段階"), "声が改善になるまで"),
        "thanked": Key(ListOf(Text(), "感謝の声"), "感謝の声"),
        "groups": Key(ListOf(GROUP, "声の組"), "意見と苦情"),
        "cases": Key(ListOf(CASE, "改善"), "改善"),
        **ORIGIN,
    },
    "組合員の声のファイル",
)
