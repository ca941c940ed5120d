"""The outlook: grades, rates and premiums year by year, for any accidents on the way.

Row 0 is the contract as answered; row n is what it renews to. An accident of year n happens in the
n-th year of cover, so it first shows in row n.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from quote_engine.outlook.renewal import Standing, renewed
from quote_engine.outlook.year_changes import changes_between
from quote_engine.premium.answers import problem
from quote_engine.premium.book import Book
from quote_engine.premium.facts import Facts
from quote_engine.premium.quote import Appraisal, appraise
from quote_engine.values.dates import LAST_YEAR, day_after, end_of_term, years_later

if TYPE_CHECKING:
    from quote_engine.typed.common import Problem
    from quote_engine.typed.outlook import Outlook, Year, YearChange


USUAL_YEARS = 6
MOST_YEARS = 15
MOST_ACCIDENTS = 100
NEW_CONTRACT_ONLY = ("second_car", "application_date")
"""Answers about making the contract; a renewal has none of them."""

AccidentsByYear = Mapping[int, list[str]]


class Renewal(NamedTuple):
    """What a contract renews to in one year, with the answers it was priced from."""

    year: int
    appraisal: Appraisal
    answers: dict[str, Any]


def outlook(book: Book, raw: object) -> "Outlook":
    """Return {"status", "edition", "certainty", "years": [row…], "extra", "notes", "problems"}.

    A row holds year, start_date, grade, accident_years, rate_percent (whole percent up or down on the
    base, from the edition's table), annual and monthly yen, without_accidents (annual yen had there been
    none), and changes: what this year changes, in words. ``extra`` is what the accidents cost over all rows.
    """
    answers, years, accidents, problems = read_outlook(book, raw)
    first = appraise(book, answers)
    problems += [each for each in first.quote["problems"] if each not in problems]
    if problems or first.facts is None:
        return {"status": "invalid", "years": [], "notes": [], "problems": problems}
    if first.quote["status"] == "declined":
        return {"status": "declined", "declined": first.quote["declined"], "years": [], "notes": [], "problems": []}
    rows = year_by_year(book, answers, first, years, accidents)
    notes = list(first.quote["notes"])
    if len(rows) <= years:
        message = f"{len(rows)}年後からは、いまのデータと答えでは計算できないので、その前の年までを出しています。"
        notes.append({"id": "outlook.years", "field": "years", "kind": "ends", "message": message})
    return {
        "status": "quoted",
        "edition": first.quote["edition"],
        "edition_label": first.quote["edition_label"],
        "certainty": first.quote["certainty"],
        "years": rows,
        "extra": sum(row["annual"] - row["without_accidents"] for row in rows),
        "notes": notes,
        "problems": [],
    }


def year_by_year(
    book: Book, answers: dict[str, Any], first: Appraisal, years: int, accidents: AccidentsByYear
) -> "list[Year]":
    """Return the rows 0 to ``years``; fewer when a later year cannot be priced any more."""
    rows = [_row(0, first, [])]
    before = first
    for year, now, asked in renewals(book, answers, first, years, accidents):
        rows.append(_row(year, now, changes_between(book, before, now, asked)))
        before = now
    if accidents and rows[0]["grade"] is not None:
        _add_without_accidents(book, answers, first, rows)
    return rows


def renewals(
    book: Book, answers: dict[str, Any], first: Appraisal, years: int, accidents: AccidentsByYear
) -> Iterator[Renewal]:
    """Yield what the contract renews to, year after year; ends when a year cannot be priced any more."""
    facts = first.facts
    if facts is None or int(str(facts["start_date"])[:4]) >= LAST_YEAR:
        return
    standing = standing_of(facts)
    renewal_day = day_after(end_of_term(str(facts["start_date"])))
    base = {name: value for name, value in answers.items() if name not in NEW_CONTRACT_ONLY}
    for year in range(1, years + 1):
        day = years_later(renewal_day, year - 1)
        edition = book.edition_on(day)
        if edition is None or int(day[:4]) >= LAST_YEAR:
            return
        renewed_answers = {**base, "start_date": day, "renewal": True}
        if standing is not None:
            standing = renewed(edition.data["renewal"], standing, accidents.get(year, []))
            renewed_answers |= {"prior_contract": True, "grade": standing[0], "accident_years": str(standing[1])}
        following = appraise(book, renewed_answers)
        if following.quote["status"] != "quoted":
            return
        yield Renewal(year, following, renewed_answers)


def _add_without_accidents(book: Book, answers: dict[str, Any], first: Appraisal, rows: "list[Year]") -> None:
    """Add to each row what the year would cost had there been no accident at all."""
    for year, now, _ in renewals(book, answers, first, len(rows) - 1, {}):
        rows[year]["without_accidents"] = now.quote["annual"]


def standing_of(facts: Facts) -> Standing | None:
    """Return where a contract stands; None for a moped, which has no grade."""
    return None if facts["grade"] is None else (str(facts["grade"]), int(str(facts["accident_years"])))


def rate_percent(appraisal: Appraisal) -> int | None:
    """Return the grade's percentage as the table prints it: −52 for grade 13 without accidents."""
    for line in appraisal.quote["lines"]:
        for step in line["steps"]:
            if step["anchor"] == "table-grades":
                whole, _, decimals = step["operand"].partition(".")
                return int(whole) * 100 + int(decimals.ljust(2, "0") or "0") - 100
    return None


