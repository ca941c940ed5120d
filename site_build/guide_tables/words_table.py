"""Small tables of words: their cells stand in the guide's data, with facts put in."""

from quote_engine.drawing.markup import Html
from site_build.guide_data import entry, filled, guide_file
from site_build.guide_pages.layout import guide_table


def words_table(name: str) -> Html:
    """One table of ``data/guide/tables.yml``. Raises ``BuildError`` with the most similar name where there is none."""
    table = entry(guide_file("tables.yml")["tables"], name, "文章の表")
    return guide_table(table["caption"], table["heads"], [[filled(cell) for cell in row] for row in table["rows"]])
