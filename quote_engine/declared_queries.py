"""What ``data/guide/queries.yml`` may contain: what people type into the search, and the pages that answer it."""

from quote_engine.declared_guide_parts import PAGE
from quote_engine.scalars import Text
from quote_engine.shape import Key, ListOf, Record

QUERY = Record({"words": Key(Text(), "打たれる言葉"), "pages": Key(ListOf(PAGE, "答えのページ"), "答えのページ")}, "さがす言葉")
QUERIES = Record({"queries": Key(ListOf(QUERY, "さがす言葉"), "さがす言葉")}, "さがす言葉のファイル")
