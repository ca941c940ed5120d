"""Names that pages draw on, ``{{ fact("…") }}`` and the like: each must be there, and is told at its own line of the page."""

import re
from collections.abc import Callable, Iterable

from guide.library import Guide
from guide.matters import matter_ids
from guide.names import fact_ids
from guide.page_heads import written_pages
from rulebook.checks.names import check_name
from rulebook.sheets.problem import Place, Report

Names = Iterable[str | None] | None


def _terms(guide: Guide) -> Names:
    return guide.names("glossary.yml", lambda file: [term["id"] for term in file["terms"]])


def _emergencies(guide: Guide) -> Names:
    return guide.names("matters.yml", lambda file: file["emergency"])


def _tables(guide: Guide) -> Names:
    return guide.names("tables.yml", lambda file: file["tables"])


DRAWN: dict[str, tuple[str, Callable[[Guide], Names]]] = {
    "fact": ("事実", fact_ids),
    "term": ("用語", _terms),
    "call_for": ("用件", matter_ids),
    "emergency": ("緊急の番号", _emergencies),
    "emergency_number": ("緊急の番号", _emergencies),
    "words_table": ("文章の表", _tables),
    "phone": ("窓口", Guide.desks),
}
"""What a page writes before a name of the data: what the name is of, and which there are."""
_USE = re.compile(rf"\b({'|'.join(DRAWN)})\(\s*\"([A-Za-z0-9_.-]+)\"")


def check_page_names(guide: Guide, report: Report) -> None:
    """Report every name in a page that the data do not have."""
    known = {macro: (what, names(guide)) for macro, (what, names) in DRAWN.items()}
    for page, path in written_pages(guide).items():
        text = path.read_text(encoding="utf-8")
        for found in _USE.finditer(text):
            before = text[: found.start(2)]
            place = Place(f"../docs/{page}", before.count("\n") + 1, len(before) - before.rfind("\n"))
            what, names = known[found[1]]
            check_name(found[2], names, place, what, report)
