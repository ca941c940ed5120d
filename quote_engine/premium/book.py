"""The book: everything the engine answers from, compiled from ``data/`` once, as plain JSON.

The browser receives the book as text; CPython compiles it from YAML. Both then read it
here, so that they cannot differ. A rate stands in the book as ``[text, line]``: its exact
text and the line of YAML it came from.
"""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from quote_engine.premium.announced import revised_notes
from quote_engine.premium.steps import Step, steps_by_coverage
from quote_engine.values.conditions import Predicate, predicate

if TYPE_CHECKING:
    from quote_engine.typed.book import (
        AnnouncedRevision,
        BookData,
        EligibilityRule,
        Migration,
        Model,
        Question,
        Vehicle,
    )
    from quote_engine.typed.common import Note
    from quote_engine.typed.edition import Coverage, EditionData, Group, Limit, PaymentRule
    from quote_engine.typed.price import Line

Entry = TypeVar("Entry", bound=Mapping[str, Any])

FORMAT = 1
"""Version of the book's shape. A page never meets a book of another format: both are hashed."""


class Edition:
    """One rate edition, ready to rate: its coverages in order, each with its own steps."""

    def __init__(self, data: "EditionData") -> None:
        """``data`` is one entry of the book's ``editions``."""
        self.id: str = data["id"]
        self.start: str = data["start"]
        self.label: str = data["label"]
        self.status: str = data["status"]
        self.data = data
        self.groups: dict[str, Group] = data["groups"]
        self.limits: dict[str, list[Limit]] = data["limits"]
        self.limits_of: dict[str, list[Limit]] = {}
        """Limits by question: what this edition or its riders close, then the question's own."""
        self.coverages: list[Coverage] = data["coverages"]
        self.payment: PaymentRule = data["payment"]
        self.steps: dict[str, list[Step]] = steps_by_coverage(data)
        self.unvarying: dict[str, Line] = {}
        """Lines that no answer changes (automatic covers, flat riders), kept when first made."""
        self.usual: dict[str, Any] = {}
        """What simple questions stand at without an answer: no limit, no model, one plain default."""
        self.revised: list[tuple[str, Note]] = []
        """What is said from which day on of announced revisions that these rates leave out, the latest first."""
        self.intricate: list[str] = []
        """The other questions, in order: these have to be settled one by one."""

    def left_out(self, day: str) -> "list[Note]":
        """Return the one note on revisions that a cover from ``day`` is under and these rates are not; empty for none."""
        return [note for start, note in self.revised if start <= day][:1]


class Book:
    """The compiled data. ``data`` is the JSON it was made from; the rest are ways into it."""

    def __init__(self, data: "BookData") -> None:
        """Read ``data`` as ``compile_book`` made it."""
        self.data = data
        self.models: dict[str, Model] = {model["id"]: model for model in data["models"]}
        self.vehicles: dict[str, Vehicle] = {v["id"]: v for v in data["vehicles"]}
        self.questions: dict[str, Question] = {
            question["id"]: {**question, "models": self.models if question["kind"] == "model" else {}}
            for question in data["questions"]
        }
        self.eligibility: list[EligibilityRule] = data["eligibility"]
        # Renamed questions first: choices are migrated under the present name of their question.
        self.migrations: list[Migration] = sorted(data["migrations"], key=lambda rule: rule["choice"] is not None)
        self.revisions: list[AnnouncedRevision] = data["revisions"]
        self.predicates: dict[int, Predicate] = {}
        """Compiled conditions by the id of the book's list."""
        self.editions = [Edition(edition) for edition in data["editions"]]
        for edition in self.editions:
            edition.limits_of = {
                id_: edition.limits.get(id_, []) + question["limits"] for id_, question in self.questions.items()
            }
            edition.usual = {
                id_: usual(question)
                for id_, question in self.questions.items()
                if not edition.limits_of[id_] and is_simple(question)
            }
            edition.revised = revised_notes(self.revisions, edition.start, edition.label)
            edition.intricate = [id_ for id_ in self.questions if id_ not in edition.usual]
        self.refusals = [(id_, rule) for id_, asked in self.questions.items() for rule in asked["refusals"]]
        self.warnings = [(id_, rule) for id_, asked in self.questions.items() for rule in asked["warnings"]]

    @classmethod
    def from_json(cls, text: str) -> "Book":
        """Read the book from the text that ``to_json`` wrote."""
        return cls(json.loads(text))

    def to_json(self) -> str:
        """Return the book as compact JSON: the same bytes for the same data."""
        return json.dumps(self.data, ensure_ascii=False, separators=(",", ":"))

    def predicate(self, condition: list[Any]) -> Predicate:
        """Compile ``condition``, which must be part of this book: it is kept, so its id stays its own."""
        return self.predicates.setdefault(id(condition), predicate(condition))

    def edition_on(self, start_date: str) -> Edition | None:
        """Return the edition in force on ``start_date``; None before the first one."""
        in_force = [edition for edition in self.editions if edition.start <= start_date]
        return in_force[-1] if in_force else None

    def edition_for(self, answers: Mapping[str, Any]) -> Edition | None:
        """Return the edition of the start date, else of the day of applying, else the present one; None before the first."""
        day = answers.get("start_date") or answers.get("application_date")
        return self.edition_on(str(day)) if day else self.present

    @property
    def present(self) -> Edition:
        """The edition to speak of where no day is known."""
        return next(edition for edition in self.editions if edition.id == present_edition(self.data)["id"])


def present_edition(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the entry of the book's ``editions`` to speak of where no day is known; never one that is still to come.

    A build names it (``present``); without, it is the one in force when the data were last checked.
    """
    editions: list[dict[str, Any]] = data["editions"]
    return edition_in_force(editions, data["present"] if "present" in data else data["site"]["checked"])


def edition_in_force(editions: Sequence[Entry], day: str) -> Entry:
    """Return the entry in force on ``day``; the first one before all of them."""
    return [editions[0], *(edition for edition in editions if edition["start"] <= day)][-1]


def is_simple(question: Mapping[str, Any]) -> bool:
    """Tell whether a question without an answer stands at one value, whatever else was answered."""
    default = question["default"]
    plain = not default or (default[0]["when"] is None and "is" in default[0] and not default[0]["note"])
    return plain and not question["from_model"]


def usual(question: Mapping[str, Any]) -> Any:
    """Return what a simple question stands at without an answer."""
    return question["default"][0]["is"] if question["default"] else None
