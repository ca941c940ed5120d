"""Two sides compared: every case with its amounts before and after, and what caused each difference.

``compare`` returns plain data, which every report is written from:

    status, old, new   "compared", and the names of both sides
    counts             {quote, payout, outlook: {up, down, same, other}}
    summary            {vehicle, grade, age: [{label, up, down, same, other, largest, percent, case}]} of the quotes
    data               [{text, source}]: what the data say otherwise, whether a case tries it or not
    causes             [{text, source, cases}], the most frequent first
    cases              [{case, kind, why, vehicle, grade, age, direction, before, after, difference, percent,
                       status: [before, after], amounts: [{id, label, before, after, difference, percent,
                       causes: [{text, label, before, after, source}]}], states: [{label, before, after}]}]

``direction`` is up, down or same; other where one side has no price, or where only words differ. Amounts are yen;
None where there is none. ``percent`` is rounded to two places, for reading only.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from difference.cases import MONTHLY, Case, CaseAmount, Outcome, outcome, read_cases
from difference.data_changes import data_changes
from difference.leaf_changes import leaf_changes
from difference.sides import Side
from quote_engine.premium.book import Book
from quote_engine.revisions.causes import causes
from quote_engine.values.money import rounded

Report = dict[str, Any]
DIRECTIONS = ("up", "down", "same", "other")
GROUPS = {"vehicle": "車の種類", "grade": "等級", "age": "年齢"}
UNGRADED, AGELESS = "等級なし", "生年月日なし"


def compare(old: Side, new: Side) -> Report:
    """Compare all cases under both sides."""
    compared = [compare_case(old.book, new.book, case) for case in read_cases(old.root, new.root)]
    quotes = [each for each in compared if each["kind"] == "quote"]
    return {
        "status": "compared",
        "old": old.name,
        "new": new.name,
        "counts": {
            kind: tally(each["direction"] for each in compared if each["kind"] == kind)
            for kind in ("quote", "payout", "outlook")
        },
        "summary": {group: summary(quotes, group) for group in GROUPS},
        "data": _data(old, new),
        "causes": frequent_causes(compared),
        "cases": compared,
    }


def _data(old: Side, new: Side) -> list[dict[str, str]]:
    """What the data say otherwise: what the plan makes of it in words first, then every other value, file by file."""
    named = data_changes(old.book, new.book)
    return named + leaf_changes(old.root, new.root, {each["source"] for each in named})


def compare_case(old: Book, new: Book, case: Case) -> Report:
    """Compare one case under both books."""
    before = outcome(old, case.kind, understood(case.raw, old, new))
    after = outcome(new, case.kind, understood(case.raw, new, old))
    amounts = [
        _amount(key, before, after)
        for key in [*after.amounts, *(key for key in before.amounts if key not in after.amounts)]
    ]
    states = [
        {"label": label, "before": before.states.get(label, ""), "after": after.states.get(label, "")}
        for label in {**before.states, **after.states}
        if before.states.get(label, "") != after.states.get(label, "")
        and not (label == MONTHLY and before.yen != after.yen)  # it follows from the year's
    ]
    states += _settled_otherwise(before, after, new, asked={*old.questions, *case.raw})
    shown = after if after.facts is not None else before
    return {
        "case": case.name,
        "kind": case.kind,
        "why": case.why,
        **groups_of(shown, new if shown is after else old),
        "direction": _direction(before, after, amounts, states),
        **change(before.yen, after.yen),
        "status": [before.status, after.status],
        "amounts": amounts,
        "states": states,
    }


def understood(raw: Mapping[str, Any], book: Book, other: Book) -> dict[str, Any]:
    """Return the answers without those that only the other side asks for: this side prices as if unasked."""
    moved = {rule["question"] for rule in book.migrations}
    strange = other.questions.keys() - book.questions.keys() - moved
    return {name: value for name, value in raw.items() if name not in strange}


def change(before: int | None, after: int | None) -> dict[str, Any]:
    """Return before, after, the difference in yen and in percent (None where it has no meaning)."""
    difference = after - before if before is not None and after is not None else None
    percent = None
    if difference is not None and before:
        hundredths = Fraction(difference * 10_000, before)
        percent = rounded((hundredths.numerator, hundredths.denominator), 1, "half_up") / 100
    return {"before": before, "after": after, "difference": difference, "percent": percent}


def tally(directions: Iterable[str]) -> dict[str, int]:
    """Count the directions, all four of them."""
    counted = Counter(directions)
    return {direction: counted[direction] for direction in DIRECTIONS}


def summary(compared: list[Report], group: str) -> list[Report]:
    """Return a row for each value of ``group``, in the order of their first case, with its largest difference."""
    rows = []
    for label in sorted({each[group] for each in compared}, key=group_order):
        members = [each for each in compared if each[group] == label]
        largest = max(members, key=lambda each: abs(each["difference"] or 0))
        known = largest["difference"] is not None
        rows.append({
            "label": label,
            **tally(each["direction"] for each in members),
            "largest": largest["difference"] if known else 0,
            "percent": largest["percent"] if known else None,
            "case": largest["case"] if largest["difference"] else None,
        })  # fmt: skip
    return rows


def frequent_causes(compared: Iterable[Report]) -> list[Report]:
    """Return every cause with the number of cases it works on."""
    counted: Counter[tuple[str, str]] = Counter()
    for each in compared:
        counted.update({(cause["text"], cause["source"]) for amount in each["amounts"] for cause in amount["causes"]})
    return [{"text": text, "source": source, "cases": cases} for (text, source), cases in counted.most_common()]


def groups_of(found: Outcome, book: Book) -> dict[str, str]:
    """Return vehicle kind, grade and age of an outcome, in words."""
    facts = found.facts
    vehicle = book.vehicles.get(str(facts["vehicle_type"])) if facts is not None else None
    grade = facts["grade"] if facts is not None else None
    age = facts["age"] if facts is not None else None
    return {
        "vehicle": vehicle["label"] if vehicle else "車の種類なし",
        "grade": f"{grade}等級" if grade else UNGRADED,
        "age": age_words(age if isinstance(age, int) else None),
    }


def age_words(age: int | None) -> str:
    """Return the ten years that an age lies in: 30代."""
    return AGELESS if age is None or age < 0 else f"{age // 10 * 10}代"


def group_order(label: str) -> tuple[int, int, str]:
    """Grades from 22 down, ages up, the rest as they are written."""
    number, _, unit = label.partition("等級")
    if unit == "" and number != label and number:
        whole, _, below = number.partition("-")
        return (0, -int(whole) * 10 + int(below or 0), "")
    if label.endswith("代"):
        return (0, int(label[:-1]), "")
    return (1, 0, label)


def _amount(key: str, before: Outcome, after: Outcome) -> Report:
    old, new = before.amounts.get(key), after.amounts.get(key)
    shown = new or old or CaseAmount("", 0, [])
    priced = before.yen is not None and after.yen is not None
    figures = change(old.yen if old else (0 if priced else None), new.yen if new else (0 if priced else None))
    differs = figures["difference"] or (old is None) != (new is None)
    found = causes(old.steps if old else [], new.steps if new else []) if differs and priced else []
    return {"id": key, "label": shown.label, **figures, "causes": found}


def _settled_otherwise(before: Outcome, after: Outcome, book: Book, asked: set[str]) -> list[dict[str, str]]:
    """What the rules made of the same answers: a default or a limit that is another now. A new question at its default is none."""
    changed = []
    for name, question in book.questions.items():
        old, new = before.answers.get(name), after.answers.get(name)
        if name in asked and old != new and before.answers and after.answers:
            words = {choice["id"]: choice["label"] for choice in question["choices"]} | {"True": "はい", "False": "いいえ"}
            said = [words.get(str(value), "なし" if value is None else str(value)) for value in (old, new)]
            changed.append({"label": question["label"], "before": said[0], "after": said[1]})
    return changed


def _direction(before: Outcome, after: Outcome, amounts: list[Report], states: list[dict[str, str]]) -> str:
    if before.yen is None or after.yen is None:
        return "other" if before.status != after.status or states else "same"
    if before.yen != after.yen:
        return "up" if after.yen > before.yen else "down"
    return "other" if states or any(amount["difference"] for amount in amounts) else "same"
