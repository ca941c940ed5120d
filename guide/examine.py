"""The guide's data, checked: what the pages draw, and every problem in it."""

from collections.abc import Callable
from pathlib import Path

from guide.facts import check_facts, check_glossary, check_guide_sources
from guide.freshness import stale
from guide.library import Guide, read_guide
from guide.page_heads import check_heads, read_heads
from quote_engine.references_claims import check_claims
from quote_engine.references_contract import check_contract
from quote_engine.references_documents import check_documents
from quote_engine.references_finder import check_finder
from quote_engine.references_queries import check_queries
from quote_engine.references_voices import check_voices
from rulebook.shapes.shape import Fields
from rulebook.sheets.problem import Problem, Report

CHECKS: tuple[Callable[[Guide, Report], None], ...] = (
    check_guide_sources,
    check_facts,
    check_glossary,
    check_claims,
    check_contract,
    check_finder,
    check_voices,
    check_documents,
    check_queries,
)
"""What is checked over the files; each leaves alone what is not there."""


def examine_guide(root: Path, day: str | None = None) -> tuple[Guide, list[Problem]]:
    """Return the guide's data below the data folder ``root``, and every problem in them, in file order.

    Facts drawn from an edition come from the one in force on ``day``; without it, on the day the data were last checked.
    """
    report = Report()
    guide = read_guide(root, report)
    guide.day = day
    for check in CHECKS:
        check(guide, report)
    return guide, sorted(report.problems)


def examine_pages(guide: Guide, today: str) -> tuple[list[Problem], list[Problem]]:
    """Return the problems in the heads of the pages beside the data, and what was checked too long before ``today``."""
    report = Report()
    heads = _checked_heads(guide, report)
    return sorted(report.problems), stale(guide, heads, today)


def page_problems(guide: Guide) -> list[Problem]:
    """Return only the problems in the heads of the pages: what no editor need look at again is no mistake."""
    report = Report()
    _checked_heads(guide, report)
    return sorted(report.problems)


def _checked_heads(guide: Guide, report: Report) -> dict[str, Fields]:
    heads = read_heads(guide, report)
    check_heads(heads, guide, report)
    return heads
