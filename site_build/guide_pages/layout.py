"""What the guide's tables share: a table that phones read row by row, and links into the calculator."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, join, tag
from quote_engine.values.links import fragment
from site_build.sources import Sources

TOP = "../../"
"""The site's root, as seen from a page of the guide; relative, so that a preview in a subfolder works."""
QUIET, RIGHT = "※", "→"
SAMPLE = ("vehicle_type", "grade", "birth_date")
"""Answers of the model case that the price page marks as not the visitor's own."""


def guide_table(caption: object, heads: Sequence[str], rows: Sequence[Sequence[object]], *, columns: bool = False) -> Html:
    """A table whose first cell heads its row.

    A head that ends in ※ is not repeated beside its cells; the cells under one that ends in → stand to the right.

    Phones lay each row out as a block, with each column's name before its cell; ``columns`` keeps narrow ones as they are.
    """
    names = [name.rstrip(QUIET + RIGHT) for name in heads]
    sides = ["r" if name.endswith(RIGHT) else None for name in heads]
    labels = [None if columns else "" if head.endswith(QUIET) else name for head, name in zip(heads, names, strict=True)]
    places = list(zip(labels, sides, strict=True))[1:]
    head = tag("tr", *(tag("th", name, scope="col", role="columnheader", class_=side) for name, side in zip(names, sides, strict=True)), role="row")
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", head, role="rowgroup"),
        tag("tbody", *(_row(row, places) for row in rows), role="rowgroup"),
        role="table",
    )  # fmt: skip


def quote_link(sources: Sources, words: str, answers: Mapping[str, Any], about: str = "", class_: str = "btn") -> Html:
    """A link to the price page with the model case and these answers, of which None takes one away.

    ``about`` tells a screen reader which one of several links it is.
    """
    given = {name: value for name, value in (sources.example_answers | dict(answers)).items() if value is not None}
    marked = ",".join(id_ for id_ in SAMPLE if id_ in given and id_ not in answers)
    hidden = tag("span", f"（{about}）", class_="vh") if about else None
    return tag("a", words, hidden, href=f"{TOP}quote/{fragment(given | ({'sample': marked} if marked else {}))}", class_=class_)


def listed(items: Sequence[object]) -> Html:
    """A list inside a cell."""
    return tag("ul", *(tag("li", item) for item in items))


def in_a_row(items: Sequence[object]) -> Html:
    """A short list in one line: A、B、C."""
    return join(join(("、" if number else None, item)) for number, item in enumerate(items))


def page_link(words: str, address: str) -> Html:
    """A link from a table to another page of the site."""
    return tag("a", words, href=TOP + address)


def _row(cells: Sequence[object], places: Sequence[tuple[str | None, str | None]]) -> Html:
    first, *others = cells
    placed = zip(places, others, strict=True)
    return tag(
        "tr",
        tag("th", first, scope="row", role="rowheader"),
        join(tag("td", cell, role="cell", data_h=label, class_=side) for (label, side), cell in placed),
        role="row",
    )
