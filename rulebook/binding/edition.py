"""One edition of the book: its tables with their words, its steps in order, its discounts and riders."""

from typing import Any

from quote_engine.premium.steps import Discount
from quote_engine.values.money import off, ratio, text
from rulebook.binding.availability import closings
from rulebook.binding.payouts import compile_payouts
from rulebook.binding.questions import YEN, said
from rulebook.binding.renewal import compile_renewal
from rulebook.declared.parts import TABLE_UNITS
from rulebook.declared.traits import TRAITS
from rulebook.library import EditionFiles, Library
from rulebook.shapes.shape import Fields

Questions = dict[str, dict[str, Any]]


def compile_edition(edition: EditionFiles, library: Library, questions: Questions) -> dict[str, Any]:
    """Return one edition as the book holds it."""
    files = edition.files
    compiler = _Edition(edition, library, questions)
    head = files["edition.yml"]
    coverages = compiler.coverages()
    return {
        "id": edition.start[:7],
        "start": edition.start,
        **{key: head[key] for key in ("label", "status", "checked")},
        "coverages": coverages,
        "coverage_sets": compiler.sets,
        "groups": {id_: dict(group) for id_, group in files["groups.yml"]["groups"].items()},
        "limits": compiler.limits(),
        "tables": compiler.tables,
        "discounts": compiler.discounts,
        "steps": compiler.steps(),
        "payment": compiler.payment(),
        "renewal": compile_renewal(files["renewal.yml"], edition),
        "payouts": compile_payouts(files["payouts.yml"], edition),
    }


