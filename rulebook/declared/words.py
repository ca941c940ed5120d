"""What the files of ``data/words/`` may contain: what the screens say, and how numbers are counted."""

from rulebook.declared.parts import optional
from rulebook.shapes.scalars import Id, Integer, Text
from rulebook.shapes.shape import Key, ListOf, MapOf, Record
from rulebook.sheets.placed import Mapping, Node
from rulebook.sheets.problem import Report

FOLDER = "words"
ASKED = f"{FOLDER}/asked.lock"
"""Which words the screens ask for, with their slots, see ``asked_words``. A data folder without it has no screens."""


class Sentence(Text):
    """A text that may have slots. One that begins with a slot looks like a mapping to YAML."""

    def read(self, node: Node, report: Report) -> str | None:
        if isinstance(node, Mapping):
            report.add(node.place, "{ で始まる文は、そのままでは書けません。", '文を " " で囲んでください。')
            return None
        return super().read(node, report)


COUNTER = Record(
    {
        "up_to": optional(Integer(at_least=0), "いくつまで", help="この言葉を使う、いちばん大きい数です。最後の行には書きません。", example=9),
        "word": Key(Text(), "言葉", help="数のすぐうしろに付ける言葉です。", example=("つ", "個")),
    },
    "数え方の言葉",
)
WORDS = Record(
    {
        "words": optional(
            MapOf(Sentence("言葉"), "言葉", Id()),
            "言葉",
            help="画面に出る言葉です。名前は決まっていて、画面がこの名前で引きます。{ } のところには、見る人ごとに変わるものが入ります。",
            example={"title": "年ごとの見通し", "found": "重なる補償が{count:つ}あります。"},
        ),
        "counters": optional(
            MapOf(ListOf(COUNTER, "数え方"), "数え方", Text("数え方")),
            "数え方",
            help="数と、うしろに付ける言葉です。名前は、文の { } の中に {count:つ} のように書きます。counters.yml にまとめます。",
        ),
    },
    "画面の言葉のファイル",
)
_ASKED_OF_ONE = MapOf(ListOf(Text("入るもの"), "入るもの"), "言葉", Id("言葉"))
ASKED_SHAPE = Record(
    {
        "engine": Key(_ASKED_OF_ONE, "計算の画面", help="計算した結果を書く言葉です。"),
        "build": Key(_ASKED_OF_ONE, "ページの枠", help="ページを作るときに書く言葉です。"),
        "script": Key(_ASKED_OF_ONE, "スクリプト", help="ブラウザーのスクリプトが書く言葉です。"),
    },
    "画面がたずねる言葉の控え",
)
