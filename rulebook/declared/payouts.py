"""What the files of accidents, payouts and stories may contain."""

from quote_engine.payout.covers import SCENES
from rulebook.declared.parts import ANSWERS, CHOICE, HEADER, SOURCE, many, optional
from rulebook.shapes.scalars import Anything, Flag, Id, Integer, OneOf, Text
from rulebook.shapes.shape import Key, ListOf, Record

FIGURE_UNITS = ("yen", "days", "percent", "months", "km", "minutes", "litres", "times")
OTHERS = ("car", "person", "unknown", "nobody")

ACCIDENT_QUESTION = Record(
    {
        "label": Key(Text(), "表示名", help="事故の画面に出る、質問の言葉です。", example="運転していた人"),
        "kind": Key(OneOf(("choice", "flag", "integer"), "種類"), "種類", help="choice は選ぶもの、flag は はい・いいえ、integer は整数です。"),
        "help": optional(Text(), "説明", "", help="質問の下に出す説明です。", example="家族の車は入りません。"),
        "unit": optional(Text(), "単位", help="入れる数のうしろに出す単位です。", example=("円", "日", "歳")),
        "choices": optional(many(CHOICE, "選択肢"), "選択肢", help="選べるものです。名前（ID）は、答えとリンクに使います。"),
        "at_least": optional(Integer(at_least=0), "下限", help="入れられる、いちばん小さい数です。", example=0),
        "at_most": optional(Integer(at_least=0), "上限", help="入れられる、いちばん大きい数です。", example=100),
        "step": optional(Integer(at_least=1), "きざみ", help="入れられる数のきざみです。", example=10000),
        "default": optional(Anything(), "はじめの値", help="答えがないときに使う値です。", example=("self", False, 0)),
        "needs": optional(Id(), "先に聞く質問", help="この質問に「はい」か1以上の答えがあるときだけ、聞きます。", example="rental_days"),
    },
    "事故の質問",
)
ACCIDENT_KIND = Record(
    {
        "label": Key(Text(), "表示名", help="事故を選ぶところに出る言葉です。", example="車どうし"),
        "thing": Key(Text(), "事故の呼び名", help="文の中で、この事故をさす言葉です。", example="車どうしの衝突"),
        "detail": Key(Text(), "説明", help="どんな事故が入るかを、短く書きます。", example="相手のわかる車との衝突や接触"),
        "own_damage": Key(
            ListOf(Id(), "車両損害のタイプ"),
            "車両損害のタイプ",
            help="この事故で自分の車に出る、車両損害のタイプです。どれでも出なければ [] です。",
            example=["economy", "general"],
        ),
        "grade_event": Key(Id(), "等級の数え方", help="この事故を使ったときの、等級の数え方です。版の renewal.yml にある名前です。", example="three_down"),
        "scene": Key(
            OneOf(SCENES, "場面"),
            "場面",
            help="どんな場面の事故かです。road は道路、harm はいたずらや災害など、walking は歩行中、bicycle は自転車、moped は原付自転車、defect は車の欠陥、breakdown は故障です。",
        ),
        "other": Key(OneOf(OTHERS, "相手"), "相手", help="相手です。car は車、person は人、unknown はわからない、nobody はいない事故です。"),
        "unidentified": optional(
            Id(), "相手がわからないときの種類", help="相手の車がわからないとき、自分の車の損害を、どの種類の事故と同じに見るかです。", example="hit_and_run"
        ),
        "drivers": Key(Flag(), "運転者の条件を見るか", help="true なら、運転していた人が年齢条件などに合うかを見ます。合わなければ、共済金は出ません。"),
        "usual": Key(many(Anything(), "はじめの値"), "はじめの値", help="この事故で、答えがないときに使う値です。質問の、はじめの値より先に使います。", example={"driver": "self"}),
        "asks": Key(
            ListOf(Id(), "聞くこと"), "聞くこと", help="はじめから画面に出す質問です。上の questions にある名前を、順に書きます。", example=["own_fault_percent", "own_damage_loss"]
        ),
        "more": Key(ListOf(Id(), "くわしく聞くこと"), "くわしく聞くこと", help="「くわしく」を開いたときに聞く質問です。", example=["hospital_days"]),
        "sample": Key(many(Anything(), "見本の答え"), "見本の答え", help="この事故を選んだとき、画面に最初から入れておく答えです。", example={"own_fault_percent": "90"}),
        **HEADER,
    },
    "事故の種類",
)
REMEDY = Record(
    {
        "label": Key(Text(), "表示名", help="変え方の言葉です。", example="新車買替を付ける"),
        "changes": Key(ANSWERS, "変える答え", help="変える質問と、変えたあとの答えです。これで共済金を計算しなおします。", example={"new_car_replacement": True}),
    },
    "変え方",
)

ACCIDENTS = Record(
    {
        "questions": Key(many(ACCIDENT_QUESTION, "事故の質問"), "事故の質問", help="事故について聞くことです。名前は、下の kinds と、話や例の答えで使います。"),
        "kinds": Key(many(ACCIDENT_KIND, "事故の種類"), "事故の種類", help="選べる事故です。名前は、話、例、ページのボタンで使います。"),
        "remedies": Key(many(REMEDY, "変え方"), "変え方", help="足りないときに、どの補償を変えれば出るかです。名前は、例の remedies で使います。"),
        **HEADER,
    },
    "事故のファイル",
)

