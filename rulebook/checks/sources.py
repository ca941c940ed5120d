"""Sources: whether every document that the data name is described in ``sources.yml``, and whether it can vouch for what is called published."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from rulebook.checks.names import check_name
from rulebook.shapes.conditions import Written
from rulebook.shapes.shape import Fields
from rulebook.sheets.problem import Place, Report

CERTAINTIES = ("certainty", "status")
"""The keys that say ``published`` or ``sample``: of an entry or a file, and of a whole edition or list."""
INVENTED = "sample"
"""The kind of document that no published value can come from."""


class Origin(NamedTuple):
    """What holds at a place of the data: what is said of the certainty, and the document; what stands further out holds for what is within."""

    certainty: Any = None
    document: Any = None


def check_sources(files: Iterable[Fields], documents: Mapping[str, Fields], report: Report) -> None:
    """Report each ``source`` in ``files`` that names an unknown document, and each value called published that rests on a sample.

    ``documents`` are those of ``sources.yml``, by their name.
    """
    invented = {name for name, document in documents.items() if document["kind"] == INVENTED}

    def walk(value: Any, outer: Origin) -> None:
        if isinstance(value, Written):
            return
        if isinstance(value, Fields):
            origin = _origin(value, outer)
            if value.get("source") and (place := _document_at(value)):
                check_name(_document(value), documents, place, "文書", report)
            if origin != outer and origin.certainty == "published" and origin.document in invented:
                _invented(value, origin, report)
            if value.get("status") == "published" and "source" in value and origin.document is None:
                report.add(value.at("status"), "公表（published）なのに、出典（source）がありません。", "公表された文書を source に書くか、参考（sample）に戻してください。")
            for inner in value.values():
                walk(inner, origin)
        elif isinstance(value, list):
            for inner in value:
                walk(inner, outer)

    for fields in files:
        walk(fields, Origin())


def _origin(value: Fields, outer: Origin) -> Origin:
    said = next((value[key] for key in CERTAINTIES if value.get(key) is not None), outer.certainty)
    return Origin(said, _document(value) or outer.document)


def _document(value: Fields) -> Any:
    source = value.get("source")
    return source.get("document") if isinstance(source, Fields) else source


def _document_at(value: Fields) -> Place:
    source = value["source"]
    return source.at("document") if isinstance(source, Fields) else value.at("source")


def _invented(value: Fields, origin: Origin, report: Report) -> None:
    said = next((key for key in CERTAINTIES if key in value.places), None)
    place = value.at(said) if said else _document_at(value)
    message = f"公表（published）なのに、出典の「{origin.document}」は試算用の値（{INVENTED}）です。"
    report.add(place, message, "公表された文書を source に書くか、参考（sample）に戻してください。")
