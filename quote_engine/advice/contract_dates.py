"""The dates of a contract: start and end of cover, the end of grace, interruption, and the discounts that run out."""

from typing import TYPE_CHECKING, Any

from quote_engine.advice.toolbox import Asked, read_asked
from quote_engine.premium.answers import problem, read_answers
from quote_engine.premium.book import Book, Edition
from quote_engine.premium.facts import Facts
from quote_engine.values.conditions import bounds_of
from quote_engine.values.dates import day_after, end_of_term, spoken
from quote_engine.values.periods import days_after, end_of_month, is_closed, last_day, month_after, weekday

if TYPE_CHECKING:
    from quote_engine.typed.common import Problem
    from quote_engine.typed.edition import DiscountRule
    from quote_engine.typed.tools import ContractDay, DateEntry, Dates


MONTHS_A_YEAR = 12
CAR_MONTHS = ("model_launched", "first_registered")
"""The months in a car's life that discounts run from."""
FIRST, LAST = "2000-01-01", "2099-12-31"
"""Days outside are slips of the finger; the rules are not known so far ahead."""


def contract_dates(book: Book, raw: object) -> "Dates":
    """Return {"status", "entries": [{id, label, day, weekday, message, source, document}], "notes", "problems"}.

    ``today`` (application_date of a quote) stands in for an application day that was not given.
    """
    asked = read_asked(book, "dates", raw)
    car, wrong = _car(book, asked.quote)
    problems = asked.problems + wrong
    days = {**{name: asked.own[name] for name in ("applied_on", "wished_start", "due_on", "ended_on")}, **car}
    for name in ("applied_on", "wished_start", "due_on", "ended_on", *CAR_MONTHS, "application_date"):
        if days.get(name) and not FIRST <= days[name] <= LAST:
            problems.append(problem(name, f"{FIRST[:4]}年から{LAST[:4]}年までの日を選んでください。"))
    today = str(car.get("application_date") or "")
    applied = asked.own["applied_on"] or today
    if not applied and not problems:
        problems.append(problem("applied_on", "受け付け、消印、払い込みのどれかの日を選んでください。"))
    start, notes, refused = _start(book, asked, applied) if not problems else ("", [], [])
    problems += refused
    edition = book.edition_for({"start_date": start}) or book.present
    facts = Facts(book, edition, {**car, "start_date": start} if start else car)
    problems += [problem(name, rule["message"]) for name, rule in book.refusals if start and name in CAR_MONTHS and facts.holds(rule["when"])]
    if problems:
        return {"status": "invalid", "entries": [], "notes": [], "problems": problems}
    days_told = [*_cover(book, asked, start), *_discounts(edition, facts, start), *_due(book, asked), *_suspension(book, asked)]
    holidays = book.data.get("holidays", {})
    entries: list[DateEntry] = [{**each, "weekday": weekday(each["day"], holidays)} for each in days_told]
    if is_closed(applied, holidays):
        notes.append(f"{spoken(applied)}（{weekday(applied, holidays)}）は、銀行や多くの窓口が休みの日です。受け付けが次の平日になることがあります。")
    return {"status": "dated", "start": start, "entries": entries, "notes": notes, "problems": []}


def most_days_ahead(book: Book) -> int:
    """Return how many days ahead cover may start, from the rule that refuses later days."""
    bounds = [bound for _, rule in book.refusals for bound in bounds_of(rule["when"])]
    return next(int(bound) for fact, kind, bound in bounds if (fact, kind) == ("days_until_start", "more_than"))


def _start(book: Book, asked: Asked, applied: str) -> "tuple[str, list[str], list[Problem]]":
    """Return the first day of cover, what to tell about it, and a wish that cannot be met."""
    rule = book.data["dates"]["starts"][asked.own["way"]]
    earliest, wish = days_after(applied, rule["days_after"]), asked.own["wished_start"]
    latest = days_after(applied, most_days_ahead(book))
    if wish and wish > latest:
        return "", [], [problem("wished_start", f"申し込みは{most_days_ahead(book)}日先までです。{spoken(latest)}までの日を選んでください。")]
    if wish and wish < earliest:
        words = f"希望の日（{spoken(wish)}）には間に合わないので、{rule['label']}の次の日の{spoken(earliest)}に始まります。"
        return earliest, [words], []
    return wish or earliest, [], []


