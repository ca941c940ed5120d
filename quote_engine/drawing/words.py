"""What the pages say: every sentence and label by its id, as it stands in ``data/words``."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join
from quote_engine.values.words import Counter, parts


class Say:
    """The words of the pages. ``say("price.title")`` is a text, ``say.html`` the same as markup.

    What is asked for here is kept in ``data/words/asked.lock`` (``python -m quote_engine words`` writes it), and
    ``check`` holds the editors' files to it: so an id is always written out, and a slot is always named.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        """``words`` is {"texts": {id: text}, "counters": {name: [[up to, word]]}}, as the book has it."""
        self.texts: Mapping[str, str] = words["texts"]
        self.counters: Mapping[str, Counter] = words["counters"]

    def __call__(self, id_: str, /, **slots: object) -> str:
        """Return the text with its slots filled."""
        text = self.texts[id_]
        if ":" in text:  # a counter; without one, a slot is just what format() knows, and every keystroke says some sixty of these
            return "".join(map(str, parts(text, slots, self.counters)))
        return text.format(**slots) if slots else text

    def html(self, id_: str, /, **slots: object) -> Html:
        """Return the text as markup: its words escaped, and each slot too unless it is markup already."""
        return join(parts(self.texts[id_], slots, self.counters))
