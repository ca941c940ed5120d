"""What ``data/guide/documents/`` may contain: every section, table, figure, number and desk of a document, and the page that carries it."""

from dataclasses import dataclass

from guide.cover import ORIGIN
from guide.library import Guide
from guide.names import check_page
from rulebook.checks.names import check_name
from rulebook.declared.parts import optional
from rulebook.shapes.patterns import PAGE
from rulebook.shapes.scalars import Id, OneOf, Text
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


DOCUMENT = Record({"groups": Key(ListOf(GROUP, "項目の組"), "項目の組", help="資料にあるものの一覧です。のせ忘れがないかを、これで確かめます。"), **ORIGIN}, "資料の一覧")


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
