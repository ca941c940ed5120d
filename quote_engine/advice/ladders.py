"""Ladders: the levels of each cover that can be chosen, weakest first, joined from the steps of ``moves.yml``."""

from typing import TYPE_CHECKING, NamedTuple

from quote_engine.premium.answers import Value
from quote_engine.premium.book import Book

if TYPE_CHECKING:
    from quote_engine.typed.book import Move


class Ladder(NamedTuple):
    """One question's levels, weakest first, and the moves between neighbours."""

    question: str
    levels: list[Value]
    down: "list[Move]"
    """``down[i]`` leads from level i + 1 to level i."""
    up: "list[Move]"
    """``up[i]`` leads from level i to level i + 1."""

    def effects(self, start: int, end: int) -> list[str]:
        """Return what is lost, or gained, from one level to another: the last step's words and those it adds to."""
        kept: list[Move] = []
        for move in self.passed(start, end):
            kept = [*kept, move] if move["adds"] else [move]
        return [move["effect"] for move in kept]

    def passed(self, start: int, end: int) -> "list[Move]":
        """Return the moves from one level to another, in order."""
        return self.up[start:end] if end > start else self.down[end:start][::-1]


def ladders(book: Book) -> list[Ladder]:
    """Return every ladder of the book, in the order in which editors propose to go down."""
    moves: list[Move] = book.data["moves"]
    found = []
    for question in dict.fromkeys(move["question"] for move in moves if move["direction"] == "cheaper"):
        down = {move["from"]: move for move in moves if move["direction"] == "cheaper" and move["question"] == question}
        up = {move["from"]: move for move in moves if move["direction"] == "safer" and move["question"] == question}
        level = next(value for value in down if value not in {move["to"] for move in down.values()})
        levels = [level]
        while level in down:
            level = down[level]["to"]
            levels.insert(0, level)
        found.append(Ladder(question, levels, [down[value] for value in levels[1:]], [up[value] for value in levels[:-1]]))
    return found
