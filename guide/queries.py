"""What ``data/guide/queries.yml`` may contain: what people type into the search, and the pages that answer it."""

from rulebook.shapes.patterns import PAGE
from rulebook.shapes.scalars import Text
from rulebook.shapes.shape import Key, ListOf, Record

QUERY = Record(
    {
        "words": Key(Text(), "打たれる言葉", help="さがす人が打つとおりの言葉です。打ち方のゆれも、1行ずつ書きます。", example="ガス欠"),
        "pages": Key(
            ListOf(PAGE, "答えのページ"), "答えのページ", help="答えになるページです。どれか1つが、上から3つの中に出なければいけません。", example=["accident/breakdown.md"]
        ),
    },
    "さがす言葉",
)
QUERIES = Record({"queries": Key(ListOf(QUERY, "さがす言葉"), "さがす言葉", help="サイトの検索を確かめる言葉です。出なくなると、テストが知らせます。")}, "さがす言葉のファイル")
