"""The prefectural co-ops, in the order of the document."""

from quote_engine.drawing.markup import Html
from site_build.guide_pages.word_table import word_table
from site_build.sources import Sources


def prefecture_table(sources: Sources) -> Html:
    """Every prefecture with the full name of its co-op."""
    rows = [(each["prefecture"], each["name"]) for each in sources.guide.file("prefectures.yml")["prefectures"]]
    return word_table(f"{len(rows)}の都道府県と、その共済生協", ("都道府県", "共済生協の正式な名前"), rows, named=False)


MACROS = (prefecture_table,)
