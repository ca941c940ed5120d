"""The named cases of data/cases: each comes out to the yen, and together they leave nothing of the data untried."""

from pathlib import Path

import pytest
import yaml

from quote_engine import load_book
from quote_engine.premium.announced import REVISED
from quote_engine.premium.quote import appraise, in_force
from quote_engine.premium.table import key_of

ROOT = Path(__file__).resolve().parents[2]
FEWEST = 60


def read_cases():
    for path in sorted((ROOT / "data" / "cases").glob("*.yml")):
        for name, case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)["cases"].items():
            if "expect" in case:
                yield f"{path.stem}.{name}", case


CASES = dict(read_cases())


@pytest.fixture(scope="module")
def book():
    return load_book(str(ROOT / "data"))


@pytest.fixture(scope="module")
def appraisals(book):
    return {name: appraise(book, case["answers"]) for name, case in CASES.items()}


@pytest.mark.parametrize("name", CASES)
def test_case(appraisals, name):
    case, quote = CASES[name], appraisals[name].quote
    expect = case["expect"]
    lines = {line["coverage"]: line["annual"] for line in quote["lines"]}
    unsaid = {line["coverage"] for line in quote["lines"] if line["automatic"] and line["annual"] == 0}
    assert {
        "status": quote["status"],
        "annual": str(quote.get("annual")),
        "monthly": str(quote.get("monthly")),
        "lines": {cover: str(yen) for cover, yen in lines.items() if cover not in unsaid or cover in expect.get("lines", {})},
        "notes": sorted(note["id"] for note in quote["notes"] if note["id"] != REVISED),
        "declined": [found["rule"] for found in quote["declined"]],
        "problems": sorted(found["field"] for found in quote["problems"]),
    } == {
        "status": expect["status"],
        "annual": expect.get("annual", "None"),
        "monthly": expect.get("monthly", "None"),
        "lines": expect.get("lines", {}),
        "notes": sorted(expect.get("notes", [])),
        "declined": expect.get("declined", []),
        "problems": sorted(expect.get("problems", [])),
    }, case["why"]


def test_there_are_enough_cases():
    assert len(CASES) >= FEWEST


def test_every_case_says_why_in_japanese():
    mute = [name for name, case in CASES.items() if not any("ぁ" <= letter <= "龯" for letter in case["why"])]
    assert not mute


def test_a_quoted_case_names_every_premium_to_the_yen():
    for name, case in CASES.items():
        expect = case["expect"]
        if expect["status"] == "quoted":
            assert int(expect["annual"]) == sum(map(int, expect["lines"].values())), name
            assert expect["monthly"].isdecimal(), name
        else:
            assert not expect.keys() & {"annual", "monthly", "lines"}, name


# What the data hold, and what the cases try of it. A later edition has to be tried where it differs from the one before.


def anew(book, parts):
    """Yield (edition's id, name) of what each edition has that the one before has not, or not so; ``parts`` tells name and content."""
    before = {}
    for edition in book.editions:
        now = dict(parts(edition))
        yield from ((edition.id, name) for name, content in now.items() if before.get(name) != content)
        before = now


def missing(found, wanted):
    """A sentence that lists what no case tries; empty when nothing is missing."""
    left = sorted(map(str, set(wanted) - set(found)))
    return f"no case in data/cases tries {len(left)}: {', '.join(left)}" if left else ""


def cells_of(table):
    """Every cell of a table, as its keys joined, with its text."""

    def walk(cells, keys):
        if isinstance(cells, dict):
            for key, inner in cells.items():
                yield from walk(inner, (*keys, key))
        else:
            yield "/".join((table["id"], *keys)), cells[0]

    return walk(table["cells"], ())


def test_every_cell_of_every_table_is_tried(book, appraisals):
    found = set()
    for quote, facts, _ in appraisals.values():
        if quote["status"] != "quoted":
            continue
        edition = book.edition_on(facts["start_date"])
        for coverage in in_force(edition, facts):
            for step in edition.steps[coverage["id"]]:
                if step.table and facts.holds(step.when):
                    keys = [key_of(facts[name]) for name in step.table.by]
                    found.add((edition.id, "/".join((step.spec["table"], *keys))))
    wanted = set(anew(book, lambda edition: [cell for table in edition.data["tables"].values() for cell in cells_of(table)]))
    assert not missing(found, wanted), missing(found, wanted)


