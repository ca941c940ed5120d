"""Facts: what the rules know about one visitor, settled from answers on demand.

A fact is a settled answer (``own_damage``), a trait of the vehicle type (``wheels``),
a number derived from dates (``age``), or a group of the edition (``age_band``).
Each is worked out when a rule first asks for it and kept. Settling an answer means:
what was given, else what the model says, else the default; then the limits.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from quote_engine.premium.answers import Value
from quote_engine.premium.book import Book, Edition
from quote_engine.values.dates import YEAR, day_digits, day_number, fiscal_year, month_number, year_of

if TYPE_CHECKING:
    from quote_engine.typed.book import Question
    from quote_engine.typed.common import Note, NoteKind
    from quote_engine.typed.edition import Group, Limit


Fact = Value | None


class Derived(NamedTuple):
    """A fact worked out from others, most of them dates: from numbers that are read from them, one from each."""

    needs: tuple[str, ...]
    read: tuple[Callable[[Any], int], ...]
    """How each of ``needs`` becomes a number."""
    made: Callable[..., Any]
    """The fact of these numbers, by + - // alone: whole columns of numbers go through it too."""

    def of(self, *values: Any) -> int:
        """Return the fact of the values of ``needs``."""
        return int(self.made(*[read(value) for read, value in zip(self.read, values, strict=True)]))


MODEL_FITS = "model_fits"
"""The fact that tells whether the model is one of the kind of car that was answered."""
DERIVED: dict[str, Derived] = {
    "age": Derived(("start_date", "birth_date"), (day_digits, day_digits), lambda start, born: (start - born) // YEAR),
    "days_until_start": Derived(("application_date", "start_date"), (day_number, day_number), lambda asked, start: start - asked),
    "days_since_birth": Derived(("birth_date", "start_date"), (day_number, day_number), lambda born, start: start - born),
    "months_since_registration": Derived(
        ("first_registered", "start_date"), (month_number, month_number), lambda registered, start: start - registered
    ),
    "months_to_first_inspection": Derived(
        ("first_registered", "start_date", "first_inspection_months"),
        (month_number, month_number, int),
        lambda registered, start, months: months - (start - registered),
    ),
    "months_since_launch": Derived(("model_launched", "start_date"), (month_number, month_number), lambda launched, start: start - launched),
    "months_from_launch_to_registration": Derived(
        ("model_launched", "first_registered"), (month_number, month_number), lambda launched, registered: registered - launched
    ),
    # AEB: "until 31 December of the launch fiscal year + n" is the same as n or fewer of these.
    "years_since_launch_fiscal_year": Derived(
        ("model_launched", "start_date"), (fiscal_year, year_of), lambda launched, start: start - launched
    ),
}
"""Without one of these needs: no value."""


class Facts(Mapping[str, Fact]):
    """The facts of one visitor under one edition; ``notes`` collects what was changed on the way."""

    def __init__(
        self,
        book: Book,
        edition: Edition,
        answered: Mapping[str, Value],
        assumed: Mapping[str, Fact] | None = None,
    ) -> None:
        """``assumed`` fixes derived facts for the checker, which walks through all of them."""
        self.answered = answered
        self.notes: dict[str, Note] = {}
        self._book = book
        self._edition = edition
        self._settled: dict[str, Fact] = dict(edition.usual)
        self._open: dict[str, list[Value]] = {}
        for name, value in answered.items():
            if name in edition.usual:
                self._settled[name] = value
        if assumed:
            self._settled |= assumed

    def __getitem__(self, name: str) -> Fact:
        try:
            return self._settled[name]
        except KeyError:
            value = self._settled[name] = self._work_out(name)
            return value

    def __iter__(self) -> Any:
        return iter(self._settled)

    def __len__(self) -> int:
        return len(self._settled)

    def holds(self, condition: list[Any] | None) -> bool:
        """Tell whether ``condition``, one of the book's, holds of these facts."""
        if condition is None:
            return True
        held = self._book.predicates.get(id(condition)) or self._book.predicate(condition)
        return held(self, self.answered)

    def answers(self) -> dict[str, Value]:
        """Settle every question and return the answers that there are, in the questions' order."""
        for name in self._edition.intricate:
            self[name]  # for its notes
        settled = self._settled
        return {name: value for name in self._book.questions if (value := settled[name]) is not None}

    def allowed(self, question: "Question") -> list[Value]:
        """Return the choices of ``question`` that its limits leave open now."""
        if question["id"] not in self._open:
            self._open[question["id"]] = self._limited(question)
        return self._open[question["id"]]

    def asked(self, question: "Question") -> bool:
        """Tell whether the edition has ``question`` at all: another edition's question has no value under it."""
        return not any(limit["when"] is None and not limit["only"] and limit["instead"] is None for limit in self._edition.limits_of[question["id"]])

    def _limited(self, question: "Question") -> list[Value]:
        ids: list[Value] = [choice["id"] for choice in question["choices"]]
        if question["kind"] == "flag":
            ids = [True, False]
        for limit in self._edition.limits_of[question["id"]]:
            if self.holds(limit["when"]):
                ids = [choice for choice in ids if choice in limit["only"]]
        return ids

    def _work_out(self, name: str) -> Fact:
        if name in self._book.questions:
            return self._settle(self._book.questions[name])
        if name in DERIVED:
            derived = DERIVED[name]
            values = [self[need] for need in derived.needs]
            return None if None in values else derived.of(*values)
        if name in self._edition.groups:
            return self._group(self._edition.groups[name])
        if name == MODEL_FITS:
            model = self._book.models.get(str(self["model"]))
            return None if model is None else model["vehicle_type"] == self["vehicle_type"]
        vehicle = self["vehicle_type"]
        if not vehicle:
            return None
        traits: Mapping[str, Any] = self._book.vehicles[str(vehicle)]["traits"]
        trait: Fact = traits[name]
        return trait

    def _group(self, group: "Group") -> Fact:
        if group["of"] is not None:
            number: Any = self[group["of"]]
            found = [band["id"] for band in group["bands"] or [] if number is not None and number >= band["from"]]
            return found[-1] if found else None
        return str(next(case["id"] for case in group["cases"] or [] if self.holds(case["when"])))

    def _settle(self, question: "Question") -> Fact:
        given = question["id"] in self.answered
        value: Fact = self.answered[question["id"]] if given else self._unanswered(question)
        for limit in self._edition.limits_of[question["id"]]:
            if value is None or _within(value, limit) or not self.holds(limit["when"]):
                continue
            if given or limit["always_tell"]:
                self._note(question, "dropped" if given else "set", limit["otherwise"])
            value = limit["instead"]
        return value

    def _unanswered(self, question: "Question") -> Fact:
        value: Fact
        if question["from_model"] and self["model"] is not None:
            model: Mapping[str, Any] = self._book.models[str(self["model"])]
            value = model[question["from_model"]]
            return value
        for default in question["default"]:
            if self.holds(default["when"]):
                value = self[default["trait"]] if "trait" in default else default["is"]
                if default["note"] and value is not None:
                    self._note(question, "assumed", default["note"])
                return value
        return None

    def _note(self, question: "Question", kind: "NoteKind", message: str) -> None:
        id_ = f"{kind}.{question['id']}"
        self.notes[id_] = {"id": id_, "field": question["id"], "kind": kind, "message": message}


def _within(value: Value, limit: "Limit") -> bool:
    return value in limit["only"]
