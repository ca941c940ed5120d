"""The book of the data, kept compiled: reading all the YAML takes most of the time when nothing has changed."""

import hashlib
import json
from typing import TYPE_CHECKING

from rulebook.binder import compile_book
from video_studio import CACHE, DATA, ROOT

if TYPE_CHECKING:
    from quote_engine.typed.book import BookData


def data_book() -> "BookData":
    """Return the compiled data; raise ``BrokenData`` where they have problems."""
    kept = CACHE / f"book-{_key()}.json"
    if kept.exists():
        found: BookData = json.loads(kept.read_text(encoding="utf-8"))
        return found
    book = compile_book(DATA)
    CACHE.mkdir(parents=True, exist_ok=True)
    for old in CACHE.glob("book-*.json"):
        old.unlink(missing_ok=True)
    part = kept.with_suffix(".part")
    part.write_text(json.dumps(book, ensure_ascii=False), encoding="utf-8")
    part.replace(kept)
    return book


def _key() -> str:
    """Return a hash of everything that the book is made from: the data, and the engine that reads them."""
    hashed = hashlib.sha256()
    code = [path for package in ("quote_engine", "rulebook") for path in (ROOT / package).rglob("*.py")]
    files = sorted([*DATA.rglob("*.yml"), *code])
    for path in files:
        hashed.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes() + b"\0")
    return hashed.hexdigest()[:32]
