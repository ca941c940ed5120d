"""The guide's data, checked: what the pages draw, and every problem in it."""

from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path

from guide.claims import CLAIMS, check_claims
from guide.contract import CHANGES, CONTRACT_TABLES, PREFECTURES, check_contract
from guide.cover import COVER_FILES
from guide.documents import DOCUMENT, check_documents, check_lines, check_shown
from guide.facts import FACTS, check_facts, check_guide_sources
from guide.finder import FINDER, check_finder
from guide.frame import FRAME, check_sources_named
from guide.freshness import stale
from guide.glossary import GLOSSARY, check_glossary
from guide.library import FOLDER, Guide
from guide.matters import MATTERS, check_matters
from guide.page_heads import check_heads, read_heads
from guide.page_names import check_page_names
from guide.queries import QUERIES, check_queries
from guide.revisions import check_revisions
from guide.searched import SEARCHED, check_unpublished
from guide.voices import VOICES, check_voices
from guide.whole_site import check_whole
from rulebook.checks.days_ahead import check_days, site_ahead
from rulebook.shapes.shape import Fields, Shape, near
from rulebook.sheets.placed import read_file
from rulebook.sheets.problem import Place, Problem, Report

CHECKS: tuple[Callable[[Guide, Report], None], ...] = (
    check_guide_sources,
    check_facts,
    check_glossary,
    check_matters,
    check_claims,
    check_contract,
    check_finder,
    check_voices,
    check_documents,
    check_lines,
    check_shown,
    check_queries,
    check_revisions,
    check_unpublished,
)
"""What is checked over the files; each leaves alone what is not there."""


def examine_guide(root: Path, day: str | None = None) -> tuple[Guide, list[Problem]]:
    """Return the guide's data below the data folder ``root``, and every problem in them, in file order.

    Facts drawn from an edition come from the one in force on ``day``; without it, on the day the data were last checked.
    """
    report = Report()
    guide = read_guide(root, report)
    guide.day = day
    check_whole(guide, [*GUIDE_FILES], report)
    for check in CHECKS:
        check(guide, report)
    return guide, sorted(report.problems)


def examine_pages(guide: Guide, today: str) -> tuple[list[Problem], list[Problem]]:
    """Return the problems in the heads of the pages and in the guide's days, and what was checked too long before ``today``, or after it."""
    report = Report()
    heads = _checked_heads(guide, report)
    site = guide.neighbour("site.yml")
    check_days([*guide.files.values(), *heads.values()], site, today, report)
    return sorted(report.problems), [*site_ahead(site, today), *stale(guide, heads, today)]


def page_problems(guide: Guide) -> list[Problem]:
    """Return only the problems in the heads of the pages: what no editor need look at again is no mistake."""
    report = Report()
    _checked_heads(guide, report)
    return sorted(report.problems)


def _checked_heads(guide: Guide, report: Report) -> dict[str, Fields]:
    heads = read_heads(guide, report)
    check_heads(heads, guide, report)
    check_sources_named(heads, guide, report)
    check_page_names(guide, report)
    return heads


def read_guide(root: Path, report: Report) -> Guide:
    """Read the guide's files below the data folder ``root``; every problem of spelling and shape goes to ``report``."""
    guide, folder = Guide(root), root / FOLDER
    for path in sorted(folder.rglob("*.y*ml")):
        name = path.relative_to(folder).as_posix()
        pattern = next((pattern for pattern in GUIDE_FILES if fnmatchcase(name, pattern)), None)
        if pattern is None:
            place = Place(path.relative_to(root).as_posix(), 1, 1)
            report.add(place, f"{name} というファイルは使われていません。", near(name, GUIDE_FILES) or "消すか、フォルダーを移してください。")
            continue
        node = read_file(path, root, report)
        fields = None if node is None else GUIDE_FILES[pattern].read(node, report)
        if fields is None or fields.unread:
            guide.unread.add(name)
        else:
            guide.files[name] = fields
    return guide


GUIDE_FILES: dict[str, Shape] = {
    "facts/*.yml": FACTS,
    "glossary.yml": GLOSSARY,
    "matters.yml": MATTERS,
    "frame.yml": FRAME,
    "finder.yml": FINDER,
    "claims.yml": CLAIMS,
    **COVER_FILES,
    "changes.yml": CHANGES,
    "contract_tables.yml": CONTRACT_TABLES,
    "prefectures.yml": PREFECTURES,
    "voices.yml": VOICES,
    "documents/*.yml": DOCUMENT,
    "queries.yml": QUERIES,
    "searched.yml": SEARCHED,
}
"""Files of ``data/guide/``, each by its name there; a * stands for any name."""
