"""Readings as a browser will cut them when they are typed into the search, so that the index holds the same pieces.

Pagefind cuts Japanese with a dictionary of its own while it indexes, but with the browser's while it searches; a long
word in kana is cut differently by the two (じどう・こうしん and じ・どう・こうしん) and would not be found.
"""

import json
import re
import subprocess
from collections.abc import Iterable

from site_build import DOCS

SCRIPT = """
const words = JSON.parse(require("fs").readFileSync(0, "utf8"));
const segmenter = new Intl.Segmenter("ja", { granularity: "word" });
console.log(JSON.stringify(words.map((word) => [...segmenter.segment(word)].map((each) => each.segment).join(" "))));
"""
_cut: dict[str, str] = {}
"""A word is always cut the same way, and starting Node takes longer than all the rest: what was cut once stays cut."""
_YOMI = re.compile(r"^yomi: *(.+)$", re.MULTILINE)


def pieces(words: Iterable[str]) -> dict[str, str]:
    """Each word with its pieces, set apart by spaces."""
    words = list(words)
    asked = [word for word in words if word not in _cut]
    if asked:
        _cut.update(_segmented(asked))
    return {word: _cut[word] for word in words}


def _segmented(asked: list[str]) -> dict[str, str]:
    done = subprocess.run(["node", "-e", SCRIPT], input=json.dumps(asked), capture_output=True, text=True, check=True)
    return dict(zip(asked, json.loads(done.stdout), strict=True))


def page_reading(yomi: str) -> str:
    """The ``yomi`` of a page's front matter, and its pieces behind it."""
    return f"{yomi} {pieces([yomi])[yomi]}"


def cut_all(words: Iterable[str]) -> None:
    """Cut these and the readings of every page in one go: starting Node for each would take seconds, and a copy of the process would forget it."""
    texts = (path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md"))
    pieces({*words, *(found[1].strip() for text in texts if (found := _YOMI.search(text)))})
