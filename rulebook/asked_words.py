"""Which words the screens ask for: found in the code itself, and kept in ``data/words/asked.lock`` for the checker.

Python asks ``say("price.title")`` or ``say.html("price.now", annual=…)``, scripts ``say("site.copied", { count })``.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

Asked = dict[str, tuple[str, ...]]
"""Slots by the id of the word, sorted."""

PLACES = {
    "engine": ("quote_engine", "*.py"),
    "build": ("site_build/calculators", "*.py"),
    "script": ("docs/assets/js", "*.js"),
}
"""Who asks, and where: the engine in the browser, the build of the pages, the pages' scripts."""
HEADER = """\
# 画面がたずねる言葉の名前と、その文に入るものの控えです。コードから作ります。手では直しません。
# コードを直したら、python -m quote_engine words を動かしてください。
"""
ID = re.compile(r"[a-z_]+\.[a-z0-9_]+")
_CALL = re.compile(r"(?<![\w.])say\(\s*(?:\"([^\"]*)\"\s*)?")
_IMPORTED = re.compile(r"import\s*\{[^}]*\bsay\b[^}]*\}\s*from\s*\"[^\"]*/words\.js\"")


class Unclear(Exception):
    """A call that does not say which word it wants; the message names the place."""


def asked_words(root: Path) -> dict[str, Asked]:
    """Return what each asker asks for, over the sources below ``root``; raise ``Unclear`` where a call does not tell."""
    found: dict[str, Asked] = {}
    slots: Asked = {}
    for asker, (folder, pattern) in PLACES.items():
        own: Asked = {}
        for path in sorted((root / folder).rglob(pattern)):
            asks = script_asks if asker == "script" else python_asks
            for id_, names in asks(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix()):
                if slots.setdefault(id_, names) != names:
                    raise Unclear(f"{path.relative_to(root)}: {id_} is asked for with {names}, elsewhere with {slots[id_]}")
                own[id_] = names
        found[asker] = own
    return found


def lock_text(asked: dict[str, Asked]) -> str:
    """Return the text of the lock, in the order of the alphabet."""
    lines = [HEADER]
    for asker, words in asked.items():
        lines.append(f"{asker}:{'' if words else ' {}'}\n")
        lines += [f"  {id_}: [{', '.join(words[id_])}]\n" for id_ in sorted(words)]
    return "".join(lines)


def python_asks(text: str, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words that a module asks for, each with its slots."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or not _is_say(node.func):
            continue
        first = node.args[0] if len(node.args) == 1 else None
        if not isinstance(first, ast.Constant) or not ID.fullmatch(str(first.value)) or None in [each.arg for each in node.keywords]:
            raise Unclear(f"{name}:{node.lineno}: say() takes an id that is written out, and named slots")
        yield str(first.value), tuple(sorted(str(each.arg) for each in node.keywords))


def script_asks(text: str, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words that a script asks for, each with its slots."""
    # Another module's say() speaks of something else.
    for call in _CALL.finditer(text) if _IMPORTED.search(text) else ():
        slots = _slots(text[call.end() :])
        if not ID.fullmatch(call[1] or "") or slots is None:
            line = text.count("\n", 0, call.start()) + 1
            raise Unclear(f"{name}:{line}: say() takes an id that is written out, and its slots as {{ name, other: value }}")
        yield call[1], tuple(sorted(slots))


def _is_say(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute) and called.attr == "html":
        called = called.value
    return isinstance(called, ast.Name) and called.id == "say"


def _slots(rest: str) -> list[str] | None:
    """Return the names of an object that is written out behind the id; None where something else stands there."""
    opened = re.match(r",\s*\{", rest)
    if not opened:
        return [] if re.match(r",?\s*\)", rest) else None
    names, depth, start = [], 1, True
    for token in re.finditer(r"\"(?:[^\"\\]|\\.)*\"|`(?:[^`\\]|\\.)*`|[\w$]+|[^\s]", rest[opened.end() :]):
        word = token[0]
        if start and depth == 1 and re.fullmatch(r"[a-z_]+", word):
            names.append(word)
        elif start and word != "}":
            return None
        depth += (word in "({[") - (word in ")}]")
        if not depth:
            return names
        start = word == "," and depth == 1
    return None