FIGURE = Record(
    {
        "label": Key(Text(), "表示名", help="計算の説明に出る、この数の言葉です。", example="入院の日額"),
        "unit": Key(OneOf(FIGURE_UNITS, "単位"), "単位", help="数の単位です。yen は円、days は日、percent は％、months は月、minutes は分、litres はリットル、times は回です。"),
        "value": Key(Integer(at_least=0), "数", help="計算に使う数です。円なら、区切りを付けずに書きます。", example=10000),
        **HEADER,
    },
    "数",
)
SCALE = Record(
    {
        "label": Key(Text(), "表示名", help="計算の説明に出る、この表の言葉です。", example="自賠責 後遺障がいの限度"),
        "unit": Key(OneOf(("yen", "percent"), "単位"), "単位", help="yen は円、percent は％です。"),
        "grades": Key(many(Integer(at_least=0), "等級ごとの数"), "等級ごとの数", help="後遺障がいの等級ごとの数です。名前は、1から14までの等級です。", example={"1": 100, "14": 4}),
        **HEADER,
    },
    "等級の表",
)
REDUCTION = Record(
    {
        "from": Key(Integer(at_least=0, at_most=100), "過失の下限（％）", help="自分の過失がこの割合から、減らします。次の行の手前までが、この行です。"),
        "lasting": Key(Integer(at_least=0, at_most=100), "死亡と後遺障がい（％）", help="死亡と後遺障がいで、減らす割合です。"),
        "injury": Key(Integer(at_least=0, at_most=100), "けが（％）", help="けがで、減らす割合です。"),
        **HEADER,
    },
    "自賠責の減額",
)
GRADE_EVENT = Record(
    {"event": Key(Id(), "等級の数え方", help="renewal.yml にある等級の数え方です。by_kind なら、起きた事故の種類で決まります。", example="no_count"), **HEADER}, "等級の数え方"
)

PAYOUTS = Record(
    {
        "figures": Key(many(FIGURE, "数"), "数", help="共済金の計算に使う数です。名前は決まっていて、計算がこの名前で引きます。"),
        "scales": Key(many(SCALE, "等級の表"), "等級の表", help="後遺障がいの等級で決まる表です。名前は決まっていて、計算がこの名前で引きます。"),
        "compulsory_reductions": Key(ListOf(REDUCTION, "自賠責の減額"), "自賠責の減額", help="自分の過失が大きいときに、自賠責が減らす割合です。過失の小さいほうから書きます。"),
        "grade_events": Key(many(GRADE_EVENT, "等級の数え方"), "等級の数え方", help="補償や特約を使ったときの、等級の数え方です。名前は補償で、どれも欠かせません。"),
        **HEADER,
    },
    "支払いのファイル",
)

STORY_RESULT = Record(
    {
        "payments": Key(many(Integer(at_least=0), "出る額"), "出る額", help="補償ごとに出る額（円）です。ここにない補償は、0円のはずです。", example={"own_damage": 10000}),
        "member_bears": Key(Integer(at_least=0), "自分の負担", help="契約している人が、自分で払うことになる額（円）です。", example=0),
        "grade_event": Key(Id(), "等級の数え方", help="この事故のあとの、等級の数え方です。", example="no_count"),
    },
    "結果",
)
STORY = Record(
    {
        "label": Key(Text(), "表示名", help="話の題です。", example="信号待ちで追突された"),
        "told": Key(Text(), "話", help="何が起きたかを、読む人が思いうかべられるように書きます。", example="赤信号でとまっていて、うしろから追突されました。"),
        "answers": Key(ANSWERS, "契約の答え", help="policy のもとの契約と、ちがう答えだけを書きます。", example={"legal_expenses": True}),
        "accident": Key(
            ANSWERS, "事故の答え", help="どの事故かと、その質問の答えです。accident に、事故の種類を書きます。", example={"accident": "car_collision", "own_fault_percent": "0"}
        ),
        "expect": Key(STORY_RESULT, "結果", help="この話で出るはずの額です。計算と1円でもちがえば、テストが知らせます。"),
        "source": optional(SOURCE, "出典", help="この話のもとになった文書です。"),
    },
    "話",
)
STORIES = Record(
    {
        "policy": Key(ANSWERS, "もとの契約", help="どの話にも使う、もとの契約の答えです。", example={"vehicle_type": "passenger", "grade": "11"}),
        "stories": Key(many(STORY, "話"), "話", help="読むための話です。名前は、動画の台本とリンクで使います。"),
        **HEADER,
    },
    "話のファイル",
)

PAYOUT_RESULT = Record(
    {
        "status": Key(OneOf(("quoted", "declined", "invalid"), "結果"), "結果", help="quoted は計算できる、declined は引き受けできない、invalid は答えに誤りがある、です。"),
        "payments": optional(many(Integer(at_least=0), "出る額"), "出る額", help="補償ごとに出るはずの額（円）です。", example={"own_damage": 10000}),
        "member_bears": optional(Integer(at_least=0), "自分の負担", help="自分で払うはずの額（円）です。", example=0),
        "grade_event": optional(Id(), "等級の数え方", help="等級の数え方は、これになるはずです。", example="three_down"),
        "driver": optional(Id(), "運転者の決まり", help="運転していた人を見たときに、働くはずの決まりの名前です。", example="age_condition"),
        "zeros": optional(
            many(Text(), "出ない理由"), "出ない理由", help="出ないはずの補償と、画面で伝えるわけの文です。", example={"incidental_expenses": "警察に届けていないためです。"}
        ),
        "free": optional(many(Flag(), "無料か"), "無料か", help="ロードサービスごとに、無料のはずなら true です。", example={"tow": True}),
        "remedies": optional(ListOf(Id(), "変え方"), "変え方", help="すすめるはずの変え方です。accidents.yml の remedies にある名前です。", example=["new_car"]),
        "problems": optional(ListOf(Text(empty=True), "誤り"), "誤り", help="誤りを知らせるはずの、質問の名前です。", example=["own_damage_loss"]),
    },
    "支払い",
)
"""What a case says must come of an accident; what it leaves out is not looked at."""
