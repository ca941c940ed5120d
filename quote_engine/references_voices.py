"""The members' voices: figures that add up, voices that stand once, answers on pages that exist."""

from guide.library import Guide
from guide.names import check_page
from rulebook.shapes.shape import Fields
from rulebook.sheets.problem import Report


def check_voices(guide: Guide, report: Report) -> None:
    """Report sums that differ from their parts, ids that stand twice, and pages that are not there."""
    for file in guide.named("voices.yml"):
        _sums(file, report)
        seen: set[str] = set()
        for voice in [voice for group in file["groups"] for voice in group["voices"]]:
            if voice["id"] in seen:
                report.add(voice.at("id"), f"声「{voice['id']}」が2回書かれています。")
            seen.add(voice["id"])
            check_page(voice["page"], voice.at("page"), guide, report)
        for case in file["cases"]:
            check_page(case["page"], case.at("page"), guide, report)


def _sums(file: Fields, report: Report) -> None:
    kinds = file["kinds"]
    for id_ in kinds:
        kind = kinds[id_]
        parts = sum(each["count"] for each in kind["classes"])
        if parts != kind["total"]:
            report.add(kind.at("total"), f"「{kind['label']}」の合計 {kind['total']} は、分類の合計 {parts} とちがいます。", "どれかの件数を直してください。")
    whole = sum(kinds[id_]["total"] for id_ in kinds)
    if whole != file["total"]:
        report.add(file.at("total"), f"声の合計 {file['total']} は、種類の合計 {whole} とちがいます。", "どれかの件数を直してください。")
