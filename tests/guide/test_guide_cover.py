"""The pages on cover: their tables hold what the calculator knows, and every printed figure has its origin."""

import re
from pathlib import Path

import pytest

from quote_engine.premium.quote import appraise
from site_build.guide_tables import covers, exclusions, own_car, riders, stories, words_table
from tests.sources import SOURCES
from tests.unmarked import unmarked

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = ("index", "reasons", "sets", "injury", "liability", "own-car", "motorcycle", "riders", "exclusions")
ROW = re.compile(r"<tr.*?</tr>")
TAG = re.compile(r"<[^>]+>")


def rows(html):
    """The words of every row below the head."""
    return [TAG.sub(" ", row) for row in ROW.findall(html)][1:]


def labels(html):
    return [unmarked(re.search(r'<th scope="row"[^>]*>(.*?)</th>', row)[1]) for row in ROW.findall(html)[1:]]


def pages():
    return "".join((DOCS / "guide" / f"{name}.md").read_text(encoding="utf-8") for name in PAGES)


def test_every_coverage_of_the_edition_stands_in_a_table():
    tables = covers.basic_covers(SOURCES) + covers.automatic_covers(SOURCES) + riders.optional_riders(SOURCES) + riders.attached_riders(SOURCES)
    named = {"bodily_injury_liability", "property_damage_liability", "personal_injury", "own_damage"}
    for coverage in SOURCES.edition["coverages"]:
        assert coverage["id"] in named or coverage["label"] in tables, coverage["id"]
    assert len(rows(covers.automatic_covers(SOURCES))) == sum(coverage["automatic"] for coverage in SOURCES.edition["coverages"])
    assert labels(riders.optional_riders(SOURCES)) == [coverage["label"] for coverage in SOURCES.edition["coverages"] if coverage["rider"]]


def test_every_type_and_accident_stands_in_the_own_car_table():
    html = own_car.own_car_types(SOURCES)
    kinds = {id_: kind for id_, kind in SOURCES.book["accidents"]["kinds"].items() if kind["scene"] in own_car.SCENES}
    found = rows(html)
    assert len(found) == len(kinds) + 1  # the last row leads to the prices
    for row in found[:-1]:
        kind = next(kind for kind in kinds.values() if f" {kind['label']} " in row)
        assert row.count("○") == len(kind["own_damage"])
        assert row.count("×") == 3 - len(kind["own_damage"])


def test_general_cover_alone_pays_for_what_is_no_car():
    """The scanned table is misread easily: an object, a bicycle and a hit-and-run are paid by 一般補償 alone."""
    kinds = SOURCES.book["accidents"]["kinds"]
    for id_ in ("object_collision", "bicycle_collision", "hit_and_run"):
        assert kinds[id_]["own_damage"] == ["general"]
    assert kinds["earthquake"]["own_damage"] == []


def test_deductible_is_reduced_by_what_the_other_side_pays():
    found = {row.split(" 円")[0].strip(): re.findall(r"[\d,]+万?円|0円", row) for row in rows(own_car.deductible_examples(SOURCES, 600_000, 90, 80))}
    alone, nine, eight, total = found.values()
    assert alone == ["0円", "50万円", "10万円"]
    assert nine == ["6万円", "50万円", "4万円"]
    assert eight == ["12万円", "48万円", "0円"]
    assert total == ["0円", "60万円", "0円"]


@pytest.mark.parametrize("rider", [coverage["id"] for coverage in SOURCES.edition["coverages"] if coverage["rider"]])
def test_what_is_lost_without_a_rider_is_said(rider):
    assert covers.without(SOURCES, rider).endswith("。")


@pytest.mark.parametrize("id_", ["personal_injury", "own_damage"])
def test_what_is_lost_without_a_cover_is_said(id_):
    assert covers.without(SOURCES, id_).endswith("。")
    assert covers.without(SOURCES, "bodily_injury_liability") == covers.KEPT


@pytest.mark.parametrize("id_", ["own_damage_deductible", "property_deductible", "personal_injury", "personal_injury_scope", "passenger_injury_scope"])
def test_every_choice_says_what_it_does(id_):
    found = rows(covers.choices(SOURCES, id_))
    assert len(found) == len(SOURCES.question(id_)["choices"])
    for row in found:
        assert "。" in row, row


