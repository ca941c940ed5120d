"""The documents that figures come from, as a table for the page about the site."""

from pathlib import Path

import yaml

from quote_engine.drawing.markup import Html, tag

KINDS = {
    "published": "公表された資料",
    "official_notice": "公式のお知らせ",
    "reported": "ほかの団体の案内・報道",
    "industry_practice": "業界の慣行",
    "sample": "試算用の値",
}


def sources_table(path: Path) -> Html:
    """Every source of ``data/sources.yml``: what it is, who made it, when it was read."""
    sources = yaml.safe_load(path.read_text(encoding="utf-8"))["sources"]
    heads = tag("tr", *(tag("th", name, scope="col") for name in ("資料", "出した人", "種類", "読んだ日")))
    rows = [
        tag(
            "tr",
            tag("th", tag("a", source["title"], href=source["url"]) if "url" in source else source["title"], scope="row"),
            tag("td", source["publisher"]),
            tag("td", KINDS[source["kind"]]),
            tag("td", source["read"], class_="num"),
        )
        for source in sources.values()
    ]
    table = tag("table", tag("caption", "もとにした資料"), tag("thead", heads), tag("tbody", *rows), class_="rates")
    return tag("div", table, class_="rate scroll", tabindex="0", role="group", aria_label="もとにした資料")