def _cover(book: Book, asked: Asked, start: str) -> "list[ContractDay]":
    rules = book.data["dates"]
    begins, end = rules["starts"][asked.own["way"]], end_of_term(start)
    return [
        _entry("start", "補償が始まる日", start, begins["message"], begins),
        _entry("end", "補償が終わる日", end, rules["term"]["message"], rules["term"]),
        _entry("renewal", "更新する日", day_after(end), "続けるときは、この日から次の1年が始まります。", rules["term"]),
    ]


def _due(book: Book, asked: Asked) -> "list[ContractDay]":
    if not asked.own["due_on"]:
        return []
    rule = book.data["dates"]["grace"]
    end = last_day(day_after(asked.own["due_on"]), rule["months"])
    return [_entry("grace", "払い込みを待ってもらえる最後の日", end, _filled(rule["message"], rule), rule)]


def _suspension(book: Book, asked: Asked) -> "list[ContractDay]":
    if not asked.own["ended_on"]:
        return []
    rule, after = book.data["dates"]["suspension"], day_after(asked.own["ended_on"])
    use = last_day(after, rule["use_years"] * MONTHS_A_YEAR)
    condition = _filled(rule["condition"], rule)
    return [
        _entry("ask", "中断を連絡する最後の日", last_day(after, rule["ask_months"]), _filled(rule["ask"], rule) + condition, rule),
        _entry("use", "等級を引き継げる最後の日", use, _filled(rule["use"], rule), rule),
    ]


def _discounts(edition: Edition, facts: Facts, start: str) -> "list[ContractDay]":
    """Return the last days on which a contract may start with the AEB and the new-car discount.

    The answers are settled as a quote settles them: a kind of car without the discount has no last day of it.
    """
    found = []
    launched, registered = (str(facts[name] or "") for name in CAR_MONTHS)
    aeb, new_car = _discount(edition, "aeb"), _discount(edition, "new_car")
    if launched and facts["aeb"] is True and aeb:
        years = _bound([need["when"] for need in aeb["requires"]], "years_since_launch_fiscal_year")
        fiscal = int(launched[:4]) - (int(launched[5:7]) < 4)
        found.append(_last_start(edition, aeb, f"{fiscal + years}-12-31", start))
    if registered and new_car and all(facts.holds(need["when"]) for need in new_car["requires"]):
        months = _bound([new_car["claimed"]], "months_since_registration")
        found.append(_last_start(edition, new_car, end_of_month(month_after(registered, months)), start))
    return found


def _last_start(edition: Edition, discount: "DiscountRule", last: str, start: str) -> "ContractDay":
    """Return when a discount's time is up, and what that means for the contract at hand and its renewal."""
    renewal = day_after(end_of_term(start))
    if start > last:
        words = "この契約には、もう付きません。"
    elif renewal > last:
        words = "この契約には付きます。次の更新からは付きません。"
    else:
        words = "この契約にも、次の更新にも付きます。"
    table = edition.data["tables"][f"discount.{discount['id']}"]
    message = f"この日までに始まる契約に付きます。{words}"
    return {"id": discount["id"], "label": f"{discount['label']}の終わり", "day": last, "message": message,
            "source": f"{table['file']}:{table['line']}", "document": table["document"]}  # fmt: skip


def _discount(edition: Edition, id_: str) -> "DiscountRule | None":
    return next((each for each in edition.data["discounts"] if each["id"] == id_), None)


def _bound(conditions: list[Any], fact: str) -> int:
    return next(int(bound) for condition in conditions for name, _, bound in bounds_of(condition) if name == fact)


def _car(book: Book, answers: dict[str, Any]) -> "tuple[dict[str, Any], list[Problem]]":
    """Return what was said of the car, with the kind of car that its model is; other answers of a quote do not matter here."""
    names = ("vehicle_type", "model", *CAR_MONTHS, "aeb", "application_date")
    known = {name: answers[name] for name in names if name in answers}
    if not known:
        return {}, []
    read, problems = read_answers(known, book.questions)
    car = dict(read)
    model = book.models.get(str(car.get("model")))
    if model:
        car = {"vehicle_type": model["vehicle_type"], **car}
    return car, problems


def _entry(id_: str, label: str, day: str, message: str, rule: dict[str, Any]) -> "ContractDay":
    return {"id": id_, "label": label, "day": day, "message": message, "source": rule["source"], "document": rule["document"]}


def _filled(text: str, rule: dict[str, Any]) -> str:
    for name, value in rule.items():
        text = text.replace("{" + name + "}", str(value))
    return text
