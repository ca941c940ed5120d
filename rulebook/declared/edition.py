"""What each file of an edition's folder may contain."""

from rulebook.declared.parts import (
    BAND,
    CASE,
    CELLS,
    CERTAINTY,
    COVERAGE_KEYS,
    HEADER,
    NEED,
    ROUND,
    SOURCE,
    STAGES,
    STEP,
    TABLE,
    many,
    optional,
)
from rulebook.declared.payouts import PAYOUTS
from rulebook.shapes.conditions import Condition
from rulebook.shapes.scalars import Day, Id, Integer, Number, OneOf, Text
from rulebook.shapes.shape import Key, ListOf, Record, Shape

RENEWAL_ACCIDENT = Record(
    {
        "label": Key(Text(), "表示名", help="事故を選ぶところと、等級の説明に出る言葉です。", example="3等級ダウン事故"),
        "detail": Key(Text(), "説明", help="どんな事故がこれに入るかを、短く書きます。", example="人や物への賠償、車両損害（衝突など）を使う事故"),
        "down": Key(Integer(at_least=0), "下がる段数", help="事故1件で、次の契約の等級が下がる段の数です。", example=1),
        "accident_years": Key(Integer(at_least=0), "延びる年数", help="事故1件で、事故有係数適用期間が延びる年の数です。", example=1),
        **HEADER,
    },
    "事故の数え方",
)

REVIEW = Record(
    {
        "file": Key(Text(), "ファイル", help="まだ見ていない、この版のファイルです。", example="discounts.yml"),
        "what": Key(Text(), "見ること", help="前の版とくらべて、何を確かめるかです。", example="割引の条件と大きさ"),
    },
    "見直すこと",
)

