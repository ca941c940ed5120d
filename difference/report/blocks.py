"""A report as blocks, and the three ways to write them: text for a terminal, Markdown, one HTML page."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from difference.report.charts import Bar, bars
from difference.report.page import page
from quote_engine.drawing.markup import Html, join, tag

BARS = 24
"""Characters of the longest bar in text."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Sentences, one a line."""

    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under a head; the first ``words`` columns are words, the others figures.

    A row that begins with a space is a part of the row above it.
    """

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    words: int = 1


@dataclass(frozen=True, slots=True)
class Chart:
    """One bar for each value; bars below zero go to the left."""

    caption: str
    bars: Sequence[Bar]


Block: TypeAlias = Heading | Lines | Table | Chart


def as_text(title: str, blocks: Sequence[Block]) -> str:
    """Return the blocks for reading in a terminal."""
    parts = [title]
    for block in blocks:
        match block:
            case Heading():
                parts.append(f"\n■ {block.text}")
            case Lines():
                parts += block.lines
            case Table():
                parts += [f"\n{block.caption}", *_columns(block)]
            case Chart():
                parts += [f"\n{block.caption}", *_drawn(block.bars)]
    return "\n".join(parts) + "\n"


def as_markdown(title: str, blocks: Sequence[Block]) -> str:
    """Return the blocks as Markdown, as a comment on a change shows them."""
    parts = [f"## {title}\n"]
    for block in blocks:
        match block:
            case Heading():
                parts.append(f"### {block.text}\n")
            case Lines():
                parts.append("\n".join(f"- {_escaped(line)}" for line in block.lines) + "\n")
            case Table():
                parts.append(f"**{block.caption}**\n")
                sides = ["---" if number < block.words else "---:" for number in range(len(block.head))]
                rows = [block.head, sides, *([_escaped(cell) for cell in row] for row in block.rows)]
                parts.append("\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n")
            case Chart():
                parts += [f"**{block.caption}**\n", "```text", *_drawn(block.bars), "```\n"]
    return "\n".join(parts)


def as_html(title: str, blocks: Sequence[Block]) -> str:
    """Return the blocks as one page that needs nothing else."""
    return page(title, join(_marked(block) for block in blocks))


def _marked(block: Block) -> Html:
    match block:
        case Heading():
            return tag("h2", block.text)
        case Lines():
            return tag("ul", *(tag("li", line) for line in block.lines))
        case Table():
            head = tag("tr", *(tag("th", text, scope="col", class_=_side(block, number)) for number, text in enumerate(block.head)))
            rows = [
                tag("tr", *(_cell(block, number, text) for number, text in enumerate(row)), class_="part" if row[0][:1] == " " else None)
                for row in block.rows
            ]
            table = tag("table", tag("caption", block.caption), tag("thead", head), tag("tbody", *rows))
            return tag("div", table, class_="wide", tabindex="0", role="region", aria_label=block.caption)
        case Chart():
            return tag("figure", tag("figcaption", block.caption), bars(block.bars))


def _cell(table: Table, number: int, text: str) -> Html:
    if number == 0:
        return tag("th", text, scope="row")
    return tag("td", text, class_=_side(table, number))


def _side(table: Table, number: int) -> str | None:
    return "figure" if number >= table.words else None


def _escaped(text: str) -> str:
    for letter in "\\|<*_`":
        text = text.replace(letter, f"\\{letter}")
    return text.replace("\n", " ")


def _columns(table: Table) -> list[str]:
    rows = [table.head, *table.rows]
    widths = [max(_cells(row[number]) for row in rows) for number in range(len(table.head))]
    return ["  " + "  ".join(_padded(text, widths[number], number >= table.words) for number, text in enumerate(row)).rstrip() for row in rows]


def _drawn(drawn: Sequence[Bar]) -> list[str]:
    longest = max((abs(value) for _, value, _ in drawn), default=0) or 1
    wide = max((_cells(label) for label, _, _ in drawn), default=0)
    said = max((_cells(words) for _, _, words in drawn), default=0)
    return [
        f"  {_padded(label, wide, right=False)}  {_padded(words, said, right=True)}  {'█' * round(abs(value) / longest * BARS)}".rstrip()
        for label, value, words in drawn
    ]


def _padded(text: str, width: int, right: bool) -> str:
    space = " " * (width - _cells(text))
    return space + text if right else text + space


def _cells(text: str) -> int:
    """How many cells of a terminal the text takes: a full-width character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "FWA" else 1 for character in text)
