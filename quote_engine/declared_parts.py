"""Parts that the declarations of several files share: a source, a question, a table, a step."""

from typing import Any

from quote_engine.condition_shape import Condition
from quote_engine.placed import Node, Scalar
from quote_engine.problem import Place, Report
from quote_engine.scalars import Anything, Day, Flag, Id, Integer, Number, OneOf, Text
from quote_engine.shape import Items, Key, ListOf, MapOf, Record, Schema, Shape, Shared
from quote_engine.table_shape import Cells

CERTAINTY = OneOf(("published", "sample"), "確かさ")
CERTAINTY_HELP = "published は公表された値、sample は参考の値です。"
SOURCE_HELP = "どの文書の、どこに書いてあるかです。"
SOURCE = Record({"document": Key(Id("文書"), "文書", help="data/sources.yml にある文書の名前です。"), "page": Key(Text("ページ"), "ページ", required=False)}, "出典")
ROUNDING = OneOf(("half_up", "up", "down"), "丸め方")
STAGES = ("first", "second", "third")


def many(of: Shape, title: str) -> MapOf:
    """Return a list of named things: ids in written order."""
    return MapOf(of, title, Id())


def optional(shape: Shape, title: str, default: object = None, help: str = "") -> Key:  # noqa: A002  (the name of the field)
    """Return a key that may be left out."""
    return Key(shape, title, required=False, default=default, help=help)


HEADER = {
    "certainty": optional(CERTAINTY, "確かさ", help=CERTAINTY_HELP),
    "source": optional(SOURCE, "出典", help=SOURCE_HELP),
}
"""A file may say once, at its head, what holds for all its entries."""

SINCE = optional(
    Day(), "始まる版",
    help="この日に始まる版から使います。それより前に始まる契約では、聞かず、選べません。版のフォルダーの名前の日を書きます。",
)
CHOICE = Record({"label": Key(Text(), "表示名"), "detail": optional(Text(), "説明", "")}, "選択肢")
DATED_CHOICE = Record({**CHOICE.keys, "since": SINCE}, CHOICE.title)
DEFAULT = Record(
    {
        "when": optional(Condition(), "条件", help="この値にする条件です。最後の行には書きません。"),
        "is": optional(Anything(), "値"),
        "trait": optional(Id(), "車の種類から取る値"),
        "note": optional(Text(), "お知らせ", ""),
    },
    "はじめの値",
)


class Defaults(Shape):
    """A default: one value, or a list of conditions and values."""

    title = "はじめの値"

    def read(self, node: Node, report: Report) -> Any:
        """Return a list of defaults, in order."""
        if isinstance(node, Scalar):
            return [{"when": None, "is": Anything().read(node, report), "trait": None, "note": ""}]
        return ListOf(DEFAULT, "はじめの値").read(node, report)

    def blank(self, place: Place) -> Any:
        return Items(place)

    def schema(self, shared: Shared) -> Schema:
        return {"title": self.title, "anyOf": [Anything().schema(shared), ListOf(DEFAULT, self.title).schema(shared)]}


