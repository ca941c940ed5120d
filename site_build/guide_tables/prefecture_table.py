"""The prefectural co-ops, in the order of the document."""

from quote_engine.drawing.markup import Html
from site_build.guide_data import guide_file
from site_build.guide_tables.word_table import word_table


def prefecture_table() -> Html:
    """Every prefecture with the full name of its co-op."""
    rows = [(each["prefecture"], each["name"]) for each in guide_file("prefectures.yml")["prefectures"]]
    return word_table(f"{len(rows)}の都道府県と、その共済生協", ("都道府県", "共済生協の正式な名前"), rows, named=False)
