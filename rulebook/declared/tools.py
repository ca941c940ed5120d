"""What the files of the tools may contain: their questions, the overlaps, the rules of dates and of grades carried over."""

from rulebook.declared.joining import JOINING_FILES
from rulebook.declared.parts import ANSWERS, CHOICE, HEADER, SOURCE, many, optional
from rulebook.shapes.conditions import Condition
from rulebook.shapes.scalars import Anything, Flag, Id, Integer, OneOf, Text
from rulebook.shapes.shape import Key, ListOf, Record, Shape

TOOLS = {
    "ideas": "予算の中で組める補償をさがす道具です。",
    "overlaps": "ほかの契約と補償が重なっていないかを調べる道具です。",
    "dates": "補償の始まる日と終わる日、払い込みと中断の期限を出す道具です。",
    "join": "車が引き受けできるかと、申し込みに用意するものを出す道具です。",
    "grade_check": "新しい契約が何等級から始まるかを調べる道具です。",
}
NEEDED = {
    "ideas": ("budget", "per", "change_drivers"),
    "overlaps": (),
    "dates": ("way", "applied_on", "wished_start", "due_on", "ended_on"),
    "join": (),
    "grade_check": ("situation", "another_grade", "previous_insurer", "previous_grade", "previous_accident_years", "three_down", "one_down"),
}
"""The tools, and the questions of its own that each cannot do without."""

