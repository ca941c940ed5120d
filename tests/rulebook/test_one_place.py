"""Kinds of steps, covers that pay and traits of vehicles each stand in one table; declaration, check and engine read it."""

import shutil

import pytest

from quote_engine.payout.covers import ANSWERS_IN, COVERS, SCENES, concerned_in
from quote_engine.payout.payout import payout
from quote_engine.premium.steps import PLANNED, STEP_KINDS
from rulebook.binder import examine
from rulebook.declared.parts import STEP
from rulebook.declared.payouts import ACCIDENT_KIND
from rulebook.declared.traits import TRAITS
from tests.data.mistakes import PLAN

CONTRACT = {"start_date": "2026-12-15", "vehicle_type": "passenger"}


@pytest.fixture
def plan(tmp_path):
    return shutil.copytree(PLAN, tmp_path / "data")


def test_the_plan_may_hold_every_kind_of_step_that_the_engine_has():
    options = STEP.keys["kind"].shape.words
    assert tuple(options) == tuple(PLANNED)
    assert {step.kind for step in PLANNED.values()} == set(STEP_KINDS)
    assert all(f"{written} は{step.told}" in STEP.keys["kind"].help for written, step in PLANNED.items())


@pytest.mark.parametrize("written", PLANNED)
def test_a_step_without_what_its_kind_needs_is_told(written, plan):
    file = plan / "editions" / "2020-04-01" / "plan.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count("steps:\n") == 1
    file.write_text(text.replace("steps:\n", f"steps:\n  - {{kind: {written}}}\n"), encoding="utf-8")
    said = [problem.message for problem in examine(plan)[1]]
    for need in PLANNED[written].needs:
        assert f"手順「{written}」に {need} がありません。" in said


def test_every_cover_that_pays_is_settled_in_every_accident(book):
    for kind in book.data["accidents"]["kinds"]:
        found = payout(book, {**CONTRACT, "accident": kind})
        told = {each["coverage"] for each in [*found["payments"], *found["not_covered"]]}
        assert set(COVERS) <= told


def test_every_cover_has_its_figures_and_its_place_on_a_slip(book):
    for edition in book.editions:
        assert set(COVERS) == set(edition.data["payouts"]["grade_events"])
        assert set(COVERS) <= {coverage["id"] for coverage in edition.coverages}


def test_a_scene_is_declared_and_known_to_a_cover():
    assert tuple(ACCIDENT_KIND.keys["scene"].shape.words) == SCENES
    assert {scene for cover in COVERS.values() for scene in cover.scenes} == set(SCENES)
    assert all(cover in concerned_in(scene) for scene, cover in ANSWERS_IN.items())


def test_a_vehicle_brings_every_trait_and_no_value_that_is_not_declared(book):
    for vehicle in book.vehicles.values():
        assert list(vehicle["traits"]) == list(TRAITS)
        for name, trait in TRAITS.items():
            assert trait.values is None or vehicle["traits"][name] in trait.values
            assert not trait.words or vehicle["traits"][name] in {*trait.words, "none"}
