"""What ``data/guide/voices.yml`` may contain: the year's figures, the way from a voice to a change, and what members said."""

from collections.abc import Iterable

from guide.cover import ORIGIN
from guide.library import Guide
from guide.names import check_page
from rulebook.declared.parts import many, optional
from rulebook.shapes.patterns import PAGE
from rulebook.shapes.scalars import Integer, Text
from rulebook.shapes.shape import Fields, Key, ListOf, Record
from rulebook.sheets.problem import Report

COUNT = Integer(at_least=0)


CLASS = Record({"label": Key(Text(), "分類", help="分類の言葉です。", example="応対"), "count": Key(COUNT, "件数", help="この分類の声の件数です。")}, "分類")


KIND = Record(
    {
        "label": Key(Text(), "声の種類", help="声の種類の言葉です。", example="意見・要望"),
        "total": Key(COUNT, "合計", help="この種類の件数です。分類の件数の合計と、同じになります。"),
        "classes": Key(ListOf(CLASS, "分類"), "分類", help="種類の中の分類です。件数の多いものから書きます。"),
    },
    "声の種類",
)


STEP = Record(
    {
        "label": Key(Text(), "段階", help="段階や窓口の名前です。", example="声を受ける"),
        "text": Key(Text(), "説明", help="そこで何をするかを、1文か2文で書きます。", example="直したことを、冊子とホームページで知らせます。"),
    },
    "段階",
)


ANSWER = {
    "page": Key(PAGE, "答えのページ", help="その声に答えるページです。", example="contract/join.md"),
    "answer": Key(Text(), "答え", help="答えを、ひとことで書きます。できないことは、できないと書きます。", example="届かないときの電話です。"),
}


SAID = Record(
    {
        "id": Key(Text(), "名前", help="ページの中で、この声をさす名前です。", example="certificate_late"),
        "said": Key(Text(), "声", help="声を、短く言いかえて書きます。冊子の文は写しません。", example="証書が届くのが遅い。"),
        **ANSWER,
    },
    "声",
)


GROUP = Record(
    {"label": Key(Text(), "見出し", help="声の組の見出しです。", example="申し込みと更新"), "voices": Key(ListOf(SAID, "声"), "声", help="この組の声と、その答えです。")}, "声の組"
)


CASE = Record(
    {
        "label": Key(Text(), "改善の題", help="何がよくなったかを、言い切る題です。", example="共済金を、ウェブで請求できるようになった"),
        "said": Key(ListOf(Text(), "もとの声"), "もとの声", help="改善のもとになった声です。短く言いかえて書きます。", example=["スマートフォンで請求したい。"]),
        "change": Key(Text(), "変わったこと", help="何がどう変わったかを書きます。", example="マイページから、新しく入れます。"),
        "page": Key(PAGE, "くわしいページ", help="変わったことを使うためのページです。", example="mypage/claim-online.md"),
        "note": optional(Text(), "ことわり", "", help="できないことなど、ことわりの文です。", example="条件によっては、できない手続きがあります。"),
    },
    "改善",
)


VOICES = Record(
    {
        "year": Key(Integer(at_least=2000), "年度", help="件数を数えた年度です。"),
        "from": Key(Text(), "年度の始まり", help="年度の始まりの日です。", example="2022年6月1日"),
        "to": Key(Text(), "年度の終わり", help="年度の終わりの日です。", example="2023年5月31日"),
        "total": Key(COUNT, "声の合計", help="その年度の声の件数です。種類の合計と、同じになります。"),
        "kinds": Key(many(KIND, "声の種類"), "声の種類", help="声の種類と件数です。上から順に、図になります。"),
        "windows": Key(ListOf(STEP, "窓口"), "声を受ける窓口", help="声を受けるところです。"),
        "process": Key(ListOf(STEP, "段階"), "声が改善になるまで", help="声が改善になるまでの段階です。上から順に番号が付きます。"),
        "thanked": Key(ListOf(Text(), "感謝の声"), "感謝の声", help="感謝の声です。短く言いかえて書きます。", example=["よくわかるまで、話してもらえた。"]),
        "groups": Key(ListOf(GROUP, "声の組"), "意見と苦情", help="意見と苦情を、話題ごとにまとめた組です。"),
        "cases": Key(ListOf(CASE, "改善"), "改善", help="声をもとによくなったことです。"),
        **ORIGIN,
    },
    "組合員の声のファイル",
)


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
    """Report totals that are not the sum of their parts; what could not be read was told already and is no part of a sum."""
    kinds = [*file["kinds"].values()]
    for kind in kinds:
        parts = _sum(kind["classes"], "count")
        if None not in (parts, kind["total"]) and parts != kind["total"]:
            report.add(kind.at("total"), f"「{kind['label']}」の合計 {kind['total']} は、分類の合計 {parts} とちがいます。", "どれかの件数を直してください。")
    whole = _sum(kinds, "total")
    if None not in (whole, file["total"]) and whole != file["total"]:
        report.add(file.at("total"), f"声の合計 {file['total']} は、種類の合計 {whole} とちがいます。", "どれかの件数を直してください。")


def _sum(entries: Iterable[Fields], key: str) -> int | None:
    """Return the sum of one count of each entry; None where one could not be read."""
    counts = [each[key] for each in entries]
    return None if None in counts else sum(counts)
