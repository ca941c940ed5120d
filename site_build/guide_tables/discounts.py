"""割引: which there are, when each may be used, how much it takes off what, and in which order they are taken."""

from fractions import Fraction
from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark, tag
from quote_engine.values.dates import fiscal_year
from quote_engine.values.figures import signed
from site_build.guide_pages.layout import guide_table, quote_link
from site_build.guide_pages.revision_marks import changed, marked, told_below
from site_build.guide_pages.searched import unknown
from site_build.guide_tables.quotes import example_with
from site_build.sources import Sources

Data = dict[str, Any]

STAGES = ("first", "second", "third")
NEEDED: dict[str, Data] = {
    "in_car_only": {"personal_injury": "50000000"},
    "family_passengers": {"passenger_injury": "10000000"},
}
"""What else has to be chosen before a discount means anything."""


def discounts_table(sources: Sources) -> Html:
    """Every discount of the edition: its percentage, from what it is taken, what it saves the model case."""
    rows = [
        [
            marked(page_anchor(discount["id"], discount["label"]), changed(sources, "discounts", discount["id"])),
            join((tag("b", percent_words(sources, discount["id"])), reference_mark(discount["certainty"]))),
            _taken_from(sources, discount),
            _saved(sources, discount),
        ]
        for discount in sources.edition["discounts"]
    ]
    heads = ("割引", "引く割合", "引く先", "見本の契約では")
    changes = [change for discount in sources.edition["discounts"] for change in changed(sources, "discounts", discount["id"])]
    return join((guide_table("割引の一覧", heads, rows), told_below(changes)))


def discount_rates(sources: Sources, id_: str) -> Html:
    """The percentages of a discount that has several: by the kind of car, and by the contract where that matters."""
    table = sources.edition["tables"][f"discount.{id_}"]
    words = table["words"]
    if len(table["by"]) == 1:
        rows = [[words[table["by"][0]][key], f"{cell[0]}％引き"] for key, cell in table["cells"].items()]
        return join((guide_table(f"{table['label']}の割合", ("車", "引く割合"), rows), told_below(changed(sources, "discounts", id_))))
    first, second = table["by"]
    across = list(dict.fromkeys(key for row in table["cells"].values() for key in row))
    rows = [[words[first][key], *(f"{row[other][0]}％引き" for other in across)] for key, row in table["cells"].items()]
    shown = guide_table(f"{table['label']}の割合", ("車", *(words[second][key] for key in across)), rows)
    return join((shown, told_below(changed(sources, "discounts", id_))))


def percent(sources: Sources, id_: str, *keys: str) -> str:
    """One percentage of a discount, named by its keys where it has several. KeyError where those are missing."""
    cell = sources.edition["tables"][f"discount.{id_}"]["cells"]
    for key in keys:
        cell = cell[key]
    if not isinstance(cell, list):
        raise KeyError(f"{id_}: {', '.join(cell)}")
    return f"{cell[0]}％"


def discount_limit(sources: Sources, id_: str) -> int:
    """The number a discount hangs on: months since registration, years after the year of the model's launch."""
    discount = _discount(sources, id_)
    conditions = [discount["claimed"], *(need["when"] for need in discount["requires"])]
    return next(int(operand) for kind, _, operand in conditions if kind == "at_most")


def discount_order(sources: Sources) -> Html:
    """The three rounds in which discounts are taken, with their names."""
    named = [[each["label"] for each in sources.edition["discounts"] if each["stage"] == stage] for stage in STAGES]
    return tag("ol", *(tag("li", "、".join(names)) for names in named), class_="steps")


