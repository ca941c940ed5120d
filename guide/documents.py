"""What ``data/guide/documents/`` may contain: everything in a document with the page that carries it, line by line.

Each line of a document is told by an entry or left out for a reason, so that no note is skipped. An entry's words must prove
something: a page's title, three letters, or words that stand everywhere do not.
"""

import re
from dataclasses import dataclass

from guide.cover import ORIGIN
from guide.library import Guide
from guide.names import check_page
from guide.page_heads import read_heads, written_pages
from rulebook.checks.names import check_name, check_names
from rulebook.declared.parts import optional
from rulebook.shapes.patterns import PAGE, Pattern
from rulebook.shapes.scalars import Id, Integer, OneOf, Text
from rulebook.shapes.shape import Fields, Key, ListOf, Record
from rulebook.sheets.placed import Node
from rulebook.sheets.problem import Place, Report

KINDS = {"section": "節", "table": "表", "figure": "図", "number": "数字", "desk": "窓口"}


@dataclass(frozen=True)
class EntryRecord(Record):
    """A thing of the document stands on a page, which shows it, or is left out for a reason."""

    def read(self, node: Node, report: Report) -> Fields | None:
        fields = super().read(node, report)
        if fields is None:
            return None
        carried, left = "page" in fields.places, "left_out" in fields.places
        if carried == left:
            message = "page（ページ）と left_out（載せないわけ）の両方があります。" if carried else "page（ページ）がありません。"
            report.add(node.place, message, "載せないと決めたものだけ、page の代わりに left_out にわけを書きます。")
        shown = "shows" in fields.places or "desk" in fields.places
        if carried and not shown:
            report.add(
                node.place,
                "このページで見せる言葉がありません。",
                "shows に、ページにあるはずの言葉を書いてください。窓口の番号なら desk です。",
            )
        elif left and not carried and shown:
            report.add(node.place, "載せないものに、shows と desk は書けません。", "その項目を消してください。")
        return fields


ENTRY = EntryRecord(
    {
        "id": Key(Id(), "名前", help="項目をさす名前です。どの資料とも重ならないようにします。", example="cover_title"),
        "kind": Key(OneOf(tuple(KINDS), "種類"), "種類", help="section は節、table は表、figure は図、number は数字、desk は窓口です。"),
        "title": Key(Text(), "何があるか", help="資料に何があるかを、わたしたちの言葉で書きます。", example="商品の名前"),
        "where": Key(Text(), "資料のどこか", help="資料の、どこにあるかです。", example=("表紙", "P.5")),
        "page": optional(PAGE, "のせているページ", help="それをのせたページです。# のあとに見出しの名前を付けると、そこまでさせます。", example="guide/reasons.md#fit"),
        "shows": optional(ListOf(Text(), "見せる言葉"), "見せる言葉", [], help="そのページにあるはずの言葉です。なくなると、テストが知らせます。", example=["マイカー共済"]),
        "desk": optional(Id("窓口"), "番号を見せる窓口", help="番号をページに出すはずの窓口です。data/contacts.yml の id を書きます。", example="accident"),
        "left_out": optional(Text(), "載せないわけ", help="ページにのせないわけです。page の代わりに書きます。", example="飾りです。"),
    },
    "資料の項目",
)


GROUP = Record(
    {
        "label": Key(Text(), "見出し", help="資料の、どのあたりの項目かです。", example="表紙と裏表紙"),
        "entries": Key(ListOf(ENTRY, "資料の項目"), "資料の項目", help="その部分にあるものを、1つずつ書きます。"),
    },
    "項目の組",
)


SPAN = Pattern("行の範囲", form=re.compile(r"[1-9]\d*-[1-9]\d*"), hint='"120-134" のように、はじめと終わりの行の番号を書いてください。')
LINES = Record(
    {
        "lines": Key(SPAN, "行の範囲", help="資料の文字を1行ずつ数えた、はじめと終わりの番号です。前の範囲の次の行から書きます。", example="120-134"),
        "entries": optional(ListOf(Id(), "項目の並び"), "項目", help="その行にあることを伝える、上の項目の名前です。", example=["cover_title"]),
        "left_out": optional(Text(), "載せないわけ", help="どの項目にもない行に、載せないわけを書きます。", example="ページのはしの見出しです。"),
    },
    "行の範囲",
)


