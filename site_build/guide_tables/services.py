"""ロードサービス: what is done free of charge, and how far."""

from typing import Any

from quote_engine.markup import Html, digits
from site_build.guide_tables.layout import edition, guide_table

UNITS = {"km": "km", "minutes": "分", "litres": "L", "times": "回"}


def road_service_table() -> Html:
    """The services, the free part of each, and what is charged."""
    rows = [
        [
            "運ぶ（レッカーや積載車）",
            f"{_figure('tow_km')}まで。こくみん共済 coop が指定する最寄りの修理工場までなら、何kmでも",
            f"{_figure('tow_km')}を超える分は有料",
        ],
        [
            "その場で直す（バッテリー、カギ、タイヤの交換など）",
            f"{_figure('roadside_minutes')}までの作業",
            f"{_figure('roadside_minutes')}を超える分は有料",
        ],
        [
            "燃料を届ける（ガソリン、軽油）",
            f"{_figure('fuel_litres')}まで。1つの共済期間に{_figure('fuel_times')}だけ",
            "超える分と、2回目からは有料",
        ],
        ["引き上げる（側溝、道路の外への落輪など）", "クレーンを使う作業も無料", "雪道、ぬかるみ、砂浜では、有料になることがあります"],
        ["番号を調べる（宿、タクシー、鉄道など）", "電話番号の案内", "宿や乗り物の代金は、自分で払います"],
    ]
    return guide_table("ロードサービスの範囲", ("来てもらえること", "無料の範囲", "有料になるとき"), rows)


def _figure(id_: str) -> str:
    figure: dict[str, Any] = edition()["payouts"]["figures"][id_]
    return f"{digits(figure['value'])}{UNITS[figure['unit']]}"
