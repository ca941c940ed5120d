"""The glossary: a term, its reading, what it means and where more is told; in the order of the kana."""

import re
import unicodedata

from guide.library import Guide
from guide.names import PLACEHOLDER, check_page, fact_ids
from rulebook.checks.names import check_name
from rulebook.declared.parts import optional
from rulebook.shapes.patterns import PAGE, Pattern
from rulebook.shapes.scalars import Id, Text
from rulebook.shapes.shape import Key, ListOf, Record
from rulebook.sheets.problem import Report

_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ", "ー")


def kana_order(yomi: str) -> tuple[str, str]:
    """Return what sorts readings as a dictionary does: か before が, small letters as large ones, ー passed over."""
    plain = "".join(mark for mark in unicodedata.normalize("NFD", yomi) if not unicodedata.combining(mark))
    return plain.translate(_SMALL), yomi


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


_KANA = re.compile(r"[ぁ-んー]+")


YOMI = Pattern("よみ", form=_KANA, hint="ひらがなと「ー」だけで書いてください。")


TERM = Record(
    {
        "id": Key(Id(), "名前", help='ページで {{ term("…") }} と書いて引く名前です。あとから変えません。', example="deductible"),
        "term": Key(Text(), "用語", help="用語そのものです。", example="あて逃げ"),
        "yomi": Key(YOMI, "よみ", help="用語のよみです。用語集は、この五十音の順に並べます。", example="あてにげ"),
        "also": optional(ListOf(Text(), "ほかの言い方"), "ほかの言い方", [], help="ほかの言い方です。さがすときの言葉にもなります。", example=["年齢条件"]),
        "text": Key(Text(), "説明", help="用語の説明です。{名前} には、事実（facts）の値が入ります。", example="ぶつけた相手が逃げて、だれか分からない事故です。"),
        "see": optional(PAGE, "くわしいページ", help="くわしく書いたページです。", example="guide/own-car.md"),
    },
    "用語",
)


GLOSSARY = Record({"terms": Key(ListOf(TERM, "用語"), "用語", help="用語集の用語です。よみの五十音の順に並べます。")}, "用語集のファイル")