DOCUMENT = Record(
    {
        "groups": Key(ListOf(GROUP, "項目の組"), "項目の組", help="資料にあるものの一覧です。のせ忘れがないかを、これで確かめます。"),
        "line_count": Key(Integer(at_least=1), "行の数", help="資料の文字の、全部の行の数です。"),
        "lines": Key(ListOf(LINES, "行の範囲"), "行の範囲", help="資料の行を、1行めから終わりまで、すきまなく分けたものです。注（※や*）の行も入ります。"),
        **ORIGIN,
    },
    "資料の一覧",
)


SHORTEST = 4
"""Letters of the shortest words that prove something."""
MOST_PAGES = 5
"""Words on more pages than this stand there by themselves."""


def check_lines(guide: Guide, report: Report) -> None:
    """Report lines of a document that no range holds, or two, and names of entries that are not there."""
    for file in guide.named("documents/*.yml"):
        known = [entry["id"] for group in file["groups"] for entry in group["entries"]]
        named: set[str] = set()
        last = 0
        for row in file["lines"]:
            first, end = (int(part) for part in (row["lines"] or "0-0").split("-"))
            if row["lines"] is None:
                continue
            if first != last + 1 or end < first:
                report.add(row.at("lines"), f"{last}行めの次は{last + 1}行めです。「{row['lines']}」では、すきまか重なりができます。", f'"{last + 1}-…" から書いてください。')
            last = end
            if ("entries" in row.places) == ("left_out" in row.places):
                report.add(row.place, "この範囲には、項目（entries）か、載せないわけ（left_out）の、どちらか1つを書きます。")
            check_names(row["entries"], known, "項目", report)
            named |= set(row["entries"] or [])
        if file["line_count"] is not None and last != file["line_count"]:
            report.add(file.at("line_count"), f"資料は{file['line_count']}行ですが、範囲は{last}行めまでです。", "lines に足りない範囲を書いてください。")
        for entry in [entry for group in file["groups"] for entry in group["entries"]]:
            if entry["id"] is not None and entry["id"] not in named:
                report.add(entry.at("id"), f"項目「{entry['id']}」が、どの行の範囲にもありません。", "lines の entries に書いてください。")


def check_shown(guide: Guide, report: Report) -> None:
    """Report words of an entry that would stand on its page anyway: too short, a page's title, or on many pages."""
    pages = [plain(path.read_text(encoding="utf-8")) for name, path in written_pages(guide).items() if not name.startswith(("handbook/", "about/"))]
    titles = {plain(head["title"]) for head in read_heads(guide, Report()).values() if head["title"]}
    for entry in [entry for file in guide.named("documents/*.yml") for group in file["groups"] for entry in group["entries"]]:
        for words, place in zip(entry["shows"], entry["shows"].places if entry["shows"] else [], strict=True):
            bare = plain(words)
            found = sum(bare in page for page in pages)
            if len(bare) < SHORTEST:
                report.add(place, f"「{words}」は短すぎて、何も確かめられません。", f"{SHORTEST}文字以上の、そのことを伝える言葉にしてください。")
            elif bare in titles:
                report.add(place, f"「{words}」はページの題です。そのことを書いたしるしになりません。", "そのことを伝える文の言葉にしてください。")
            elif found > MOST_PAGES:
                report.add(place, f"「{words}」は{found}ページにあります。どこにでもある言葉では、確かめられません。", "そのことだけを伝える言葉にしてください。")


def plain(words: str) -> str:
    """Words without white space, which layout adds and takes away."""
    return re.sub(r"\s", "", words)


def check_documents(guide: Guide, report: Report) -> None:
    """Report entries that stand twice, also in two lists, and pages and desks that are not there."""
    desks = guide.desks()
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
        if "desk" in entry.places:
            check_name(entry["desk"], desks, entry.at("desk"), "窓口", report)
