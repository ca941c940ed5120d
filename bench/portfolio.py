"""`.venv-bench/bin/python -m bench.portfolio`: a million contracts under both sides, and the plan in OpenFisca; prints JSON."""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ["POLARS_MAX_THREADS"] = "1"  # OpenFisca has one core too

import polars as pl

from bench.openfisca_plan import PERIOD, Plan, facts_of_plan, in_double
from difference.portfolio.coded import coded
from difference.portfolio.contracts import lines as premiums_of
from difference.portfolio.contracts import price, read
from difference.portfolio.fact_columns import FactColumns, Known
from difference.portfolio.sample import write_portfolio
from quote_engine.premium.book import Book
from quote_engine.premium.quote import quote
from rulebook.binder import compile_book

ROOT = Path(__file__).parent.parent
CONTRACTS, COMPARED, ASKED, ROUNDS = 1_000_000, 100_000, 2_000, 3
SEED = 1
Figures = dict[str, Any]


def main() -> None:
    book = Book(compile_book(ROOT / "data"))
    file = ROOT / "build" / "bench" / f"portfolio-{CONTRACTS}.csv"
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w", encoding="utf-8") as target:
            write_portfolio(book, CONTRACTS, SEED, target)
    print(json.dumps(both_sides(file) | beside_openfisca(file, book), ensure_ascii=False))


def both_sides(file: Path) -> Figures:
    """Seconds, CPU seconds and memory of ``diff --portfolio``, from the file to the written report."""
    with TemporaryDirectory() as folder:
        changed = Path(shutil.copytree(ROOT / "data", Path(folder) / "data"))
        discounts = max((changed / "editions").iterdir()) / "discounts.yml"
        text, number = re.subn(r"^(    percent: )9$", r"\g<1>10", discounts.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        if not number:
            raise ValueError("no discount of 9 % to change")
        discounts.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "quote_engine", "diff", "data", str(changed), "--portfolio", str(file), "--out", f"{folder}/out"]
        environment = {name: value for name, value in os.environ.items() if name != "POLARS_MAX_THREADS"}
        start = time.perf_counter()
        report = json.loads(subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True).stdout)
        seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"contracts": report["contracts"], "changed": report["counts"]["up"] + report["counts"]["down"], "seconds": seconds,
            "cpu_seconds": used.ru_utime + used.ru_stime, "largest_process_gb": used.ru_maxrss * 1024 / 1e9}  # fmt: skip


def beside_openfisca(file: Path, book: Book) -> Figures:
    """CPU seconds a million contracts from settled facts to every coverage's yen, in both (ours after a
    first round: its rules have been asked); and where OpenFisca's yen differ.
    """
    frame = pl.read_csv(file, infer_schema=False, n_rows=COMPARED).drop("contract")
    contracts, _ = read({name: coded(frame[name]) for name in frame.columns}, len(frame), book)
    exact, _ = price(contracts, book, {})
    said = [quote(book, {name: value for name, value in row.items() if value}).get("annual") for row in frame.head(ASKED).iter_rows(named=True)]
    wrong = sum(one != other for one, other in zip(said, exact["annual"], strict=False))
    edition = book.editions[0]
    starts = contracts.answers["start_date"].spread(lambda day: book.edition_on(day) is edition, pl.Boolean)
    rows = (starts & (exact["status"] == "quoted")).arg_true()
    answers = {name: type(column)(column.codes[rows], column.values) for name, column in contracts.answers.items()}
    exact = exact[rows]
    columns = FactColumns(book, edition, answers, len(rows), {})
    facts = {name: columns.fact(name) for name in sorted(facts_of_plan(edition))}
    known: Known = {}

    def settled() -> FactColumns:
        fresh = FactColumns(book, edition, {}, len(rows), known)
        fresh.settled |= facts
        return fresh

    ours = timed(premiums_of, settled)
    plan = Plan(edition, {name: (column.codes.to_numpy(), column.values) for name, column in facts.items()})
    theirs = timed(lambda simulation: simulation.calculate("total", PERIOD), plan.simulation)
    covers = [coverage["id"] for coverage in edition.coverages]
    single = misses(plan, exact, covers)
    in_double()
    double = misses(Plan(edition, {name: (column.codes.to_numpy(), column.values) for name, column in facts.items()}), exact, covers)
    if double["furthest"] > 10 or double["contracts"] > single["contracts"]:
        raise ValueError(f"the plan in OpenFisca is another one: {double}")
    million = CONTRACTS / len(rows)
    return {"ours": ours * million, "openfisca": theirs * million, "compared": len(rows), "asked": len(said), "wrong": wrong,
            "float32": single, "float64": double}


def timed(run: Callable[..., Any], *prepared: Callable[[], Any]) -> float:
    """The shortest of some rounds, in CPU seconds; what is prepared anew for each does not count."""
    times = []
    for _ in range(ROUNDS):
        given = [each() for each in prepared]
        start = time.process_time()
        run(*given)
        times.append(time.process_time() - start)
    return min(times)


def misses(plan: Plan, exact: pl.DataFrame, covers: list[str]) -> Figures:
    """How many contracts and coverages differ from the exact yen, how far the furthest, and one of them."""
    simulation = plan.simulation()
    wrong = pl.repeat(False, len(exact), dtype=pl.Boolean, eager=True)
    lines, furthest, example = 0, 0.0, ""
    for cover in covers:
        said = pl.Series(simulation.calculate(cover, PERIOD).astype("float64"))
        right = exact[f"line.{cover}"].fill_null(0) if f"line.{cover}" in exact.columns else pl.repeat(0, len(exact), eager=True)
        off = (said - right).abs()
        found = off > 0
        lines, furthest, wrong = lines + int(found.sum()), max(furthest, float(off.to_numpy().max(initial=0))), wrong | found
        if found.any() and not example:
            row = int(found.arg_true()[0])
            example = f"{cover} {said[row]:,.0f} for {right[row]:,} yen"
    return {"contracts": int(wrong.sum()), "coverages": lines, "furthest": furthest, "example": example}


if __name__ == "__main__":
    main()
