"""The vocabulary: which facts exist, and which values each may have. Conditions and messages are checked with it."""

import re
from typing import Any

from quote_engine.premium.facts import DERIVED
from quote_engine.values.conditions import bounds_of
from quote_engine.values.dates import is_date, is_month
from rulebook.checks.told import Told
from rulebook.declared.traits import NO_SCALE, TRAITS
from rulebook.library import Library
from rulebook.shapes.conditions import Written
from rulebook.shapes.shape import Fields, near
from rulebook.sheets.problem import Place, Report

_SLOT = re.compile(r"\{[^{}]*\}?|\}")


class Vocabulary:
    """Every fact that a condition may name. Groups belong to an edition and are added for it."""

    def __init__(self, library: Library) -> None:
        """Collect the facts of ``library``; riders of all editions are questions too."""
        vehicles = library.files["vehicles.yml"]
        self.traits = TRAITS
        self.questions: dict[str, Any] = dict(library.files["questions.yml"]["questions"])
        for edition in library.editions:
            for id_ in edition.files["riders.yml"]["riders"]:
                self.questions.setdefault(id_, {"kind": "flag", "choices": None, "choices_from": None})
        self.vehicles = [*vehicles["vehicles"]]
        self.models = [model["id"] for model in library.files["models.yml"]["models"]]
        self.values = {name: trait.values for name, trait in TRAITS.items()} | {"class_scale": (*vehicles["class_scales"], NO_SCALE)}
        if "model" in self.questions:
            self.values["model_fits"] = (True, False)
        for name, derived in DERIVED.items():
            if all(need in self.questions or need in TRAITS for need in derived.needs):
                self.values[name] = None
        self.groups: dict[str, list[str]] = {}
        self.told = Told()
        """What the checks that use this vocabulary have told of so far."""

    def facts(self) -> list[str]:
        """Return every name that a condition or a table may use."""
        return [*self.questions, *self.values, *self.groups]

    def kind_of(self, fact: str) -> str:
        """Return what the values of ``fact`` are: choice, flag, integer, date, month or model."""
        if fact in self.groups:
            return "choice"
        if fact in self.questions:
            return str(self.questions[fact]["kind"])
        return "integer" if self.values[fact] is None else "choice"

    def values_of(self, fact: str) -> list[Any] | None:
        """Return the values that ``fact`` may have, or None where it is a number, date or free."""
        if fact in self.groups:
            return list(self.groups[fact])
        if fact not in self.questions:
            values = self.values.get(fact)
            return None if values is None else list(values)
        question = self.questions[fact]
        if question["kind"] == "flag":
            return [True, False]
        if question["kind"] == "choice":
            return list(self.vehicles if question["choices_from"] else question["choices"] or [])
        return self.models if question["kind"] == "model" else None

    def check(self, condition: Any, report: Report) -> None:
        """Report facts and values in ``condition`` that do not exist, and comparisons that make no sense."""
        if not isinstance(condition, Written):
            return
        known, before = self.facts(), len(report.problems)
        for name, place in condition.facts:
            if name not in known:
                report.add(place, f"「{name}」という項目はありません。", near(name, known))
        for name, value, place in condition.values:
            if name in known and self.kind_of(name) == "integer":
                hint = f"{{at_least: {value}, at_most: {value}}} のように書いてください。"
                report.add(place, f"「{name}」は数なので、範囲で書きます。", hint)
            elif name in known:
                self.check_value(name, value, place, report)
        for name, bound, place in condition.bounds:
            if name in known:
                self._check_bound(name, bound, place, report)
        if condition.broken or len(report.problems) > before:
            self.told.add(condition)

    def check_value(self, fact: str, value: Any, place: Place, report: Report, *, none: bool = False) -> None:
        """Report a ``value`` that ``fact`` can never have. ``none`` allows the word none for: no value."""
        if value is None or (none and value == "none"):
            return
        values, text = self.values_of(fact), str(value)
        if values is not None:
            if values and value not in values:
                words = [str(each).lower() if isinstance(each, bool) else str(each) for each in values]
                shown = text.lower() if isinstance(value, bool) else text
                hint = f"引用符を付けずに {text} と書いてください。" if shown in words else near(shown, words)
                report.add(place, f"「{fact}」に「{shown}」という値はありません。", hint)
        elif self.kind_of(fact) != "integer":
            self._check_day(fact, text, place, report)
        elif not (text.isascii() and text.removeprefix("-").isdigit()):
            report.add(place, f"「{fact}」は半角の整数で書いてください（{text}）。")
        else:
            self._check_range(fact, int(text), place, report)

    def _check_bound(self, fact: str, bound: Any, place: Place, report: Report) -> None:
        kind = self.kind_of(fact)
        if kind in ("date", "month"):
            self._check_day(fact, str(bound), place, report)
        elif kind in ("choice", "flag", "model"):
            report.add(place, f"「{fact}」は数や日付ではないので、大きさを比べられません。", "値か、値の並び [ ] を書いてください。")
        elif not isinstance(bound, int) or isinstance(bound, bool):
            report.add(place, f"「{bound}」は比べられません。", "半角の整数で書いてください。")

    def _check_day(self, fact: str, text: str, place: Place, report: Report) -> None:
        kind = self.kind_of(fact)
        if (kind == "date" and not is_date(text)) or (kind == "month" and not is_month(text)):
            example = "2020-04-01" if kind == "date" else "2020-04"
            report.add(place, f"「{fact}」の「{text}」は、こよみにありません。", f"{example} のように書いてください。")

    def _check_range(self, fact: str, number: int, place: Place, report: Report) -> None:
        question = self.questions.get(fact, {})
        low, high, step = (question.get(key) for key in ("at_least", "at_most", "step"))
        if low is not None and high is not None and not low <= number <= high:
            report.add(place, f"「{fact}」の {number} は、質問の範囲の外です。", f"{low} から {high} までです。")
        elif step and number % step:
            report.add(place, f"「{fact}」の {number} は、質問のきざみに合いません。", f"{step} きざみで書いてください。")


def check_message(entry: Fields, key: str, vocabulary: Vocabulary, report: Report) -> None:
    """Report each ``{name}`` of the message that the entry's condition has no figure for.

    ``{fact.comparison}`` stands for a figure of the condition, so that a figure is written once.
    """
    condition = entry["when"]
    if condition in vocabulary.told:
        return
    bounds = bounds_of(condition) if isinstance(condition, Written) else []
    known = [f"{{{fact}.{kind}}}" for fact, kind, bound in bounds if not isinstance(bound, list)]
    for found in _SLOT.findall(entry[key] or ""):
        if found not in known:
            report.add(entry.at(key), f"文の中の「{found}」にあたる数が、条件（when）にありません。", near(found, known))


def check_label(table: Fields, report: Report) -> None:
    """Report each ``{name}`` of a table's step label that the table is not looked up by."""
    known = [f"{{{fact}}}" for fact in table["by"] or []]
    for found in _SLOT.findall(table.get("step_label") or ""):
        if found not in known:
            message = f"表示名の中の「{found}」は、この表の by にありません。"
            report.add(table.at("step_label"), message, near(found, known))