def read_outlook(
    book: Book, raw: object
) -> "tuple[dict[str, Any], int, dict[int, list[str]], list[Problem]]":
    """Return the plain answers, the number of years, the accidents by year, and problems of the latter two."""
    if not isinstance(raw, dict):
        return {}, USUAL_YEARS, {}, [problem("", "答えの形が違います。「項目: 値」の組で書いてください。")]
    answers = {name: value for name, value in raw.items() if name not in ("years", "accidents")}
    problems: list[Problem] = []
    years = _whole(raw.get("years", USUAL_YEARS), MOST_YEARS)
    if years is None:
        problems.append(problem("years", f"年数は1から{MOST_YEARS}までの整数で書いてください。"))
        years = USUAL_YEARS
    accidents, wrong = _accidents(book, raw.get("accidents", []), years)
    return answers, years, accidents, problems + wrong


def _accidents(book: Book, raw: object, years: int) -> "tuple[dict[int, list[str]], list[Problem]]":
    known = book.present.data["renewal"]["accidents"]
    if not isinstance(raw, list) or len(raw) > MOST_ACCIDENTS:
        return {}, [problem("accidents", "事故は「year（年）と kind（種類）」の並びで書いてください。")]
    found: dict[int, list[str]] = {}
    problems: list[Problem] = []
    for each in raw:
        year = _whole(each.get("year"), years) if isinstance(each, dict) else None
        kind = each.get("kind") if isinstance(each, dict) else None
        if year is None:
            problems.append(problem("accidents", f"事故の年（year）は1から{years}までの整数で書いてください。"))
        elif not isinstance(kind, str) or kind not in known:
            words = "、".join(f"{id_}（{rule['label']}）" for id_, rule in known.items())
            problems.append(problem("accidents", f"事故の種類（kind）は、{words}から選んでください。"))
        else:
            found.setdefault(year, []).append(kind)
    return found, problems


def _whole(value: object, most: int) -> int | None:
    text = str(value)
    if isinstance(value, bool | float) or not (text.isascii() and text.isdigit() and len(text) < 4):
        return None
    return int(text) if 1 <= int(text) <= most else None


def _row(year: int, appraisal: Appraisal, changes: "list[YearChange]") -> "Year":
    facts, quoted = appraisal.facts, appraisal.quote
    standing = standing_of(facts) if facts is not None else None
    return {
        "year": year,
        "start_date": quoted["answers"]["start_date"],
        "grade": standing[0] if standing else None,
        "accident_years": standing[1] if standing else 0,
        "rate_percent": rate_percent(appraisal),
        "annual": quoted["annual"],
        "monthly": quoted["monthly"],
        "without_accidents": quoted["annual"],
        "changes": changes,
    }
