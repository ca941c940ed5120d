"""What one build draws from: the book, what the engine says of it, the guide's data, the videos. A change of data makes a new one."""

import copy
import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

import rulebook.today
from guide.reading import Reading, read_data
from quote_engine.desk import Desk
from quote_engine.drawing.words import Say
from quote_engine.premium.book import edition_in_force, present_edition
from rulebook.binder import assembled, compile_book
from rulebook.binding.words import compile_words
from rulebook.library import Library, read_library
from rulebook.sheets.problem import BrokenData, Report
from site_build import DATA
from site_build.public_holidays import public_holidays
from site_build.videos import VIDEOS, Video, read_videos

if TYPE_CHECKING:
    from quote_engine.typed.book import BookData

Given = ParamSpec("Given")
Made = TypeVar("Made")


class Sources:
    """Each part is read when it is first wanted, and then kept; ``BrokenData`` tells the problems of one that cannot be used."""

    def __init__(self, data: Path = DATA, *, videos: Path = VIDEOS, today: date | None = None, following: bool = False) -> None:
        """``following`` says that somebody edits and waits: the book then comes unproved, and the handbook shows what came out last."""
        self.data = data
        self.video_folder = videos
        self.following = following
        day = today or rulebook.today.today()
        self.days = {"start_date": (day + timedelta(days=1)).isoformat(), "application_date": day.isoformat()}
        """The first day a cover can start, and the day of applying: what a page without own answers shows."""
        self._replies: dict[str, dict[str, Any]] = {}
        self._made: dict[tuple[Any, ...], Any] = {}

    @cached_property
    def book(self) -> "BookData":
        """The compiled book, with what only a build can look up: the public holidays, the edition in force."""
        facts = _unproved(self.data) if self.following else compile_book(self.data)
        present = edition_in_force(facts["editions"], self.days["start_date"])
        return {**facts, "holidays": public_holidays(facts["site"]["checked"]), "present": present["start"]}

    @cached_property
    def library(self) -> Library:
        """The files of ``data/`` as they were read, for what is no part of the book; ``book`` has told their problems."""
        return read_library(self.data, Report())

    @cached_property
    def say(self) -> Say:
        """What the pages say: the engine's words, and those of the frames that only the build writes."""
        return Say(compile_words(self.library, "engine", "build"))

    @cached_property
    def book_json(self) -> str:
        """The book as it travels to the browser."""
        return json.dumps(self.book, ensure_ascii=False, separators=(",", ":"))

    @cached_property
    def desk(self) -> Desk:
        """The engine with this book, as in the browser; ``desk.book`` is what its rules are asked with."""
        return Desk(self.book_json)

    @cached_property
    def edition(self) -> dict[str, Any]:
        """The edition of the rates that a cover has which starts on the first day it can."""
        return present_edition(self.book)

    @cached_property
    def guide(self) -> Reading:
        """The guide's data: facts, terms, desks, files by their names."""
        return read_data(self.data, self.days["start_date"])

    @cached_property
    def videos(self) -> dict[str, Video]:
        """Every video that has been rendered, in the order of the list; raises ``BuildError`` as well."""
        return read_videos(self.video_folder)

    @property
    def example_answers(self) -> dict[str, Any]:
        """The answers of the first model case, whose price the site shows before anything is asked."""
        return dict(self.book["examples"][0]["answers"])

    def question(self, name: str) -> Mapping[str, Any]:
        """One question of the book, by its id."""
        return next(question for question in self.book["questions"] if question["id"] == name)

    def ask(self, kind: str, answers: Mapping[str, Any]) -> dict[str, Any]:
        """What the desk replies, as the browser gets it. The same question is asked once."""
        request = json.dumps({"id": 0, "ask": kind, "answers": answers})
        if request not in self._replies:
            self._replies[request] = json.loads(self.desk.reply(request))
        return self._replies[request]

    def quote(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """The quote for these answers, applied for today."""
        quote: dict[str, Any] = self.ask("quote", {**answers, **self.days})["quote"]
        return quote

    def once(self, make: Callable[Concatenate["Sources", Given], Made], *given: Given.args, **named: Given.kwargs) -> Made:
        """What ``make`` makes of these sources, made once."""
        key = (make, given, tuple(sorted(named.items())))
        if key not in self._made:
            self._made[key] = make(self, *given, **named)
        made: Made = self._made[key]
        return made

    def with_new_guide(self) -> "Sources":
        """The same book and all that was asked of it, beside the guide's data and the videos as they stand now."""
        fresh = copy.copy(self)
        fresh._made = {}  # noqa: SLF001  (another of the same kind)
        for name in ("guide", "videos"):
            vars(fresh).pop(name, None)
        return fresh


def _unproved(data: Path) -> "BookData":
    """Return the book as ``compile_book`` does, without what can only be proved by asking it."""
    book, problems = assembled(data)
    if book is None:
        raise BrokenData(problems, data)
    return book