def test_every_band_and_case_of_every_group_is_tried(book, appraisals):
    def groups(edition):
        return [((name, each["id"]), each) for name, group in edition.groups.items() for each in group["bands"] or group["cases"]]

    wanted = {(edition, *name) for edition, name in anew(book, groups)}
    found = {
        (quote["edition"], name, facts[name])
        for quote, facts, _ in appraisals.values()
        if quote["status"] == "quoted"
        for name in book.edition_on(facts["start_date"]).groups
    }
    assert not missing(found, wanted), missing(found, wanted)


def test_every_coverage_and_rider_stands_on_some_slip(book, appraisals):
    wanted = set(anew(book, lambda edition: [(coverage["id"], coverage["when"]) for coverage in edition.coverages]))
    found = {(quote["edition"], line["coverage"]) for quote, _, _ in appraisals.values() for line in quote["lines"]}
    assert not missing(found, wanted), missing(found, wanted)


def test_every_discount_lowers_every_cover_it_may(book, appraisals):
    def discounts(edition):
        for discount in edition.data["discounts"]:
            percent = list(cells_of(edition.data["tables"][f"discount.{discount['id']}"]))
            said = (discount["stage"], discount["claimed"], [need["when"] for need in discount["requires"]], percent)
            yield from (((discount["id"], cover), said) for cover in discount["coverages"])

    wanted = {(edition, *name) for edition, name in anew(book, discounts)}
    found = {
        (quote["edition"], step["discount"], line["coverage"])
        for quote, _, _ in appraisals.values()
        for line in quote["lines"]
        for step in line["steps"]
        if step["kind"] == "discount"
    }
    # Which covers a discount reaches is one rule for all of them; each of the two kinds is enough.
    kinds = {
        (edition.id, cover): "vehicle" if cover in edition.data["coverage_sets"].get("vehicle", []) else "people"
        for edition in book.editions
        for cover in edition.data["coverage_sets"]["all"]
    }
    wanted = {(edition, discount, kinds[edition, cover]) for edition, discount, cover in wanted}
    found = {(edition, discount, kinds[edition, cover]) for edition, discount, cover in found}
    assert not missing(found, wanted), missing(found, wanted)


def test_every_message_of_the_data_is_tried(book, appraisals):
    """Each limit, default with a note, warning, refusal, condition of a discount and of a rider says its sentence."""
    wanted = set()
    for question in book.questions.values():
        for rules, word in (("limits", "otherwise"), ("refusals", "message"), ("warnings", "message"), ("default", "note")):
            wanted |= {(question["id"], rule[word]) for rule in question[rules] if rule[word]}
    for edition in book.editions:
        wanted |= {(name, rule["otherwise"]) for name, rules in edition.limits.items() for rule in rules}
        for discount in edition.data["discounts"]:
            label = f"{discount['label']}は使えません。"
            wanted |= {(discount["field"], label + need["otherwise"]) for need in discount["requires"] if discount["claimed"]}
    found = {
        (each["field"], each["message"])
        for quote, _, _ in appraisals.values()
        for each in quote["notes"] + quote["problems"]
    }
    assert not missing(found, wanted), missing(found, wanted)


def test_every_reason_to_decline_is_tried_alone(book, appraisals):
    found = {quote["declined"][0]["rule"] for quote, _, _ in appraisals.values() if len(quote["declined"]) == 1}
    wanted = {rule["id"] for rule in book.eligibility}
    assert not missing(found, wanted), missing(found, wanted)


def test_every_question_and_choice_is_answered_by_somebody(book, appraisals):
    found, wanted = set(), set()
    for quote, _, answered in appraisals.values():
        if quote["status"] != "invalid":
            found |= {(name, key_of(value)) for name, value in answered.items()} | {(name, "") for name in answered}
    for question in book.questions.values():
        ids = [choice["id"] for choice in question["choices"]]
        ids = ["true", "false"] if question["kind"] == "flag" else ids
        wanted |= {(question["id"], "")} | {(question["id"], id_) for id_ in ids}
    assert not missing(found, wanted), missing(found, wanted)


def test_every_kind_of_question_is_also_answered_wrongly(book, appraisals):
    found = {book.questions[each["field"]]["kind"] for quote, _, _ in appraisals.values()
             for each in quote["problems"] if each["field"] in book.questions}  # fmt: skip
    wanted = {question["kind"] for question in book.questions.values()}
    assert not missing(found, wanted), missing(found, wanted)
