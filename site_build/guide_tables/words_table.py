"""Small tables of words: their cells stand in the guide's data, with facts put in."""

from guide.reading import entry
from quote_engine.drawing.markup import Html
from site_build.guide_pages.layout import guide_table
from site_build.sources import Sources


def words_table(sources: Sources, name: str) -> Html:
    """One table of ``data/guide/tables.yml``. Raises ``BuildError`` with the most similar name where there is none."""
    table = entry(sources.guide.file("tables.yml")["tables"], name, "文章の表")
    return guide_table(table["caption"], table["heads"], [[sources.guide.filled(cell) for cell in row] for row in table["rows"]])


MACROS = (words_table,)