TOOL_QUESTION = Record(
    {
        "label": Key(Text(), "表示名", help="道具の画面に出る、質問の言葉です。", example="掛金の予算"),
        "kind": Key(
            OneOf(("choice", "flag", "integer", "date", "month"), "種類"), "種類", help="choice は選ぶもの、flag は はい・いいえ、integer は整数、date は日、month は年月です。"
        ),
        "help": optional(Text(), "説明", "", help="質問の下に出す説明です。", example="この金額までで組める補償をさがします。"),
        "unit": optional(Text(), "単位", help="入れる数のうしろに出す単位です。", example=("円", "年")),
        "choices": optional(many(CHOICE, "選択肢"), "選択肢", help="選べるものです。名前（ID）は、答えとリンクに使います。"),
        "choices_from": optional(Id("掛金の質問"), "選択肢のもと", help="questions.yml のこの質問と、同じ選択肢にします。", example="grade"),
        "at_least": optional(Integer(), "下限", help="入れられる、いちばん小さい数です。日付では、ことしから数えた年の幅です。", example=(1, -5)),
        "at_most": optional(Integer(), "上限", help="入れられる、いちばん大きい数です。日付では、ことしから数えた年の幅です。", example=(100, 5)),
        "default": optional(Text(), "はじめの値", help="答えがないときに使う値です。書かなければ、答えなしのままです。", example=("month", "false")),
        "shown": optional(Condition(), "聞く条件", help="画面で聞く条件です。成り立たないときは聞きません。"),
    },
    "道具の質問",
)
TOOL = Record(
    {
        "title": Key(Text(), "表題", help="道具の名前です。画面の見出しに出ます。", example="予算から選ぶ"),
        "ask": optional(
            ListOf(
                Record(
                    {
                        "title": Key(Text(), "表題", help="組の見出しです。", example="車"),
                        "questions": Key(
                            ListOf(Id("質問"), "質問"), "質問", help="この組で聞く質問です。questions.yml と、この道具の質問の名前を書けます。", example=["vehicle_type", "model"]
                        ),
                        "folded": optional(Flag(), "たたんで出す", default=False, help="true なら、はじめはたたんでおき、開いた人だけに見せます。"),
                    },
                    "質問の組",
                ),
                "聞く順",
            ),
            "聞く順",
            [],
            help="聞くことを、組ごとに、画面に出す順に書きます。",
        ),
        "questions": optional(many(TOOL_QUESTION, "道具の質問"), "道具の質問", help="この道具だけが聞くことです。名前は決まっていて、計算がこの名前で引きます。"),
        "sample": optional(ANSWERS, "例の答え", help="画面に最初から出す、例の答えです。", example={"vehicle_type": "passenger"}),
    },
    "道具",
)
INSTEAD = Record(
    {
        "advice": Key(Text(), "変え方", help="重ならないようにするには、どうすればよいかを書きます。", example="どれか1つの契約にだけ付けます。"),
        "question": optional(Id("質問"), "質問", help="変えると掛金が下がる質問です。差は、計算して出します。", example="personal_injury_scope"),
        "to": optional(Anything(), "変えたあと", help="変えたあとの答えです。", example=("in_car", False)),
    },
    "変え方",
)
COUNTERPART = Record(
    {
        "product": Key(Id("商品"), "商品", help="重なる相手の契約です。上の products にある名前を書きます。", example="second"),
        "label": Key(Text(), "表示名", help="相手の契約での、補償の名前です。", example="携行品損害補償"),
        "overlap": Key(Text(), "重なるところ", help="何が重なり、何が重ならないかを書きます。", example="車の中に置いた身の回り品の損害で重なります。"),
    },
    "重なる相手",
)
OVERLAP = Record(
    {
        "label": Key(Text(), "表示名", help="この車の契約での、補償の名前です。", example="人身傷害補償"),
        "question": optional(Id("質問"), "質問", help="この補償を付けるかを聞く、questions.yml の質問です。書かなければ、掛金は計算しません。", example="personal_injury"),
        "on": optional(ListOf(Anything(), "付けている答え"), "付けている答え", [], help="その質問がこの答えなら、補償が付いています。", example=["unlimited"]),
        "with": Key(many(COUNTERPART, "重なる相手"), "重なる相手", help="同じ役目をする、ほかの契約の補償です。名前は、答えとリンクに使います。"),
        "instead": Key(INSTEAD, "変え方", help="重ならないようにする変え方です。"),
        "source": optional(SOURCE, "出典", help="この補償の中身だけ、ファイルの先頭とちがう文書によるときに書きます。"),
    },
    "補償",
)
TOOL_FILES: dict[str, Shape] = {
    "tools.yml": Record(
        {
            "tools": Key(
                Record({id_: Key(TOOL, "道具", help=told) for id_, told in TOOLS.items()}, "道具の一覧"),
                "道具の一覧",
                help="調べる道具です。名前は決まっていて、ページがこの名前で引きます。",
            )
        },
        "道具のファイル",
    ),
    "overlaps.yml": Record(
        {
            **HEADER,
            "products": Key(many(Text(), "商品"), "商品", help="重なる相手の契約です。名前は、with の product に書きます。", example={"sumai": "住まいる共済"}),
            "covers": Key(many(OVERLAP, "補償"), "補償", help="この車の契約に付ける補償や特約です。上から順に聞きます。名前は、答えとリンクに使います。"),
            "automatic": Key(
                many(
                    Record(
                        {
                            "label": Key(Text(), "表示名", help="補償の名前です。", example="自損事故傷害補償"),
                            "reason": Key(Text(), "理由", help="外せないわけを書きます。", example="人身傷害を付けない契約に、自動で付きます。"),
                        },
                        "自動の補償",
                    ),
                    "自動の補償",
                ),
                "自動の補償",
                help="自動で付くので、重なっても外せない補償です。",
            ),
            "warnings": Key(
                many(
                    Record(
                        {
                            "title": Key(Text(), "表題", help="注意の見出しです。", example="やめる前に"),
                            "message": Key(Text(), "お知らせ", help="注意の文です。", example="ほかの契約が続くことを、先に確かめてください。"),
                        },
                        "注意",
                    ),
                    "注意",
                ),
                "注意",
                help="重なりを見直すときに、気をつけることです。結果のあとに、上から順に出ます。",
            ),
        },
        "補償の重なりのファイル",
    ),
    **JOINING_FILES,
}
"""Files of the data folder that only the tools read."""
