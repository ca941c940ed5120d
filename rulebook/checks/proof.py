"""The proof that every allowed answer finds a rate, made when the data are loaded.

For each table that a step uses, every combination of the answers it depends on is settled by
the engine itself and looked up. So a quote needs no "not found" branch, and a row that no
answer reaches is reported as well: it is a misspelling or a leftover.
"""

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, Any

from quote_engine.premium.book import Book, Edition
from quote_engine.premium.facts import DERIVED, Facts
from quote_engine.premium.steps import Step
from quote_engine.premium.table import Table, key_of
from quote_engine.values.conditions import Condition, facts_of
from rulebook.checks.proof_variables import Variables
from rulebook.shapes.tables import Cell, leaves
from rulebook.sheets.problem import Place, Report

if TYPE_CHECKING:
    from quote_engine.typed.edition import Coverage, TableData

MOST_COMBINATIONS = 300_000
"""More than this cannot be walked through while an editor waits."""
NOTHING = key_of(None)
"""The key that a fact without a value leads to; no table has it."""
SOME_DAY = "2026-12-01"
SOME_DATES = {"birth_date": "1980-06-15", "application_date": "2026-11-30", "first_registered": "2025-06", "model_launched": "2025-06"}
"""Stand-ins for dates whose derived numbers are walked through instead."""


def prove(book: Book, report: Report) -> None:
    """Report every allowed answer without a rate and every rate without an answer."""
    for edition in book.editions:
        proof = _Proof(book, edition, report)
        used: dict[str, set[tuple[str, ...]]] = {}
        seen = set()
        for coverage in edition.coverages:
            for step in edition.steps[coverage["id"]]:
                if step.table is None or proof.broken(step, step.table, coverage):
                    continue
                id_ = _table_id(step, coverage["id"])
                key = (id_, str(step.when), str(coverage["when"]))
                if key in seen:
                    continue
                seen.add(key)
                used.setdefault(id_, set()).update(proof.walk(step, step.table, coverage, id_))
        for id_, paths in used.items():
            for path, cell in leaves(edition.data["tables"][id_]["cells"]):
                if path and path not in paths:
                    report.add(cell.place, f"「{path[-1]}」の行は、どの答えでも使われません。", "つづりか、条件を見てください。この版から選べない答えなら、この行を消します。")


def _table_id(step: Step, coverage: str) -> str:
    named = step.spec["table"]
    return named[coverage] if isinstance(named, dict) else str(named)


class _Proof:
    def __init__(self, book: Book, edition: Edition, report: Report) -> None:
        self.book, self.edition, self.report = book, edition, report
        self.variables = Variables(book, edition)
        self.certain: dict[tuple[str, str], set[tuple[str, ...]]] = {}

    def broken(self, step: Step, table: Table, coverage: "Coverage") -> bool:
        """Tell whether a condition that decides about this table has a problem of its own."""
        conditions = [step.when, coverage["when"]]
        names = {*table.by, *(fact for each in conditions for fact in facts_of(each))}
        for name in names | self.variables.of(names):
            if name in self.edition.groups:
                conditions += [case["when"] for case in self.edition.groups[name]["cases"] or []]
            if name in self.book.questions:
                conditions += [limit["when"] for limit in self.book.questions[name]["limits"]]
        return any(getattr(each, "broken", False) for each in conditions)

    def walk(self, step: Step, table: Table, coverage: "Coverage", id_: str) -> set[tuple[str, ...]]:
        """Return the paths of ``table`` that answers reach; report those that lead nowhere."""
        conditions = [step.when, coverage["when"]]
        own = self.variables.of(set(table.by))
        settled = [each for each in _parts(conditions) if self.variables.of(facts_of(each)) <= own]
        rest = self.variables.of({fact for each in conditions for fact in facts_of(each)}) - own
        # Coverages share most of their steps: a table that left no doubt once need not be walked again.
        key = (id_, str(settled))
        if key in self.certain:
            return self.certain[key]
        doubted = False
        reached: set[tuple[str, ...]] = set()
        missing: set[tuple[str, ...]] = set()
        for assignment in self.assignments(own, id_):
            facts = self.facts(assignment)
            if not all(facts.holds(each) for each in settled):
                continue
            path = tuple(key_of(facts[name]) for name in table.by)
            if path in reached or path in missing:
                continue
            if _found(table, path):
                reached.add(path)
                continue
            doubted = True
            if any(self.allowed(assignment | more, conditions) for more in self.assignments(rest, id_)):
                missing.add(path)
        if not doubted:
            self.certain[key] = reached
        data = self.edition.data["tables"][id_]
        for path in sorted(missing):
            words = "、".join(_words(name, key, data) for name, key in zip(table.by, path, strict=True))
            hint = f"{' の '.join(path)} の行を足してください。"
            if NOTHING in path:
                hint = "質問にはじめの値（default）を書くか、手順の条件（when）で除いてください。"
            self.report.add(_beside(path, data), f"表「{data['label']}」に、{words} の行がありません。", hint)
        return reached

    def assignments(self, names: set[str], id_: str) -> Iterator[dict[str, Any]]:
        domains = [(name, self.variables.values(name)) for name in sorted(names)]
        size = 1
        for _, values in domains:
            size *= len(values)
        if size > MOST_COMBINATIONS:
            data = self.edition.data["tables"][id_]
            self.report.add(_beside((), data), f"表「{data['label']}」に関わる答えの組が多すぎて、確かめられません（{size:,}通り）。")
            return
        for chosen in product(*(values for _, values in domains)):
            yield {name: value for (name, _), value in zip(domains, chosen, strict=True)}

    def facts(self, assignment: dict[str, Any]) -> Facts:
        """Return facts as if these had been answered; numbers from dates are simply assumed."""
        answered = {name: value for name, value in assignment.items() if name not in DERIVED and value is not None}
        assumed = {name: value for name, value in assignment.items() if name in DERIVED}
        answered.setdefault("start_date", SOME_DAY)
        for name, number in assumed.items():
            for need in DERIVED[name].needs:
                if number is not None and need in SOME_DATES:
                    answered.setdefault(need, SOME_DATES[need])
        return Facts(self.book, self.edition, answered, assumed)

    def allowed(self, assignment: dict[str, Any], conditions: list[Condition]) -> bool:
        facts = self.facts(assignment)
        if not all(facts.holds(each) for each in conditions):
            return False
        return not any(
            facts.holds(refusal["when"]) for question in self.book.questions.values() for refusal in question["refusals"]
        )


def _parts(conditions: list[Condition]) -> list[Condition]:
    parts: list[Condition] = []
    for condition in conditions:
        if condition is not None:
            parts += condition[1] if condition[0] == "all" else [condition]
    return parts


def _found(table: Table, path: tuple[str, ...]) -> bool:
    cells = table.cells
    for key in path:
        if not isinstance(cells, dict) or key not in cells:
            return False
        cells = cells[key]
    return not isinstance(cells, dict)


def _words(name: str, key: str, table: "TableData") -> str:
    return f"{name} の答えがない人" if key == NOTHING else str(table["words"][name].get(key, key))


def _beside(path: tuple[str, ...], table: "TableData") -> Place:
    """Return the place of the last row that shares the most with ``path``: the new one belongs under it."""
    rows = leaves(table["cells"])
    while path and not any(row[: len(path)] == path for row, _ in rows):
        path = path[:-1]
    cell: Cell = next(cell for row, cell in reversed(rows) if row[: len(path)] == path)
    return cell.place
