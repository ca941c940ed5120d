"""The list of titles beside the search index: every page, its parts and their readings, the cars, as the dialog matches them.

Pagefind and a browser cut Japanese into words, each in its own way; whatever stands in this list is found without any
cutting. Its address stays the same from build to build, so the browser asks every time whether it is still the newest.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from site_build.calculators.set_answers import quote_fragment
from site_build.sources import Sources

FILE = "titles.json"
HEADINGS = ("h2", "h3")
UNREAD = ("rt", "rp")
"""Readings above kanji: a title is its kanji."""
MARK = "ref"
"""The 参考 beside a name."""
KANA = re.compile("[ぁ-ゖァ-ヺー・]+")
VOID = ("br", "img", "hr", "input", "source", "wbr", "col", "link", "meta", "track")
MANY = 5
"""Pages; a part that more of them have by the same name, such as 「次に見る」, leads nowhere in particular."""
TITLE = "title:"
"""How Pagefind is told the title, in ``data-pagefind-meta``."""


class _Page(HTMLParser):
    """One finished page: its head, and whatever in its article has an address and a name."""

    def __init__(self) -> None:
        super().__init__()
        self.title = self.description = self.yomi = ""
        self.parts: list[tuple[str, str, str]] = []
        self._open: list[tuple[str, bool]] = []
        self._heading: list[str] | None = None
        self._reading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "meta" and named.get("name") == "description":
            self.description = named["content"]
        if tag in VOID:
            return
        outer = self._open[-1][1] if self._open else False
        inside = (outer or tag == "article") and tag not in UNREAD and named.get("class") != MARK and "data-pagefind-ignore" not in named
        self._open.append((tag, inside))
        if tag == "article" and inside:
            self.title = named.get("data-pagefind-meta", "").removeprefix(TITLE)
            self.yomi = named.get("data-yomi", "")
        elif inside and "id" in named and tag in HEADINGS:
            self._heading, self._reading = [named["id"], ""], named.get("data-yomi", "")
        elif inside and "id" in named and "data-place" in named:
            self.parts.append((named["id"], named["data-place"], named.get("data-yomi", "")))

    def handle_data(self, data: str) -> None:
        if self._heading is not None and self._open and self._open[-1][1]:
            self._heading[1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, _ in self._open):
            return
        while self._open.pop()[0] != tag:  # a <p> or <li> may be left open
            pass
        if tag in HEADINGS and self._heading is not None:
            id_, title = self._heading
            title = title.strip()
            self.parts.append((id_, title, _reading(title, self._reading)))
            self._heading = None


def write_titles(site: Path, sources: Sources) -> None:
    """Write the list of the finished pages and of the cars of the book into ``pagefind/``."""
    models = sources.book["models"]
    found = {"pages": columns(pages(site)), "cars": cars(models), "answers": answers(sources, models)}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    (site / "pagefind" / FILE).write_text(text, encoding="utf-8")


def pages(site: Path) -> list[dict[str, Any]]:
    """Return ``{address, title, description, words, ids, parts, readings}`` of every page that can be searched for."""
    found = []
    for path in sorted(site.rglob("index.html")):
        page = _Page()
        page.feed(path.read_text(encoding="utf-8"))
        if page.title:
            address = path.parent.relative_to(site).as_posix()
            found.append(("" if address == "." else f"{address}/", page))
    shared = Counter(title for _, page in found for title in {part[1] for part in page.parts})
    return [_entry(address, page, [part for part in page.parts if shared[part[1]] <= MANY]) for address, page in found]


def _entry(address: str, page: _Page, parts: list[tuple[str, str, str]]) -> dict[str, Any]:
    named = {"address": address, "title": page.title, "description": page.description, "words": page.yomi}
    ids, titles, readings = ([part[place] for part in parts] for place in range(3))
    return {**named, "ids": ids, "parts": titles, "readings": {str(place): reading for place, reading in enumerate(readings) if reading}}


def columns(entries: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """Return the entries turned: like stands beside like, which compresses better."""
    return {key: [entry[key] for entry in entries] for key in entries[0]}


def cars(models: Iterable[Mapping[str, Any]]) -> list[list[Any]]:
    """Return ``[name, reading, [[id, vehicle type, year], …]]`` of every name, its newest model first."""
    named: dict[tuple[str, str], list[list[Any]]] = {}
    for model in models:
        named.setdefault((model["name"], _reading(model["name"], model["yomi"])), []).append([model["id"], model["vehicle_type"], int(model["launched"][:4])])
    return [[*name, sorted(found, key=lambda model: -model[2])] for name, found in named.items()]


def _reading(name: str, yomi: str) -> str:
    """The reading where it says more than the name: kana of both kinds are compared as one."""
    return "" if KANA.fullmatch(name) else yomi


def answers(sources: Sources, models: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return, for each type of vehicle, the answers of the price page to which a model is added."""
    return {vehicle: quote_fragment(sources, {"vehicle_type": vehicle}) for vehicle in sorted({model["vehicle_type"] for model in models})}
