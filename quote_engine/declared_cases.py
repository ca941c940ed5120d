"""What the files of ``cases/`` may contain: answers, and what must come of them."""

from dataclasses import dataclass

from quote_engine.declared_parts import ANSWERS, many, optional
from quote_engine.declared_payouts import PAYOUT_RESULT
from quote_engine.placed import Node
from quote_engine.problem import Report
from quote_engine.scalars import Id, Integer, OneOf, Text
from quote_engine.shape import Fields, Key, ListOf, Record, Schema, Shared

STATUS = Key(OneOf(("quoted", "declined", "invalid"), "結果"), "結果")

EXPECTED = Record(
    {
        "status": STATUS,
        "annual": optional(Integer(), "年払"),
        "monthly": optional(Integer(), "月払"),
        "lines": optional(many(Integer(), "内訳"), "内訳"),
        "notes": optional(ListOf(Text(), "お知らせ"), "お知らせ"),
        "declined": optional(ListOf(Id(), "断る理由"), "断る理由"),
        "problems": optional(ListOf(Text(empty=True), "誤り"), "誤り"),
    },
    "結果",
)
ACCIDENT = Record({"year": Key(Integer(), "年"), "kind": Key(Id(), "種類")}, "事故")
YEAR = Record(
    {
        "grade": optional(Text(), "等級"),
        "accident_years": optional(Integer(), "事故有係数適用期間"),
        "rate": optional(Integer(), "率（％）"),
        "annual": Key(Integer(), "年払"),
        "changes": optional(ListOf(Id(), "変わること"), "変わること"),
        "saves": optional(Integer(), "年齢条件を変えると下がる額"),
    },
    "1年",
)
OUTLOOK = Record(
    {
        "status": STATUS,
        "rows": optional(ListOf(YEAR, "年ごとの見通し"), "年ごとの見通し"),
        "problems": optional(ListOf(Text(empty=True), "誤り"), "誤り"),
    },
    "見通し",
)
RESULTS = {
    "expect": optional(EXPECTED, "掛金"),
    "outlook": optional(OUTLOOK, "見通し"),
    "payout": optional(PAYOUT_RESULT, "支払い"),
}
"""What a case may say must come out: a quote, an outlook, a payout. One of them it must."""


@dataclass(frozen=True)
class Case(Record):
    """A case; one without any result would test nothing."""

    def read(self, node: Node, report: Report) -> Fields | None:
        fields = super().read(node, report)
        if fields is not None and not any(key in fields.places for key in RESULTS):
            report.add(node.place, "この事例に、結果がありません。", f"{'、'.join(RESULTS)} のどれかを書いてください。")
        return fields

    def schema(self, shared: Shared) -> Schema:
        return {**super().schema(shared), "anyOf": [{"required": [key]} for key in RESULTS]}


ONE_CASE = Case(
    {
        "why": Key(Text(), "確かめること"),
        "answers": Key(ANSWERS, "答え"),
        "years": optional(Integer(), "見通す年数"),
        "accidents": optional(ListOf(ACCIDENT, "事故"), "事故"),
        "accident": optional(ANSWERS, "事故の答え"),
        **RESULTS,
    },
    "事例",
)

CASES = Record({"cases": Key(many(ONE_CASE, "事例"), "事例")}, "事例のファイル")
"""Every file of ``cases/``."""
