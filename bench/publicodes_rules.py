"""The rating plan as publicodes rules, generated from the book, so that both engines compute the same thing.

Translated: settling the answers (model, defaults, limits), traits, groups, eligibility, and every step of every coverage.
Not translated, to publicodes' advantage: checking the answers, notes, labels, sources, and arithmetic with dates, whose
results are part of the situation. A fact without a value is NOTHING or NO_NUMBER.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bench.publicodes_steps import StepRules, choice, name_of
from quote_engine.premium.book import Book, Edition
from quote_engine.premium.facts import DERIVED, Facts
from quote_engine.premium.table import key_of

Rule = Any
COMPARED = {"at_least": ">=", "at_most": "<=", "more_than": ">", "less_than": "<"}
YES, NO = "oui", "non"
NOTHING, NO_NUMBER = "''", -9999


class Rules:
    """The rules of one edition; each fact becomes a rule when another rule first asks for it."""

    def __init__(self, book: Book, edition: Edition) -> None:
        self.rules: dict[str, Rule] = {}
        self._book = book
        self._edition = edition
        self._steps = StepRules(self)
        for coverage in edition.coverages:
            self._steps.add(coverage, edition.steps[coverage["id"]])
        declined = {"une de ces conditions": [self.condition(rule["when"]) for rule in book.eligibility]}
        covers = [name_of("cover", coverage["id"]) for coverage in edition.coverages]
        self.rules["total"] = choice([(declined, 0)], {"somme": covers})

    def situation(self, answered: Mapping[str, Any], facts: Facts) -> dict[str, Rule]:
        """One visitor's answers in publicodes' notation, and what follows from their dates."""
        situation: dict[str, Rule] = {}
        for question, value in answered.items():
            if name_of("given", question) in self.rules:
                situation[name_of("given", question)] = YES
                situation[name_of("answer", question)] = self.literal(question, value)
        for fact in DERIVED:
            if name_of("fact", fact) in self.rules:
                situation[name_of("fact", fact)] = self.literal(fact, facts[fact])
        return situation

    def is_number(self, fact: str) -> bool:
        """Whether publicodes keeps this fact as a number."""
        if fact in self._book.questions:
            return bool(self._book.questions[fact]["kind"] == "integer")
        traits = [vehicle["traits"].get(fact) for vehicle in self._book.vehicles.values()]
        return fact in DERIVED or any(isinstance(trait, int) and not isinstance(trait, bool) for trait in traits)

    def literal(self, fact: str, value: Any) -> Rule:
        """A value of a fact as publicodes writes it."""
        if self.is_number(fact):
            return NO_NUMBER if value is None else int(value)
        return NOTHING if value is None else f"'{key_of(value)}'"

    def fact(self, fact: str) -> str:
        """The name of the rule that holds a fact; the rule is made on first use."""
        name = name_of("fact", fact)
        if name not in self.rules:
            self.rules[name] = {"par défaut": self.literal(fact, None)}  # what dates give; replaced below
            if fact in self._book.questions:
                self.rules[name] = self._settled(self._book.questions[fact])
            elif fact in self._edition.groups:
                self.rules[name] = self._group(self._edition.groups[fact])
            elif fact not in DERIVED:
                self.rules[name] = self._trait(fact)
        return name

    def condition(self, condition: list[Any] | None, *, of_answers: bool = False) -> Rule:
        """A condition of the book; `of_answers` looks at what was given, not at what it settled to."""
        if condition is None:
            return YES
        kind, *rest = condition
        match kind:
            case "all" | "any":
                parts = [self.condition(part, of_answers=of_answers) for part in rest[0]]
                return {"toutes ces conditions" if kind == "all" else "une de ces conditions": parts}
            case "not":
                return choice([(self.condition(rest[0], of_answers=of_answers), NO)], YES)
            case "answered":
                return {"toutes ces conditions": [self._given(rest[0]), self.condition(rest[1], of_answers=True)]}
            case "in":
                fact = name_of("answer", rest[0]) if of_answers else self.fact(rest[0])
                return {"une de ces conditions": [f"{fact} = {self.literal(rest[0], value)}" for value in rest[1]]}
            case "known":
                return f"{self.fact(rest[0])} {'!=' if rest[1] else '='} {self.literal(rest[0], None)}"
            case _ if kind in COMPARED and not isinstance(rest[1], list):
                fact = self.fact(rest[0])
                return {"toutes ces conditions": [f"{fact} != {NO_NUMBER}", f"{fact} {COMPARED[kind]} {rest[1]}"]}
        raise ValueError(f"{condition} has no counterpart in publicodes")

    def _given(self, question: str) -> str:
        self.rules.setdefault(name_of("given", question), {"par défaut": NO})
        self.rules.setdefault(name_of("answer", question), {"par défaut": self.literal(question, None)})
        return name_of("given", question)

    def _settled(self, question: Mapping[str, Any]) -> Rule:
        """What was given, else what the model says, else the default; then the limits, one rule each."""
        id_ = question["id"]
        none = self.literal(id_, None)
        cases = [(self._given(id_), name_of("answer", id_)), *self._from_model(question)]
        for default in question["default"]:
            value = self.fact(default["trait"]) if "trait" in default else self.literal(id_, default["is"])
            cases.append((self.condition(default["when"]), value))
        value = choice(cases, none)
        for number, limit in enumerate(question["limits"] + self._edition.limits.get(id_, [])):
            name = name_of("settling", id_, str(number))
            self.rules[name] = value
            outside = [f"{name} != {self.literal(id_, allowed)}" for allowed in limit["only"]]
            broken = {"toutes ces conditions": [f"{name} != {none}", *outside, self.condition(limit["when"])]}
            value = choice([(broken, self.literal(id_, limit["instead"]))], name)
        return value if isinstance(value, dict) else {"valeur": value}

    def _from_model(self, question: Mapping[str, Any]) -> Iterator[tuple[Rule, Rule]]:
        if question["from_model"]:
            model = self.fact("model")
            models: Mapping[str, Mapping[str, Any]] = self._book.models
            for id_, data in models.items():
                yield f"{model} = '{id_}'", self.literal(question["id"], data[question["from_model"]])

    def _group(self, group: Mapping[str, Any]) -> Rule:
        if group.get("of"):
            number = self.fact(group["of"])
            return choice(
                [(f"{number} >= {band['from']}", f"'{band['id']}'") for band in reversed(group["bands"])], NOTHING
            )
        return choice([(self.condition(case["when"]), f"'{case['id']}'") for case in group["cases"]], NOTHING)

    def _trait(self, trait: str) -> Rule:
        vehicle = self.fact("vehicle_type")
        values = {id_: self.literal(trait, data["traits"].get(trait)) for id_, data in self._book.vehicles.items()}
        return choice([(f"{vehicle} = '{id_}'", value) for id_, value in values.items()], self.literal(trait, None))
