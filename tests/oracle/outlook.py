"""The oracle of outlooks: the grade rule told once more as arithmetic on rungs, premiums from the oracle of quotes.

It shares no code with the engine. The figures of the rule stand here on purpose: three, one, six; a year up; six at most.
"""

from tests.oracle.premium import expected
from tests.oracle.visitor import read

DOWN = {"three_down": 3, "one_down": 1, "six_down": 6, "no_count": 0}
MOST_YEARS = 6
WORST, BEST = -3, 22
"""Grades as whole numbers: 22 to 2, then 1-1 is 1, 1-2 is 0 … 1-5 is −3."""


def rung(grade):
    return 2 - int(grade[2:]) if "-" in grade else int(grade)


def name_of(number):
    return str(number) if number > 1 else f"1-{2 - number}"


def after_a_year(grade, years, kinds):
    """The grade and the accident years that a year with these accidents leads to."""
    steps = sum(DOWN[kind] for kind in kinds)
    number = rung(grade) - steps if steps else rung(grade) + 1
    return name_of(max(WORST, min(BEST, number))), min(MOST_YEARS, max(years - 1, 0) + steps)


def rate_of(grade, years, first_contract):
    """The percentage of the grade table."""
    row = read("editions/2020-04-01/grades.yml")["grades"]["percent"][grade]
    if grade == "6":
        return int(row["first_contract" if first_contract else "accident_free"])
    return int(row["with_accident" if years and "with_accident" in row else "accident_free"])


def renewal_days(start):
    """The first renewal is on the 1st of the month after the start month, a year later; then every year."""
    year, month = int(start[:4]) + 1, int(start[5:7]) + 1
    year, month = (year + 1, 1) if month > 12 else (year, month)
    while True:
        yield f"{year}-{month:02}-01"
        year += 1


def expected_years(answers, years, accidents=()):
    """The rows of an outlook: {grade, accident_years, rate, annual}; a moped has no grade."""
    quote = expected(answers)
    if quote["status"] != "quoted":
        return []
    graded = answers["vehicle_type"] != "moped"
    first = not answers.get("prior_contract", "grade" in answers and answers["grade"] != "6")
    grade = str(answers.get("grade") or ("7" if answers.get("second_car") else "6"))
    left = int(answers.get("accident_years", 0))
    rows = [{"annual": quote["annual"]} | ({"grade": grade, "accident_years": left, "rate": rate_of(grade, left, first)} if graded else {})]
    kept = {name: value for name, value in answers.items() if name not in ("second_car", "application_date")}
    for year, day in zip(range(1, years + 1), renewal_days(answers["start_date"]), strict=False):
        renewed = {**kept, "start_date": day, "renewal": True}
        row = {}
        if graded:
            kinds = [each["kind"] for each in accidents if each["year"] == year]
            grade, left = after_a_year(grade, left, kinds)
            renewed |= {"prior_contract": True, "grade": grade, "accident_years": left}
            row = {"grade": grade, "accident_years": left, "rate": rate_of(grade, left, first_contract=False)}
        rows.append({"annual": expected(renewed)["annual"]} | row)
    return rows
