"""Addresses that open a calculator with answers set: the # of the price and payout pages, and what follows it."""

from collections.abc import Mapping
from typing import Any

from quote_engine.premium.answers import read_answers
from quote_engine.values.links import fragment
from site_build import BuildError
from site_build.sources import Sources

FIRST = {"vehicle_type": (), "grade": ("prior_contract", "accident_years"), "birth_date": ("age_condition",)}
"""The three first answers of the price page, each with what belongs to it; the page tells its script (``first``)."""


def quote_fragment(sources: Sources, answers: Mapping[str, Any]) -> str:
    """The answers for the price page; raises ``BuildError`` where one does not exist.

    The first three answers that are not given are the sample's, and marked so: without them the price would be
    that of a beginner of any age.
    """
    values = _read(answers, {question["id"]: question for question in sources.book["questions"]})
    sample = sources.book["examples"][0]["answers"]
    stand_in = {}
    for first, tied in FIRST.items():
        if first == "grade" and _has_no_grade(sources, values):
            continue
        stand_in.update({id_: sample[id_] for id_ in (first, *tied) if id_ in sample and id_ not in values})
    marked = [id_ for id_ in FIRST if id_ in stand_in]
    return fragment({**values, **stand_in, **({"sample": ",".join(marked)} if marked else {})})


def payout_fragment(sources: Sources, answers: Mapping[str, Any]) -> str:
    """The answers for the payout page, ``accident`` among them; raises ``BuildError`` where one does not exist."""
    questions = {question["id"]: question for question in sources.book["questions"]}
    return fragment(_read(answers, questions | sources.book["accidents"]["questions"]))


def _has_no_grade(sources: Sources, values: Mapping[str, Any]) -> bool:
    """Tell whether the answers leave no room for a grade: a moped, or a first or second car, whose grade the rules give."""
    ungraded = [vehicle["id"] for vehicle in sources.book["vehicles"] if not vehicle["traits"]["graded"]]
    return values.get("vehicle_type") in ungraded or values.get("prior_contract") is False or values.get("second_car") is True


def _read(answers: Mapping[str, Any], questions: Mapping[str, Any]) -> dict[str, Any]:
    values, problems = read_answers(dict(answers), questions)
    if problems:
        raise BuildError(" ".join(f"{each['field']}: {each['message']}" for each in problems))
    return dict(values)
