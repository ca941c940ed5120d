"""Time per quote: the engine in the browser beside publicodes computing the same plan, and the engine in CPython."""

import json
import time
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from bench.publicodes_rules import Rules
from bench.publicodes_steps import name_of
from bench.server import BenchServer
from quote_engine.desk import Desk
from quote_engine.premium.answers import read_answers
from quote_engine.premium.book import Book, Edition
from quote_engine.premium.facts import Facts


def quoted_answers(desk: Desk, candidates: list[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """The first `count` answer sets that get a price."""
    found = []
    for answers in candidates:
        if json.loads(desk.reply(_request(answers)))["quote"]["status"] == "quoted":
            found.append(answers)
            if len(found) == count:
                break
    return found


def quotes_per_second(desk: Desk, answers: list[dict[str, Any]], seconds: float = 3.0) -> float:
    """Quotes with trace per second in CPython, JSON text to JSON text."""
    requests = [_request(each) for each in answers]
    done, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        for request in requests:
            desk.reply(request)
        done += len(requests)
    return done / (time.perf_counter() - start)


def against_publicodes(
    browser: Browser, server: BenchServer, book: Book, answers: list[dict[str, Any]], rounds: int
) -> dict[str, float]:
    """Medians of milliseconds per quote; the yearly amounts must be the same yen, case by case."""
    edition = book.editions[-1]
    rules = Rules(book, edition)
    answered = [read_answers(each, book.questions)[0] for each in answers]
    facts = [Facts(book, edition, each) for each in answered]
    situations = [rules.situation(*each) for each in zip(answered, facts, strict=True)]
    page = browser.new_context().new_page()
    page.goto(f"{server.base}/bench/bench.html")
    page.wait_for_selector("html[data-bench=ready]")
    ours: list[float] = []
    theirs: list[float] = []
    build = []
    for _ in range(3):
        site = page.evaluate("([answers, rounds]) => bench.siteSeries(answers, rounds)", [answers, rounds])
        other = page.evaluate(
            "(series) => bench.publicodesSeries(...series)", [rules.rules, situations, covers_and_steps(edition), max(3, rounds // 5)]
        )
        if other["annual"] != site["annual"]:
            wrong = [pair for pair in zip(site["annual"], other["annual"], answers, strict=True) if pair[0] != pair[1]]
            raise RuntimeError(
                f"publicodes and the engine disagree in {len(wrong)} of {len(answers)} cases: {wrong[:2]}"
            )
        # The first rounds still compile in both; the medians are of warm engines.
        ours += site["times"][rounds // 3 :]
        theirs += other["times"][1:]
        build.append(other["build"])
    page.context.close()
    return {
        "site": median(ours),
        "publicodes": median(theirs),
        "publicodes_build": median(build),
        "rules": len(rules.rules),
        "cases": len(answers),
    }


def covers_and_steps(edition: Edition) -> list[tuple[str, list[str]]]:
    """The publicodes rules of each coverage and of its steps: what a trace has to be asked for."""
    return [
        (
            name_of("cover", coverage["id"]),
            [name_of("step", coverage["id"], str(number)) for number in range(len(edition.steps[coverage["id"]]))],
        )
        for coverage in edition.coverages
    ]


def _request(answers: dict[str, Any]) -> str:
    return json.dumps({"id": 1, "ask": "quote", "answers": answers})
