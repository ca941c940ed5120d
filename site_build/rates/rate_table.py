"""One table of rates as HTML: caption, heads, every figure with the line of data it stands on, and its source."""

from collections.abc import Iterator, Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark, tag
from quote_engine.values.figures import MINUS
from rulebook.declared.traits import TRAITS

Data = Mapping[str, Any]
NOTHING = join((tag("span", "－", aria_hidden="true"), tag("span", "値はありません", class_="vh")))
Cells = Mapping[str, Any]


def rate_table(table: Data, book: Data, edition: Data, *, anchor: bool = True) -> Html:
    """The table, its caption and source. The caption is a heading with the table's anchor, unless a section has both."""
    mark = reference_mark(table["certainty"])
    if not table["by"]:
        return _single(table, mark, book)
    title = tag("h3", table["label"], mark, id=table["anchor"]) if anchor else join((table["label"], mark))
    body = tag("table", tag("caption", title), *_parts(table, book, edition), class_="rates")
    box = tag("div", body, class_="scroll", tabindex="0", role="group", aria_label=table["label"])
    source = source_line(table["document"], f"{table['file']}:{table['line']}", book)
    return tag("div", box, source, class_="rate")


def _single(table: Data, mark: Html | None, book: Data) -> Html:
    text, line = table["cells"]
    said = tag("p", f"{table['label']}：", tag("b", figure(text, table["unit"]), class_="num"), mark)
    return tag("div", said, source_line(table["document"], f"{table['file']}:{line}", book), class_="rate")


def source_line(document: Data, source: str, book: Data) -> Html:
    """Where a figure comes from: the document and its page, and the file and line of the data."""
    named = book["sources"][document["document"]]
    page = f" {document['page']}ページ" if document["page"] else ""
    return tag("p", f"出どころ：{named['title']}{page}。データは ", line_link(source), "。", class_="small")


def line_link(source: str, words: str | None = None) -> Html:
    """A link from the rate page to one line of the data."""
    path, _, line = source.rpartition(":")
    shown = words or f"{path.rpartition('/')[2]} {line}行"
    return tag("a", shown, href=f"{path.removesuffix('.yml')}/#L{line}")


def figure(text: str, unit: str) -> str:
    """A cell's text as it is read: 26,000円, 1.05倍, 9％引き, 7％増し."""
    if unit == "factor":
        return f"{text}倍"
    if unit == "percent_off":
        return f"{text}％引き"
    if unit == "percent":
        return f"{MINUS}{text[1:]}％" if text.startswith("-") else f"+{text}％"
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}{point}{rest}円"


def _parts(table: Data, book: Data, edition: Data) -> tuple[Html, Html]:
    by, cells = table["by"], table["cells"]
    if len(by) == 1:
        rows = [(table["words"][by[0]].get(key, key), [cell]) for key, cell in cells.items()]
        names = [_name(by[0], book, edition), "値"]
    else:
        rows, names = _two_ways(table, book, edition)
    first, *figures = names
    heads = (tag("th", name, scope="col", class_="r") for name in figures)
    head = tag("tr", tag("th", first, scope="col"), *heads, tag("th", "データ", scope="col"))
    return tag("thead", head), tag("tbody", *(_row(label, row, table) for label, row in rows))


def _two_ways(table: Data, book: Data, edition: Data) -> tuple[list[tuple[str, list[Any]]], list[str]]:
    """Rows and heads of a table by two facts; the longer way goes down, so that phones need not scroll sideways."""
    first, second = table["by"]
    cells: Cells = table["cells"]
    across = list(dict.fromkeys(key for row in cells.values() for key in row))
    if len(across) > len(cells):
        cells = {key: {other: row[key] for other, row in cells.items() if key in row} for key in across}
        across, first, second = list(table["cells"]), second, first
    words = table["words"]
    rows = [(words[first].get(key, key), [row.get(other) for other in across]) for key, row in cells.items()]
    return rows, [_name(first, book, edition), *(words[second].get(key, key) for key in across)]


def _row(label: str, cells: list[Any], table: Data) -> Html:
    lines = dict.fromkeys(cell[1] for cell in cells if cell)
    links = join(_spaced(line_link(f"{table['file']}:{line}", f"{line}行") for line in lines))
    figures = (tag("td", figure(cell[0], table["unit"]) if cell else NOTHING, class_="r") for cell in cells)
    head = tag("th", label, scope="row", class_="nw" if len(label) < 9 else None)
    return tag("tr", head, *figures, tag("td", links, class_="small"))


def _spaced(pieces: Iterator[Html]) -> Iterator[object]:
    for number, piece in enumerate(pieces):
        if number:
            yield "、"
        yield piece


def _name(fact: str, book: Data, edition: Data) -> str:
    labels: dict[str, str] = {question["id"]: question["label"] for question in book["questions"]}
    labels |= {id_: group["label"] for id_, group in edition["groups"].items()}
    return labels.get(fact) or (TRAITS[fact].label if fact in TRAITS else "区分")
