"""Announced revisions that no rates of the site follow: what was said to have changed since an edition began.

A revision is followed once an edition starts on its day or later; an earlier edition still answers for the days after it.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from quote_engine.values.dates import spoken

if TYPE_CHECKING:
    from quote_engine.typed.book import AnnouncedRevision
    from quote_engine.typed.common import Note

REVISED: Literal["revised"] = "revised"
"""The id and the kind of the one note that a quote has on this."""
Revision = TypeVar("Revision", bound=Mapping[str, Any])


def unfollowed(revisions: Sequence[Revision], edition_start: str, day: str) -> list[Revision]:
    """Return the revisions from which a cover that starts on ``day`` differs from the edition begun on ``edition_start``."""
    return [revision for revision in revisions if edition_start < revision["start"] <= day]


def revised_notes(revisions: "Sequence[AnnouncedRevision]", edition_start: str, label: str) -> "list[tuple[str, Note]]":
    """Return the note for each day from which one more revision is left out, the latest day first."""
    days = [revision["start"] for revision in reversed(revisions) if revision["start"] > edition_start]
    return [(day, _note(label, unfollowed(revisions, edition_start, day))) for day in days]


def months_of(revisions: Sequence[Mapping[str, Any]]) -> str:
    """Return when they came, in words: 2021年10月と2025年4月."""
    return "と".join(spoken(revision["start"][:7]) for revision in revisions)


def _note(label: str, missing: "Sequence[AnnouncedRevision]") -> "Note":
    message = f"{label}の計算です。{months_of(missing)}の改定は、入っていません。"
    return {"id": REVISED, "field": "start_date", "kind": REVISED, "message": message}
