"""Sources: whether every document that the data name is described in ``sources.yml``."""

from collections.abc import Iterable
from typing import Any

from rulebook.checks.names import check_name
from rulebook.shapes.conditions import Written
from rulebook.shapes.shape import Fields
from rulebook.sheets.problem import Report


def check_sources(files: Iterable[Fields], documents: Iterable[str], report: Report) -> None:
    """Report each ``source`` that names an unknown document, wherever it stands in ``files``."""
    known = list(documents)

    def walk(value: Any) -> None:
        if isinstance(value, Written):
            return
        if isinstance(value, Fields):
            source = value.get("source")
            if isinstance(source, Fields):
                check_name(source.get("document"), known, source.at("document"), "文書", report)
            elif isinstance(source, str):
                check_name(source, known, value.at("source"), "文書", report)
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    for fields in files:
        walk(fields)
