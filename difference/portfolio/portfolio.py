"""A whole portfolio priced under both sides, on all cores, and the dislocation that comes of it."""

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import polars as pl

from difference.cases import Case
from difference.comparison import DIRECTIONS, GROUPS, compare_case, frequent_causes, group_order
from difference.portfolio.file import LINE, NAME, Broken, read_portfolio
from difference.portfolio.workers import price_both
from difference.sides import Side

Report = dict[str, Any]
WORST = 50
STEPS = (-20, -10, -5, -2, -1, 0, 1, 2, 5, 10, 20)
"""Bounds of the distribution, in percent; zero stands alone."""


def price_portfolio(path: Path, old: Side, new: Side, *, cores: int | None = None) -> tuple[Report, pl.DataFrame, Broken]:
    """Price the file under both sides; return the report, a row for each contract, and the broken rows.

    The report has ``contracts``, ``counts`` by direction (``unpriced`` where neither side has a price), ``totals`` and ``coverages`` in yen, ``deciles`` of the
    difference, its ``distribution`` in percent, a ``summary`` for each group, and the ``worst`` contracts, each with
    its coverages and causes as a case has them.
    """
    frame, broken = read_portfolio(path, old, new)
    named = frame.select(LINE, NAME if NAME in frame.columns else pl.lit("").alias(NAME))
    rows, sums, reasons = price_both(frame.drop(LINE, NAME, strict=False), old.book, new.book, cores)
    broken += [(*named.row(row), message) for row, message in reasons]
    difference = pl.col("after") - pl.col("before")
    whole = pl.concat([named, rows], how="horizontal").with_columns(
        difference.alias("difference"), (difference * 100 / pl.col("before")).alias("percent")
    )
    report = {"status": "compared", "old": old.name, "new": new.name, "portfolio": path.name, **_dislocation(whole, sums)}
    report["worst"] = _worst(frame, whole, old, new)
    report["causes"] = frequent_causes(report["worst"])
    report["broken"] = len({line for line, _, _ in broken})
    return report, whole, sorted(broken)


def _dislocation(whole: pl.DataFrame, sums: pl.DataFrame) -> Report:
    both = whole.filter(pl.col("difference").is_not_null())
    directions = _directions(whole)
    by_coverage = sums.group_by("coverage", "side", maintain_order=True).agg(pl.col("yen").sum())
    coverages: dict[str, dict[str, int]] = {}
    for name, side, amount in by_coverage.iter_rows():
        coverages.setdefault(name, {"before": 0, "after": 0})[side] = amount
    tenths = [number / 10 for number in range(11)]
    return {
        "contracts": len(whole),
        "counts": directions,
        "totals": {side: int(both[side].sum()) for side in ("before", "after")},
        "coverages": [{"label": label, **yen} for label, yen in coverages.items()],
        "deciles": [
            {"tenth": number, "yen": _at(both["difference"], tenth), "percent": _at(both["percent"], tenth)}
            for number, tenth in enumerate(tenths)
        ],
        "distribution": _distribution(both["percent"]),
        "summary": {group: _summary(whole, group) for group in GROUPS},
    }


def _at(series: pl.Series, tenth: float) -> Any:
    """The value a tenth of all lie below: one that occurs."""
    found = series.drop_nans().quantile(tenth, "nearest")
    return None if found is None else int(found) if series.dtype == pl.Int64 else round(float(found), 2)


def _distribution(percent: pl.Series) -> list[Report]:
    found = percent.drop_nulls()
    rows = [{"label": f"{STEPS[0]}%未満", "contracts": int((found < STEPS[0]).sum())}]
    for low, high in pairwise(STEPS):
        if high <= 0:
            rows.append({"label": f"{low}%以上{high}%未満", "contracts": int(((found >= low) & (found < high)).sum())})
        if high == 0:
            rows.append({"label": "変わらない", "contracts": int((found == 0).sum())})
        if low >= 0:
            rows.append({"label": f"{low}%超{high}%以下", "contracts": int(((found > low) & (found <= high)).sum())})
    return [*rows, {"label": f"{STEPS[-1]}%超", "contracts": int((found > STEPS[-1]).sum())}]


def _directions(rows: pl.DataFrame) -> dict[str, int]:
    difference = rows["difference"]
    priced = rows["before"].is_not_null().cast(pl.Int8) + rows["after"].is_not_null().cast(pl.Int8)
    counted = {"up": (difference > 0).sum(), "down": (difference < 0).sum(), "same": (difference == 0).sum(), "other": (priced == 1).sum()}
    return {**{name: int(counted[name] or 0) for name in DIRECTIONS}, "unpriced": int((priced == 0).sum())}


def _summary(whole: pl.DataFrame, group: str) -> list[Report]:
    rows = []
    for (label,), part in whole.filter(pl.col(group).is_not_null()).group_by(group):
        largest = part.select(pl.all().sort_by(pl.col("difference").abs().fill_null(-1), descending=True).head(1)).row(0, named=True)
        rows.append({
            "label": str(label), **_directions(part), "largest": largest["difference"] or 0,
            "percent": None if largest["percent"] is None else round(largest["percent"], 2), "case": f"{largest[LINE]}行目",
        })  # fmt: skip
    return sorted(rows, key=lambda row: group_order(row["label"]))


def _worst(frame: pl.DataFrame, whole: pl.DataFrame, old: Side, new: Side) -> list[Report]:
    """The contracts that change most, each told as a case, by the engine itself."""
    found = whole.filter(pl.col("difference").fill_null(0) != 0).sort(pl.col("difference").abs(), LINE, descending=[True, False]).head(WORST)
    compared = []
    for row in frame.filter(pl.col(LINE).is_in(found[LINE].implode())).iter_rows(named=True):
        answers = {name: value for name, value in row.items() if value is not None and name not in (LINE, NAME)}
        name = f"{row[LINE]}行目" + (f" {row[NAME]}" if row.get(NAME) else "")
        compared.append(compare_case(old.book, new.book, Case(name, "quote", "", answers)))
    return sorted(compared, key=lambda each: -abs(each["difference"] or 0))


def reasons_counted(broken: Broken) -> list[tuple[str, int]]:
    """Return each reason with the number of rows it stops, the most frequent first."""
    return Counter(message for _, _, message in broken).most_common()
