"""Whom to call for what stands once: no page of the guide names a desk by itself where a matter decides it."""

import re
import shutil
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from guide.examine import examine_guide
from guide.hours import tel_address
from site_build import DATA, DOCS
from site_build.guide_pages.finder_page import desks_of, finder_pages
from site_build.guide_pages.finder_tree import stops
from site_build.guide_pages.matter_calls import MACROS, PAGE_MACROS, desk_of
from tests.sources import SOURCES

MATTERS = SOURCES.guide.file("matters.yml")["matters"]
BY_MATTER = [*sorted((DOCS / "claim").glob("*.md")), *sorted((DOCS / "easy").glob("*.md")), *sorted((DOCS / "en").glob("*.md")), DOCS / "mypage" / "claim-online.md"]
"""Pages on which people look for whom to call."""
SHARED = {"contract", "accident_advice", "complaint"}
"""Matters whose desk also answers in general, so that a sentence may name it: 「わからなければ電話で」."""
GENERAL = {MATTERS[id_]["desk"] for id_ in SHARED}
NAMED = re.compile(r"\{\{ ?(phone|number|desks|big_call|paid_number)\(([^)]*)\)")
WAYS = {
    "ask/car/car-accident.md": "car_accident",
    "ask/car/road.md": "car_broken_down",
    "ask/weather/home-storm.md": "home_damage",
    "ask/liability/personal-liability.md": "daily_liability",
    "ask/liability/bicycle-liability.md": "bicycle_rider",
    "ask/liability/child-liability.md": "child_liability",
    "ask/belongings/carried.md": "carried_belongings",
    "ask/belongings/car-belongings.md": "car_belongings",
    "ask/illness/sickness.md": "illness",
    "ask/third-party/traffic-bodies.md": "traffic_dispute",
}
"""Ends of the finder and the matter that other pages call the same."""


def macros(**head):
    """What a page with this head may call."""
    page = SimpleNamespace(meta=head)
    own = {macro.__name__: partial(macro, SOURCES) for macro in MACROS}
    return own | {macro.__name__: partial(macro, SOURCES, page) for macro in PAGE_MACROS}


@pytest.mark.parametrize("path", BY_MATTER, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_page_names_a_desk_that_a_matter_decides(path):
    text = path.read_text(encoding="utf-8")
    named = {desk for _, desks in NAMED.findall(text) for desk in re.findall(r'"(\w+)"', desks)}
    assert named <= GENERAL


@pytest.mark.parametrize(("file", "matter"), WAYS.items())
def test_the_finder_ends_at_the_desk_of_the_matter(file, matter):
    finder = SOURCES.guide.file("finder.yml")
    stop = next(stop for stop in stops(finder) if stop.file == file)
    assert desks_of(SOURCES, finder["results"][stop.id])[0] == MATTERS[matter]["desk"]
    assert tel_address(desk_of(SOURCES, matter)["phone"]) in finder_pages(SOURCES, finder)[file]


def test_one_matter_has_one_number_in_every_language():
    for matter, found in MATTERS.items():
        number = SOURCES.guide.contacts[found["desk"]]["phone"]
        spoken = [macros(), *([macros(ruby=True), macros(lang="en")] if found["easy"] and found["english"] else [])]
        assert all(number in each["call_for"](matter) for each in spoken)
        assert all(number in each["calls"](matter) for each in spoken)


def test_a_desk_that_nobody_published_is_marked():
    assert "参考" in macros()["call_for"]("bicycle_rider")
    assert "参考" not in macros()["call_for"]("car_accident")


def test_hours_stand_in_the_language_of_the_page():
    table = macros(lang="en")["calls_in_hours"]("contract")
    assert "Monday to Friday" in table
    assert "9:00〜19:00" in table
    assert "Sunday and public holidays, New Year holidays" in table
    assert not re.search(r"[ぁ-んァ-ン]", table)
    assert "月《げつ》〜金《きん》" in macros(ruby=True)["calls_in_hours"]("contract")


def test_the_road_number_can_be_pressed():
    assert 'href="tel:%239910"' in macros()["emergency"]("road")


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("desk: road_service", "desk: road_servce", "「road_servce」という窓口はありません。"),
        ('number: "119"', "number: 119番", "「119番」は短い番号として読めません。"),
        ("document: road_dial", "document: road_dail", "「road_dail」という文書はありません。"),
    ],
)
def test_mistakes_are_told(tmp_path, right, wrong, told):
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    path = data / "guide" / "matters.yml"
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    assert told in [problem.message for problem in examine_guide(data)[1]]
