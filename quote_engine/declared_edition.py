"""What each file of an edition's folder may contain."""

from quote_engine.condition_shape import Condition
from quote_engine.declared_parts import (
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
from quote_engine.declared_payouts import PAYOUTS
from quote_engine.scalars import Day, Id, Integer, Number, OneOf, Text
from quote_engine.shape import Key, ListOf, Record, Shape

RENEWAL_ACCIDENT = Record(
    {
        "label": Key(Text(), "表示名"),
        "detail": Key(Text(), "説明"),
        "down": Key(Integer(at_least=0), "下がる段数"),
        "accident_years": Key(Integer(at_least=0), "延びる年数"),
        **HEADER,
    },
    "事故の数え方",
)

REVIEW = Record({"file": Key(Text(), "ファイル"), "what": Key(Text(), "見ること")}, "見直すこと")

EDITION_FILES: dict[str, Shape] = {
    "edition.yml": Record(
        {
            "label": Key(Text(), "表示名"),
            "status": Key(CERTAINTY, "公表か参考か", help="参考の率が1つでも残るあいだは sample です。"),
            "source": Key(SOURCE, "出典"),
            "checked": Key(Day(), "確かめた日"),
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
                            "label": Key(Text(), "表示名"),
                            "of": optional(Id(), "分ける数"),
                            "bands": optional(ListOf(BAND, "帯"), "帯"),
                            "cases": optional(ListOf(CASE, "区分"), "区分"),
                            **HEADER,
                        },
                        "区分",
                    ),
                    "区分",
                ),
                "区分",
            ),
            **HEADER,
        },
        "区分のファイル",
    ),
    "base.yml": Record(
        {"base": Key(many(Record(CELLS, "基準掛金"), "基準掛金"), "基準掛金"),
         "step_label": optional(Text(), "手順の表示名"), **HEADER},
        "基準掛金のファイル",
    ),
    "factors.yml": Record({"factors": Key(many(TABLE, "率の表"), "率の表"), **HEADER}, "率のファイル"),
    "grades.yml": Record({"grades": Key(TABLE, "等級の表"), **HEADER}, "等級のファイル"),
    "discounts.yml": Record(
        {
            "discounts": Key(
                many(
                    Record(
                        {
                            "label": Key(Text(), "表示名"),
                            "stage": Key(OneOf(STAGES, "割引の順番"), "割引の順番", help="どの段で引くかです。段の並びは plan.yml にあります。"),
                            "coverages": Key(ListOf(Id(), "補償", alone=True), "補償"),
                            "claimed": optional(Condition(), "使いたい人", help="割引を使いたいという答えです。条件を満たさない人には、理由を知らせます。"),
                            "requires": optional(ListOf(NEED, "条件"), "条件", []),
                            **{key: CELLS[key] for key in ("by", "percent")},
                            **HEADER,
                        },
                        "割引",
                    ),
                    "割引",
                ),
                "割引",
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
                            "requires": optional(ListOf(NEED, "条件"), "条件", []),
                            "premium": Key(Record(CELLS, "掛金"), "掛金"),
                        },
                        "特約",
                    ),
                    "特約",
                ),
                "特約",
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
                        "ladder": Key(ListOf(Text(), "等級の順"), "等級の順"),
                        "clean_year_up": Key(Integer(at_least=0), "無事故で上がる段数"),
                        "most_accident_years": Key(
                            Record({"years": Key(Integer(at_least=0), "年"), **HEADER}, "いちばん長い期間"),
                            "いちばん長い期間",
                        ),
                        "accidents": Key(many(RENEWAL_ACCIDENT, "事故の数え方"), "事故の数え方"),
                        **HEADER,
                    },
                    "更新",
                ),
                "更新",
            ),
            **HEADER,
        },
        "更新のファイル",
    ),
    "payouts.yml": PAYOUTS,
    "plan.yml": Record(
        {
            "coverage_sets": Key(many(ListOf(Id(), "補償の組"), "補償の組"), "補償の組"),
            "steps": Key(ListOf(STEP, "計算の手順"), "計算の手順"),
            "payment": Key(
                Record(
                    {
                        "surcharge_percent": Key(Number(at_least=0), "月払の割増（％）"),
                        "instalments": Key(Integer(at_least=1, at_most=12), "回数"),
                        "label": Key(Text(), "表示名"),
                        "round": Key(Record({**ROUND, **HEADER}, "丸め"), "丸め"),
                        **HEADER,
                    },
                    "払い方",
                ),
                "払い方",
            ),
            **HEADER,
        },
        "計算の順番のファイル",
    ),
}
"""Files of an edition's folder."""
