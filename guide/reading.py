"""The guide's data as pages and videos draw on them: facts in words, terms, desks, any further file as plain values."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from guide.examine import examine_guide
from guide.library import Guide
from guide.names import PLACEHOLDER
from guide.revisions import Revisions, revisions_of
from quote_engine.values.figures import digits
from quote_engine.values.wording import man_yen
from rulebook.shapes.shape import near
from rulebook.sheets.problem import BrokenData

Data = Mapping[str, Any]


class Unknown(LookupError):
    """A name that the guide's data do not have; the message names the most similar one."""


class Reading:
    """Checked data of the guide, read once."""

    def __init__(self, guide: Guide) -> None:
        """Draw on ``guide``, which has no problems."""
        self.guide = guide

    @cached_property
    def facts(self) -> dict[str, dict[str, Any]]:
        """Every fact by its id: label, value (int or text), unit, yen, certainty, document, page, checked."""
        return {id_: self._fact(fact) for file in self.guide.named("facts/*.yml") for id_, fact in file["facts"].items()}

    @cached_property
    def terms(self) -> dict[str, Data]:
        """Every term of the glossary by its id, in the order of the kana."""
        return {term["id"]: term for file in self.guide.named("glossary.yml") for term in file["terms"]}

    @cached_property
    def contacts(self) -> dict[str, dict[str, Any]]:
        """Every desk of ``data/contacts.yml`` by its id, in written order: the book holds only those that the calculator names."""
        file = self.guide.neighbour("contacts.yml")
        if file is None:
            raise Unknown("data/contacts.yml がありません。")
        return {contact["id"]: contact for contact in file["contacts"]}

    @cached_property
    def revisions(self) -> Revisions:
        """The announced revisions of the product."""
        return revisions_of(self.guide)

    def file(self, name: str) -> Data:
        """One file of ``data/guide/``, such as ``finder.yml``, as the plain values that its declaration says."""
        return self.guide.files[name]

    def files(self, pattern: str) -> list[Data]:
        """The files that a name with a ``*`` stands for, such as ``documents/*.yml``."""
        return list(self.guide.named(pattern))

    def contact_of(self, name: str) -> dict[str, Any]:
        """One desk by its id; raises ``Unknown``."""
        if name not in self.contacts:
            raise Unknown(f"「{name}」という窓口はありません。使えるのは {'、'.join(self.contacts)} です。")
        return self.contacts[name]

    def filled(self, text: str) -> str:
        """A text of the guide's data with each ``{fact_id}`` put into words; raises ``Unknown``."""
        return PLACEHOLDER.sub(lambda found: fact_text(entry(self.facts, found[1], "事実")), text)

    def _fact(self, fact: Data) -> dict[str, Any]:
        plain = {key: fact[key] for key in ("label", "value", "unit", "yen", "certainty", "checked")}
        if fact["from"] is None:
            return {**plain, **dict(fact["source"])}
        text, origin = self.guide.elsewhere(fact["from"])
        value = int(text) if text and text.isdigit() else text
        return {**plain, "page": None, "checked": None, **origin, "value": value}


def read_data(data: Path, day: str | None = None) -> Reading:
    """Return the guide's data below ``data`` with the rates in force on ``day``; raises ``BrokenData`` with every problem in them."""
    found, problems = examine_guide(data, day)
    if problems:
        raise BrokenData(problems, data)
    return Reading(found)


def fact_text(fact: Data) -> str:
    """The value and its unit in words. A year is no quantity: 2022年 has no comma."""
    value = fact["value"]
    if fact["yen"]:
        return man_yen(value)
    return f"{digits(value) if isinstance(value, int) and fact['unit'] != '年' else value}{fact['unit']}"


def entry(entries: Mapping[str, Any], id_: str, what: str) -> Any:
    """The entry of that id; raises ``Unknown`` with the most similar one."""
    if id_ not in entries:
        raise Unknown(f"「{id_}」という{what}はありません。{near(id_, entries)}")
    return entries[id_]
