"""The claims: every kind has a desk, steps and papers with a source; mistakes in them are told; the form is numbered."""

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from guide.examine import examine_guide
from quote_engine.drawing.markup import reference_mark
from site_build import DATA, DOCS
from site_build.guide_pages.certainty import certainty_of
from site_build.guide_pages.claim_pages import claim_papers, claims, papers_of
from site_build.guide_pages.matter_calls import desk_of
from site_build.guide_pages.sheets import checklist
from tests.sources import SOURCES

KINDS = claims(SOURCES)["claims"]
IDS = [claim["id"] for claim in KINDS]
SVG = "{http://www.w3.org/2000/svg}"


def test_the_seven_kinds_stand_there():
    assert IDS == ["car", "injury", "home_fire", "storm", "earthquake", "liability", "belongings"]


@pytest.mark.parametrize("claim", KINDS, ids=IDS)
def test_every_kind_has_desk_steps_papers_and_a_page(claim):
    assert desk_of(SOURCES, claim["matter"])["phone"]
    assert len(claim["steps"]) >= 4
    assert claim["send"]
    assert claim["next"]
    assert claim["mistakes"]
    assert any(paper["need"] == "always" for paper in papers_of(SOURCES, claim))
    assert {paper["source"]["document"] for paper in papers_of(SOURCES, claim)} <= set(SOURCES.book["sources"])
    page = (DOCS / claim["page"]).read_text(encoding="utf-8")
    for part in ("desk", "steps", "papers", "mistakes", "ending"):
        assert f'{{{{ claim_{part}("{claim["id"]}") }}}}' in page


def test_what_nobody_published_is_marked():
    mark = reference_mark("sample")
    for claim in KINDS:
        unpublished = [paper for paper in papers_of(SOURCES, claim) if certainty_of(SOURCES, paper["source"]) == "sample"]
        assert claim_papers(SOURCES, claim["id"]).count(mark) == len(unpublished)


def test_the_checklist_holds_every_paper_once():
    names = re.findall(r'type="checkbox" name="([^"]+)"', checklist(SOURCES))
    assert names == [f"{claim['id']}.{paper['paper']}" for claim in KINDS for need in ("always", "asked")
                     for paper in papers_of(SOURCES, claim) if paper["need"] == need]  # fmt: skip


def test_the_drawn_form_has_a_sentence_for_each_number():
    drawing = ET.parse(DOCS / "assets" / "drawings" / "claim-form.svg")
    ids = {group.get("id") for group in drawing.iter(f"{SVG}g")}
    numbers = [text.text for text in drawing.iter(f"{SVG}text") if text.get("class") == "on"]
    page = (DOCS / "claim" / "form.md").read_text(encoding="utf-8")
    assert numbers == [str(number) for number in range(1, 11)]
    assert page.count("<li><b>") == len(numbers)
    labels = [next(group.iter(f"{SVG}tspan")).text for group in drawing.iter(f"{SVG}g") if group.get("id") != "form-paper"]
    assert re.findall(r"<li><b>(.*?)</b>", page) == labels
    assert len(ids) == len(numbers) + 1


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("matter: home_damage", "matter: home_damages", "「home_damages」という用件はありません。"),
        ("{paper: settlement,", "{paper: settlment,", "「settlment」という書類はありません。"),
        ("page: claim/storm.md", "page: claim/strom.md", "docs/claim/strom.md というページはありません。"),
        ("limitation: claim_limitation", "limitation: claim_limit", "「claim_limit」という事実はありません。"),
        ("{wind_flood_loss_over}を", "{wind_loss}を", "「wind_loss」という事実はありません。"),
        ("id: injury", "id: car", "請求の種類「car」が2回書かれています。"),
        ("need: asked", "need: ask", "ask"),
        ("papers:\n  home_form:", "papers:\n  extra: {label: 控え, from: 自分, source: {document: sample}}\n  home_form:", "書類「extra」は、どの請求でも使われていません。"),
    ],
)
def test_mistakes_are_told(tmp_path, right, wrong, told):
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    (tmp_path / "docs").symlink_to(DOCS)
    file = data / "guide" / "claims.yml"
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    _, problems = examine_guide(data)
    assert any(told in problem.message for problem in problems), problems
    assert all(problem.place.file == "guide/claims.yml" for problem in problems)
