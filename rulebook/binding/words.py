"""The words of the screens, for whoever asks for them."""

from collections.abc import Iterable
from typing import Any

from quote_engine.values.words import pieces
from rulebook.library import Library


def compile_words(library: Library, *askers: str) -> dict[str, Any]:
    """Return ``{texts, counters}`` of what the ``askers`` (engine, build, script) ask for; empty for a folder without screens."""
    asked = library.asked or dict.fromkeys(askers, ())
    return picked(library, (id_ for asker in askers for id_ in asked[asker]))


def picked(library: Library, ids: Iterable[str]) -> dict[str, Any]:
    """Return ``{texts, counters}`` of the words ``ids``, with the counters that they use."""
    texts = {}
    for id_ in dict.fromkeys(ids):
        stem, _, name = id_.partition(".")
        texts[id_] = library.words[stem]["words"][name]
    used = {counter for text in texts.values() for _, _, counter in pieces(text)}
    counters = {
        name: [[step["up_to"], step["word"]] for step in steps]
        for file in library.words.values()
        for name, steps in (file["counters"] or {}).items()
        if name in used
    }
    return {"texts": texts, "counters": counters}
