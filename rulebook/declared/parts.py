"""Parts that the declarations of several files share: a source, a question, a table, a step."""

from typing import Any

from quote_engine.premium.steps import PLANNED
from rulebook.declared.traits import NO_SCALE, OWN_DAMAGE_CARRIED, WHEELS
from rulebook.shapes.conditions import Condition
from rulebook.shapes.scalars import Anything, Day, Flag, Id, Integer, Number, OneOf, Text
from rulebook.shapes.shape import Items, Key, ListOf, MapOf, Record, Schema, Shape, Shared
from rulebook.shapes.tables import Cells
from rulebook.sheets.placed import Node, Scalar
from rulebook.sheets.problem import Place, Report

CERTAINTY = OneOf(("published", "sample"), "確かさ")
CERTAINTY_HELP = "published は公表された値、sample は参考の値です。"
SOURCE_HELP = "どの文書の、どこに書いてあるかです。"
SOURCE = Record(
    {
        "document": Key(Id("文書"), "文書", help="data/sources.yml にある文書の名前です。", example="pamphlet_2020_04"),
        "page": Key(Text("ページ"), "ページ", required=False, help="その文書のページか見出しです。出典のとなりに出ます。", example=("11", "改善事例04")),
    },
    "出典",
)
ROUNDING = OneOf(("half_up", "up", "down"), "丸め方")
RIDERS = "riders"
"""The section that the riders' own questions stand in."""
TABLE_UNITS = ("yen", "factor", "percent")
"""What the cells of a table may be; a table has one of them."""
STAGES = ("first", "second", "third")


def many(of: Shape, title: str) -> MapOf:
    """Return a list of named things: ids in written order."""
    return MapOf(of, title, Id())


def optional(shape: Shape, title: str, default: object = None, help: str = "", example: object = None) -> Key:  # noqa: A002  (the name of the field)
    """Return a key that may be left out."""
    return Key(shape, title, required=False, default=default, help=help, example=example)


HEADER = {
    "certainty": optional(CERTAINTY, "確かさ", help=CERTAINTY_HELP),
    "source": optional(SOURCE, "出典", help=SOURCE_HELP, example={"document": "pamphlet_2020_04", "page": "11"}),
}
"""A file may say once, at its head, what holds for all its entries."""

