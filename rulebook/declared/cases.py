"""What the files of ``cases/`` may contain: answers, and what must come of them."""

from dataclasses import dataclass

from rulebook.declared.parts import ANSWERS, many, optional
from rulebook.declared.payouts import PAYOUT_RESULT
from rulebook.shapes.scalars import Id, Integer, OneOf, Text
from rulebook.shapes.shape import Fields, Key, ListOf, Record, Schema, Shared
from rulebook.sheets.placed import Node
from rulebook.sheets.problem import Report

STATUS = Key(OneOf(("quoted", "declined", "invalid"), "結果"), "結果", help="quoted は計算できる、declined は引き受けできない、invalid は答えに誤りがある、です。")

EXPECTED = Record(
    {
        "status": STATUS,
        "annual": optional(Integer(), "年払", help="年払の掛金（円）は、これになるはずです。", example=10000),
        "monthly": optional(Integer(), "月払", help="月払の1回分（円）は、これになるはずです。", example=1000),
        "lines": optional(many(Integer(), "内訳"), "内訳", help="補償ごとの年払の掛金（円）です。掛金の出る補償は、全部書きます。", example={"bodily_injury_liability": 10000}),
        "notes": optional(
            ListOf(Text(), "お知らせ"),
            "お知らせ",
            help="出るはずのお知らせの名前です。dropped（外した）、set（自動で決めた）などと、質問の名前を . でつなぎます。",
            example=["dropped.grade"],
        ),
        "declined": optional(ListOf(Id(), "断る理由"), "断る理由", help="お断りするはずの決まりです。eligibility.yml の名前を書きます。", example=["not_private"]),
        "problems": optional(ListOf(Text(empty=True), "誤り"), "誤り", help="誤りを知らせるはずの、質問の名前です。", example=["start_date"]),
    },
    "結果",
)
ACCIDENT = Record(
    {
        "year": Key(Integer(), "年", help="事故が起きた年です。1 は、契約してから1年目です。", example=1),
        "kind": Key(Id(), "種類", help="事故の数え方です。版の renewal.yml にある名前です。", example="three_down"),
    },
    "事故",
)
YEAR = Record(
    {
        "grade": optional(Text(), "等級", help="この年の等級です。", example="11"),
        "accident_years": optional(Integer(), "事故有係数適用期間", help="この年の、事故有係数適用期間です。", example=0),
        "rate": optional(Integer(), "率（％）", help="この年の、等級の割引・割増率です。割引は - を付けます。", example=-50),
        "annual": Key(Integer(), "年払", help="この年の、年払の掛金（円）です。", example=10000),
        "changes": optional(ListOf(Id(), "変わること"), "変わること", help="前の年から変わるはずのことの名前です。", example=["discount_ends"]),
        "saves": optional(Integer(), "年齢条件を変えると下がる額", help="年齢条件を変えられる年に、下がるはずの年額（円）です。", example=1000),
    },
    "1年",
)
OUTLOOK = Record(
    {
        "status": STATUS,
        "rows": optional(ListOf(YEAR, "年ごとの見通し"), "年ごとの見通し", help="年ごとの結果です。1行目が契約したとき、次の行からが更新です。"),
        "problems": optional(ListOf(Text(empty=True), "誤り"), "誤り", help="誤りを知らせるはずの、質問の名前です。", example=["grade"]),
    },
    "見通し",
)
RESULTS = {
    "expect": optional(EXPECTED, "掛金", help="答えから出るはずの掛金です。"),
    "outlook": optional(OUTLOOK, "見通し", help="これからの等級と掛金は、こうなるはずです。"),
    "payout": optional(PAYOUT_RESULT, "支払い", help="事故で出るはずの共済金です。"),
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
        "why": Key(Text(), "確かめること", help="この例で確かめることを、1文で書きます。変わったところを読むときにも出ます。", example="代車が安ければ、その料金"),
        "answers": Key(ANSWERS, "答え", help="質問の名前と答えです。書かない質問は、はじめの値になります。", example={"vehicle_type": "passenger", "grade": "11"}),
        "years": optional(Integer(), "見通す年数", help="何年先まで見通すかです。outlook のある例に書きます。", example=2),
        "accidents": optional(ListOf(ACCIDENT, "事故"), "事故", help="途中で起きる事故です。outlook のある例に書きます。", example=[{"year": 1, "kind": "three_down"}]),
        "accident": optional(ANSWERS, "事故の答え", help="どの事故かと、その質問の答えです。payout のある例に書きます。", example={"accident": "theft"}),
        **RESULTS,
    },
    "事例",
)

CASES = Record(
    {"cases": Key(many(ONE_CASE, "事例"), "事例", help="計算を見はる例です。名前は、変わったところの一覧に出ます。掛金が1円でも変われば、テストが知らせます。")}, "事例のファイル"
)
"""Every file of ``cases/``."""