EDITION_FILES: dict[str, Shape] = {
    "edition.yml": Record(
        {
            "label": Key(Text(), "表示名", help="どの版の金額かを、画面と印刷に出す言葉です。", example="2020年4月1日版"),
            "status": Key(CERTAINTY, "公表か参考か", help="参考の率が1つでも残るあいだは sample です。"),
            "source": Key(SOURCE, "出典", help="この版の率が書いてある、おもな文書です。", example={"document": "pamphlet_2020_04"}),
            "checked": Key(Day(), "確かめた日", help="この版の率を、出典と最後にくらべた日です。"),
            "review": optional(ListOf(REVIEW, "見直し"), "見直し", [], help="新しい版で、まだ見ていないファイルです。見たら、その行を消します。"),
        },
        "版",
    ),
    "groups.yml": Record(
        {
            "groups": Key(
                many(
                    Record(
                        {
                            "label": Key(Text(), "表示名", help="率の一覧の見出しに出る言葉です。", example="年齢区分"),
                            "of": optional(Id(), "分ける数", help="帯に分ける数の名前です。bands といっしょに書きます。", example="age"),
                            "bands": optional(ListOf(BAND, "帯"), "帯", help="数を分ける帯です。小さいほうから、下限だけを書きます。"),
                            "cases": optional(ListOf(CASE, "区分"), "区分", help="条件で選ぶ区分です。上から順に見て、はじめに成り立ったものになります。"),
                            **HEADER,
                        },
                        "区分",
                    ),
                    "区分",
                ),
                "区分",
                help="率の表を引くための分け方です。名前は、表の by に書きます。",
            ),
            **HEADER,
        },
        "区分のファイル",
    ),
    "base.yml": Record(
        {
            "base": Key(
                many(Record(CELLS, "基準掛金"), "基準掛金"), "基準掛金", help="補償ごとの基準掛金（年額）です。名前は data/coverages.yml の補償で、計算はここから始まります。"
            ),
            "step_label": optional(Text(), "手順の表示名", help="基準掛金の行に出す言葉です。補償ごとに書けば、そちらを使います。", example="基本の掛金"),
            **HEADER,
        },
        "基準掛金のファイル",
    ),
    "factors.yml": Record({"factors": Key(many(TABLE, "率の表"), "率の表", help="掛金に掛ける率の表です。名前は、plan.yml の table に書きます。"), **HEADER}, "率のファイル"),
    "grades.yml": Record({"grades": Key(TABLE, "等級の表", help="等級ごとの割引・割増の表です。plan.yml では、table: grades で引きます。"), **HEADER}, "等級のファイル"),
    "discounts.yml": Record(
        {
            "discounts": Key(
                many(
                    Record(
                        {
                            "label": Key(Text(), "表示名", help="内訳と割引の一覧に出る言葉です。", example="AEB割引"),
                            "stage": Key(OneOf(STAGES, "割引の順番"), "割引の順番", help="どの段で引くかです。段の並びは plan.yml にあります。"),
                            "coverages": Key(
                                ListOf(Id(), "補償", alone=True),
                                "補償",
                                help="割引する補償か、plan.yml の coverage_sets にある組の名前です。all は全部です。",
                                example=("rated", ["personal_injury"]),
                            ),
                            "claimed": optional(Condition(), "使いたい人", help="割引を使いたいという答えです。条件を満たさない人には、理由を知らせます。"),
                            "requires": optional(ListOf(NEED, "条件"), "条件", [], help="割引を使うための条件です。1つでも成り立たなければ、割引せずに otherwise を知らせます。"),
                            **{key: CELLS[key] for key in ("by", "percent")},
                            **HEADER,
                        },
                        "割引",
                    ),
                    "割引",
                ),
                "割引",
                help="割引です。名前は、例の cases と、値段の決まり方の行で使います。",
            ),
            **HEADER,
        },
        "割引のファイル",
    ),
    "riders.yml": Record(
        {
            "riders": Key(
                many(
                    Record(
                        {
                            **COVERAGE_KEYS,
                            "requires": optional(ListOf(NEED, "条件"), "条件", [], help="特約を付けるための条件です。成り立たなければ、外して otherwise を知らせます。"),
                            "premium": Key(Record(CELLS, "掛金"), "掛金", help="特約の掛金（年額）です。plan.yml の組に入れなければ、等級や割引で変わりません。"),
                        },
                        "特約",
                    ),
                    "特約",
                ),
                "特約",
                help="任意の特約です。名前がそのまま質問になり、はい・いいえで聞きます。",
            ),
            **HEADER,
        },
        "特約のファイル",
    ),
    "renewal.yml": Record(
        {
            "renewal": Key(
                Record(
                    {
                        "ladder": Key(
                            ListOf(Text(), "等級の順"), "等級の順", help="等級を、いちばん良いものから順に並べます。数だけの名前は、引用符で囲みます。", example=["3", "2", "1-1"]
                        ),
                        "clean_year_up": Key(Integer(at_least=0), "無事故で上がる段数", help="事故のない1年で、等級が上がる段の数です。", example=1),
                        "most_accident_years": Key(
                            Record({"years": Key(Integer(at_least=0), "年", help="事故有係数適用期間の、いちばん長い年数です。", example=1), **HEADER}, "いちばん長い期間"),
                            "いちばん長い期間",
                            help="事故有係数適用期間は、事故が重なってもこの年数で止まります。",
                        ),
                        "accidents": Key(
                            many(RENEWAL_ACCIDENT, "事故の数え方"), "事故の数え方", help="事故の数え方です。名前は、data/accidents.yml と payouts.yml の等級の数え方で使います。"
                        ),
                        **HEADER,
                    },
                    "更新",
                ),
                "更新",
                help="更新のときに、等級と事故有係数適用期間がどう動くかです。「これからの等級と掛金」の計算に使います。",
            ),
            **HEADER,
        },
        "更新のファイル",
    ),
    "payouts.yml": PAYOUTS,
    "plan.yml": Record(
        {
            "coverage_sets": Key(
                many(ListOf(Id(), "補償の組"), "補償の組"),
                "補償の組",
                help="補償の組です。名前は、手順と割引の coverages に書きます。組の中に、ほかの組も書けます。",
                example={"rated": ["people", "vehicle"]},
            ),
            "steps": Key(ListOf(STEP, "計算の手順"), "計算の手順", help="掛金を計算する手順です。上から順に進み、補償ごとに base で始まって round で終わります。"),
            "payment": Key(
                Record(
                    {
                        "surcharge_percent": Key(Number(at_least=0, at_most=100), "月払の割増（％）", help="月払にしたとき、年払の掛金に足す割合（％）です。", example=1),
                        "instalments": Key(Integer(at_least=1, at_most=12), "回数", help="1年の掛金を、何回に分けて払うかです。"),
                        "label": Key(Text(), "表示名", help="「値段の決まり方」の、月払の行に出す言葉です。", example="月払の割増"),
                        "round": Key(Record({**ROUND, **HEADER}, "丸め"), "丸め", help="1回分の掛金の、丸め方です。"),
                        **HEADER,
                    },
                    "払い方",
                ),
                "払い方",
                help="月払の計算のしかたです。年払の掛金から出します。",
            ),
            **HEADER,
        },
        "計算の順番のファイル",
    ),
}
"""Files of an edition's folder."""