def test_the_worked_example_is_the_pamphlets():
    found = stories.story(SOURCES, "pamphlet_40_60")
    for amount in ("3,000万円", "2,000万円", "500万円"):
        assert amount in found


def test_vehicles_are_grouped_by_what_they_carry():
    html = riders.riders_by_vehicle(SOURCES)
    for vehicle in SOURCES.book["vehicles"]:
        assert html.count(f"<li>{vehicle['label']}</li>") == 1
    motorcycle = next(row for row in rows(html) if "二輪自動車" in row)
    assert "マイバイク" in motorcycle.partition("自転車賠償責任補償")[2]


def test_court_cases_have_amounts_and_sources():
    kinds = SOURCES.guide.file("court_cases.yml")["kinds"]
    assert set(kinds) == {"people", "property", "bicycle"}
    for name, kind in kinds.items():
        assert kind["source"]["page"]
        assert "万円" in stories.court_cases(SOURCES, name)


def test_exclusions_are_named_after_coverages():
    known = {coverage["id"] for coverage in SOURCES.edition["coverages"]}
    given = SOURCES.guide.file("exclusions.yml")["exclusions"]
    assert set(given) - known == {"common", "drivers", "money"}
    assert {"bodily_injury_liability", "property_damage_liability", "personal_injury", "own_damage"} <= set(given)
    html = exclusions.exclusions(SOURCES)
    for each in given.values():
        assert all(case in html for case in each["cases"])


def test_answers_of_attached_riders_are_answers():
    """A rider's link keeps its answers: the calculator drops none of them."""
    for id_, rider in SOURCES.guide.file("riders.yml")["riders"].items():
        quote = appraise(SOURCES.desk.book, {**SOURCES.example_answers, **rider["answers"], **SOURCES.days}).quote
        assert not quote["problems"], id_
        for name, value in rider["answers"].items():
            assert str(quote["answers"][name]) == str(value), (id_, name)


def test_links_of_a_set_hold_nothing_that_the_vehicle_cannot_carry():
    links = re.findall(r'href="[^"]*quote/#([^"]*)"', covers.sets_by_vehicle(SOURCES) + covers.cover_set(SOURCES, "simple", "motorcycle", "値段"))
    assert len(links) == len(SOURCES.book["vehicles"]) + 1
    for link in links:
        answers = dict(pair.split("=") for pair in link.replace("&amp;", "&").split("&"))
        quote = appraise(SOURCES.desk.book, {**answers, **SOURCES.days}).quote
        assert quote["status"] == "quoted", link
        assert not [note for note in quote["notes"] if "外し" in note["message"]], link


def test_tables_of_words_are_whole():
    for name, table in SOURCES.guide.file("tables.yml")["tables"].items():
        assert {len(row) for row in table["rows"]} == {len(table["heads"])}, name
        assert "<caption>" in words_table.words_table(SOURCES, name)


def test_every_fact_of_these_pages_is_drawn():
    root = DOCS.parent
    text = "".join(path.read_text(encoding="utf-8") for path in [*DOCS.rglob("*.md"), *(root / "data" / "guide").rglob("*.yml")])
    used = set(re.findall(r'fact\("(\w+)"', text)) | set(re.findall(r"\{(\w+)\}", text))
    own = SOURCES.guide.file("facts/cover.yml")["facts"]
    assert set(own) <= set(SOURCES.guide.facts)
    assert not set(own) - used


@pytest.mark.parametrize("name", PAGES)
def test_every_page_says_where_it_comes_from(name):
    text = (DOCS / "guide" / f"{name}.md").read_text(encoding="utf-8")
    front = text.split("---")[1]
    for key in ("title", "description", "yomi", "checked", "sources"):
        assert f"\n{key}:" in front
    assert "{: .lead }" in text
    assert "try_quote" in text or any(macro in text for macro in ("cover_set(", "rider_button(", "choices(", "exclusions("))


def test_each_drawing_has_words():
    for found in re.findall(r'drawing\("([\w-]+)"(?:, "([^"]*)")?\)', pages()):
        assert found[1], found[0]
