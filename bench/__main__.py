"""`python -m bench`: measures, and prints the README's table."""

import argparse
import json
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.keystroke import keystroke_to_paint
from bench.report import Row, mb, ms, table
from bench.saving import rate_saved
from bench.server import ROOT, SITE, BenchServer, serving
from bench.speed import against_publicodes, quoted_answers, quotes_per_second
from bench.start import measure_starts
from bench.tools import ideas_for_a_budget, outlook_of_fifteen_years, payout_answers, use_or_pay_answers
from quote_engine.desk import Desk
from quote_engine.premium.book import Book
from site_build.browser_python.closure import engine_sources
from tests.runtime.random_answers import answer_sets
from tools.browser import ARGUMENTS, find

START = {"start_date": "2026-12-01"}  # the model cases leave it open
STEPS = ("start", "speed", "keystroke", "tools", "portfolio", "saving")
OTHER_PYTHON = ROOT / ".venv-bench" / "bin" / "python"


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    arguments.add_argument(
        "--rounds", type=int, default=7, help="rounds of the start, each with fresh and later visits"
    )
    arguments.add_argument("--only", choices=STEPS, action="append", help="measure only this")
    chosen = arguments.parse_args()
    manifest = SITE / "app" / "manifest.json"
    if not manifest.is_file():
        sys.exit("Build the site first: make site")
    book_text = (SITE / json.loads(manifest.read_text())["book"].lstrip("/")).read_text(encoding="utf-8")
    with serving(folders(), texts(book_text)) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(playwright), args=ARGUMENTS)
        print(f"Chromium {browser.version}, CPython {platform.python_version()}, {platform.system()}\n", flush=True)
        rows = measured(browser, server, book_text, chosen.rounds, chosen.only or list(STEPS))
        browser.close()
    print("\n" + table(rows))


def measured(browser: Browser, server: BenchServer, book_text: str, rounds: int, steps: list[str]) -> list[Row]:
    desk, book = Desk(book_text), Book.from_json(book_text)
    rows = []
    if "start" in steps:
        request = {"ask": "quote", "answers": START | book.data["examples"][0]["answers"]}
        rows += start_rows(browser, server, request, rounds)
    if "speed" in steps:
        rows += speed_rows(browser, server, desk, book)
    if "keystroke" in steps:
        typed = keystroke_to_paint(browser, server)
        note("keystroke", typed)
        rows.append(Row("key pressed to price painted, 95th percentile", ms(typed["p95"]), "", typed["p95"], 50, " ms"))
    if "tools" in steps:
        rows += tool_rows(browser, server)
    if "portfolio" in steps:
        rows += portfolio_rows()
    if "saving" in steps:
        rows.append(rate_saved(browser))
    return rows


def portfolio_rows() -> list[Row]:
    """OpenFisca has an environment of its own: so has what is measured beside it."""
    done = subprocess.run([OTHER_PYTHON, "-m", "bench.portfolio"], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found = json.loads(done.stdout)
    note("portfolio", found)
    single, contracts = found["float32"], f"{found['compared']:,}"
    print(
        f"OpenFisca's float32 misses the yen of {single['contracts']:,} of {contracts} contracts, by up to {single['furthest']:,.0f}"
        + (f" ({single['example']})" if single["example"] else "")
        + f"; with 64 bits, of {found['float64']['contracts']:,}; ours, of {found['wrong']:,} of the {found['asked']:,} that were asked of the engine one by one.\n"
    )
    seconds, ours, theirs = (found[name] for name in ("seconds", "ours", "openfisca"))
    return [
        Row("a million contracts under both sides, file to report", f"{seconds:.1f} s ({found['cpu_seconds']:.1f} s of processor time)", "", seconds, 40, " s"),
        Row("the plan alone for a million contracts, facts settled, one core", f"{ours:.2f} s", f"OpenFisca {theirs:.2f} s", ours / theirs, None),
        Row("contracts with a wrong yen", f"{found['wrong']:,} of {found['asked']:,}", f"OpenFisca {single['contracts']:,} of {contracts}", found["wrong"], 0),
    ]


def tool_rows(browser: Browser, server: BenchServer) -> list[Row]:
    outlook, repair = outlook_of_fifteen_years(browser, server), use_or_pay_answers(browser, server)
    note("outlook of 15 years", outlook)
    note("use or pay", repair)
    ideas = ideas_for_a_budget(browser, server)
    note("ideas", ideas)
    payouts = payout_answers(browser, server)
    note("payout", payouts)
    return [
        Row("answer to the outlook of 15 years painted, 95th percentile", ms(outlook["p95"]), "", outlook["p95"], 150, " ms"),
        Row("repair typed to the answer painted, 95th percentile", ms(repair["p95"]), "", repair["p95"], 50, " ms"),
        Row("loss typed to the payout painted, 95th percentile", ms(payouts["p95"]), "", payouts["p95"], 50, " ms"),
        Row("budget typed to the ideas painted, 95th percentile", ms(ideas["p95"]), "", ideas["p95"], 150, " ms"),
    ]


def start_rows(browser: Browser, server: BenchServer, request: dict[str, Any], rounds: int) -> list[Row]:
    starts = measure_starts(browser, server, request, rounds)
    site, stock = (starts[kind].summary(server) for kind in ("site", "stock"))
    for kind in ("site", "stock"):
        note(f"start, {kind}", {"first": starts[kind].first, "later": starts[kind].later})
    titles = {
        "first": ("first price, first visit", 0.45, ms),
        "later": ("first price, later visits", 0.30, ms),
        "bytes": ("bytes to the first price (brotli 5, as CDNs compress)", 0.80, mb),
        "bytes_best": ("the same with brotli 11", 0.80, mb),
    }
    return [
        Row(title, show(site[key]), f"stock Pyodide {show(stock[key])}", site[key] / stock[key], target)
        for key, (title, target, show) in titles.items()
    ]


def speed_rows(browser: Browser, server: BenchServer, desk: Desk, book: Book) -> list[Row]:
    candidates = [START | example["answers"] for example in book.data["examples"]] + answer_sets(
        dict(book.data), 2000, seed=7
    )
    answers = quoted_answers(desk, candidates, 100)
    speed = against_publicodes(browser, server, book, answers, rounds=30)
    note("speed", speed)
    ratio = speed["site"] / speed["publicodes"]
    title = f"a quote with trace in the browser ({speed['cases']} cases, equal to the yen)"
    native = quotes_per_second(desk, answers)
    print(f"quotes with trace in CPython: {native:,.0f} a second\n", flush=True)
    return [Row(title, ms(speed["site"]), f"publicodes {ms(speed['publicodes'])}", ratio, 1 / 20)]


def folders() -> dict[str, Path]:
    """Addresses beside the site's own; the first match counts."""
    modules = ROOT / "node_modules"
    return {
        "/bench/": Path(__file__).parent / "pages",
        "/stock/pyodide/": modules / "pyodide",
        "/publicodes/": modules / "publicodes" / "dist",
        "/": SITE,
    }


def texts(book_text: str) -> dict[str, bytes]:
    """What stock Pyodide gets: the engine's sources and the same book."""
    return {"/stock/engine.json": json.dumps(engine_sources(ROOT)).encode(), "/stock/book.json": book_text.encode()}


def note(what: str, figures: dict[str, Any]) -> None:
    """The raw figures, for whoever doubts the medians."""
    print(what, json.dumps(figures, default=lambda value: round(value, 2)), flush=True)


if __name__ == "__main__":
    main()
