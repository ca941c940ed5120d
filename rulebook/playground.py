"""The editors' desk in the browser: files in, problems and prices out. Nothing is kept between two questions.

In the archive of the playground this module stands in the place of ``quote_engine.desk``, so that the worker starts it as
it starts the visitors' desk.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

from quote_engine.premium.book import Book
from quote_engine.values.dates import spoken
from rulebook.binder import examine
from rulebook.sheets.problem import format_problems
from rulebook.trial import NewStep, Trial, case_answers, new_steps, trial

if TYPE_CHECKING:
    from quote_engine.typed.book import BookData


class Told(TypedDict):
    """A mistake in the files, with its place and as the check tells it."""

    file: str
    line: int
    column: int
    text: str


class TriedPrice(TypedDict):
    """What a model case costs a year before and after, None where it has no price, and the steps that are new."""

    label: str
    before: int | None
    after: int | None
    steps: list[NewStep]


class Tried(TypedDict):
    """What became of changed files; ``start`` is the first day of changed rates that do not count yet."""

    problems: list[Told]
    prices: list[TriedPrice]
    start: NotRequired[str | None]

class Desk:
    """Tries changed data files: the same checker and the same prices as on an editor's own machine."""

    def __init__(self, book_text: str) -> None:
        """``book_text`` is JSON: ``{"data": {path: text}}``, every file below data/ that the book is made from."""
        self.files: dict[str, str] = json.loads(book_text)["data"]
        self.root = Path("data")
        book, _ = self._examined({})
        self.book = Book(book) if book else None

    def reply(self, request_text: str) -> str:
        """Return the reply to ``{id, files: {path: text}}``: the problems, else each model case before and after."""
        request = json.loads(request_text)
        changed = {name: text for name, text in (request.get("files") or {}).items() if name in self.files}
        return json.dumps({"id": request.get("id"), **self._tried(changed)}, ensure_ascii=False)

    def reply_bytes(self, request_text: str) -> bytes:
        """Return the reply as UTF-8."""
        return self.reply(request_text).encode("utf-8", "replace")

    def _tried(self, changed: dict[str, str]) -> Tried:
        book, problems = self._examined(changed)
        if problems or book is None:
            said: list[Told] = [{"file": each.place.file, "line": each.place.line, "column": each.place.column,
                     "text": format_problems([each], self.root).rstrip()} for each in problems]  # fmt: skip
            return {"problems": said, "prices": []}
        start = _first_day(changed, book["site"]["checked"])
        before = _priced(self.book, start) if self.book else {}
        prices: list[TriedPrice] = [
            {"label": label, "before": before[label]["annual"], "after": now["annual"], "steps": new_steps(before[label], now)}
            for label, now in _priced(Book(book), start).items()
            if label in before
        ]
        return {"problems": [], "prices": prices, "start": spoken(start) if start else None}

    def _examined(self, changed: dict[str, str]) -> "tuple[BookData | None, list[Any]]":
        # A restored snapshot keeps Python's memory, not its files: all are written again.
        for name, text in {**self.files, **changed}.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8", "replace"))
        return examine(self.root)


def _first_day(changed: dict[str, str], checked: str) -> str | None:
    """The first day of the newest edition that was changed, where that day is still to come; its rates count only then."""
    starts = [name.split("/")[1] for name in changed if name.startswith("editions/")]
    return max((start for start in starts if start > checked), default=None)


def _priced(book: Book, start: str | None) -> dict[str, Trial]:
    return {case["label"]: trial(book, case_answers(book, case["id"], start)) for case in book.data["examples"]}
