"""A build that stays warm: one process that keeps what it has read and made, and brings ``build/serve`` up to date on request.

Each line on standard input asks for one build; each line of the answer is JSON: ``{"seconds": 0.8}`` or ``{"problem": …}``.
"""

import json
import os
import sys
import threading
import time
import traceback
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from quote_engine.guide import examine_pages
from quote_engine.problem import BrokenData, Problem
from site_build import DATA, DOCS, ROOT, BuildError, facts, guide, policy, runtime
from site_build.generate import generate
from site_build.handbook.outcome import FOLLOWS
from site_build.headers import write_headers
from site_build.page_problems import told_in_japanese
from site_build.page_shelf import PageShelf
from site_build.quote_page import copy_assets
from site_build.runtime import write_runtime
from site_build.search import write_search
from site_build.videos import copy_videos

SERVED = ROOT / "build" / "serve"
DRAWN_FROM_GUIDE = ("site_build.guide", "site_build.videos")
"""The modules that keep what stands in ``data/guide/`` and ``videos/``; all others keep what comes of the book."""
LASTING = {"_design", "_font", "_car", "engine_sources", "page_content"}
"""What no change to text or data can make stale."""


LONG_AGO = "2000-01-01"
"""On that day nothing was due for another look: overdue facts are no mistakes, `check` tells them."""


class Workshop:
    """Builds into one folder, again and again."""

    def __init__(self, site: Path = SERVED) -> None:
        """``site`` is the folder that is served."""
        self.site = site
        self.shelf = PageShelf()
        self._indexing = threading.Thread()
        self._data = self._guide = self._book = ""

    def build(self) -> dict[str, Any]:
        """Bring the folder up to date; return the seconds it took, or the problem that stands in the way."""
        began = time.perf_counter()
        try:
            self._build()
        except BrokenData as broken:
            return {"kind": "data", "problem": str(broken)}
        except BuildError as error:
            return {"kind": "page", "problem": str(error)}
        except (Exception, SystemExit):  # noqa: BLE001  (whatever it is belongs on the screen of the person who caused it)
            return {"kind": "code", "problem": traceback.format_exc(limit=-4)}
        return {"seconds": round(time.perf_counter() - began, 2)}

    def index(self) -> None:
        """Bring the search up to date beside the work. Nobody waits for it; one that is running is not doubled."""
        if not self._indexing.is_alive():
            self._indexing = threading.Thread(target=write_search, args=(self.site,), daemon=True)
            self._indexing.start()

    def _build(self) -> None:
        guided = _stamps([*(DATA / "guide").rglob("*.yml"), *(ROOT / "videos").rglob("*")])
        data = _stamps(path for path in DATA.rglob("*.yml") if not path.is_relative_to(DATA / "guide"))
        if data != self._data:
            _forget()
        elif guided != self._guide:
            _forget(DRAWN_FROM_GUIDE)
        self._data = self._guide = ""
        _refuse_problems()
        self._data, self._guide = data, guided
        generate(facts.book())
        state = f"{data}{guided}{_stamps(DOCS.rglob('*.svg'))}{_heads()}"
        warnings = self.shelf.build(self.site, state)
        if warnings:
            raise BuildError("\n".join(told_in_japanese(warning) for warning in dict.fromkeys(warnings)))
        self._add_calculator()
        copy_videos(self.site)
        write_headers(self.site)

    def _add_calculator(self) -> None:
        book = facts.book_json()
        if book != self._book or not (self.site / "app" / "manifest.json").exists():
            manifest = {**write_runtime(self.site, book), **copy_assets(self.site)}
            (self.site / "app" / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
            self._book = book


def _refuse_problems() -> None:
    """Tell the problems of the book, the guide and the heads of the pages together."""
    problems: list[Problem] = []
    for read in (facts.book, guide.guide):
        try:
            read()
        except BrokenData as broken:
            problems += broken.problems
    if not problems:
        problems += examine_pages(guide.guide(), LONG_AGO)[0]
    if problems:
        raise BrokenData(problems, DATA)


def _forget(modules: tuple[str, ...] = ("site_build",)) -> None:
    """Forget what was made from the data; YAML texts that are still the same stay read."""
    for module in [module for name, module in sys.modules.items() if name.startswith("site_build")]:
        for name, kept in vars(module).items():
            if hasattr(kept, "cache_clear") and kept.__module__.startswith(modules) and name not in LASTING:
                kept.cache_clear()


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
    os.environ[FOLLOWS] = "1"  # the handbook may show what came out last; carrying out its recipes takes a minute
    # Code never changes here: whoever changes it starts a new process.
    policy.page_content = lru_cache(maxsize=1024)(policy.page_content)
    runtime.engine_sources = lru_cache(runtime.engine_sources)
    workshop = Workshop()
    for _ in requests:
        answer = workshop.build()
        answers.write(json.dumps(answer, ensure_ascii=False) + "\n")
        answers.flush()
        if "problem" not in answer:
            workshop.index()
