"""References of the announced revisions: documents, and the cells of tables and results that they touch."""

import re
from collections.abc import Iterable

from rulebook.checks.names import check_name, check_names
from rulebook.declared.files import REVISIONS_FILE
from rulebook.library import Library
from rulebook.shapes.shape import Fields, near
from rulebook.sheets.problem import Report

_SLOT = re.compile(r"\{[^{}]*\}|[{}]")
SLOTS = ("{edition}", "{dates}")
"""What may stand in the sentences of the notice."""
COUNTED = ("integer", "flag")
"""Kinds of questions whose answer is there or not: a choice always has one."""


def check_revisions(library: Library, report: Report) -> None:
    """Report what the revisions name and nothing defines, and those that stand out of order."""
    file = library.files.get(REVISIONS_FILE)
    if file is None:
        return
    check_name(file["revises"], library.files["sources.yml"]["sources"], file.at("revises"), "文書", report)
    for notice in file["notice"].values():
        for found in _SLOT.findall(notice["text"] or ""):
            if found not in SLOTS:
                report.add(notice.at("text"), f"文の中の「{found}」は使えません。", near(found, SLOTS))
    _order(file, report)
    seen: dict[str, int] = {}
    for revision in file["revisions"]:
        for change in revision["changes"]:
            if change["id"] in seen:
                report.add(change.at("id"), f"「{change['id']}」が2回書かれています。", f"{seen[change['id']]}行目にもあります。")
            seen.setdefault(change["id"], change.place.line)
            if change["touches"] is not None:
                _touches(change["touches"], library, report)


def _order(file: Fields, report: Report) -> None:
    before = ""
    for revision in file["revisions"]:
        if revision["start"] and revision["start"] <= before:
            report.add(revision.at("start"), f"{before} のあとに {revision['start']} の改定があります。", "早い順に、日ごとに1つずつ書いてください。")
        before = revision["start"] or before


def _touches(touches: Fields, library: Library, report: Report) -> None:
    accidents, editions = library.files["accidents.yml"], [edition.files for edition in library.editions]
    asked = library.files["questions.yml"]["questions"].get("own_damage")
    types = (asked["choices"] if asked is not None else None) or {}
    for key, known, what in (
        ("accidents", accidents["kinds"], "事故"),
        ("own_damage", types, "車両損害のタイプ"),
        ("asked", [id_ for id_, question in accidents["questions"].items() if question["kind"] in COUNTED], "数か、はい・いいえの質問"),
        ("coverages", [*library.files["coverages.yml"]["coverages"], *_of(files["riders.yml"]["riders"] for files in editions)], "補償"),
        ("discounts", _of(files["discounts.yml"]["discounts"] for files in editions), "割引"),
        ("figures", _of(files["payouts.yml"]["figures"] for files in editions), "額"),
    ):
        check_names(touches[key] or None, known, what, report)
    if bool(touches["accidents"]) != bool(touches["own_damage"]):
        report.add(touches.place, "accidents と own_damage は、組で書きます。", "表のどの欄かが、両方でわかります。")
    rows: dict[str, dict[str, object]] = {}
    for files in editions:
        table = files["grades.yml"]["grades"]["percent"]
        if isinstance(table, dict):  # a table that lost its rows is told elsewhere
            rows |= {grade: cells for grade, cells in table.items() if isinstance(cells, dict)}
    for grade, columns in (touches["grades"] or {}).items():
        if check_name(grade, rows, touches["grades"].key_at(grade), "等級", report):
            check_names(columns, rows[grade], "列", report)


def _of(files: Iterable[Fields]) -> list[str]:
    return [id_ for fields in files for id_ in fields]
