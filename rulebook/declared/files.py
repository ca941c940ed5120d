"""What each file of ``data/`` itself may contain."""

from rulebook.declared.choices import CHOICE_FILES
from rulebook.declared.parts import CERTAINTY, COVERAGE_KEYS, HEADER, QUESTION, SOURCE, VEHICLE, many, optional
from rulebook.declared.payouts import ACCIDENTS, STORIES
from rulebook.declared.revisions import REVISIONS
from rulebook.declared.site import SITE_FILES
from rulebook.declared.tools import TOOL_FILES
from rulebook.shapes.conditions import Condition
from rulebook.shapes.scalars import Day, Flag, Id, Integer, Month, Text
from rulebook.shapes.shape import Key, ListOf, MapOf, Record, Shape

DATA_FILES: dict[str, Shape] = {
    "questions.yml": Record(
        {
            "sections": Key(many(Text(), "画面の組"), "画面の組", help="質問をまとめる画面の組です。名前は、質問の section に書きます。", example={"car": "車"}),
            "questions": Key(
                many(QUESTION, "質問"), "質問", help="見る人に聞くことです。名前は、条件、率の表、リンク、例の答えで使うので、変えるときは migrations.yml にも書きます。"
            ),
        },
        "質問のファイル",
    ),
    "vehicles.yml": Record(
        {
            "class_scales": Key(
                many(
                    Record(
                        {
                            "highest": Key(Integer(at_least=1), "いちばん上", help="いちばん上のクラスです。これより大きいクラスは、受け付けません。", example=5),
                            "middle": Key(Integer(at_least=1), "まん中", help="クラスがわからない人に使う、まん中のクラスです。", example=3),
                        },
                        "料率クラスの段階",
                    ),
                    "料率クラスの段階",
                ),
                "料率クラスの段階",
                help="料率クラスの段階です。名前は、車の種類の class_scale に書きます。",
            ),
            "first_inspection_source": optional(SOURCE, "最初の車検の出典", help="最初の車検までの月数が書いてある文書です。ほかの値とは、もとがちがいます。"),
            "vehicles": Key(many(VEHICLE, "車の種類"), "車の種類", help="入れる車の種類です。名前は、条件と率の表の行で使います。"),
            **HEADER,
        },
        "車の種類のファイル",
    ),
    "eligibility.yml": Record(
        {
            "rules": Key(
                many(
                    Record(
                        {
                            "question": Key(Id(), "質問", help="答えを直せばよい質問です。断るわけは、その質問のそばに出ます。", example="private_use"),
                            "when": Key(Condition(), "条件", help="引き受けできない答えです。成り立つと、掛金を出さずにお断りします。"),
                            "message": Key(
                                Text(),
                                "お知らせ",
                                help="お断りするわけです。直せば入れるときは、どうすればよいかも書きます。",
                                example="保安基準に合わない改造をした車は、お引き受けできません。",
                            ),
                            **HEADER,
                        },
                        "断る条件",
                    ),
                    "断る条件",
                ),
                "断る条件",
                help="引き受けできない車の決まりです。名前は、例の cases の declined で使います。",
            ),
            **HEADER,
        },
        "引き受けのファイル",
    ),
    "coverages.yml": Record(
        {
            "coverages": Key(
                many(
                    Record(
                        {
                            **COVERAGE_KEYS,
                            "when": optional(Condition(), "付く条件", help="この補償が付く条件です。書かなければ、どの契約にも付きます。"),
                            "automatic": optional(Flag(), "自動で付く", default=False, help="true は、選ばなくても付く補償です。内訳では、自動で付くものとして分けて出します。"),
                        },
                        "補償",
                    ),
                    "補償",
                ),
                "補償",
                help="基本の補償と、自動で付く補償です。名前は、版の base.yml と plan.yml で使います。上から順に、内訳に並びます。",
            ),
            **HEADER,
        },
        "補償のファイル",
    ),
    "models.yml": Record(
        {
            "status": Key(CERTAINTY, "公表か参考か", help="料率クラスが公表された値なら published、試算用の見本なら sample です。"),
            "source": optional(SOURCE, "出典", help="料率クラスの出典です。published なら、必ず書きます。"),
            "note": Key(Text(), "ことわり", help="車種から選んだ人に出す、ことわりの文です。", example="車検証の型式を、必ず確かめてください。"),
            "models": Key(
                ListOf(
                    Record(
                        {
                            "id": Key(Id("型式"), "型式", help="車検証にある型式です。- の前の記号は書きません。", example="ZVW50"),
                            "name": Key(Text(), "車名", help="車の名前です。候補の並びに出ます。", example="プリウス"),
                            "maker": Key(Text(), "メーカー", help="メーカーの名前です。候補の並びに出ます。", example="トヨタ"),
                            "yomi": Key(Text(), "よみ", help="車の名前のよみを、ひらがなで書きます。この文字でも、さがせます。", example="ぷりうす"),
                            "vehicle_type": Key(Id(), "車の種類", help="data/vehicles.yml にある車の種類の名前です。", example="passenger"),
                            "class_basic": Key(
                                Integer(at_least=1),
                                "料率クラス（相手とけが）",
                                help="対人、対物、けがの補償に使う料率クラスです。見る人が型式を選ぶと、この値で計算します。",
                                example=9,
                            ),
                            "class_vehicle": Key(
                                Integer(at_least=1), "料率クラス（車両損害）", help="車両損害に使う料率クラスです。見る人が型式を選ぶと、この値で計算します。", example=9
                            ),
                            "launched": Key(Month(), "発売の年月", help="その型式が、はじめて発売された月です。AEB割引を使える期間を、ここから数えます。"),
                            "aeb": Key(Flag(), "自動ブレーキ", help="衝突被害軽減ブレーキ（AEB）が、ふつう付いている型式は true です。"),
                        },
                        "車種",
                    ),
                    "車種",
                ),
                "車種",
                help="選べる車種です。1つの型式を1つの組で書きます。",
            ),
        },
        "車種のファイル",
    ),
    "migrations.yml": Record(
        {
            "migrations": Key(
                ListOf(
                    Record(
                        {
                            "question": Key(Id(), "前の質問", help="変わる前の、質問の名前です。", example="own_damage"),
                            "choice": optional(Text(), "前の選択肢", help="質問そのものが変わったときは書きません。", example="general"),
                            "to": optional(Text(), "いまの名前", help="なくなったときは書きません。", example="economy_wide"),
                            "from": optional(Day(), "なくなる版", help="この日に始まる版からなくなるときに書きます。前の版のために、questions.yml には残しておきます。"),
                            "message": Key(Text(), "お知らせ", help="古いリンクで来た人に見せる文です。", example="選べるタイプの名前が変わりました。"),
                        },
                        "移し替え",
                    ),
                    "移し替え",
                ),
                "移し替え",
                help="名前を変えた質問や選択肢です。古いリンクと保存した答えを、いまの名前に直します。",
            ),
        },
        "移し替えのファイル",
    ),
    **CHOICE_FILES,
    "accidents.yml": ACCIDENTS,
    "stories.yml": STORIES,
    **SITE_FILES,
    **TOOL_FILES,
}
"""Files of the data folder itself."""
REVISIONS_FILE = "revisions.yml"
OPTIONAL_FILES: dict[str, Shape] = {REVISIONS_FILE: REVISIONS}
"""Files that a data folder may lack: a plan of which no revision was announced is whole."""
LOCK = "ids.lock"
LOCK_SHAPE = MapOf(ListOf(Text("選択肢"), "選択肢"), "公開した名前", Id("質問"))
"""Names that people's links hold, see ``released_ids``. A data folder without it has released nothing."""
