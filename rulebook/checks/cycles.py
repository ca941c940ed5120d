"""Circles: answers that wait for each other. The engine settles an answer when it is first asked for;
a limit or default that looks at itself, through however many others, would never end.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from quote_engine.premium.facts import DERIVED, MODEL_FITS
from quote_engine.premium.needs import Look, group_looks, made_from, question_looks
from quote_engine.values.conditions import facts_of
from rulebook.checks.told import Told
from rulebook.declared.traits import TRAITS
from rulebook.library import EditionFiles, Library
from rulebook.shapes.conditions import Written
from rulebook.shapes.shape import Fields
from rulebook.sheets.problem import Place, Report

Edge = tuple[Place, Written | None]
Edges = dict[str, dict[str, Edge]]
NOWHERE: Edge = (Place("", 0, 0), None)
"""An edge of the engine itself: no editor wrote it."""


def check_cycles(library: Library, told: Told, report: Report) -> None:
    """Report each circle once, at a condition that an editor can change."""
    for edition in library.editions:
        edges = _edges(library, edition, told)
        done: set[str] = set()
        for name in edges:
            _follow(name, [], edges, done, told, report)


def _follow(name: str, path: list[str], edges: Edges, done: set[str], told: Told, report: Report) -> None:
    if name in path:
        circle = [*path[path.index(name) :], name]
        written = [edges[one][other] for one, other in pairwise(circle)]
        place, condition = min((edge for edge in written if edge is not NOWHERE), key=lambda edge: edge[0])
        if len(circle) == 2:
            message = f"「{name}」の条件が、「{name}」自身の答えを見ています。"
        else:
            message = f"答えが決まりません。{' → '.join(circle)} と、条件がひと回りしています。"
        report.add(place, message, "条件をどれか1つ外すか、answered（見る人の答えそのもの）に変えてください。")
        if condition is not None:
            # The proof cuts here, and so comes to an end.
            told.add(condition)
    elif name not in done:
        for other in edges.get(name, {}):
            _follow(other, [*path, name], edges, done, told, report)
        done.add(name)


def _edges(library: Library, edition: EditionFiles, told: Told) -> Edges:
    """Return what each fact looks at before it has a value, and where that is written."""
    edges: Edges = {name: dict.fromkeys(made_from(name), NOWHERE) for name in [*DERIVED, *TRAITS, MODEL_FITS]}
    for id_, question in library.files["questions.yml"]["questions"].items():
        edges[id_] = _edges_of(question_looks(question, question["limits"]), told)
    for id_, rider in edition.files["riders.yml"]["riders"].items():
        for need in told.left(rider["requires"]):
            edges.setdefault(id_, {}).update(_looks_at(need["when"], told))
    for id_, group in edition.files["groups.yml"]["groups"].items():
        edges[id_] = _edges_of(group_looks(group), told)
    return edges


def _edges_of(looks: Iterable[Look], told: Told) -> dict[str, Edge]:
    """Return by fact where a look at it is written: in a condition, or as the value of a key."""
    found: dict[str, Edge] = {}
    for rule, key, needs in looks:
        if rule in told:
            continue
        if key == "when":
            found |= _looks_at(rule["when"], told)
        elif isinstance(rule, Fields):
            found |= {name: (rule.at(key), None) for name in needs.facts}
    return found


def _looks_at(condition: Any, told: Told) -> dict[str, Edge]:
    settled = facts_of(condition) if isinstance(condition, Written) and condition not in told else set()
    return {name: (place, condition) for name, place in condition.facts if name in settled} if settled else {}
