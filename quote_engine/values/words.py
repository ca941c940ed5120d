"""Sentences with slots: ``{name}`` takes a value, ``{count:つ}`` a number with its counter. Editors write them in ``data/words``."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

SLOT = re.compile(r"\{([a-z_]+)(?::([^{}:]+))?\}")
"""A place for a value, and the counter that its number takes."""

Counter = Sequence[tuple[int | None, str]]
"""The words behind a number, each up to a number; the last one has no end: (9, つ), (None, 個)."""


Piece = tuple[str, str, str]
"""Words as they stand, then a slot and its counter; both empty at the end of a sentence."""


@lru_cache(maxsize=1024)  # the same sentences at every keystroke
def pieces(text: str) -> tuple[Piece, ...]:
    """Return a sentence in pieces, in order."""
    found: list[Piece] = []
    at = 0
    for slot in SLOT.finditer(text):
        found.append((text[at : slot.start()], slot[1], slot[2] or ""))
        at = slot.end()
    return (*found, (text[at:], "", ""))


def counted(number: int, counter: Counter) -> str:
    """Return a number with its counter: 9つ, 10個. Raises StopIteration for a counter that ends before the number."""
    return str(number) + next(word for up_to, word in counter if up_to is None or number <= up_to)


def parts(text: str, slots: Mapping[str, Any], counters: Mapping[str, Counter]) -> list[Any]:
    """Return a sentence's words and the values of its slots, one after another. Raises KeyError for a slot or counter that is not there."""
    found: list[Any] = []
    for words, slot, counter in pieces(text):
        found.append(words)
        if slot:
            found.append(counted(slots[slot], counters[counter]) if counter else slots[slot])
    return found
