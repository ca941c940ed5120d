"""The guide's data, checked: what the pages draw, and every problem in it."""

from pathlib import Path

from quote_engine.freshness import stale
from quote_engine.guide_library import Guide, read_guide
from quote_engine.page_heads import check_heads, read_heads
from quote_engine.problem import Problem, Report
from quote_engine.references_contract import check_contract
from quote_engine.references_finder import check_finder
from quote_engine.references_guide import CHECKS


def examine_guide(root: Path) -> tuple[Guide, list[Problem]]:
    """Return the guide's data below the data folder ``root``, and every problem in them, in file order."""
    report = Report()
    guide = read_guide(root, report)
    for check in (*CHECKS, check_contract, check_finder):
        check(guide, report)
    return guide, sorted(report.problems)


def examine_pages(guide: Guide, today: str) -> tuple[list[Problem], list[Problem]]:
    """Return the problems in the heads of the pages beside the data, and what was checked too long before ``today``."""
    report = Report()
    heads = read_heads(guide, report)
    check_heads(heads, guide, report)
    return sorted(report.problems), stale(guide, heads, today)
