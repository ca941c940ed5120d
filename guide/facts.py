"""References of the guide's data: names that stand once, places that exist, the order of the kana.

A further file of the guide has a check of its own, which ``quote_engine.guide`` lists.
"""

import unicodedata

from guide.library import Guide
from guide.names import PLACEHOLDER, check_page, fact_ids
from rulebook.checks.names import check_name
from rulebook.checks.sources import check_sources
from rulebook.sheets.problem import Place, Report

_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ", "ー")


def kana_order(yomi: str) -> tuple[str, str]:
    """Return what sorts readings as a dictionary does: か before が, small letters as large ones, ー passed over."""
    plain = "".join(mark for mark in unicodedata.normalize("NFD", yomi) if not unicodedata.combining(mark))
    return plain.translate(_SMALL), yomi


def check_guide_sources(guide: Guide, report: Report) -> None:
    """Report each source, in any file of the guide, that names an unknown document."""
    documents = guide.neighbour("sources.yml")
    if documents is not None:
        check_sources(guide.files.values(), documents["sources"], report)


def check_facts(guide: Guide, report: Report) -> None:
    """Report facts that stand twice, and those drawn from where nothing stands."""
    seen: dict[str, Place] = {}
    for file in guide.named("facts/*.yml"):
        for id_, fact in file["facts"].items():
            place = file["facts"].key_at(id_)
            if id_ in seen:
                first = seen[id_]
                report.add(place, f"事実「{id_}」が2回書かれています。", f"data/{first.file} の{first.line}行目にもあります。")
            seen.setdefault(id_, place)
            if fact["from"] is not None:
                _drawn(fact["from"], fact.at("from"), guide, report, yen=bool(fact["yen"]))


def _drawn(path: str, place: Place, guide: Guide, report: Report, *, yen: bool) -> None:
    text, _ = guide.elsewhere(path)
    if text is None:
        report.add(place, f"「{path}」にあたる値が、データにありません。", "ファイルの名前と見出しを、外側から順に . でつないでください。")
    elif yen and not text.isdigit():
        report.add(place, f"「{path}」の値（{text}）は、円の整数ではありません。", "yen: true を消してください。")


def check_glossary(guide: Guide, report: Report) -> None:
    """Report terms that stand twice or out of order, and what they name but does not exist."""
    ids: dict[str, int] = {}
    last = None
    known = fact_ids(guide)
    for term in [term for file in guide.named("glossary.yml") for term in file["terms"]]:
        if term["id"] is not None and term["id"] in ids:
            report.add(term.at("id"), f"用語「{term['id']}」が2回書かれています。", f"{ids[term['id']]}行目にもあります。")
        ids.setdefault(term["id"], term.place.line)
        if last is not None and term["yomi"] is not None and kana_order(term["yomi"]) < kana_order(last["yomi"]):
            report.add(term.at("yomi"), f"「{term['yomi']}」が、五十音の順になっていません。", f"「{last['term']}」（{last['yomi']}）より前に移してください。")
        if term["yomi"] is not None:
            last = term
        for name in PLACEHOLDER.findall(term["text"] or ""):
            check_name(name, known, term.at("text"), "事実", report)
        check_page(term["see"], term.at("see"), guide, report)
