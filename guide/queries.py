"""What ``data/guide/queries.yml`` may contain: what people type into the search, and the pages that answer it."""

from guide.library import Guide
from guide.names import check_page
from rulebook.shapes.patterns import PAGE
from rulebook.shapes.scalars import Text
from rulebook.shapes.shape import Key, ListOf, Record
from rulebook.sheets.problem import Report

QUERY = Record(
    {
        "words": Key(Text(as_typed=True), "打たれる言葉", help="さがす人が打つとおりの言葉です。打ち方のゆれも、1行ずつ書きます。", example="ガス欠"),
        "pages": Key(
            ListOf(PAGE, "答えのページ"), "答えのページ", help="答えになるページです。どれか1つが、上から3つの中に出なければいけません。", example=["accident/breakdown.md"]
        ),
    },
    "さがす言葉",
)


QUERIES = Record({"queries": Key(ListOf(QUERY, "さがす言葉"), "さがす言葉", help="サイトの検索を確かめる言葉です。出なくなると、テストが知らせます。")}, "さがす言葉のファイル")


def check_queries(guide: Guide, report: Report) -> None:
    """Report words that stand twice, and those without a page or with one that is not there."""
    seen: dict[str, int] = {}
    for query in [query for file in guide.named("queries.yml") for query in file["queries"]]:
        place = query.at("words")
        if query["words"] in seen:
            report.add(place, f"「{query['words']}」が2回書かれています。", f"{seen[query['words']]}行目にもあります。")
        elif query["words"] is not None:
            seen[query["words"]] = place.line
        pages = query["pages"]
        for page, at in zip(pages, pages.places, strict=True):
            check_page(page, at, guide, report)
        if not pages:
            report.add(query.at("pages"), f"「{query['words']}」に、答えのページがありません。", "pages に1つ以上書いてください。")
