"""What a storyboard may contain: a closed set of keys, as for every file of the data."""

from rulebook.declared.parts import many, optional
from rulebook.shapes.scalars import Anything, Day, Id, Integer, Number, OneOf, Text
from rulebook.shapes.shape import Items, Key, ListOf, MapOf, Record, Schema, Shape, Shared
from rulebook.sheets.placed import Node, Sequence
from rulebook.sheets.problem import Report

ENGINES = ("openjtalk-mei",)
"""Synthetic voices. A recording of a person stands in ``audio`` of its sentence instead."""
DOORS = ("quote", "payout", "outlook")
"""The questions to the engine that a figure may ask."""
FORMS = ("yen", "man", "percent", "number", "text")

IDS = ListOf(Id("絵の中の名前"), "絵の中の名前", alone=True)
SENTENCE = Record(
    {
        "say": Key(
            Text("話す文"),
            "話す文",
            help="声が話す文です。{…} に、事実、窓口の番号、figures の数（{figure.名前}）を入れられます。",
            example="次に、{desk.home_damage}に電話します。",
        ),
        "read": optional(Text("読み方"), "読み方", help="声が読みまちがえるときだけ、読むとおりの文を書きます。", example="りさいしょうめいしょを出します。"),
        "caption": optional(Text("字幕"), "字幕", help="話す文と変えたいときだけ、字幕の文を書きます。", example="罹災証明書を出します。"),
        "bullet": optional(Integer("箇条書きの番号", at_least=1), "箇条書きの番号", help="この文で現れる箇条書きです。場面の bullets の、上から何番目かを書きます。", example=1),
        "show": optional(IDS, "見せるもの", (), help="この文で見せる、絵の中の部品です。書いた部品は、それまで隠れています。", example=("storm", ["storm", "flying"])),
        "hide": optional(IDS, "隠すもの", (), help="この文で隠す、絵の中の部品です。", example=("storm", ["storm", "flying"])),
        "zoom": optional(Id("大きく写すもの"), "大きく写すもの", help="この文のあいだ大きく写す、絵の中の部品です。", example="hole"),
        "point": optional(Id("指すもの"), "指すもの", help="この文のあいだ印でさす、絵の中の部品です。", example="house"),
        "audio": optional(Text("録音"), "録音", help="人が話した録音を使うときの、ファイルの名前です。台本と同じフォルダーに置きます。", example="narration/03.wav"),
        "pause": optional(Number("間（秒）", at_least=0, at_most=3), "間（秒）", help="文のあとに置く間です。", example="0.5"),
    },
    "文",
)


class Spoken(Shape):
    """A sentence: only its words, or a record of words and what the picture does."""

    title = "文"

    def read(self, node: Node, report: Report) -> object:
        """Return the record; words alone are the record with nothing else in it."""
        if hasattr(node, "text"):
            say = Text("話す文").read(node, report)
            fields = SENTENCE.blank(node.place)
            fields["say"] = say or ""
            return fields
        return SENTENCE.read(node, report)

    def schema(self, shared: Shared) -> Schema:
        """Describe both forms for editors' tools."""
        return {"title": self.title, "anyOf": [Text("話す文").schema(shared), SENTENCE.schema(shared)]}


SCENE = Record(
    {
        "id": Key(Id("場面の名前"), "場面の名前", help="場面をさす名前です。動画の中の目次と、poster で使います。", example="safe"),
        "title": Key(Text("題"), "題", help="場面の題です。画面の上と、目次に出ます。", example="まず、身を守る"),
        "visual": Key(
            Text("絵の説明"),
            "絵の説明",
            help="絵に何が見えるかを、見えない人にもわかるように書きます。文字で読むページに出ます。",
            example="強い雨と風で、屋根のかわらが飛んでいる。",
        ),
        "drawing": optional(Text("絵"), "絵", help="場面の絵です。同じフォルダーにある SVG の名前を書きます。", example="safe.svg"),
        "bullets": optional(
            ListOf(Text("箇条書き"), "箇条書き"), "箇条書き", (), help="画面に出す箇条書きです。文の bullet で、1つずつ現れます。", example=["水が来た高さ", "家の全体"]
        ),
        "sentences": Key(ListOf(Spoken(), "文"), "文", help="話す文です。上から順に話し、字幕にもなります。文だけでも書けます。", example=["雨や風がやむまで、家の外に出ません。"]),
    },
    "場面",
)


class Pair(Shape):
    """The names of two figures, the second taken from the first."""

    title = "2つの数の名前"

    def read(self, node: Node, report: Report) -> Items | None:
        """Return the two names."""
        if not isinstance(node, Sequence) or len(node.items) != 2:
            report.add(node.place, "引き算には、数の名前を2つ書きます。", "minus: [前, 後] のように書いてください。")
            return None
        return ListOf(Id("数の名前"), self.title).read(node, report)

    def schema(self, shared: Shared) -> Schema:
        """Describe the two names for editors' tools."""
        return {**ListOf(Id("数の名前"), self.title).schema(shared), "minItems": 2, "maxItems": 2}


