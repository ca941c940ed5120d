"""ロードサービス: what is done free of charge, and how far."""

from quote_engine.drawing.markup import Html
from site_build.guide_pages.facts import fact_html
from site_build.guide_pages.layout import guide_table
from site_build.sources import Sources


def road_service_table(sources: Sources) -> Html:
    """The services, the free part of each, and what is charged."""
    rows = [
        [
            "運ぶ（レッカーや積載車）",
            f"{fact_html(sources, 'tow_km')}まで。こくみん共済 coop が指定する最寄りの修理工場までなら、何kmでも",
            f"{fact_html(sources, 'tow_km')}を超える分は有料",
        ],
        [
            "その場で直す（バッテリー、カギ、タイヤの交換など）",
            f"{fact_html(sources, 'roadside_minutes')}までの作業",
            f"{fact_html(sources, 'roadside_minutes')}を超える分は有料",
        ],
        [
            "燃料を届ける（ガソリン、軽油）",
            f"{fact_html(sources, 'fuel_litres')}まで。1つの共済期間に{fact_html(sources, 'fuel_times')}だけ",
            "超える分と、2回目からは有料",
        ],
        ["引き上げる（側溝、道路の外への落輪など）", "クレーンを使う作業も無料", "雪道、ぬかるみ、砂浜では、有料になることがあります"],
        ["番号を調べる（ガソリンスタンド、宿、タクシー、レンタカー、鉄道、航空会社）", "電話番号の案内", "宿や乗り物の代金は、自分で払います"],
    ]
    return guide_table("ロードサービスの範囲", ("来てもらえること", "無料の範囲", "有料になるとき"), rows)


MACROS = (road_service_table,)
