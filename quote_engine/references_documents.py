"""The lists of what the documents contain: names that stand once, pages and desks that exist."""

from guide.library import Guide
from guide.names import check_page
from rulebook.checks.names import check_name
from rulebook.sheets.problem import Place, Report


def check_documents(guide: Guide, report: Report) -> None:
    """Report entries that stand twice, also in two lists, and pages and desks that are not there."""
    contacts = guide.neighbour("contacts.yml")
    desks = [contact["id"] for contact in contacts["contacts"]] if contacts else None
    seen: dict[str, Place] = {}
    for entry in [
        entry for file in guide.named("documents/*.yml") for group in file["groups"] for entry in group["entries"]
    ]:
        place = entry.at("id")
        if entry["id"] in seen:
            first = seen[entry["id"]]
            report.add(
                place,
                f"項目「{entry['id']}」が2回書かれています。",
                f"data/{first.file} の{first.line}行目にもあります。",
            )
        elif entry["id"] is not None:
            seen[entry["id"]] = place
        check_page(entry["page"], entry.at("page"), guide, report)
        if desks is not None and "desk" in entry.places:
            check_name(entry["desk"], desks, entry.at("desk"), "窓口", report)
