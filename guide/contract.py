"""What the guide's files on the contract may contain: matters to tell, tables in words, the prefectural co-ops."""

from guide.library import Guide
from guide.names import PLACEHOLDER, check_page, fact_ids
from rulebook.checks.names import check_name
from rulebook.declared.parts import SOURCE, many, optional
from rulebook.shapes.scalars import Day, Flag, Id, Text
from rulebook.shapes.shape import Fields, Key, ListOf, Record
from rulebook.sheets.problem import Place, Report

ORIGIN = {
    "source": Key(SOURCE, "出典", help="書いてあることの出典です。"),
    "checked": Key(Day(), "確かめた日", help="内容を、出典と最後にくらべた日です。古くなると、検査が知らせます。"),
}


CHANGE = Record(
    {
        "id": Key(Id(), "名前", help="ページの中で、この行をさす名前です。", example="car_replaced"),
        "matter": Key(Text(), "起きたこと", help="契約のあとに起きたことを、読む人の言葉で書きます。", example="車を買い替えた"),
        "when": Key(Text(), "いつ伝えるか", help="いつまでに伝えるかです。", example="手放す日が決まったら"),
        "ready": Key(ListOf(Text(), "用意するもの"), "用意するもの", help="電話の前に、手元に置くものです。", example=["証書", "新しい車の車検証"]),
        "how": Key(Text(), "手続き", help="どんな手続きになるかを書きます。", example="変更の手続きをします。"),
        "duty": optional(Flag(), "伝える義務がある", default=False, help="true は、伝える義務があることです。表に印が付きます。"),
        "desk": Key(Id("窓口"), "窓口", help="電話する窓口です。data/contacts.yml の id を書きます。", example="customer_service"),
        "page": Key(Text(), "くわしいページ", help="くわしく書いたページです。docs/ からの名前で書きます。", example="guide/cars.md"),
        "source": Key(SOURCE, "出典", help="手続きが書いてある文書です。"),
    },
    "変わったこと",
)


CHANGES = Record(
    {
        "checked": Key(Day(), "確かめた日", help="このファイルの内容を、出典と最後にくらべた日です。"),
        "groups": Key(
            many(
                Record(
                    {
                        "label": Key(Text(), "表示名", help="組の見出しです。", example="車のこと"),
                        "changes": Key(ListOf(CHANGE, "変わったこと"), "変わったこと", help="この組に入る、変わったことです。上から順に、表の行になります。"),
                    },
                    "組",
                ),
                "組",
            ),
            "組",
            help="変わったことを、車、人、お金などにまとめた組です。名前は、ページで表を引くときに使います。",
        ),
    },
    "契約の変更のファイル",
)


ROW = Record(
    {
        "cells": Key(
            ListOf(Text(), "欄"),
            "欄",
            help="左から順に書く、行の中身です。heads と同じ数だけ書きます。{名前} には、事実（facts）の値が入ります。",
            example=["口座振替", "自動で続きます。"],
        ),
        "page": optional(Text(), "くわしいページ", help="行の終わりからつなぐページです。docs/ からの名前で書きます。", example="contract/renewal.md"),
    },
    "行",
)


TABLE = Record(
    {
        "caption": Key(Text(), "表の名前", help="表の上に出る名前です。", example="掛金の払い方"),
        "heads": Key(ListOf(Text(), "見出し"), "見出し", help="列の見出しです。", example=["払い方", "次の年の契約"]),
        "rows": Key(ListOf(ROW, "行"), "行", help="表の行です。上から順に並びます。"),
        **ORIGIN,
    },
    "表",
)


CONTRACT_TABLES = Record({"tables": Key(many(TABLE, "表"), "表", help="契約のページに出す表です。名前は、ページで表を引くときに使います。")}, "契約の表のファイル")


PREFECTURE = Record(
    {
        "prefecture": Key(Text(), "都道府県", help="都道府県の名前です。", example="北海道"),
        "name": Key(Text(), "正式な名前", help="共済生協の正式な名前です。", example="北海道労働者共済生活協同組合"),
    },
    "都道府県の共済生協",
)


PREFECTURES = Record(
    {"prefectures": Key(ListOf(PREFECTURE, "都道府県の共済生協"), "都道府県の共済生協", help="都道府県の共済生協です。資料の順に書きます。"), **ORIGIN},
    "都道府県の共済生協のファイル",
)


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
    desks = guide.desks()
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
    facts = fact_ids(guide)
    known = None if facts is None else [*facts, *DAYS]
    _named(table["caption"], known, table.at("caption"), report)
    for row in table["rows"]:
        if len(row["cells"]) != len(table["heads"]):
            report.add(row.at("cells"), f"欄が{len(row['cells'])}つあります。見出しは{len(table['heads'])}つです。", '欄の中の「、」は、"…" で囲んでください。')
        for words in row["cells"]:
            _named(words, known, row.at("cells"), report)
        check_page(row["page"], row.at("page"), guide, report)


def _named(words: str | None, known: list[str | None] | None, place: Place, report: Report) -> None:
    for name in PLACEHOLDER.findall(words or ""):
        check_name(name, known, place, "事実", report)
