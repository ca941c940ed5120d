"""From nothing to the first price, and the bytes it takes: the site's runtime beside stock Pyodide."""

from dataclasses import dataclass, field
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

from bench.server import BEST, CDN, BenchServer

LATER_VISITS = 2


@dataclass
class Starts:
    """Milliseconds of each visit, and what a first visit fetched."""

    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    def summary(self, server: BenchServer) -> dict[str, float]:
        """Medians in milliseconds, bytes at both qualities."""
        return {
            "first": median(self.first),
            "later": median(self.later),
            "bytes": server.weight(self.fetched, CDN),
            "bytes_best": server.weight(self.fetched, BEST),
        }


def measure_starts(browser: Browser, server: BenchServer, request: dict[str, Any], rounds: int) -> dict[str, Starts]:
    """Alternating rounds, each in a fresh context: one first visit, then later ones in the same context."""
    starts = {"site": Starts(), "stock": Starts()}
    prices = set()
    for number in range(rounds):
        for kind in sorted(starts, reverse=bool(number % 2)):
            context = browser.new_context()
            server.fetched.clear()
            result = _visit(context.new_page(), server, kind, request)
            starts[kind].fetched = list(server.fetched)
            starts[kind].first.append(result["ms"])
            prices.add(result["annual"])
            for _ in range(LATER_VISITS):
                page = context.new_page()
                result = _visit(page, server, kind, request)
                starts[kind].later.append(result["ms"])
                prices.add(result["annual"])
                if kind == "site" and not result["snapshot"]:
                    raise RuntimeError("a later visit did not start from the snapshot")
            context.close()
    if len(prices) != 1:
        raise RuntimeError(f"the prices differ: {prices}")
    return starts


def _visit(page: Page, server: BenchServer, kind: str, request: dict[str, Any]) -> dict[str, Any]:
    page.goto(f"{server.base}/bench/bench.html")
    page.wait_for_selector("html[data-bench=ready]")
    result: dict[str, Any] = page.evaluate("([kind, request]) => bench[kind](request)", [kind, request])
    if kind == "site" and not page.evaluate("() => bench.snapshotKept()"):
        raise RuntimeError("no snapshot was kept")
    page.close()
    return result
