"""A build that stays warm: one process that keeps what it has read and made, and brings ``build/serve`` up to date on request.

Each line ``build`` on standard input is answered with a line of JSON: ``{"seconds": 0.8}`` or ``{"problem": …}``. The line
``finish`` asks for what nobody waits for, and has no answer.
"""

import json
import os
import sys
import time
import traceback
from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path
from typing import Any

from mkdocs_macros import context

from guide.examine import page_problems
from guide.reading import Unknown
from rulebook.binder import doubts
from rulebook.sheets.problem import BrokenData, Problem
from rulebook.today import today
from site_build import DATA, DOCS, ROOT, BuildError
from site_build.browser_python.playground import write_playground
from site_build.browser_python.runtime import write_runtime
from site_build.calculators.quote_page import copy_assets
from site_build.finishing.headers import write_headers
from site_build.finishing.search import write_search
from site_build.generate import generate
from site_build.serving.beside import Beside
from site_build.serving.page_problems import told_in_japanese
from site_build.serving.page_shelf import Drawn, PageShelf
from site_build.sources import Sources
from site_build.videos import copy_videos

SERVED = ROOT / "build" / "serve"
FINISH = "finish"


class Workshop:
    """Builds into one folder, again and again."""

    def __init__(self, site: Path = SERVED) -> None:
        """``site`` is the folder that is served."""
        self.site = site
        self.shelf = PageShelf(site)
        self._finishing: Beside[None] | None = None
        self._sources: Sources | None = None
        self._data = self._proved = self._guide = self._made = self._book = ""

    def build(self) -> dict[str, Any]:
        """Bring the folder up to date; return the seconds it took, or the problem that stands in the way."""
        began = time.perf_counter()
        try:
            self._build()
        except BrokenData as broken:
            return {"kind": "data", "problem": str(broken)}
        except (BuildError, Unknown) as error:
            return {"kind": "page", "problem": str(error)}
        except (Exception, SystemExit):  # noqa: BLE001  (whatever it is belongs on the screen of the person who caused it)
            return {"kind": "code", "problem": traceback.format_exc(limit=-4)}
        return {"seconds": round(time.perf_counter() - began, 2)}

    def finish(self) -> None:
        """Bring up to date what nobody waits for, beside the work. One that is running is not doubled."""
        if self._sources and not (self._finishing and self._finishing.running()):
            self._finishing = Beside(partial(self._finish, self._sources), patient=True)

    def _finish(self, sources: Sources) -> None:
        write_playground(self.site, json.loads((self.site / "app" / "manifest.json").read_text(encoding="utf-8")))
        write_search(self.site, sources)

    def _build(self) -> None:
        sources = self._read()
        _refuse(_problems(sources))
        proof = Beside(partial(doubts, sources.book)) if self._data != self._proved else None
        try:
            drawn = self._draw(sources, f"{self._data}{self._guide}{_stamps(DOCS.rglob('*.svg'))}")
        finally:
            # What was drawn from data that don't hold together may have failed for just that.
            _refuse(proof.result() if proof else [])
        self._proved = self._data
        if drawn.warnings:
            raise BuildError("\n".join(told_in_japanese(warning) for warning in dict.fromkeys(drawn.warnings)))
        drawn.put()
        self._add_calculator(sources.book_json)
        copy_videos(self.site, sources.videos)
        write_headers(self.site)

    def _read(self) -> Sources:
        """Return what there is to draw from: the same sources as last time while nothing of them has changed."""
        guide = _stamps([*(DATA / "guide").rglob("*.yml"), *(ROOT / "videos").rglob("*")])
        data = f"{today()}{_stamps(path for path in DATA.rglob('*') if not path.is_relative_to(DATA / 'guide'))}"
        if self._sources is None or data != self._data:
            self._sources = Sources(following=True)
        elif guide != self._guide:
            self._sources = self._sources.with_new_guide()
        self._data, self._guide = data, guide
        return self._sources

    def _draw(self, sources: Sources, state: str) -> Drawn:
        if state != self._made:
            generate(sources)
            self._made = state
        return self.shelf.draw(sources, state + _heads())

    def _add_calculator(self, book: str) -> None:
        if book != self._book or not (self.site / "app" / "manifest.json").exists():
            manifest = {**write_runtime(self.site, book), **copy_assets(self.site)}
            (self.site / "app" / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
            self._book = book


def _problems(sources: Sources) -> list[Problem]:
    """Return the problems of the book, the guide and the heads of the pages together; what can only be proved comes later."""
    problems: list[Problem] = []
    for part in ("book", "guide"):
        try:
            getattr(sources, part)
        except BrokenData as broken:
            problems += broken.problems
    return problems or page_problems(sources.guide.guide)


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise BrokenData(problems, DATA)


def _stamps(paths: Iterable[Path]) -> str:
    stats = sorted((str(path), path.stat()) for path in paths if path.is_file() and not path.is_relative_to(DATA / "cases"))
    return repr([(name, stat.st_mtime_ns, stat.st_size) for name, stat in stats])


def _heads() -> str:
    """The heads of all pages, which lists of pages draw from."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(DOCS.rglob("*.md")))
    return repr([text.partition("\n---")[0] for text in texts if text.startswith("---")])


def work() -> None:
    """Answer builds until the one who asks has gone."""
    answers, sys.stdout = sys.stdout, sys.stderr  # what the build says by itself is not an answer
    requests = os.fdopen(os.dup(sys.stdin.fileno()), encoding="utf-8")  # a plugin that gives up closes sys.stdin
    context.get_git_info = cache(context.get_git_info)  # no page shows it, and the plugin asks git twelve questions
    workshop = Workshop()
    for request in requests:
        if request.strip() == FINISH:
            workshop.finish()
            continue
        answer = workshop.build()
        answers.write(json.dumps(answer, ensure_ascii=False) + "\n")
        answers.flush()
