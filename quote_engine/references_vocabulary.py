"""The vocabulary: which facts exist, and which values each may have. Conditions are checked with it."""

from typing import Any

from quote_engine.condition_shape import Written
from quote_engine.conditions import Condition
from quote_engine.dates import is_date, is_month
from quote_engine.facts import DERIVED
from quote_engine.library import Library
from quote_engine.problem import Place, Report
from quote_engine.shape import near

TRAITS: dict[str, tuple[Any, ...] | None] = {
    "wheels": ("four", "two"),
    "class_scale": None,
    "highest_class": None,
    "middle_class": None,
    "graded": (True, False),
    "own_damage_carried": ("allowed", "unless_dump_body", "never"),
    "first_inspection_months": None,
}
"""Facts that the vehicle type brings along, and their values where they are words."""

COMPUTED: dict[str, tuple[Any, ...] | None] = {**dict.fromkeys(DERIVED), "model_fits": (True, False)}


class Vocabulary:
    """Every fact that a condition may name. Groups belong to an edition and are added for it."""

    def __init__(self, library: Library) -> None:
        """Collect the facts of ``library``; riders of all editions are questions too."""
        vehicles = library.files["vehicles.yml"]
        self.traits = TRAITS
        self.questions: dict[str, dict[str, Any]] = dict(library.files["questions.yml"]["questions"])
        for edition in library.editions:
            for id_ in edition.files["riders.yml"]["riders"]:
                self.questions.setdefault(id_, {"kind": "flag", "choices": None, "choices_from": None})
        self.vehicles = [*vehicles["vehicles"]]
        self.values = {**TRAITS, **COMPUTED, "class_scale": (*vehicles["class_scales"], "none")}
        self.groups: dict[str, list[str]] = {}

    def facts(self) -> list[str]:
        """Return every name that a condition or a table may use."""
        return [*self.questions, *self.values, *self.groups]

    def values_of(self, fact: str) -> list[Any] | None:
        """Return the values that ``fact`` may have, or None where it is a number, date or free."""
        if fact in self.groups:
            return list(self.groups[fact])
        if fact not in self.questions:
            values = self.values[fact]
            return None if values is None else list(values)
        question = self.questions[fact]
        if question["kind"] == "flag":
            return [True, False]
        if question["kind"] == "choice":
            return list(self.vehicles if question["choices_from"] else question["choices"] or [])
        return None

    def check(self, condition: Condition, report: Report) -> None:
        """Report facts and values in ``condition`` that do not exist."""
        if not isinstance(condition, Written):
            return
        known = self.facts()
        for name, place in condition.facts:
            if name not in known:
                report.add(place, f"「{name}」という項目はありません。", near(name, known))
        for name, value, place in condition.values:
            if name in known:
                self.check_value(name, value, place, report)

    def check_value(self, fact: str, value: Any, place: Place, report: Report) -> None:
        """Report a ``value`` that ``fact`` can never have."""
        values = self.values_of(fact)
        if values is not None:
            if value not in values and value != "none":
                words = [str(each).lower() if isinstance(each, bool) else str(each) for each in values]
                shown = str(value).lower() if isinstance(value, bool) else str(value)
                report.add(place, f"「{fact}」に「{shown}」という値はありません。", near(shown, words))
            return
        kind = self.questions.get(fact, {}).get("kind")
        text = str(value)
        if text == "none":
            return
        if kind == "integer" and not (text.isascii() and text.lstrip("-").isdigit()):
            report.add(place, f"「{fact}」は半角の整数で書いてください（{text}）。")
        if (kind == "date" and not is_date(text)) or (kind == "month" and not is_month(text)):
            report.add(place, f"「{fact}」の「{text}」は、こよみにありません。", "2020-04-01 や 2020-04 のように書いてください。")
