"""The guide's tables about price say what the engine's data say; the worked example is an outlook of the engine."""

import re
from pathlib import Path

import pytest

from quote_engine.outlook import outlook
from site_build.guide_tables import (
    cars,
    compulsory,
    discounts,
    drivers,
    grade_example,
    grades,
    overlap,
    premium,
    services,
)
from site_build.guide_tables.quotes import example_with
from tests.sources import SOURCES
from tests.unmarked import unmarked

PAGES = Path(__file__).parents[2] / "docs" / "guide"


@pytest.fixture(scope="module")
def edition():
    return SOURCES.book["editions"][-1]


def cells(table):
    """The words of each row of a table, tags taken away."""
    rows = re.findall(r"<tr.*?</tr>", table)
    return [[re.sub(r"<[^>]+>", "", unmarked(cell)) for cell in re.findall(r"<t[hd]\b.*?</t[hd]>", row)] for row in rows]


def test_every_table_has_caption_heads_and_roles():
    makers = (
        discounts.discounts_table, grades.grades_table, grades.accident_kinds_table, grades.grade_events_table, grades.own_car_events_table,
        grade_example.worked_example_table, drivers.driver_matrix, drivers.age_conditions_table, drivers.child_conditions_table,
        cars.cars_table, cars.car_covers_table, premium.premium_table, premium.premium_lines_table, overlap.overlap_table,
        compulsory.compulsory_table, compulsory.disability_table, compulsory.reductions_table, compulsory.compulsory_example,
        services.road_service_table,
    )  # fmt: skip
    for table in [maker(SOURCES) for maker in makers] + [discounts.discount_rates(SOURCES, "new_car")]:
        assert table.count("<caption>") == 1
        assert 'scope="col"' in table
        assert table.count('scope="row"') == table.count("<tr") - 1


def test_the_grade_table_is_the_editions(edition):
    printed = cells(grades.grades_table(SOURCES))[1:]
    data = edition["tables"]["grades"]["cells"]
    assert len(printed) == sum(1 + ("first_contract" in row) for row in data.values()) == 27
    signed = lambda words: int(re.match(r"\d+", words)[0]) * (-1 if words.endswith("引き") else 1)  # noqa: E731
    for name, free, accident in printed:
        grade = name.partition("等級")[0]
        column = "first_contract" if "はじめて" in name else "accident_free"
        assert signed(free) == int(data[grade][column][0])
        expected = data[grade].get("with_accident") if column == "accident_free" else None
        assert (signed(accident) == int(expected[0])) if expected else "ありません" in accident


def test_each_grade_leads_to_its_price():
    links = re.findall(r'href="\.\./\.\./quote/#([^"]+)"', grades.grades_table(SOURCES))
    assert "None" not in "".join(links)
    found = {found[1] for link in links if (found := re.search(r";grade=([\d-]+)", link))}
    assert found == set(SOURCES.book["editions"][-1]["renewal"]["ladder"])


def test_every_discount_stands_on_the_page_with_a_section_and_a_button(edition):
    text = (PAGES / "discounts.md").read_text(encoding="utf-8")
    overview = discounts.discounts_table(SOURCES)
    for discount in edition["discounts"]:
        anchor = discount["id"].replace("_", "-")
        assert f"{{ #{anchor} }}" in text
        assert f'discount_button("{discount["id"]}")' in text
        assert f'href="#{anchor}"' in overview


@pytest.mark.parametrize("id_", [each["id"] for each in SOURCES.book["editions"][-1]["discounts"]])
def test_a_buttons_answers_bring_the_discount(id_, edition):
    quote = example_with(SOURCES, **discounts.answers_for(SOURCES, id_))
    taken = {line["coverage"]: step["percent"] for line in quote["lines"] for step in line["steps"] if step.get("discount") == id_}
    discount = next(each for each in edition["discounts"] if each["id"] == id_)
    assert taken
    assert set(taken) <= set(discount["coverages"])
    assert set(taken.values()) <= set(re.findall(r"'(\d+)'", str(edition["tables"][f"discount.{id_}"]["cells"])))
    assert discounts.saving(SOURCES, id_) < 0


def test_discounts_multiply():
    last = cells(discounts.discounts_together(SOURCES, "aeb", "couple"))[-1]
    assert last == ["あわせて", "16.28％引き", "100 → 83.72"]


def test_the_aeb_discount_ends_with_its_december():
    assert discounts.aeb_until(SOURCES, "2025-06") == "2028年12月31日"
    assert discounts.aeb_until(SOURCES, "2026-02") == "2028年12月31日"
    assert discounts.aeb_until(SOURCES, "2026-04") == "2029年12月31日"


