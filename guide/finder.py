"""What ``data/guide/finder.yml`` may contain: questions, their choices, and the desks and pages they lead to."""

import re

from guide.library import Guide
from guide.matters import check_matter_names
from guide.names import PLACEHOLDER, check_page, fact_ids
from rulebook.checks.names import check_name, check_names
from rulebook.declared.parts import SOURCE, many, optional
from rulebook.shapes.patterns import PAGE, Pattern
from rulebook.shapes.scalars import Day, Flag, Id, Text
from rulebook.shapes.shape import Fields, Key, ListOf, Record, near
from rulebook.sheets.problem import Place, Report

_MONTH_DAY = Pattern("月日", form=re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"), hint='"12-31" のように、月と日で書いてください。')


_WEB = Pattern("住所", form=re.compile(r"https://[^\s\"'<>]+"), hint="https:// で始まる住所を書いてください。")


_DESKS = ListOf(Id(), "窓口の並び")


_CHOICE = Record(
    {
        "label": Key(Text(), "表示名", help="選ぶところに出る言葉です。", example="掛金・引き落とし"),
        "detail": optional(Text(), "説明", "", help="何が入るかを、例を並べて書きます。", example="車の買いかえ、引っこし、更新"),
        "drawing": optional(Id(), "絵", help="そばに置く絵です。docs/assets/drawings/ にあるファイルの名前を、.svg なしで書きます。", example="ask-contract"),
        "unsure": optional(Flag(), "わからない人のための道", default=False, help="true は、どれか迷う人のための道です。質問の最後の選択肢に付けます。"),
        "to": Key(Id(), "行き先", help="次に進む、nodes の質問か results の行き先の名前です。", example="payment"),
    },
    "選択肢",
)


_NODE = Record(
    {
        "about": Key(Text(), "答えの見出し", help="選んだ答えを上に並べるときの、見出しの言葉です。", example="用件"),
        "question": Key(Text(), "質問", help="見る人に聞く文です。ページの見出しになります。", example="どんな用件ですか？"),
        "hint": optional(Text(), "ひとこと", "", help="質問の下に足す一言です。{名前} には、事実（facts）の値が入ります。", example="近いものを1つ選んでください。"),
        "choices": Key(ListOf(_CHOICE, "選択肢"), "選択肢", help="選べる道です。どの道でも、4回選ぶまでに行き先へ着くようにします。"),
        "desks": optional(_DESKS, "窓口", [], help="この質問の下に出す窓口です。書かなければ、ファイルの先頭の desks を出します。", example=["accident"]),
    },
    "質問",
)


_LINK = Record(
    {
        "label": optional(Text(), "表示名", help="つなぐ先の言葉です。書かなければ、そのページの題です。ビルドが作るページには書きます。", example="料率と計算の順番"),
        "page": Key(PAGE, "ページ", help="つなぐ先のページです。", example="claim/car.md"),
    },
    "ページ",
)


_RESULT = Record(
    {
        "title": Key(Text(), "見出し", help="どこへ聞けばよいかを、言い切る見出しです。", example="ロードサービスへ"),
        "why": Key(Text(), "わけ", help="そこへ聞くわけと、先にしておくことです。", example="自分で業者を呼ぶ前に、電話してください。"),
        "matters": optional(
            ListOf(Id("用件"), "用件の並び"), "用件", [], help="matters.yml の用件です。はじめに電話する窓口は、この用件から決まります。", example=["car_broken_down"]
        ),
        "desks": optional(_DESKS, "ほかの窓口", [], help="用件の窓口のあとに足す窓口です。番号と時間は、data/contacts.yml から出ます。", example=["road_service"]),
        "pages": optional(ListOf(_LINK, "ページ"), "ページ", [], help="電話の前に読むと役立つページです。"),
        "sites": optional(ListOf(Id(), "ほかの入口"), "ほかの入口", [], help="電話のほかの入口です。sites の名前か、official（公式サイト）を書きます。", example=["official"]),
        "sources": Key(ListOf(SOURCE, "出典"), "出典", help="この行き先の文が書いてある文書です。窓口の番号の出典は、窓口の一覧に出ます。"),
    },
    "行き先",
)


_SITE = Record(
    {
        "label": Key(Text(), "表示名", help="入口の名前です。", example="画面で選ぶ窓口の案内"),
        "address": Key(_WEB, "住所", help="入口の住所（URL）です。", example="https://example.jp/"),
        "source": Key(SOURCE, "出典", help="この住所が書いてある文書です。"),
    },
    "入口",
)


FINDER = Record(
    {
        "checked": Key(Day(), "確かめた日", help="このファイルの内容を、出典と最後にくらべた日です。"),
        "desks": Key(_DESKS, "窓口", help="どの質問の下にも出す窓口です。data/contacts.yml の id を書きます。", example=["customer_service"]),
        "sites": Key(many(_SITE, "入口"), "電話のほかの入口", help="電話のほかの入口です。名前は、行き先の sites に書きます。"),
        "new_year": Key(
            Record(
                {
                    "first": Key(_MONTH_DAY, "はじめの日", help="年末年始の、はじめの日です。", example="12-31"),
                    "last": Key(_MONTH_DAY, "終わりの日", help="年末年始の、終わりの日です。", example="01-03"),
                    "source": Key(SOURCE, "出典", help="日を決めたもとの文書です。"),
                },
                "年末年始",
            ),
            "年末年始",
            help="窓口の時間で「年末年始」とみる日です。いま、つながるかの計算に使います。",
        ),
        "nodes": Key(many(_NODE, "質問"), "質問", help="見る人に聞く質問です。名前は、選択肢の to に書きます。start から始まります。"),
        "results": Key(many(_RESULT, "行き先"), "行き先", help="質問の終わりに着く行き先です。名前は、選択肢の to に書きます。"),
    },
    "窓口さがしのファイル",
)


START = "start"


LONGEST = 4
"""Answers on the longest way; a caller would not wait for a fifth."""


MOST_CHOICES = 8
"""More rows do not fit a phone's screen and a half."""


OFFICIAL = "official"
"""The site whose address stands in ``site.yml``."""


TAKEN = ("desks", "index")
"""Names of pages that stand in the folder of the questions already."""


def check_finder(guide: Guide, report: Report) -> None:
    """Report every way of the finder that is broken, too long, double or missing, and every name that leads nowhere."""
    desks = guide.desks()
    facts = fact_ids(guide)
    for finder in guide.named("finder.yml"):
        _ways(finder, report)
        for node in finder["nodes"].values():
            _choices(node, guide, report)
        for result in finder["results"].values():
            check_matter_names(result["matters"], guide, report)
            if not result["matters"] and not result["desks"] and not result["pages"]:
                report.add(result.place, "この行き先には、窓口もページもありません。", "desks か pages を書いてください。")
            for link in result["pages"]:
                check_page(link["page"], link.at("page"), guide, report)
            for name in PLACEHOLDER.findall(result["why"]):
                check_name(name, facts, result.at("why"), "事実", report)
            check_names(result["sites"], [OFFICIAL, *finder["sites"]], "入口", report)
        if desks is not None:
            for entry in (finder, *finder["nodes"].values(), *finder["results"].values()):
                check_names(entry["desks"], desks, "窓口", report)


def _choices(node: Fields, guide: Guide, report: Report) -> None:
    choices = node["choices"]
    unsure = [index for index, choice in enumerate(choices) if choice["unsure"]]
    if unsure != [len(choices) - 1]:
        report.add(node.place, "この質問には、わからない人のための道がありません。" if not unsure else "わからない人のための道は、最後に1つだけ置きます。",
                   "最後の選択肢に unsure: true を書いてください。")  # fmt: skip
    if not 2 <= len(choices) <= MOST_CHOICES:
        report.add(node.at("choices"), f"選択肢が{len(choices)}個あります。", f"2個から{MOST_CHOICES}個までにしてください。")
    seen: dict[str, Place] = {}
    for choice in choices:
        if choice["to"] in seen:
            report.add(choice.at("to"), f"この質問には、「{choice['to']}」へ行く選択肢が2つあります。", f"{seen[choice['to']].line}行目と、1つにまとめてください。")
        seen.setdefault(choice["to"], choice.at("to"))
        _drawing(choice, guide, report)


def _drawing(choice: Fields, guide: Guide, report: Report) -> None:
    name = choice["drawing"]
    if name is None or guide.docs is None:
        return
    folder = guide.docs / "assets" / "drawings"
    if not (folder / f"{name}.svg").is_file():
        report.add(choice.at("drawing"), f"docs/assets/drawings/{name}.svg という絵はありません。", near(name, [path.stem for path in folder.glob("*.svg")]))


def _ways(finder: Fields, report: Report) -> None:
    """Walk every way from the start; what the walk does not meet has no way to it."""
    nodes, results = finder["nodes"], finder["results"]
    for id_ in nodes:
        if id_ in results:
            report.add(results.key_at(id_), f"「{id_}」は、質問の名前にもあります。", "どちらかの名前を変えてください。")
    for id_ in [*nodes, *results]:
        if id_ in TAKEN:
            report.add((nodes if id_ in nodes else results).key_at(id_), f"「{id_}」は、ほかのページの名前です。", "名前を変えてください。")
    if START not in nodes:
        report.add(finder.at("nodes"), f"はじめの質問「{START}」がありません。", near(START, nodes))
        return
    met: dict[str, Place] = {START: nodes.key_at(START)}
    _walk(finder, [START], met, report)
    for fields, what in ((nodes, "質問"), (results, "行き先")):
        for id_ in fields:
            if id_ not in met:
                report.add(fields.key_at(id_), f"この{what}「{id_}」へ行く道がありません。", "どこかの選択肢の to に書くか、消してください。")


def _walk(finder: Fields, way: list[str], met: dict[str, Place], report: Report) -> None:
    nodes = finder["nodes"]
    for choice in nodes[way[-1]]["choices"]:
        to, place = choice["to"], choice.at("to")
        if not check_name(to, [*nodes, *finder["results"]], place, "質問や行き先", report):
            continue
        if to in way:
            report.add(place, f"「{to}」にもどる道です。答えていくと、終わりに着きません。", f"{' → '.join([*way[way.index(to):], to])} と回っています。")
        elif to not in nodes:
            met.setdefault(to, place)
        elif to in met:
            report.add(place, f"質問「{to}」への道が2つあります。", f"{met[to].line}行目の道だけにするか、別の名前の質問を作ってください。")
        elif len(way) >= LONGEST:
            report.add(place, f"答えが{LONGEST}つを超える道です。", f"{' → '.join(way)} の次は、行き先（results）にしてください。")
            met[to] = place
        else:
            met[to] = place
            _walk(finder, [*way, to], met, report)
