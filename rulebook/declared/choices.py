"""What the files of ready-made answers may contain: cover chosen beforehand, people shown as examples, changes to advise."""

from rulebook.declared.parts import ANSWERS, SOURCE, many, optional
from rulebook.shapes.scalars import Anything, Flag, Id, OneOf, Text
from rulebook.shapes.shape import Key, Record, Shape

CHOICE_FILES: dict[str, Shape] = {
    "presets.yml": Record(
        {
            "presets": Key(
                many(
                    Record(
                        {
                            "label": Key(Text(), "表示名", help="組み合わせの言葉です。見本と、選びなおす所に出ます。", example="シンプルタイプ"),
                            "detail": Key(Text(), "説明", help="どんな人に合う組み合わせかを、短く書きます。", example="相手への賠償を中心にした組み合わせです。"),
                            "wheels": Key(OneOf(("four", "two"), "輪の数"), "輪の数", help="この組み合わせを使う車です。four は四輪、two は二輪です。"),
                            "source": Key(SOURCE, "出典", help="この組み合わせをすすめている文書です。", example={"document": "pamphlet_2020_04", "page": "2"}),
                            "answers": Key(ANSWERS, "答え", help="選んでおく答えです。questions.yml の質問の名前と、その答えを書きます。", example={"own_damage": "general"}),
                        },
                        "組み合わせ",
                    ),
                    "組み合わせ",
                ),
                "組み合わせ",
                help="はじめに選んでおく、補償の組み合わせです。名前は、examples.yml の preset に書きます。",
            ),
        },
        "組み合わせのファイル",
    ),
    "examples.yml": Record(
        {
            "examples": Key(
                many(
                    Record(
                        {
                            "label": Key(Text(), "表示名", help="どんな人の見本かを、読んでわかるように書きます。", example="22歳、軽自動車、はじめての契約"),
                            "preset": Key(Id(), "組み合わせ", help="もとにする組み合わせです。presets.yml の名前を書きます。", example="recommended"),
                            "answers": Key(ANSWERS, "答え", help="組み合わせに足すか、上書きする答えです。", example={"vehicle_type": "kei_passenger", "age_condition": "21"}),
                        },
                        "見本",
                    ),
                    "見本",
                ),
                "見本",
                help="見本の人です。先頭の人の値段が、計算の準備ができるまで画面に出ます。名前は、動画の台本でも使います。",
            ),
        },
        "見本のファイル",
    ),
    "moves.yml": Record(
        {
            "moves": Key(
                many(
                    Record(
                        {
                            "direction": Key(OneOf(("cheaper", "safer"), "向き"), "向き", help="cheaper は掛金を下げる向き、safer は補償を厚くする向きです。"),
                            "question": Key(Id(), "質問", help="答えを変える質問です。", example="own_damage"),
                            "from": Key(Anything(), "いま", help="この答えの人にだけ、すすめます。", example="general"),
                            "to": Key(Anything(), "変えたあと", help="すすめる答えです。掛金の差は、この答えで計算しなおします。", example="economy_wide"),
                            "label": Key(Text(), "表示名", help="変え方の言葉です。", example="車両損害を付けない"),
                            "effect": Key(
                                Text(), "失うもの・得るもの", help="変えると何を失うか、何を得るかを、はっきり書きます。", example="自分の車の修理代は、出なくなります。"
                            ),
                            "adds": optional(Flag(), "前の段の文に足す", default=False, help="true なら、続けて変えたときに、前の段の文もそのまま残します。"),
                        },
                        "変え方",
                    ),
                    "変え方",
                ),
                "変え方",
                help="「くらべる」と「予算から選ぶ」に出す変え方です。となりの段だけを書きます。",
            ),
        },
        "変え方のファイル",
    ),
}
"""Files of the data folder that hold answers."""
