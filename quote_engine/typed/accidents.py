"""Accidents in the book: what may happen, what is asked about it, what would have helped."""

from typing import Literal, TypedDict

from quote_engine.typed.common import Answers, Certainty, Choice, Kind, Value


class AccidentQuestion(TypedDict):
    """A question about an accident; ``needs`` is the question that must be answered first."""

    id: str
    label: str
    kind: Kind
    section: str
    help: str
    unit: str | None
    unit_label: str
    choices: list[Choice]
    default: Value | None
    at_least: int | None
    at_most: int | None
    step: int | None
    needs: str | None
    source: str


class AccidentKind(TypedDict):
    """A kind of accident, and what is usual for it."""

    label: str
    thing: str
    detail: str
    grade_event: Literal["six_down", "three_down", "one_down", "no_count"]
    scene: str
    other: Literal["car", "person", "nobody", "unknown"]
    unidentified: str | None
    drivers: bool
    own_damage: list[str]
    asks: list[str]
    more: list[str]
    usual: dict[str, Value]
    sample: dict[str, Value]
    source: str
    certainty: Certainty


class RemedyRule(TypedDict):
    """A change of the contract that may pay more."""

    id: str
    label: str
    changes: Answers


class Accidents(TypedDict):
    """What may happen, and what is asked about it."""

    questions: dict[str, AccidentQuestion]
    kinds: dict[str, AccidentKind]
    remedies: list[RemedyRule]
    source: str
    certainty: Certainty


class Story(TypedDict):
    """An accident told."""

    id: str
    label: str
    told: str
    answers: Answers
    accident: Answers