def test_the_worked_example_is_the_pamphlets():
    """13等級, one accident of three grades, three years without: the grades and rates that were published."""
    with_, without = grade_example.worked_example(SOURCES)
    assert [(row["grade"], row["accident_years"], row["rate_percent"]) for row in with_] == [
        ("13", 0, -52), ("10", 3, -26), ("11", 2, -28), ("12", 1, -29), ("13", 0, -52),
    ]  # fmt: skip
    assert [row["grade"] for row in without] == ["13", "14", "15", "16", "17"]


def test_the_worked_example_equals_an_outlook_of_the_engine():
    with_, without = grade_example.worked_example(SOURCES)
    start = with_[0]["start_date"]
    raw = {**SOURCES.example_answers, "prior_contract": True, "grade": "13", "start_date": start, "application_date": SOURCES.days["application_date"], "years": 4}

    for rows, accidents in ((with_, [{"year": 1, "kind": "three_down"}]), (without, [])):
        expected = outlook.outlook(SOURCES.desk.book, {**raw, "accidents": accidents})["years"]
        assert rows == expected
    printed = cells(grade_example.worked_example_table(SOURCES))[1:]
    assert [row[1] for row in printed] == [f"{row['grade']}等級" for row in with_]
    assert [row[5].split("円")[0] for row in printed] == [f"{row['annual']:,}" for row in with_]


def test_the_drivers_are_the_published_matrix():
    """Pamphlet p.10 and p.23: family, other children and friends, with and without the couple's limit."""
    printed = {row[0].partition("契約の主")[0].partition("子のほか")[0].partition("家族の仕事")[0]: row[1:] for row in cells(drivers.driver_matrix(SOURCES))[1:]}
    yes, no = "○ 補償する", "× 補償しない"
    for who in ("本人", "配偶者"):
        assert printed[who] == [yes, yes, "かかる", "付けられない"]
    for who in ("同居の子", "同居の子の配偶者", "別居の未婚の子"):
        assert printed[who] == [yes, no, "かかる", "付けられる"]
    assert printed["同居の親族"] == [yes, no, "かかる", "付けられない"]
    assert printed["仕事で使っている人"] == [yes, no, "かかる", "付けられない"]
    for who in ("別居の既婚の子", "友人・知人"):
        assert printed[who] == [yes, no, "かからない", "付けられない"]


def test_the_child_rider_goes_with_older_conditions_only():
    printed = {row[0]: row[1] for row in cells(drivers.child_conditions_table(SOURCES))[1:]}
    assert printed == {
        "子は年齢を問わず": "21歳以上補償、26歳以上補償、35歳以上補償",
        "子は21歳以上": "26歳以上補償、35歳以上補償",
        "子は26歳以上": "35歳以上補償",
    }


def test_every_kind_of_car_and_every_refusal_stands_on_the_page():
    table, refused = cars.cars_table(SOURCES), cars.refused_cars(SOURCES)
    for vehicle in SOURCES.book["vehicles"]:
        assert f"vehicle_type={vehicle['id']}" in table
    for rule in SOURCES.book["eligibility"]:
        assert rule["message"] in refused


def test_covers_go_with_the_cars_of_the_pamphlet():
    carried = cars.carried(SOURCES)
    two_wheels = {"motorcycle", "moped"}
    assert not two_wheels & set(carried["own_damage"])
    assert "camper" not in carried["own_damage"]
    assert two_wheels <= set(carried["legal_expenses"])
    assert set(carried["my_bike"]) == {vehicle["id"] for vehicle in SOURCES.book["vehicles"]} - two_wheels


def test_the_stages_end_with_the_premium():
    quote = example_with(SOURCES)
    stages = premium.premium_stages(SOURCES)
    assert stages[-1].total == quote["annual"]
    assert stages[0].label == premium.START
    assert f"{quote['annual']:,}" in premium.premium_lines_table(SOURCES)


def test_the_compulsory_tables_are_the_engines(edition):
    scale = edition["payouts"]["scales"]["compulsory_disability"]["grades"]
    printed = cells(compulsory.disability_table(SOURCES))[1:]
    assert [(row[0], row[1]) for row in printed] == [(f"第{grade}級", f"{int(amount) // 10_000:,}万円") for grade, amount in scale.items()]
    parts = {row[0]: int(row[1].rstrip("円").replace(",", "")) for row in cells(compulsory.compulsory_example(SOURCES))[1:]}
    whole = parts.pop("相手のけがの損害")
    assert sum(parts.values()) == whole
    assert parts["自賠責"] == edition["payouts"]["figures"]["compulsory_injury"]["value"]


def test_road_service_says_the_engines_limits(edition):
    text = str(services.road_service_table(SOURCES))
    figures = edition["payouts"]["figures"]
    for id_, unit in (("tow_km", "km"), ("roadside_minutes", "分"), ("fuel_litres", "L"), ("fuel_times", "回")):
        assert f"{figures[id_]['value']}{unit}" in text
