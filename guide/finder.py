"""What ``data/guide/finder.yml`` may contain: questions, their choices, and the desks and pages they lead to."""

import re

from rulebook.declared.parts import SOURCE, many, optional
from rulebook.shapes.patterns import PAGE, Pattern
from rulebook.shapes.scalars import Day, Flag, Id, Text
from rulebook.shapes.shape import Key, ListOf, Record

_MONTH_DAY = Pattern("月日", form=re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"), hint='"12-31" のように、月と日で書いてください。')
_WEB = Pattern("住所", form=re.compile(r"https://[^\s\"'<>]+"), hint="https:// で始まる住所を書いてください。")
_DESKS = ListOf(Id(), "窓口の並び")

_CHOICE = Record(
    {
        "label": Key(Text(), "表示名", help="選ぶところに出る言葉です。", example="掛金・引き落とし"),
        "detail": optional(Text(), "説明", "", help="何が入るかを、例を並べて書きます。", example="車の買いかえ、引っこし、更新"),
        "drawing": optional(Id(), "絵", help="そばに置く絵です。docs/assets/drawings/ にあるファイルの名前を、.svg なしで書きます。", example="ask-contract"),
        "unsure": optional(Flag(), "わからない人のための道", default=False, help="true は、どれか迷う人のための道です。質問の最後の選択肢に付けます。"),
        "to": Key(Id(), "行き先", help="次に進む、nodes の質問か results の行き先の名前です。", example="payment"),
    },
    "選択肢",
)
_NODE = Record(
    {
        "about": Key(Text(), "答えの見出し", help="選んだ答えを上に並べるときの、見出しの言葉です。", example="用件"),
        "question": Key(Text(), "質問", help="見る人に聞く文です。ページの見出しになります。", example="どんな用件ですか？"),
        "hint": optional(Text(), "ひとこと", "", help="質問の下に足す一言です。{名前} には、事実（facts）の値が入ります。", example="近いものを1つ選んでください。"),
        "choices": Key(ListOf(_CHOICE, "選択肢"), "選択肢", help="選べる道です。どの道でも、4回選ぶまでに行き先へ着くようにします。"),
        "desks": optional(_DESKS, "窓口", [], help="この質問の下に出す窓口です。書かなければ、ファイルの先頭の desks を出します。", example=["accident"]),
    },
    "質問",
)
_LINK = Record(
    {
        "label": Key(Text(), "表示名", help="つなぐ先の言葉です。", example="車の共済金を請求する"),
        "page": Key(PAGE, "ページ", help="つなぐ先のページです。", example="claim/car.md"),
    },
    "ページ",
)
_RESULT = Record(
    {
        "title": Key(Text(), "見出し", help="どこへ聞けばよいかを、言い切る見出しです。", example="ロードサービスへ"),
        "why": Key(Text(), "わけ", help="そこへ聞くわけと、先にしておくことです。", example="自分で業者を呼ぶ前に、電話してください。"),
        "desks": optional(_DESKS, "窓口", [], help="電話する窓口です。番号と時間は、data/contacts.yml から出ます。", example=["road_service"]),
        "pages": optional(ListOf(_LINK, "ページ"), "ページ", [], help="電話の前に読むと役立つページです。"),
        "sites": optional(ListOf(Id(), "ほかの入口"), "ほかの入口", [], help="電話のほかの入口です。sites の名前か、official（公式サイト）を書きます。", example=["official"]),
        "source": optional(SOURCE, "出典", help="この行き先でよいと書いてある文書です。"),
    },
    "行き先",
)
_SITE = Record(
    {
        "label": Key(Text(), "表示名", help="入口の名前です。", example="画面で選ぶ窓口の案内"),
        "address": Key(_WEB, "住所", help="入口の住所（URL）です。", example="https://example.jp/"),
        "source": Key(SOURCE, "出典", help="この住所が書いてある文書です。"),
    },
    "入口",
)

FINDER = Record(
    {
        "checked": Key(Day(), "確かめた日", help="このファイルの内容を、出典と最後にくらべた日です。"),
        "desks": Key(_DESKS, "窓口", help="どの質問の下にも出す窓口です。data/contacts.yml の id を書きます。", example=["customer_service"]),
        "sites": Key(many(_SITE, "入口"), "電話のほかの入口", help="電話のほかの入口です。名前は、行き先の sites に書きます。"),
        "new_year": Key(
            Record(
                {
                    "first": Key(_MONTH_DAY, "はじめの日", help="年末年始の、はじめの日です。", example="12-31"),
                    "last": Key(_MONTH_DAY, "終わりの日", help="年末年始の、終わりの日です。", example="01-03"),
                    "source": Key(SOURCE, "出典", help="日を決めたもとの文書です。"),
                },
                "年末年始",
            ),
            "年末年始",
            help="窓口の時間で「年末年始」とみる日です。いま、つながるかの計算に使います。",
        ),
        "nodes": Key(many(_NODE, "質問"), "質問", help="見る人に聞く質問です。名前は、選択肢の to に書きます。start から始まります。"),
        "results": Key(many(_RESULT, "行き先"), "行き先", help="質問の終わりに着く行き先です。名前は、選択肢の to に書きます。"),
    },
    "窓口さがしのファイル",
)
