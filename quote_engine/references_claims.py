"""References of the claims: desks, pages, papers and facts that they name, and papers that nobody needs."""

from guide.library import Guide
from guide.names import PLACEHOLDER, check_page, fact_ids
from rulebook.checks.names import check_name
from rulebook.shapes.shape import Fields
from rulebook.sheets.problem import Place, Report


def check_claims(guide: Guide, report: Report) -> None:
    """Report every name in ``claims.yml`` that leads nowhere, a kind that stands twice, and a paper without a kind."""
    contacts = guide.neighbour("contacts.yml")
    desks = [contact["id"] for contact in contacts["contacts"]] if contacts else []
    for file in guide.named("claims.yml"):
        check_name(file["limitation"], fact_ids(guide), file.at("limitation"), "事実", report)
        seen: list[str] = []
        for claim in file["claims"]:
            if claim["id"] in seen:
                report.add(claim.at("id"), f"請求の種類「{claim['id']}」が2回書かれています。")
            seen.append(claim["id"])
            check_name(claim["desk"], desks, claim.at("desk"), "窓口", report)
            check_page(claim["page"], claim.at("page"), guide, report)
            for needed in claim["papers"]:
                check_name(needed["paper"], file["papers"], needed.at("paper"), "書類", report)
            if not claim["papers"]:
                report.add(claim.at("papers"), "この請求に、書類が1つもありません。", "papers に書類を書いてください。")
            _texts(claim, guide, report)
        used = {needed["paper"] for claim in file["claims"] for needed in claim["papers"]}
        for id_ in file["papers"]:
            if id_ not in used:
                report.add(file["papers"].key_at(id_), f"書類「{id_}」は、どの請求でも使われていません。", "請求の papers に足すか、消してください。")


def _texts(claim: Fields, guide: Guide, report: Report) -> None:
    """Report every ``{fact}`` of a claim's sentences that there is not."""
    known = fact_ids(guide)
    texts: list[tuple[str | None, Place]] = [(claim["send"], claim.at("send")), (claim["what"], claim.at("what"))]
    texts += [(step[key], step.at(key)) for step in claim["steps"] for key in ("do", "detail")]
    for key in ("thresholds", "next", "mistakes"):
        texts += [(text, claim.at(key)) for text in claim[key] or []]
    for text, place in texts:
        for name in PLACEHOLDER.findall(text or ""):
            check_name(name, known, place, "事実", report)
