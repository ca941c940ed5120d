"""What every answer is made of: problems, notes, refusals, documents. Yen are ints; dates are ISO text."""

from typing import Any, Literal, TypedDict

Value = str | int | bool
Answers = dict[str, Any]
"""Answers by question id: as settled, or as a visitor gave them and gets them back."""
Certainty = Literal["published", "sample"]
Status = Literal["quoted", "declined", "invalid"]
Event = Literal["six_down", "three_down", "one_down", "no_count", "none"]
Kind = Literal["choice", "flag", "integer", "date", "month", "model"]
"""What a question is answered with."""
Yen = int
PlainAmount = int | str
"""Whole yen, else exact text: a decimal or a fraction."""


class Problem(TypedDict):
    """What is wrong with an answer; ``field`` is its question, empty for the whole."""

    field: str
    message: str


NoteKind = Literal["assumed", "set", "dropped", "moved", "warning", "missed", "ends", "revised"]


class Note(TypedDict):
    """What the rules made of an answer, or what it meets."""

    id: str
    field: str
    kind: NoteKind
    message: str


class Refusal(TypedDict):
    """A rule by which the co-op does not take a car."""

    rule: str
    field: str
    message: str
    source: str


class Document(TypedDict):
    """Which document says so, and where in it."""

    document: str
    page: str | None


class Choice(TypedDict):
    """One choice of a question."""

    id: str
    label: str
    detail: str
