"""What the pages may do: the Content-Security-Policy, made from the pages themselves."""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from site_build import BuildError

SCRIPTS = {None, "", "module", "text/javascript", "application/javascript"}
ADDRESSES = {"href", "src", "action", "formaction"}

SUSPECT = re.compile(r"<script(?![^>]*\ssrc=)|<style|[\s\"'/](?:style|on[a-z]+)\s*=|javascript:|&(?:#|colon|tab|newline)", re.IGNORECASE)
"""Whatever could turn out to be code or style in a page; one without it need not be taken apart."""

DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'{hashes}",  # WebAssembly needs its own permission; eval stays forbidden
    "style-src 'self'",
    "img-src 'self' data:",  # the theme's masks are data: drawings
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
)


class _Page(HTMLParser):
    """Collects the inline scripts of a page, and whatever the policy would block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: set[str] = set()
        self.blocked: list[str] = []
        self._script: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "script" and "src" not in named and named.get("type") in SCRIPTS:
            self._script = ""
        if tag == "style":
            self.blocked.append("<style>")
        for name, value in attrs:
            code = name in ADDRESSES and (value or "").strip().lower().startswith("javascript:")
            if name == "style" or name.startswith("on") or code:
                self.blocked.append(f"<{tag} {name}={value!r}>")

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.scripts.add(self._script)
            self._script = None


def content_security_policy(pages: Iterable[Path]) -> str:
    """The policy that lets exactly these pages work; an error when a page holds what no strict policy allows."""
    scripts: set[str] = set()
    blocked: list[str] = []
    for path in pages:
        of_page, blocked_there = _content(path.read_text(encoding="utf-8"))
        scripts |= of_page
        blocked += [f"{path}: {what}" for what in blocked_there]
    if blocked:
        raise BuildError("inline code or style, which the policy blocks:\n  " + "\n  ".join(blocked))
    hashes = "".join(f" '{_hash(script)}'" for script in sorted(scripts))
    return "; ".join(DIRECTIVES).format(hashes=hashes)


@lru_cache(maxsize=1024)  # a text has one content for ever, and of all pages `make serve` changes a few at a time
def _content(text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The inline scripts of a page, and what no strict policy allows."""
    if not SUSPECT.search(text):
        return frozenset(), ()
    page = _Page()
    page.feed(text)
    return frozenset(page.scripts), tuple(page.blocked)


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