LIMIT = Record(
    {
        "when": optional(Condition(), "条件"),
        "only": optional(ListOf(Anything(), "選べる値"), "選べる値", help="条件が成り立つときに選べる値です。"),
        "instead": optional(Anything(), "代わりの値", help="選べない答えを、この値に変えます。"),
        "always_tell": optional(Flag(), "いつも知らせる", default=False),
        "otherwise": Key(Text(), "お知らせ"),
    },
    "選べる範囲",
)
REFUSAL = Record({"when": Key(Condition(), "条件"), "message": Key(Text(), "お知らせ")}, "断る条件")
QUESTION = Record(
    {
        "label": Key(Text(), "表示名"),
        "kind": Key(OneOf(("choice", "flag", "integer", "date", "month", "model"), "種類"), "種類",
                    help="choice は選ぶもの、flag は はい・いいえ、integer は整数、date は日、month は年月、model は型式です。"),
        "section": Key(Id(), "画面の組", help="このファイルの sections にある名前です。"),
        "help": optional(Text(), "説明", ""),
        "unit": optional(Text(), "単位"),
        "first": optional(Flag(), "最初の3つに入る", default=False),
        "in_form": optional(Flag(), "画面で聞く", default=True),
        "eligibility": optional(Flag(), "引き受けの条件", default=False),
        "choices": optional(many(DATED_CHOICE, "選択肢"), "選択肢"),
        "choices_from": optional(OneOf(("vehicles",), "選択肢のもと"), "選択肢のもと"),
        "at_least": optional(Integer(), "下限"),
        "at_most": optional(Integer(), "上限"),
        "step": optional(Integer(at_least=1), "きざみ"),
        "default": optional(Defaults(), "はじめの値", [], help="答えがないときの値です。when が成り立つ最初の行を使います。"),
        "from_model": optional(OneOf(("class_basic", "class_vehicle", "launched", "aeb"), "型式の項目"), "型式から"),
        "limits": optional(ListOf(LIMIT, "選べる範囲"), "選べる範囲", [], help="外れた答えは instead に変え、otherwise をお知らせに出します。"),
        "refuse": optional(ListOf(REFUSAL, "断る条件"), "断る条件", [], help="計算に使えない答えです。message を質問のそばに出します。"),
        "warn": optional(ListOf(REFUSAL, "注意"), "注意", []),
        "shown": optional(Condition(), "聞く条件", help="成り立たないときは、画面で聞きません。"),
        "since": SINCE,
        **HEADER,
    },
    "質問",
)
VEHICLE = Record(
    {
        "label": Key(Text(), "表示名"),
        "detail": optional(Text(), "説明", ""),
        "wheels": Key(OneOf(("four", "two"), "輪の数"), "輪の数"),
        "class_scale": optional(Id(), "料率クラスの段階", "none"),
        "graded": Key(Flag(), "等級がある"),
        "own_damage": Key(OneOf(("allowed", "unless_dump_body", "never"), "車両損害"), "車両損害"),
        "first_inspection_months": Key(Integer(at_least=1, at_most=120), "最初の車検までの月数"),
    },
    "車の種類",
)
DETAIL = Record({"fact": Key(Id(), "質問"), "before": optional(Text(), "前に付ける言葉", "")}, "内訳の言葉")
COVERAGE_KEYS = {
    "label": Key(Text(), "表示名"),
    "what": Key(Text(), "説明"),
    "detail": optional(ListOf(DETAIL, "内訳の言葉"), "内訳の言葉", []),
    **HEADER,
}
NEED = Record({"when": Key(Condition(), "条件"), "otherwise": Key(Text(), "お知らせ")}, "条件")
CELLS = {
    "by": optional(ListOf(Id(), "引く項目"), "引く項目", [], help="表を引く質問や区分の名前です。この順に入れ子にします。"),
    "yen": optional(Cells(Number(at_least=0)), "円", help="円、率、％のどれか1つを書きます。"),
    "factor": optional(Cells(Number(at_least=0)), "率", help="掛ける数です。1.05 は 5％ 高くなります。"),
    "percent": optional(Cells(Number(at_least=-100)), "％", help="割引では引く％です。等級では -52 のように増減を書きます。"),
    "step_label": optional(Text(), "手順の表示名"),
    **HEADER,
}
TABLE = Record({"label": Key(Text(), "表示名"), **CELLS}, "表")
BAND = Record({"id": Key(Id(), "名前"), "from": Key(Integer(), "下限"), "label": Key(Text(), "表示名")}, "帯")
CASE = Record(
    {"id": Key(Id(), "名前"), "label": Key(Text(), "表示名"), "when": optional(Condition(), "条件")}, "区分"
)
STEP = Record(
    {
        "kind": Key(OneOf(("base", "add", "multiply", "discounts", "floor", "cap", "round"), "手順の種類"), "種類"),
        "coverages": optional(ListOf(Id(), "補償", alone=True), "補償"),
        "table": optional(Id(), "表"),
        "times": optional(Id(), "掛ける項目"),
        "stage": optional(OneOf(STAGES, "割引の順番"), "割引の順番"),
        "when": optional(Condition(), "条件"),
        "yen": optional(Number(at_least=0), "円"),
        "unit": optional(Integer(at_least=1), "丸める単位（円）"),
        "mode": optional(ROUNDING, "丸め方"),
        "label": optional(Text(), "表示名"),
        **HEADER,
    },
    "計算の手順",
)
ROUND = {
    "unit": Key(Integer(at_least=1), "丸める単位（円）"),
    "mode": Key(ROUNDING, "丸め方"),
    "label": Key(Text(), "表示名"),
}
ANSWERS = many(Anything(), "答え")
