"""The guide's data for one build: facts as they read, terms, and any further file as plain values."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from guide.examine import examine_guide
from guide.library import Guide
from guide.names import PLACEHOLDER
from quote_engine.drawing.markup import Html, digits, join, reference_mark
from quote_engine.values.wording import man_yen
from rulebook.shapes.shape import near
from rulebook.sheets.problem import BrokenData
from site_build import DATA, BuildError
from site_build.book import days

Data = Mapping[str, Any]


@cache
def guide() -> Guide:
    """The checked data of ``data/guide/``; raises ``BrokenData`` with every problem in them."""
    found, problems = examine_guide(DATA, days()["start_date"])
    if problems:
        raise BrokenData(problems, DATA)
    return found


def guide_file(name: str) -> Data:
    """One file of ``data/guide/``, such as ``finder.yml``, as the plain values that its declaration says."""
    return guide().files[name]


@cache
def facts() -> dict[str, dict[str, Any]]:
    """Every fact by its id: label, value (int or text), unit, yen, certainty, document, page, checked."""
    return {id_: _fact(fact) for file in guide().named("facts/*.yml") for id_, fact in file["facts"].items()}


@cache
def terms() -> dict[str, Data]:
    """Every term of the glossary by its id, in the order of the kana."""
    return {term["id"]: term for file in guide().named("glossary.yml") for term in file["terms"]}


def fact_html(id_: str, *, mark: bool = True) -> Html:
    """A fact as it reads, 「3か月」 or 「5,000万円」, with 参考 behind it where nobody published it."""
    fact = entry(facts(), id_, "事実")
    return join((fact_text(fact), reference_mark(fact["certainty"]) if mark else None))


def fact_text(fact: Data) -> str:
    """The value and its unit in words. A year is no quantity: 2022年 has no comma."""
    value = fact["value"]
    if fact["yen"]:
        return man_yen(value)
    return (digits(value) if isinstance(value, int) and fact["unit"] != "年" else str(value)) + fact["unit"]


def filled(text: str) -> str:
    """A text of the guide's data with each ``{fact_id}`` put into words."""
    return PLACEHOLDER.sub(lambda found: fact_text(entry(facts(), found[1], "事実")), text)


def entry(entries: Mapping[str, Any], id_: str, what: str) -> Any:
    """The entry of that id; raises ``BuildError`` with the most similar one."""
    if id_ not in entries:
        raise BuildError(f"「{id_}」という{what}はありません。{near(id_, entries)}")
    return entries[id_]


def _fact(fact: Data) -> dict[str, Any]:
    plain = {key: fact[key] for key in ("label", "value", "unit", "yen", "certainty", "checked")}
    if fact["from"] is None:
        return {**plain, **dict(fact["source"])}
    text, origin = guide().elsewhere(fact["from"])
    value = int(text) if text and text.isdigit() else text
    return {**plain, "page": None, "checked": None, **origin, "value": value}
