"""What a new year changes besides the grade: discounts that end, age bands that begin, ages reached."""

from typing import TYPE_CHECKING, Any

from quote_engine.premium.book import Book
from quote_engine.premium.facts import Facts
from quote_engine.premium.quote import Appraisal, quote

if TYPE_CHECKING:
    from quote_engine.typed.outlook import YearChange


def changes_between(book: Book, before: Appraisal, after: Appraisal, answers: dict[str, Any]) -> "list[YearChange]":
    """Return what changes from one year to the next: {"kind", "message"} and, where known, "saves" in yen."""
    if before.facts is None or after.facts is None:
        return []
    changes: list[YearChange] = []
    if after.quote["edition"] != before.quote["edition"]:
        changes.append({"kind": "edition", "message": f"料率の版が{after.quote['edition_label']}に変わります。"})
    changes += _discount_changes(_discounts(before), _discounts(after))
    changes += _bands(book, before, after)
    changes += _dropped(before, after)
    cheaper = _age_reached(book, before.facts, after.facts, after, answers)
    return changes + ([cheaper] if cheaper else [])


def _discounts(appraisal: Appraisal) -> dict[str, tuple[str, str]]:
    """Return label and percentage of each discount in force."""
    return {
        step["discount"]: (step["label"], step["percent"])
        for line in appraisal.quote["lines"]
        for step in line["steps"]
        if step["kind"] == "discount"
    }


def _discount_changes(was: dict[str, tuple[str, str]], now: dict[str, tuple[str, str]]) -> "list[YearChange]":
    ends: list[YearChange] = [{"kind": "discount_ends", "message": f"{was[id_][0]}（{was[id_][1]}%）が終わります。"} for id_ in was if id_ not in now]
    begins: list[YearChange] = [{"kind": "discount_begins", "message": f"{now[id_][0]}（{now[id_][1]}%）が始まります。"} for id_ in now if id_ not in was]
    moves: list[YearChange] = [
        {"kind": "discount_changes", "message": f"{now[id_][0]}が{was[id_][1]}%から{now[id_][1]}%に変わります。"}
        for id_ in now
        if id_ in was and now[id_][1] != was[id_][1]
    ]
    return [*ends, *begins, *moves]


def _bands(book: Book, before: Appraisal, after: Appraisal) -> "list[YearChange]":
    """Tell of the age band that begins, where the premium looks at it."""
    was, now = _band(book, before), _band(book, after)
    return [{"kind": "age_band", "message": f"年齢区分が「{now}」に変わります。"}] if was and now and was != now else []


def _band(book: Book, appraisal: Appraisal) -> str | None:
    steps = (step for line in appraisal.quote["lines"] for step in line["steps"])
    edition = book.edition_on(appraisal.quote["answers"]["start_date"])
    if appraisal.facts is None or edition is None or all(step["anchor"] != "table-age_band" for step in steps):
        return None
    return str(next(band["label"] for band in edition.groups["age_band"]["bands"] or [] if band["id"] == appraisal.facts["age_band"]))


def _dropped(before: Appraisal, after: Appraisal) -> "list[YearChange]":
    had = {line["coverage"] for line in before.quote["lines"]}
    has = {line["coverage"] for line in after.quote["lines"]}
    return [
        {"kind": "cover_ends", "message": note["message"]}
        for note in after.quote["notes"]
        if note["kind"] == "dropped" and note["field"] in had - has
    ]


def _age_reached(book: Book, before: Facts, after: Facts, priced: Appraisal, answers: dict[str, Any]) -> "YearChange | None":
    """Return the cheaper age condition that this year's birthday allows, with what it saves a year."""
    if before["age"] is None or after["age"] is None:
        return None
    question = book.questions["age_condition"]
    now = str(after["age_condition"])
    limits = [int(choice["id"]) for choice in question["choices"] if choice["id"].isdigit()]
    reached = [limit for limit in limits if int(str(before["age"])) < limit <= int(str(after["age"]))]
    if not reached or (now.isdigit() and int(now) >= reached[-1]):
        return None
    label = next(choice["label"] for choice in question["choices"] if choice["id"] == str(reached[-1]))
    other = quote(book, {**answers, "age_condition": str(reached[-1])})
    saves = priced.quote["annual"] - other["annual"] if other["status"] == "quoted" else 0
    if saves <= 0:
        return None
    message = f"本人が{reached[-1]}歳になり、{label}を選べます。選ぶと、年{saves:,}円下がります。"
    return {"kind": "age_condition", "message": message, "saves": saves}
