"""The comparison of all cases, told in blocks."""

from collections.abc import Iterator
from typing import Any

from difference.cases import CASE_KINDS
from difference.comparison import GROUPS
from difference.report.blocks import Block, Chart, Heading, Lines, Table
from difference.words import DIRECTIONS, STATUS, cause, in_yen, percent, signed_yen

Report = dict[str, Any]
MOST_CAUSES = 20
MOST_DATA = 60
MOST_BARS = 20


def title(report: Report) -> str:
    """Return the title of a report, of cases or of a portfolio."""
    return f"{report['old']} → {report['new']} で変わること"


def blocks(report: Report) -> list[Block]:
    """Return the report: counts, causes, summaries, charts, and every case that changed."""
    changed = [each for each in report["cases"] if each["direction"] != "same"]
    found: list[Block] = [*_data(report["data"]), counts(report)]
    if not changed:
        return [*found, Lines(["どの事例も、同じ結果です。"])]
    found += [_causes(report["causes"])] if report["causes"] else []
    found += [Heading("掛金の事例のまとめ"), *summaries(report["summary"])]
    largest = sorted((each for each in changed if each["kind"] == "quote" and each["difference"]), key=lambda each: -abs(each["difference"]))
    if largest:
        drawn = [(each["case"].partition(".")[2][:22], each["difference"], signed_yen(each["difference"])) for each in largest[:MOST_BARS]]
        found.append(Chart(f"差の大きい掛金の事例（{len(drawn)}件）", drawn))
    for kind, label in CASE_KINDS.items():
        of_kind = [each for each in changed if each["kind"] == kind]
        if of_kind:
            found += [Heading(f"変わった{label}の事例（{len(of_kind)}件）"), Table(
                f"{label}の事例：補償ごとの変わる前、変わった後、差と、その理由",
                ["事例・補償", "理由", "前", "後", "差（円）", "差（％）"],
                [row for each in of_kind for row in rows(each)],
                words=2,
            )]  # fmt: skip
    return found


def counts(report: Report) -> Table:
    """Return how many cases went which way."""
    return Table(
        "事例の数",
        ["", *DIRECTIONS.values()],
        [[label, *(f"{report['counts'][kind][direction]:,}" for direction in DIRECTIONS)] for kind, label in CASE_KINDS.items()],
    )


def summaries(summary: Report) -> Iterator[Block]:
    """Yield a table for each way to group, with the largest difference of each group."""
    for group, label in GROUPS.items():
        changed = [row for row in summary[group] if any(row[direction] for direction in DIRECTIONS if direction != "same")]
        others = [row["same"] for row in summary[group] if row not in changed]
        rest = [[f"ほかの{len(others)}区分", "0", "0", f"{sum(others):,}", "0", signed_yen(0), percent(0)]] if others else []
        yield Table(
            f"{label}ごと",
            [label, *DIRECTIONS.values(), "いちばん大きい差", "その％"],
            [
                [row["label"], *(f"{row[direction]:,}" for direction in DIRECTIONS), signed_yen(row["largest"]), percent(row["percent"])]
                for row in changed
            ] + rest,
        )


def rows(each: Report) -> Iterator[list[str]]:
    """Yield the rows of one case: the whole, what else changed, and each amount that differs."""
    yield [f"{each['case']}（{each['vehicle']}、{each['grade']}、{each['age']}）", each["why"], *figures(each)]
    if each["status"][0] != each["status"][1]:
        before, after = (STATUS.get(status, status) for status in each["status"])
        yield ["  結果", f"{before} → {after}", "", "", "", ""]
    for state in each["states"]:
        yield [f"  {state['label']}", f"{state['before'] or 'なし'} → {state['after'] or 'なし'}", "", "", "", ""]
    for amount in each["amounts"]:
        if amount["difference"]:
            yield [f"  {amount['label']}", "／".join(map(cause, amount["causes"])), *figures(amount)]


def figures(each: Report) -> list[str]:
    """Return before, after and the difference in words."""
    return [in_yen(each["before"]), in_yen(each["after"]), signed_yen(each["difference"]), percent(each["percent"])]


def _data(changes: list[Report]) -> Iterator[Block]:
    if changes:
        rows = [[each["text"], each["source"].removeprefix("data/")] for each in changes[:MOST_DATA]]
        more = len(changes) - len(rows)
        yield Table("データの変わったところ" + (f"（ほかに{more}件）" if more else ""), ["変わったところ", "場所"], rows, words=2)


def _causes(causes: list[Report]) -> Table:
    shown = [[cause(each), f"{each['cases']:,}"] for each in causes[:MOST_CAUSES]]
    more = len(causes) - len(shown)
    return Table("値段や支払いが変わった理由" + (f"（ほかに{more}件）" if more else ""), ["理由", "事例"], shown)
