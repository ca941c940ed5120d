"""A table of words: a caption, heads of columns, and a head for every row; on a phone its rows stand one under another."""

from collections.abc import Iterable, Sequence

from quote_engine.drawing.markup import Html, tag
from site_build.guide_pages.ruby import read_aloud


def word_table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, named: bool = True) -> Html:
    """Return the table; the first cell of a row is its head. Cells may be markup.

    On a phone the name of the column stands before each cell, unless ``named`` is false: where the cells speak for themselves.
    """
    head = tag("tr", *(tag("th", word, scope="col") for word in heads))
    return tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *(_row(heads if named else [""] * len(heads), row) for row in rows)), class_="guide-table")


def _row(heads: Sequence[str], row: Sequence[str]) -> Html:
    cells = [tag("td", cell, data_h=read_aloud(word)) for word, cell in zip(heads[1:], row[1:], strict=True)]
    return tag("tr", tag("th", row[0], scope="row"), *cells)
