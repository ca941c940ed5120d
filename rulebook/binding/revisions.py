"""Announced revisions, as the book holds them: only what a price and a payout have to say of them."""

from typing import Any

from rulebook.shapes.shape import Fields

OF_A_PAYOUT = ("accidents", "own_damage", "coverages", "asked")


def compile_revisions(file: Fields | None) -> list[dict[str, Any]]:
    """Return ``[{start, changes: [{id, what, accidents, own_damage, coverages, asked}]}]``; empty where nothing was announced."""
    return [] if file is None else [{"start": each["start"], "changes": [_change(change) for change in each["changes"]]} for each in file["revisions"]]


def _change(change: Fields) -> dict[str, Any]:
    touches = change["touches"] or {}
    return {"id": change["id"], "what": change["what"], **{key: list(touches.get(key, ())) for key in OF_A_PAYOUT}}
