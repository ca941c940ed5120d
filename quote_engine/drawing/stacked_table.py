"""Tables that phones lay out as blocks. That would take a table's meaning away, so the roles say what it is."""

from collections.abc import Sequence

from quote_engine.drawing.markup import Html, join, tag


def stacked_table(class_: str, caption: str, heads: Sequence[str], rows: Sequence[Sequence[object]], foot: Sequence[object] = ()) -> Html:
    """Return a table; the first cell of each row heads it. ``foot`` is a last row that sums up.

    Each cell carries ``data-h``, its column's name, which the style sheet writes before it where the heads are hidden.
    """
    head = tag("tr", *(tag("th", name, scope="col", role="columnheader") for name in heads), role="row")
    return tag(
        "table",
        tag("caption", caption, class_="vh"),
        tag("thead", head, role="rowgroup"),
        tag("tbody", *(_row(row, heads) for row in rows), role="rowgroup"),
        tag("tfoot", _row(foot, heads), role="rowgroup") if foot else None,
        class_=f"stacked {class_}", role="table",
    )  # fmt: skip


def _row(cells: Sequence[object], heads: Sequence[str]) -> Html:
    first, *others = cells
    return tag(
        "tr",
        tag("th", first, scope="row", role="rowheader"),
        join(tag("td", cell, role="cell", data_h=name) for name, cell in zip(heads[1:], others, strict=True)),
        role="row",
    )