SINCE = optional(
    Day(),
    "始まる版",
    help="この日に始まる版から使います。それより前に始まる契約では、聞かず、選べません。版のフォルダーの名前の日を書きます。",
)
CHOICE = Record(
    {
        "label": Key(Text(), "表示名", help="選ぶところに出る言葉です。名前（ID）のほうは、リンクと保存した答えに使うので変えません。", example="一般補償"),
        "detail": optional(Text(), "説明", "", help="言葉の下に、小さく足す一言です。", example="あて逃げも補償します"),
    },
    "選択肢",
)
DATED_CHOICE = Record({**CHOICE.keys, "since": SINCE}, CHOICE.title)
DEFAULT = Record(
    {
        "when": optional(Condition(), "条件", help="この値にする条件です。最後の行には書きません。"),
        "is": optional(Anything(), "値", help="答えがないときに使う値です。trait と、どちらかを書きます。", example=("none", "35", True)),
        "trait": optional(Id(), "車の種類から取る値", help="車の種類ごとに決まる数を、はじめの値にします。", example="middle_class"),
        "note": optional(Text(), "お知らせ", "", help="この値で計算したことを、見る人に知らせる文です。", example="型式がわからないので、まん中のクラスで計算しました。"),
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
        one = {**Anything().schema(shared), "description": "だれでも同じ値なら、それだけを書きます。"}
        several = {**ListOf(DEFAULT, self.title).schema(shared), "description": "答えによって変わるときは、並べて書きます。"}
        return {"title": self.title, "anyOf": [one, several]}


LIMIT = Record(
    {
        "when": optional(Condition(), "条件", help="この行が働く条件です。書かなければ、いつも働きます。"),
        "only": optional(ListOf(Anything(), "選べる値"), "選べる値", help="条件が成り立つときに選べる値です。", example=["none"]),
        "instead": optional(Anything(), "代わりの値", help="選べない答えを、この値に変えます。", example="none"),
        "always_tell": optional(Flag(), "いつも知らせる", default=False, help="true なら、見る人が答えていない値を変えたときにも知らせます。"),
        "otherwise": Key(Text(), "お知らせ", help="答えを変えたことと、そのわけを見る人に伝える文です。", example="この種類の車に料率クラスはありません。"),
    },
    "選べる範囲",
)
REFUSAL = Record(
    {
        "when": Key(Condition(), "条件", help="文を出すときの条件です。"),
        "message": Key(
            Text(), "お知らせ", help="質問のそばに出す文です。{項目.more_than} のように書くと、条件の数が入ります。", example="申し込みは{days_until_start.more_than}日先までです。"
        ),
    },
    "断る条件",
)
QUESTION = Record(
    {
        "label": Key(Text(), "表示名", help="画面、内訳、共有した結果に出る、質問の言葉です。", example="車の種類"),
        "kind": Key(
            OneOf(("choice", "flag", "integer", "date", "month", "model"), "種類"),
            "種類",
            help="choice は選ぶもの、flag は はい・いいえ、integer は整数、date は日、month は年月、model は型式です。",
        ),
        "section": Key(Id(), "画面の組", help="このファイルの sections にある名前です。", example="car"),
        "help": optional(Text(), "説明", "", help="質問の下に出す説明です。どこを見ればわかるかを書くと、答えやすくなります。", example="車検証の「型式」の欄にあります。"),
        "unit": optional(Text(), "単位", help="入れる数のうしろに出す単位です。", example=("円", "歳", "kg")),
        "first": optional(Flag(), "最初の3つに入る", default=False, help="true なら、値段を出す前に聞く3つに入ります。"),
        "in_form": optional(Flag(), "画面で聞く", default=True, help="false なら画面では聞かず、ほかの答えから決めます。"),
        "eligibility": optional(Flag(), "引き受けの条件", default=False, help="true なら、引き受けできる車かを確かめる質問として、まとめて出します。"),
        "choices": optional(many(DATED_CHOICE, "選択肢"), "選択肢", help="選べるものです。名前（ID）は、条件の答え、率の表の行、リンクに使います。"),
        "choices_from": optional(OneOf(("vehicles",), "選択肢のもと"), "選択肢のもと", help="ほかのファイルのものを選択肢にします。vehicles は data/vehicles.yml の車の種類です。"),
        "at_least": optional(Integer(at_least=0), "下限", help="入れられる、いちばん小さい数です。", example=1),
        "at_most": optional(Integer(at_least=0), "上限", help="入れられる、いちばん大きい数です。", example=100),
        "step": optional(Integer(at_least=1), "きざみ", help="入れられる数のきざみです。10000 なら、1万ごとになります。", example=10000),
        "default": optional(Defaults(), "はじめの値", [], help="答えがないときの値です。when が成り立つ最初の行を使います。", example="none"),
        "from_model": optional(
            OneOf(("class_basic", "class_vehicle", "launched", "aeb"), "型式の項目"), "型式から", help="型式を選んだ人では、data/models.yml のこの項目が答えになります。"
        ),
        "limits": optional(ListOf(LIMIT, "選べる範囲"), "選べる範囲", [], help="外れた答えは instead に変え、otherwise をお知らせに出します。"),
        "refuse": optional(ListOf(REFUSAL, "断る条件"), "断る条件", [], help="計算に使えない答えです。message を質問のそばに出します。"),
        "warn": optional(ListOf(REFUSAL, "注意"), "注意", [], help="計算はしますが、見る人に確かめてほしい答えです。message を質問のそばに出します。"),
        "shown": optional(Condition(), "聞く条件", help="成り立たないときは、画面で聞きません。"),
        "since": SINCE,
        **HEADER,
    },
    "質問",
)
VEHICLE = Record(
    {
        "label": Key(Text(), "表示名", help="選ぶところと内訳に出る、車の種類の言葉です。", example="普通・小型乗用車"),
        "detail": optional(Text(), "説明", "", help="選ぶところで、車の種類の下に足す一言です。", example="車検証の車体の形状が「車いす移動車」の車"),
        "wheels": Key(OneOf(tuple(WHEELS), "輪の数"), "輪の数", help="four は四輪、two は二輪です。付けられる補償と割引が変わります。"),
        "class_scale": optional(Id(), "料率クラスの段階", NO_SCALE, help="上の class_scales にある段階の名前です。none は、料率クラスがない車です。", example=("ordinary", "kei")),
        "graded": Key(Flag(), "等級がある", help="等級のある車は true です。false なら等級を聞かず、等級の率も掛けません。"),
        "own_damage": Key(
            OneOf(OWN_DAMAGE_CARRIED, "車両損害"),
            "車両損害",
            help="車両損害を付けられるかです。allowed は付けられる、unless_dump_body はダンプ装置がなければ付けられる、never は付けられない車です。",
        ),
        "first_inspection_months": Key(
            Integer(at_least=1, at_most=120), "最初の車検までの月数", help="初度登録から最初の車検までの月数です。新車の特約を付けられる期間を、ここから数えます。"
        ),
    },
    "車の種類",
)
DETAIL = Record(
    {
        "fact": Key(Id(), "質問", help="補償の名前の下に、この質問の答えを出します。", example="own_damage"),
        "before": optional(Text(), "前に付ける言葉", "", help="答えの前に付ける言葉です。何の答えかが、言葉だけではわからないときに書きます。", example="自己負担額"),
    },
    "内訳の言葉",
)
COVERAGE_KEYS = {
    "label": Key(Text(), "表示名", help="内訳、くらべる画面、共済金の画面に出る、補償の言葉です。", example="対人賠償"),
    "what": Key(Text(), "説明", help="何に、どれだけ払うかを伝える文です。補償の名前のそばに出ます。", example="事故で人の車や物をこわしたときの賠償です。"),
    "detail": optional(ListOf(DETAIL, "内訳の言葉"), "内訳の言葉", [], help="内訳で補償の下に小さく出す、質問の答えです。上から順に並びます。"),
    **HEADER,
}
NEED = Record(
    {
        "when": Key(Condition(), "条件", help="使うために成り立つことを書きます。"),
        "otherwise": Key(Text(), "お知らせ", help="条件が成り立たない人に、使えないわけを伝える文です。", example="四輪の車の契約に付けるものです。外しました。"),
    },
    "条件",
)
CELLS = {
    "by": optional(ListOf(Id(), "引く項目"), "引く項目", [], help="表を引く質問や区分の名前です。この順に入れ子にします。", example=["vehicle_type"]),
    "yen": optional(Cells(Number(at_least=0)), "円", help="円、率、％のどれか1つを書きます。"),
    "factor": optional(Cells(Number(at_least=0)), "率", help="掛ける数です。1.05 は 5％ 高くなります。"),
    "percent": optional(Cells(Number(at_least=-100)), "％", help="割引では引く％です。等級では -52 のように増減を書きます。"),
    "step_label": optional(Text(), "手順の表示名", help="「値段の決まり方」に出す、この手順の言葉です。{項目} には、見る人の答えが入ります。", example="地域 {region}"),
    **HEADER,
}
TABLE = Record({"label": Key(Text(), "表示名", help="率の一覧と、値段の決まり方に出る、表の言葉です。", example="年齢区分"), **CELLS}, "表")
BAND = Record(
    {
        "id": Key(Id(), "名前", help="率の表の行で使う、帯の名前です。", example="from_40"),
        "from": Key(Integer(), "下限", help="この帯に入る、いちばん小さい数です。上の端は、次の帯の手前までです。", example=(0, 30)),
        "label": Key(Text(), "表示名", help="率の一覧と内訳に出る、帯の言葉です。", example="40代"),
    },
    "帯",
)
CASE = Record(
    {
        "id": Key(Id(), "名前", help="率の表の行で使う、区分の名前です。", example="accident_free"),
        "label": Key(Text(), "表示名", help="率の一覧と内訳に出る、区分の言葉です。", example="事故なし"),
        "when": optional(Condition(), "条件", help="この区分にする条件です。上から順に見ます。最後の行には書きません。"),
    },
    "区分",
)
STEP = Record(
    {
        "kind": Key(
            OneOf(tuple(PLANNED), "手順の種類"),
            "種類",
            help="、".join(f"{written} は{step.told}" for written, step in PLANNED.items()) + "です。",
        ),
        "coverages": optional(
            ListOf(Id(), "補償", alone=True), "補償", help="この手順が働く補償か、coverage_sets の組の名前です。all は全部です。", example=("rated", ["own_damage"])
        ),
        "table": optional(Id(), "表", help="factors.yml の表の名前です。grades は等級の表です。", example="age_band"),
        "times": optional(Id(), "掛ける項目", help="表の数に掛ける、質問の名前です。車両損害の金額のように、数を答える質問です。", example="own_damage_amount"),
        "stage": optional(OneOf(STAGES, "割引の順番"), "割引の順番", help="discounts の手順で引く、割引の段です。discounts.yml の stage と同じ言葉です。"),
        "when": optional(Condition(), "条件", help="この手順を使う条件です。成り立たない人の計算では、とばします。"),
        "yen": optional(Number(at_least=0), "円", help="floor ではこの円より下げず、cap ではこの円より上げません。", example=1000),
        "unit": optional(Integer(at_least=1), "丸める単位（円）", help="round で、何円の位にそろえるかです。", example=10),
        "mode": optional(ROUNDING, "丸め方", help="half_up は四捨五入、up は切り上げ、down は切り捨てです。"),
        "label": optional(Text(), "表示名", help="「値段の決まり方」に出す、この手順の言葉です。", example="10円単位に四捨五入"),
        **HEADER,
    },
    "計算の手順",
)
ROUND = {
    "unit": Key(Integer(at_least=1), "丸める単位（円）", help="何円の位にそろえるかです。", example=10),
    "mode": Key(ROUNDING, "丸め方", help="half_up は四捨五入、up は切り上げ、down は切り捨てです。"),
    "label": Key(Text(), "表示名", help="「値段の決まり方」に出す、丸めの言葉です。", example="10円単位に四捨五入"),
}
ANSWERS = many(Anything(), "答え")