def discounts_together(sources: Sources, *ids: str) -> Html:
    """What discounts make of 100 yen, one after the other, and what they take off together."""
    left = Fraction(100)
    rows = []
    for id_ in ids:
        before, left = left, left * (100 - int(percent(sources, id_).removesuffix("％"))) / 100
        rows.append([_discount(sources, id_)["label"], f"{percent(sources, id_)}引き", f"{_decimal(before)} → {_decimal(left)}"])
    rows.append(["あわせて", f"{_decimal(100 - left)}％引き", f"100 → {_decimal(left)}"])
    return guide_table("もとの掛金を100としたとき", ("割引", "引く割合", "掛金の動き"), rows)


def discount_count(sources: Sources) -> int:
    """How many discounts the edition has."""
    return len(sources.edition["discounts"])


def aeb_until(sources: Sources, launched: str) -> str:
    """The last day on which cover may start with the AEB discount, for a model launched in a month (YYYY-MM)."""
    return f"{fiscal_year(launched) + discount_limit(sources, 'aeb')}年12月31日"


def discount_button(sources: Sources, id_: str) -> Html:
    """The way to the price of the model case with one discount."""
    return tag("p", quote_link(sources, "この割引を付けて値段を見る", answers_for(sources, id_), _discount(sources, id_)["label"]))


def answers_for(sources: Sources, id_: str) -> Data:
    """Answers that make the model case use a discount. ValueError where the engine does not give it for them."""
    discount = _discount(sources, id_)
    month = sources.days["start_date"][:7]
    dated: dict[str, Data] = {"new_car": {"first_registered": month}, "aeb": {"model_launched": month}}
    kind, fact, operand = discount["claimed"]
    answers = NEEDED.get(id_, {}) | dated.get(id_, {}) | ({fact: operand[0]} if kind == "in" else {})
    if not any(step.get("discount") == id_ for line in example_with(sources, **answers)["lines"] for step in line["steps"]):
        raise ValueError(f"the model case does not get the discount {id_}")
    return answers


def saving(sources: Sources, id_: str) -> int:
    """What a discount changes in the model case's year, in yen: below zero."""
    answers = answers_for(sources, id_)
    claim = "first_registered" if id_ == "new_car" else _discount(sources, id_)["field"]
    return int(example_with(sources, **answers)["annual"]) - int(example_with(sources, **{**answers, claim: None})["annual"])


def percent_words(sources: Sources, id_: str) -> str:
    """All percentages of a discount in a few words: 9％, 2％から14％."""
    cells = sources.edition["tables"][f"discount.{id_}"]["cells"]
    figures = sorted(int(text) for text in _figures(cells))
    return f"{figures[0]}％" if len(figures) == 1 else f"{figures[0]}％から{figures[-1]}％"


def page_anchor(id_: str, words: str) -> Html:
    """A link to the section of this page that explains a discount."""
    return tag("a", words, href=f"#{id_.replace('_', '-')}")


def _saved(sources: Sources, discount: Data) -> Html:
    """Where the percentage itself is not published, neither is anything that follows from it."""
    if discount["certainty"] == "sample":
        return tag("span", unknown(sources))
    return join(("年 ", tag("span", signed(saving(sources, discount["id"])), class_="num"), " ", reference_mark("sample")))


def _taken_from(sources: Sources, discount: Data) -> str:
    names = {coverage["id"]: coverage["label"] for coverage in sources.edition["coverages"]}
    if len(discount["coverages"]) > 2:
        return "掛金の全体"
    return "、".join(names[id_] for id_ in discount["coverages"]) + "だけ"


def _figures(cells: Any) -> list[str]:
    if isinstance(cells, list):
        return [cells[0]]
    return [text for each in cells.values() for text in _figures(each)]


def _decimal(number: Fraction) -> str:
    """100, 91, 83.72: exact, for what two percentages can make."""
    return f"{float(number):.4f}".rstrip("0").rstrip(".")


def _discount(sources: Sources, id_: str) -> Data:
    found: Data = next(each for each in sources.edition["discounts"] if each["id"] == id_)
    return found


MACROS = (aeb_until, discount_button, discount_count, discount_limit, discount_order, discount_rates, discounts_table, discounts_together, percent)
