"""The words that a page's scripts ask for, as a block of data in the page: no policy needs to allow it."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from quote_engine.drawing.markup import Html, tag
from rulebook.asked_words import script_asks
from rulebook.binding.words import picked
from rulebook.library import Library

EVERYWHERE = ("site/site.js",)
"""The scripts of every page; a page's head names its own (``js``)."""
_IMPORT = re.compile(r"(?:\bfrom|\bimport)\s*\(?\s*\"(\.[^\"]+\.js)\"")


class ScriptWords(NamedTuple):
    """Called with the scripts of a page's head, it writes the block. What it holds shows in its ``repr``, which pages kept warm go by."""

    asked: dict[str, list[str]]
    """The words that each script asks for, by itself or through what it imports."""
    words: dict[str, Any]

    def __call__(self, scripts: Sequence[str] = ()) -> str:
        """Return the block; nothing where the scripts ask for no words."""
        ids = {id_ for script in (*EVERYWHERE, *scripts) for id_ in self.asked.get(script, ())}
        if not ids:
            return ""
        texts = {id_: self.words["texts"][id_] for id_ in sorted(ids)}
        counters = {name: steps for name, steps in self.words["counters"].items() if any(f":{name}}}" in text for text in texts.values())}
        written = json.dumps({"texts": texts, "counters": counters}, ensure_ascii=False, separators=(",", ":"))
        return tag("script", Html(written.replace("<", "\\u003c")), type="application/json", id="page-words")


def script_words(library: Library, folder: Path) -> ScriptWords:
    """Return the words of every script in ``folder``, out of the data's ``library``."""
    texts = {path.resolve(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.js"))}
    own = {path: [id_ for id_, _ in script_asks(text, path.name)] for path, text in texts.items()}
    asked = {
        path.relative_to(folder.resolve()).as_posix(): ids
        for path in texts
        if (ids := sorted({id_ for each in _reached(path, texts) for id_ in own[each]}))
    }
    return ScriptWords(asked, picked(library, (id_ for ids in asked.values() for id_ in ids)))


def _reached(script: Path, texts: dict[Path, str]) -> list[Path]:
    """Return a script and all that it imports, at once or later; what the build generates is not among them and asks for no words."""
    found: list[Path] = []
    waiting = [script]
    while waiting:
        path = waiting.pop()
        if path not in found and path in texts:
            found.append(path)
            waiting += [(path.parent / name).resolve() for name in _IMPORT.findall(texts[path])]
    return found
