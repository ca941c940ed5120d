"""References of the guide's files on the contract: desks, pages and facts that exist, rows as long as their heads."""

from guide.library import Guide
from guide.names import PLACEHOLDER, check_page, fact_ids
from rulebook.checks.names import check_name
from rulebook.shapes.shape import Fields
from rulebook.sheets.problem import Place, Report

DAYS = ("due", "first", "last", "after")
"""Days of a grace, which the page's example fills in."""


def check_contract(guide: Guide, report: Report) -> None:
    """Report what changes and tables name that is not there, and names that stand twice."""
    for file in guide.named("changes.yml"):
        _changes(file, guide, report)
    for file in guide.named("contract_tables.yml"):
        for table in file["tables"].values():
            _table(table, guide, report)


def _changes(file: Fields, guide: Guide, report: Report) -> None:
    contacts = guide.neighbour("contacts.yml")
    desks = [contact["id"] for contact in contacts["contacts"]] if contacts else []
    seen: dict[str, int] = {}
    for group in file["groups"].values():
        for change in group["changes"]:
            if change["id"] in seen:
                report.add(change.at("id"), f"「{change['id']}」が2回書かれています。", f"{seen[change['id']]}行目にもあります。")
            seen.setdefault(change["id"], change.place.line)
            if change["desk"]:
                check_name(change["desk"], desks, change.at("desk"), "窓口", report)
            check_page(change["page"], change.at("page"), guide, report)


def _table(table: Fields, guide: Guide, report: Report) -> None:
    known = [*fact_ids(guide), *DAYS]
    _named(table["caption"], known, table.at("caption"), report)
    for row in table["rows"]:
        if len(row["cells"]) != len(table["heads"]):
            report.add(row.at("cells"), f"欄が{len(row['cells'])}つあります。見出しは{len(table['heads'])}つです。", '欄の中の「、」は、"…" で囲んでください。')
        for words in row["cells"]:
            _named(words, known, row.at("cells"), report)
        check_page(row["page"], row.at("page"), guide, report)


def _named(words: str | None, known: list[str], place: Place, report: Report) -> None:
    for name in PLACEHOLDER.findall(words or ""):
        check_name(name, known, place, "事実", report)
