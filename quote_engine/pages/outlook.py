"""The outlook as the page paints it: one sentence, the chart, a row for each year, the rule with its sources."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark, tag, yen
from quote_engine.drawing.sources import source_link
from quote_engine.drawing.stacked_table import stacked_table
from quote_engine.drawing.words import Say
from quote_engine.pages.outlook_chart import outlook_chart
from quote_engine.pages.said import heading, marked, refusal, unpriced
from quote_engine.pages.total import notes_html
from quote_engine.premium.book import Book, present_edition
from quote_engine.values.figures import digits, signed

Data = Mapping[str, Any]


def left_out(say: Say) -> tuple[str, ...]:
    """Return what no outlook can know."""
    return (say("outlook.without_rates"), say("outlook.without_value"), say("outlook.without_changes"), say("outlook.without_ages"))


def outlook_html(say: Say, book: Book, found: Data, accidents: Mapping[int, Sequence[str]]) -> dict[str, str]:
    """Return the slip and the table of an outlook that can be told or that is declined."""
    if found["status"] == "declined":
        return {"result": refusal(say("shared.declined_no_price"), found["declined"]), "table": ""}
    mark = reference_mark(found["certainty"])
    result = join(
        (
            tag("p", _sentence(say, found), *marked(mark), class_="answer"),
            tag("p", say("outlook.edition", edition=found["edition_label"]), class_="small"),
            outlook_chart(say, found["years"], accidents) if len(found["years"]) > 1 else None,
            notes_html(say, found),
        )
    )
    return {"result": result, "table": join((heading(say("outlook.by_year"), mark), _table(say, book, found, accidents)))}


def outlook_said(say: Say, found: Data) -> str:
    """Return the result in one spoken sentence."""
    return unpriced(say, found) or _words(say, found)


def left_out_html(say: Say, parts: Sequence[str]) -> Html:
    """Return what a figure leaves out, as a list under its own heading."""
    return join((heading(say("outlook.left_out")), tag("ul", *(tag("li", part) for part in parts), class_="notes")))


def rule_html(say: Say, book: Data) -> Html:
    """Return the present edition's renewal rule, each figure with the line of the data it stands in."""
    rule = present_edition(book)["renewal"]
    rows = [
        (
            join((tag("b", accident["label"]), reference_mark(accident["certainty"]), tag("span", accident["detail"], class_="small d"))),
            say("outlook.down", count=accident["down"]) if accident["down"] else say("outlook.not_counted"),
            say("outlook.years_more", years=accident["accident_years"]) if accident["accident_years"] else say("outlook.no_years_more"),
            source_link(accident["source"]),
        )
        for accident in rule["accidents"].values()
    ]
    heads = (say("outlook.accident"), say("outlook.grade"), say("outlook.accident_period"), say("shared.data"))
    return join(
        (
            heading(say("outlook.rule")),
            tag("p", say.html("outlook.rule_up", count=rule["clean_year_up"], source=source_link(rule["source"]))),
            tag("p", say.html("outlook.rule_years", years=rule["most_accident_years"], source=source_link(rule["most_source"]))),
            stacked_table("rule", say("outlook.rule_table"), heads, rows),
        )
    )


def _sentence(say: Say, found: Data) -> Html:
    """The answer: what the accidents cost in all, or where a careful driver arrives."""
    rows, extra = found["years"], found["extra"]
    last, years = rows[-1], len(rows) - 1
    if extra:
        return say.html("outlook.costs", years=years, amount=tag("b", yen(extra), class_="num"))
    change = tag("span", say("outlook.than_now", difference=signed(last["annual"] - rows[0]["annual"])), class_="nw")
    return say.html("outlook.arrives", years=years, where=_where(say, last), amount=tag("b", yen(last["annual"]), class_="num"), change=change)


def _words(say: Say, found: Data) -> str:
    rows, extra = found["years"], found["extra"]
    last, years = rows[-1], len(rows) - 1
    cost = say("outlook.costs_said", years=years, amount=f"{digits(extra)}円") if extra else ""
    return cost + say("outlook.arrives_said", years=years, where=_where(say, last), amount=f"{digits(last['annual'])}円")


def _where(say: Say, last: Data) -> str:
    return say("outlook.at_grade", grade=last["grade"]) if last["grade"] else ""


def _table(say: Say, book: Book, found: Data, accidents: Mapping[int, Sequence[str]]) -> Html:
    graded = found["years"][0]["grade"] is not None
    of_grade = (say("outlook.grade"), say("outlook.accident_years"), say("outlook.rate")) if graded else ()
    names = (say("outlook.year"), *of_grade, say("shared.annual"), say("outlook.changes"))
    rows = [_row(say, book, row, accidents.get(row["year"], []), graded=graded) for row in found["years"]]
    return stacked_table("years", say("outlook.table"), names, rows)


def _row(say: Say, book: Book, row: Data, kinds: Sequence[str], *, graded: bool) -> list[object]:
    year, month = row["start_date"][:4], int(row["start_date"][5:7])
    when = say("outlook.years_later", years=row["year"]) if row["year"] else say("outlook.now")
    cells: list[object] = [join((when, tag("span", say("outlook.from_month", month=f"{year}年{month}月"), class_="small d")))]
    if graded:
        percent = row["rate_percent"]
        cells += [
            say("shared.grade", grade=row["grade"]),
            say("shared.years", years=row["accident_years"]) if row["accident_years"] else say("outlook.none"),
            f"{'+' if percent > 0 else ''}{digits(percent)}%",
        ]
    more = row["annual"] - row["without_accidents"]
    difference = tag("span", say("outlook.by_accident", difference=signed(more)), class_="small d") if more else None
    cells.append(tag("span", tag("b", yen(row["annual"])), difference, class_="num"))
    told = [*_accident_words(say, book, row["year"], kinds, graded=graded), *(change["message"] for change in row["changes"])]
    cells.append(tag("ul", *(tag("li", each) for each in told)) if told else "")
    return cells


def _accident_words(say: Say, book: Book, year: int, kinds: Sequence[str], *, graded: bool) -> list[str]:
    rules = [book.present.data["renewal"]["accidents"][kind] for kind in kinds]
    return [
        say("outlook.accident_counts", year=year, accident=rule["label"])
        if graded and rule["down"]
        else say("outlook.accident_changes_nothing", year=year, accident=rule["label"])
        for rule in rules
    ]
