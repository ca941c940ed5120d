"""The documents that figures come from, as a table for the page about the site."""

from quote_engine.drawing.markup import Html, tag
from site_build.sources import Sources

KINDS = {
    "published": "公表された資料",
    "official_notice": "公式のお知らせ",
    "third_party": "ほかの団体の説明",
    "industry_practice": "業界の慣行",
    "sample": "試算用の値",
}


def sources_table(sources: Sources) -> Html:
    """Every source of ``data/sources.yml``: what it is, who made it, when it was read."""
    heads = tag("tr", *(tag("th", name, scope="col") for name in ("資料", "出した人", "種類", "読んだ日")))
    rows = [
        tag(
            "tr",
            tag("th", tag("a", source["title"], href=source["address"]) if source.get("address") else source["title"], scope="row"),
            tag("td", source["publisher"]),
            tag("td", KINDS[source["kind"]]),
            tag("td", source["read"], class_="num"),
        )
        for source in sources.book["sources"].values()
    ]
    table = tag("table", tag("caption", "もとにした資料"), tag("thead", heads), tag("tbody", *rows), class_="rates")
    return tag("div", table, class_="rate scroll", tabindex="0", role="group", aria_label="もとにした資料")


MACROS = (sources_table,)
