"""Edits of a recipe, made in a folder that holds a copy of the repository's files.

An edit is one of
    {file, at: [keys], value, or}      the value at that place becomes ``value``; ``or`` where it is that already
    {file, find, replace}              a text that stands once becomes another; ``append`` where it stands no more
    {file, append}                     lines at the end of the file
    {file, write}                      a new file
    {file, write, filled: true}        a new file of cases, its results filled in as ``cases --write`` does
    {copy, to}                         a folder copied
    {made}                             a folder that a command before the edits has made

A ``*`` in ``file`` stands for every such file. An editor may have followed the handbook word for word: what a recipe
would add is then taken away first, so that the page still shows a before and an after.
"""

import shutil
from pathlib import Path
from typing import Any

from yaml import YAMLError

from rulebook.sheets.problem import BrokenData
from rulebook.sheets.written_values import place_of
from site_build.handbook.case_file import fill


class CannotEdit(Exception):
    """The file is no longer as the recipe expects it; the message says which and where."""


def undo(edits: list[dict[str, Any]], root: Path) -> None:
    """Take away what an editor has already done of these edits, the last one first."""
    for edit in reversed(_each(edits, root)):
        if "copy" in edit or "made" in edit:
            shutil.rmtree(root / (edit.get("to") or edit["made"]), ignore_errors=True)
            continue
        path = root / edit["file"]
        if "write" in edit:
            path.unlink(missing_ok=True)
        elif path.exists():
            text = path.read_text(encoding="utf-8")
            if "find" in edit and edit["replace"] and text.count(edit["replace"]) == 1:
                text = text.replace(edit["replace"], edit["find"])
            elif "append" in edit:
                text = text.replace(edit["append"], "")
            path.write_text(text, encoding="utf-8")


def make(edits: list[dict[str, Any]], root: Path) -> None:
    """Make the edits below ``root``; raises ``CannotEdit``."""
    for edit in _each(edits, root):
        if "copy" in edit:
            shutil.copytree(root / edit["copy"], root / edit["to"], dirs_exist_ok=True)
            continue
        if "made" in edit:
            if not (root / edit["made"]).is_dir():
                raise CannotEdit(f"{edit['made']} ができていません。")
            continue
        path = root / edit["file"]
        if "write" in edit:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(edit["write"], encoding="utf-8")
            if edit.get("filled"):
                _fill(root / "data", path)
            continue
        if not path.exists():
            raise CannotEdit(f"{edit['file']} がありません。")
        path.write_text(_edited(edit, path.read_text(encoding="utf-8")), encoding="utf-8")


def _each(edits: list[dict[str, Any]], root: Path) -> list[dict[str, Any]]:
    """The edits, one file each."""
    found: list[dict[str, Any]] = []
    for edit in edits:
        several = sorted(root.glob(edit["file"])) if "*" in edit.get("file", "") else []
        found += [{**edit, "file": path.relative_to(root).as_posix()} for path in several] or [edit]
    return found


def _fill(data: Path, path: Path) -> None:
    try:
        fill(data, path.relative_to(data).as_posix())
    except BrokenData as broken:
        raise CannotEdit(f"データに誤りがあるので、{path.name} の結果を書けません。") from broken


def _edited(edit: dict[str, Any], text: str) -> str:
    if "append" in edit and ("find" not in edit or edit["find"] not in text):
        return f"{text.rstrip(chr(10))}\n{edit['append']}"
    if "find" in edit:
        if text.count(edit["find"]) != 1:
            raise CannotEdit(f"{edit['file']} に「{edit['find'].strip()}」が{text.count(edit['find'])}か所あります。")
        return text.replace(edit["find"], edit["replace"])
    try:
        start, end = place_of(text, [str(key) for key in edit["at"]])
    except (KeyError, YAMLError) as missing:
        raise CannotEdit(f"{edit['file']} に {' の '.join(map(str, edit['at']))} がありません。") from missing
    return text[:start] + (edit["or"] if text[start:end] == edit["value"] else str(edit["value"])) + text[end:]