class _Edition:
    def __init__(self, edition: EditionFiles, library: Library, questions: Questions) -> None:
        self.edition, self.library, self.questions = edition, library, questions
        self.files = edition.files
        self.main = library.files["coverages.yml"]["coverages"]
        self.riders = self.files["riders.yml"]["riders"]
        self.ids = [*self.main, *self.riders]
        self.sets = {"all": self.ids}
        for name, members in self.files["plan.yml"]["coverage_sets"].items():
            self.sets[name] = self.resolved(members)
        self.discounts = [self.discount(id_, each) for id_, each in self.files["discounts.yml"]["discounts"].items()]
        self.tables = self.read_tables()

    def resolved(self, names: list[str]) -> list[str]:
        """Return the coverages that a list of coverages and sets stands for."""
        found = [id_ for name in names for id_ in self.sets.get(name, [name])]
        return [id_ for id_ in self.ids if id_ in found]

    def source(self, name: str, line: int) -> str:
        return f"data/{self.edition.path(name)}:{line}"

    def limits(self) -> dict[str, list[dict[str, Any]]]:
        """Return what this edition's riders ask for and what it does not know, as limits of the questions."""
        limits: dict[str, list[dict[str, Any]]] = {}
        for id_, rider in self.riders.items():
            limits[id_] = [
                {"when": ["not", need["when"]], "only": [False], "instead": False, "always_tell": False,
                 "otherwise": said(need["otherwise"], need["when"], self.questions)}
                for need in rider["requires"]
            ]  # fmt: skip
        return limits | closings(self.edition, self.library, self.questions)

    def coverages(self) -> list[dict[str, Any]]:
        """Return what can stand on a slip, in its order: chosen covers, riders, automatic ones."""
        chosen = [id_ for id_ in self.main if not self.main[id_]["automatic"]]
        automatic = [id_ for id_ in self.main if self.main[id_]["automatic"]]
        return (
            [self.coverage(id_, self.main[id_], self.main[id_]["when"]) for id_ in chosen]
            + [self.coverage(id_, rider, ["in", id_, [True]]) for id_, rider in self.riders.items()]
            + [self.coverage(id_, self.main[id_], self.main[id_]["when"]) for id_ in automatic]
        )

    def coverage(self, id_: str, fields: Fields, when: Any) -> dict[str, Any]:
        rider = id_ in self.riders
        place = (self.riders if rider else self.main).at(id_)
        head = self.files["riders.yml"] if rider else self.library.files["coverages.yml"]
        return {
            "id": id_,
            "label": fields["label"],
            "what": fields["what"],
            "when": when,
            "detail": [self.detail(part) for part in fields["detail"]],
            "automatic": fields.get("automatic", False),
            "rider": rider,
            "source": f"data/{place.file}:{place.line}",
            "document": dict(fields["source"] or head["source"]),
        }

    def detail(self, part: Fields) -> dict[str, Any]:
        question = self.questions[part["fact"]]
        return {
            "fact": part["fact"],
            "before": part["before"],
            "words": {choice["id"]: choice["label"] for choice in question["choices"]},
            "yen": question["kind"] == "integer" and question["unit"] == YEN,
        }

    def read_tables(self) -> dict[str, dict[str, Any]]:
        """Return every table of the edition by id: bases, premiums of riders, factors, grades, discounts."""
        tables: dict[str, dict[str, Any]] = {}
        base = self.files["base.yml"]
        for id_, fields in base["base"].items():
            label = f"{self.main[id_]['label']}の基準掛金"
            tables[f"base.{id_}"] = self.table(
                f"base.{id_}", fields, "base.yml", label, f"coverage-{id_}", base["step_label"] or "基本の掛金"
            )
        for id_, rider in self.riders.items():
            label = f"{rider['label']}の掛金"
            tables[f"base.{id_}"] = self.table(
                f"base.{id_}", rider["premium"], "riders.yml", label, f"coverage-{id_}", "特約の掛金"
            )
        for id_, fields in self.files["factors.yml"]["factors"].items():
            tables[id_] = self.table(id_, fields, "factors.yml", fields["label"], f"table-{id_}")
        grades = self.files["grades.yml"]["grades"]
        tables["grades"] = self.table("grades", grades, "grades.yml", grades["label"], "table-grades")
        for id_, fields in self.files["discounts.yml"]["discounts"].items():
            name = f"discount.{id_}"
            table = self.table(name, fields, "discounts.yml", fields["label"], f"discount-{id_}")
            # A grade's -52 is a change; a discount's 9 is what comes off.
            tables[name] = {**table, "unit": "percent_off"}
        return tables

    def table(self, id_: str, fields: Fields, file: str, label: str, anchor: str, step: str = "") -> dict[str, Any]:
        unit = next(unit for unit in TABLE_UNITS if fields.get(unit) is not None)
        return {
            "id": id_,
            "label": label,
            "by": list(fields["by"]),
            "unit": unit,
            "cells": fields[unit],
            "words": {name: self.words(name) for name in fields["by"]},
            "file": f"data/{self.edition.path(file)}",
            "line": fields.place.line,
            "step_label": fields.get("step_label") or step or label,
            "anchor": anchor,
            **self.origin(fields, file),
        }

    def words(self, fact: str) -> dict[str, str]:
        """Return the label of each value that a table may be looked up by."""
        groups = self.files["groups.yml"]["groups"]
        if fact in groups:
            return {each["id"]: each["label"] for each in groups[fact]["bands"] or groups[fact]["cases"]}
        if fact in self.questions:
            question = self.questions[fact]
            if question["kind"] == "flag":
                return {"true": "はい", "false": "いいえ"}
            return {choice["id"]: choice["label"] for choice in question["choices"]}
        return dict(TRAITS[fact].words) if fact in TRAITS else {}

    def origin(self, fields: Fields, file: str) -> dict[str, Any]:
        """Return certainty and document of an entry; the head of its file speaks for it."""
        head = self.files[file]
        return {
            "certainty": fields.get("certainty") or head.get("certainty"),
            "document": dict(fields.get("source") or head.get("source") or {}),
        }

    def discount(self, id_: str, fields: Fields) -> dict[str, Any]:
        requires = [
            {"when": need["when"], "otherwise": said(need["otherwise"], need["when"], self.questions)}
            for need in fields["requires"]
        ]
        return {
            "id": id_,
            "label": fields["label"],
            "stage": fields["stage"],
            "coverages": self.resolved(fields["coverages"]),
            "claimed": fields["claimed"],
            "field": fields["claimed"].facts[0][0] if fields["claimed"] else "",
            "requires": requires,
            "source": self.source("discounts.yml", fields.place.line),
            **self.origin(fields, "discounts.yml"),
        }

    def steps(self) -> list[dict[str, Any]]:
        """Return the steps in order, each stage of discounts unfolded into its discounts."""
        steps = []
        for step in self.files["plan.yml"]["steps"]:
            if step["kind"] == Discount.written:
                steps += [self.discount_step(each) for each in self.discounts if each["stage"] == step["stage"]]
            else:
                steps.append(self.step(step))
        return steps

    def step(self, step: Fields) -> dict[str, Any]:
        coverages = self.resolved(step["coverages"])
        named = {id_: f"base.{id_}" for id_ in coverages} if step["kind"] == "base" else step["table"]
        table = self.tables[named] if isinstance(named, str) else None
        return {
            "kind": step["kind"],
            "coverages": coverages,
            "table": named,
            **{key: step[key] for key in ("times", "when", "yen", "unit", "mode")},
            "label": step["label"] or (table["label"] if table else ""),
            "source": self.source("plan.yml", step.place.line),
            "anchor": table["anchor"] if table else f"step-{step['kind']}",
            **({key: table[key] for key in ("certainty", "document")} if table else self.origin(step, "plan.yml")),
        }

    def discount_step(self, discount: dict[str, Any]) -> dict[str, Any]:
        needs = [discount["claimed"], *(need["when"] for need in discount["requires"])]
        return {
            "kind": "discount",
            "discount": discount["id"],
            "coverages": discount["coverages"],
            "table": f"discount.{discount['id']}",
            "when": ["all", [need for need in needs if need]],
            "anchor": f"discount-{discount['id']}",
            **{key: discount[key] for key in ("label", "source", "certainty", "document")},
        }

    def payment(self) -> dict[str, Any]:
        rule = self.files["plan.yml"]["payment"]
        rounding = rule["round"]
        n, d = ratio(rule["surcharge_percent"])
        return {
            "surcharge": text(off((-n, d))),
            "percent": rule["surcharge_percent"],
            "instalments": rule["instalments"],
            "label": rule["label"],
            **self.origin(rule, "plan.yml"),
            "source": self.source("plan.yml", rule.at("surcharge_percent").line),
            "unit": rounding["unit"],
            "mode": rounding["mode"],
            "round_label": rounding["label"],
            "round_certainty": self.origin(rounding, "plan.yml")["certainty"],
            "round_source": self.source("plan.yml", rounding.place.line),
        }