ACCIDENT = Record(
    {
        "year": Key(Integer("何年目", at_least=1), "何年目", help="事故が起きる年です。1 は、契約してから1年目です。", example=1),
        "kind": Key(Id("事故の種類"), "事故の種類", help="事故の数え方です。版の renewal.yml にある名前です。", example="three_down"),
    },
    "事故",
)
"""An accident on the way of an outlook; the engine checks year and kind."""
FIGURE = Record(
    {
        "ask": optional(OneOf(DOORS, "計算"), "計算", help="quote は掛金、payout は共済金、outlook はこれからの等級と掛金を計算します。"),
        "example": optional(Id("見本"), "見本", help="data/examples.yml の見本の人です。この人の答えで計算します。", example="family_car"),
        "story": optional(Id("話"), "話", help="data/stories.yml の話です。この話の答えと事故で計算します。", example="rear_ended"),
        "answers": optional(MapOf(Anything(), "答え", Id()), "答え", help="見本の人の答えに足すか、上書きする答えです。", example={"grade": "6"}),
        "accidents": optional(ListOf(ACCIDENT, "事故"), "事故", help="これからの等級を計算するときに、途中で起きる事故です。", example=[{"year": 1, "kind": "three_down"}]),
        "take": optional(
            Text("取り出すところ"), "取り出すところ", help="計算の結果から取り出す所です。名前と、0から数えた番号を . でつなぎます。", example=("annual", "years.0.grade")
        ),
        "minus": optional(Pair(), "引き算", help="計算する代わりに、ほかの2つの数の差を使います。前から後を引きます。", example=["before", "after"]),
        "as": Key(OneOf(FORMS, "書き方"), "書き方", help="yen は円、man は万円、percent は％、number は数、text はそのままの書き方です。"),
    },
    "数",
)
SOURCE = Record(
    {
        "document": Key(Id("文書"), "文書", help="data/sources.yml にある文書の名前です。", example="voices_2023_08"),
        "page": optional(Text("ページ"), "ページ", help="その文書のページか見出しです。", example="改善事例03"),
        "for": optional(Text("何の出典か"), "何の出典か", help="動画のどの話の出典かです。", example="請求書と写真"),
    },
    "出典",
)
STORYBOARD = Record(
    {
        "title": Key(Text("題"), "題", help="動画の題です。一覧とページの見出しに出ます。", example="台風・大雨の請求"),
        "description": Key(Text("説明"), "説明", help="どんな動画かを、1文か2文で書きます。一覧と検索に出ます。", example="請求の流れを、電話から受け取りまで話します。"),
        "order": Key(Integer("並び順", at_least=1, at_most=99), "並び順", help="動画の一覧で、何番目に出すかです。"),
        "reviewed": Key(
            Record(
                {
                    "by": Key(Text("確かめた人"), "確かめた人", help="確かめた人か、チームの名前です。", example="マイカー共済ガイド編集チーム"),
                    "date": Key(Day(), "確かめた日", help="台本を、出典と最後にくらべた日です。"),
                },
                "確認",
            ),
            "確認",
            help="内容をだれが、いつ確かめたかです。",
        ),
        "sources": Key(ListOf(SOURCE, "出典"), "出典", help="話の出典です。動画のページの下に並びます。"),
        "voice": optional(
            Record(
                {
                    "engine": optional(OneOf(ENGINES, "声"), "声", ENGINES[0], help="合成の声の名前です。"),
                    "speed": optional(Number("速さ"), "速さ", "1.0", help="話す速さです。1.0 がふつうで、大きいほど速くなります。", example="1.0"),
                    "half_tone": optional(Number("高さ"), "高さ", "-2", help="声の高さです。半音の数で、小さいほど低くなります。", example="-2"),
                },
                "声",
            ),
            "声",
            help="合成の声の話し方です。書かなければ、どの動画とも同じ声です。",
        ),
        "readings": optional(
            MapOf(Text("読み方"), "読み方", Text("言葉")),
            "読み方",
            help="この動画だけで使う読み方です。左に言葉、右によみを書きます。どの動画でも使うものは、videos/readings.yml に書きます。",
            example={"罹災証明書": "りさいしょうめいしょ"},
        ),
        "figures": optional(many(FIGURE, "数"), "数", help="話す文と絵に入れる数です。掛金や共済金を計算して出します。文では {figure.名前} と書きます。"),
        "poster": optional(Id("場面の名前"), "表紙にする場面", help="再生の前に見せる場面です。下の scenes の id を書きます。", example="safe"),
        "scenes": Key(ListOf(SCENE, "場面"), "場面", help="動画の場面です。上から順に流れます。"),
    },
    "動画の台本",
)
READINGS = Record(
    {
        "readings": Key(
            MapOf(
                Record(
                    {
                        "kana": Key(Text("読み"), "読み", help="音のとおりのカタカナです。長い音は「ー」で書きます。", example="ジダン"),
                        "accent": optional(Integer("アクセント", at_least=0), "アクセント", 0, help="音が下がる直前の拍の番号です。0 は、下がらない読み方です。", example=0),
                    },
                    "読み",
                ),
                "読み",
                Text("言葉"),
            ),
            "読み",
            help="合成の声が読みまちがえる言葉と、正しい読みです。どの動画にも使います。",
        )
    },
    "読み方の辞書",
)
