"""What the rules of joining may contain: when a contract starts and ends, and the grade it starts from."""

from rulebook.declared.parts import HEADER
from rulebook.shapes.scalars import Id, Integer, Text
from rulebook.shapes.shape import Key, Record, Shape

WAYS = {
    "debit_desk": "口座振替で、窓口などで受け付けた申し込みです。",
    "debit_post": "口座振替で、郵送の申し込みです。",
    "cash": "最初の掛金を現金で払う申し込みです。",
}
CARRIED = {
    "carried": ("そのまま引き継げる人に伝える文です。", "等級も事故有係数適用期間も、引き継がれます。"),
    "top": ("best より上の等級の人に伝える文です。", "ほかの会社の等級は{best}等級までです。"),
    "below": ("lowest より下の等級の人に伝える文です。", "電話で確かめてください。"),
    "check": ("どの人にも、終わりに伝える文です。", "前の契約の証券を用意してください。"),
}
"""What the tool says to who comes from elsewhere: when it is said, and how it may begin."""

START = Record(
    {
        "label": Key(Text(), "日付の呼び名", help="数えはじめる日の呼び名です。", example="受付日"),
        "days_after": Key(Integer(at_least=0, at_most=30), "何日あと", help="その日から何日あとに、補償が始まるかです。", example=1),
        "message": Key(Text(), "お知らせ", help="いつ始まるかを、見る人に伝える文です。", example="払い込んだ日の次の日の午前0時に始まります。"),
    },
    "始まりの決まり",
)
MONTHS = Integer(at_least=1, at_most=240)

JOINING_FILES: dict[str, Shape] = {
    "dates.yml": Record(
        {
            **HEADER,
            "starts": Key(
                Record({way: Key(START, "始まりの決まり", help=told) for way, told in WAYS.items()}, "始まりの決まり"),
                "始まりの決まり",
                help="補償が始まる日の決まりです。申し込みと払い込みの方法ごとに書きます。",
            ),
            "term": Key(
                Record(
                    {"message": Key(Text(), "お知らせ", help="期間の数え方を、見る人に伝える文です。", example="始まった月の次の月の1日から、1年間です。"), **HEADER},
                    "期間の決まり",
                ),
                "期間の決まり",
                help="契約が続く期間の決まりです。",
            ),
            "grace": Key(
                Record(
                    {
                        "months": Key(MONTHS, "月数", help="払込期限の次の日から、待ってもらえる月数です。", example=1),
                        "message": Key(
                            Text(), "お知らせ", help="猶予を、見る人に伝える文です。{months} に月数が入ります。", example="払込期限の次の日から{months}か月のあいだです。"
                        ),
                        **HEADER,
                    },
                    "猶予の決まり",
                ),
                "猶予の決まり",
                help="払い込みを待ってもらえる、猶予の決まりです。",
            ),
            "suspension": Key(
                Record(
                    {
                        "ask_months": Key(MONTHS, "連絡までの月数", help="やめた日の次の日から、この月数のうちに連絡します。", example=1),
                        "use_years": Key(Integer(at_least=1, at_most=30), "使えるまでの年数", help="残した等級を、この年数のうちに使えます。", example=1),
                        "least_grade": Key(Id("等級"), "等級", help="中断できる、いちばん下の等級です。", example="7"),
                        "ask": Key(
                            Text(), "連絡のお知らせ", help="いつまでに連絡するかを伝える文です。{ask_months} に月数が入ります。", example="{ask_months}か月のうちに、連絡します。"
                        ),
                        "use": Key(Text(), "使うときのお知らせ", help="いつまで使えるかを伝える文です。{use_years} に年数が入ります。", example="{use_years}年のうちに使えます。"),
                        "condition": Key(
                            Text(),
                            "条件",
                            help="どんなときに中断できるかを伝える文です。{least_grade} に等級が入ります。",
                            example="{least_grade}等級以上で、車を手放したときに使えます。",
                        ),
                        **HEADER,
                    },
                    "中断の決まり",
                ),
                "中断の決まり",
                help="契約をやめても等級を残す、中断の決まりです。",
            ),
        },
        "日付のファイル",
    ),
    "transfer.yml": Record(
        {
            **HEADER,
            "second_car": Key(
                Record(
                    {
                        "another_at_least": Key(Id("等級"), "ほかの契約の等級", help="ほかの契約が、この等級から上なら使えます。", example="11"),
                        "reached": Key(Text(), "届くとき", help="使える人に伝える文です。{grade} に、始まる等級が入ります。", example="{grade}等級から始められます。"),
                        "short": Key(Text(), "届かないとき", help="等級が届かない人に伝える文です。", example="ほかの契約が{another_at_least}等級に届きません。"),
                        "condition": Key(Text(), "条件", help="等級のほかの条件を伝える文です。", example="くわしくは電話で確かめてください。"),
                        **HEADER,
                    },
                    "2台目の決まり",
                ),
                "2台目の決まり",
                help="2台目からの車を、上の等級で始める決まりです。",
            ),
            "first": Key(
                Record(
                    {
                        "message": Key(
                            Text(), "お知らせ", help="はじめての人に伝える文です。{grade} に、始まる等級が入ります。", example="はじめての契約は{grade}等級から始まります。"
                        ),
                        **HEADER,
                    },
                    "はじめての決まり",
                ),
                "はじめての決まり",
                help="はじめて契約する人の、等級の決まりです。",
            ),
            "elsewhere": Key(
                Record(
                    {
                        "best": Key(Id("等級"), "いちばん上の等級", help="引き継げる、いちばん上の等級です。", example="20"),
                        "lowest": Key(Id("等級"), "いちばん下の等級", help="そのまま引き継げる、いちばん下の等級です。", example="2"),
                        **{key: Key(Text(), "お知らせ", help=told, example=said) for key, (told, said) in CARRIED.items()},
                        **HEADER,
                    },
                    "ほかの会社からの決まり",
                ),
                "ほかの会社からの決まり",
                help="ほかの会社の契約から、等級を引き継ぐ決まりです。",
            ),
            "here": Key(
                Record({"message": Key(Text(), "お知らせ", help="更新する人に伝える文です。", example="等級表のとおりに動きます。"), **HEADER}, "更新の決まり"),
                "更新の決まり",
                help="マイカー共済の中で更新する人の、等級の決まりです。",
            ),
        },
        "等級を引き継ぐ決まりのファイル",
    ),
}
"""Files of the data folder on how a contract begins and ends."""
