"""References of the finder: every choice leads on, every way ends within four answers, nobody is left without one."""

from guide.library import Guide
from guide.names import PLACEHOLDER, check_page, fact_ids
from rulebook.checks.names import check_name, check_names
from rulebook.shapes.shape import Fields, near
from rulebook.sheets.problem import Place, Report

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
    contacts = guide.neighbour("contacts.yml")
    desks = [contact["id"] for contact in contacts["contacts"]] if contacts else None
    facts = fact_ids(guide)
    for finder in guide.named("finder.yml"):
        _ways(finder, report)
        for node in finder["nodes"].values():
            _choices(node, guide, report)
        for result in finder["results"].values():
            if not result["desks"] and not result["pages"]:
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
