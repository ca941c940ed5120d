"""The dislocation of a portfolio, told in blocks, and as files."""

import csv
from pathlib import Path
from typing import Any

from difference.case_report import figures, rows, summaries
from difference.comparison import change
from difference.portfolio.file import Broken
from difference.portfolio.portfolio import reasons_counted
from difference.report.blocks import Block, Chart, Heading, Lines, Table
from difference.words import DIRECTIONS, UNPRICED, cause, percent, signed_yen

Report = dict[str, Any]
SHOWN = 20


def blocks(report: Report, broken: Broken) -> list[Block]:
    """Return the report: totals, distribution, deciles, groups, the worst, and the broken rows."""
    total = {**change(report["totals"]["before"], report["totals"]["after"])}
    found: list[Block] = [
        Table("契約の数", ["", *DIRECTIONS.values(), UNPRICED],
              [["契約", *(f"{count:,}" for count in report["counts"].values())]]),
        Table("掛金の合計（年払、円）", ["", "前", "後", "差（円）", "差（％）"],
              [["前も後も計算できる契約", *figures(total)],
               *([each["label"], *figures(change(each["before"], each["after"]))] for each in report["coverages"])]),
        Heading("差の広がり"),
        Chart("差（％）ごとの契約の数", [(each["label"], each["contracts"], f"{each['contracts']:,}件") for each in report["distribution"]]),
        Table("差の小さい順に並べたときの、10分の1ごとの差", ["位置", "差（円）", "差（％）"],
              [[_tenth(each["tenth"]), signed_yen(each["yen"]), percent(each["percent"])] for each in report["deciles"]]),
    ]  # fmt: skip
    largest = [(each["case"], each["difference"], signed_yen(each["difference"])) for each in report["worst"][:SHOWN]]
    found += [Heading("だれの掛金が変わるか"), *summaries(report["summary"])]
    if largest:
        found += [
            Heading(f"差の大きい契約（{len(report['worst'])}件）"),
            Table("差の大きい契約で変わったところ", ["変わったところ", "契約"],
                  [[cause(each), f"{each['cases']:,}"] for each in report["causes"][:SHOWN]]),
            Chart(f"差の大きい契約（{len(largest)}件）", largest),
            Table("補償ごとの前、後、差と、その理由", ["契約・補償", "理由", "前", "後", "差（円）", "差（％）"],
                  [row for each in report["worst"] for row in rows(each)], words=2),
        ]  # fmt: skip
    if broken:
        said = [f"{line}行目{f'（{name}）' if name else ''}: {message}" for line, name, message in broken[:SHOWN]]
        more = [f"ほかに{len(broken) - SHOWN:,}件（broken.csv に全部あります）"] if len(broken) > SHOWN else []
        counted = [[message, f"{count:,}"] for message, count in reasons_counted(broken)[:SHOWN]]
        found += [Heading(f"計算できない行（{report['broken']:,}行）"), Table("理由ごとの数", ["理由", "件"], counted), Lines(said + more)]
    return found


def write_files(folder: Path, whole: Any, broken: Broken) -> None:
    """Write every contract as Parquet, and the broken rows as CSV, with the mark by which Excel knows UTF-8."""
    whole.write_parquet(folder / "contracts.parquet")
    with (folder / "broken.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["line", "contract", "reason"])
        writer.writerows(broken)


def _tenth(number: int) -> str:
    return {0: "いちばん下", 5: "まん中", 10: "いちばん上"}.get(number, f"{number}/10")
