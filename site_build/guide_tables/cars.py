"""入れる車: the kinds of car, what each may carry, and which cars are never taken."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, tag
from quote_engine.pages.joining import carries
from site_build.guide_pages.layout import guide_table, quote_link
from site_build.sources import Sources

Data = Mapping[str, Any]

PRESET = ("personal_injury", "own_damage", "own_damage_amount", "own_damage_deductible", "incidental_expenses", "driver_scope")
"""Left out of a link to another kind of car: the price page sets what is recommended for that kind."""
PAPERS = (
    ("自家用・事業用の別", "「自家用」とあること"),
    ("自動車の種別、用途", "乗用か、貨物か、特種か"),
    ("最大積載量", "貨物車のとき"),
    ("車体の形状", "ダンプ、キャンピング車、車いす移動車など"),
)


def cars_table(sources: Sources) -> Html:
    """Every kind of car: what its papers say, whether it has a grade and a class, whether the own car may be covered."""
    rows = []
    for vehicle in sources.book["vehicles"]:
        traits = vehicle["traits"]
        link = quote_link(sources, vehicle["label"], _only(sources, vehicle), class_="cell long")
        detail = tag("span", vehicle["detail"], class_="small") if vehicle["detail"] else None
        classes = f"{traits['highest_class']}段階" if traits["highest_class"] else "なし"
        rows.append([join((link, detail)), carries(sources.say, vehicle), "あり" if traits["graded"] else "なし", classes])
    return guide_table("入れる車の種類", ("車の種類", "車両損害", "等級", "料率クラス"), rows)


def car_covers_table(sources: Sources) -> Html:
    """Every cover that is chosen: which kinds of car may carry it, and on what condition."""
    found = carried(sources)
    coverages = {coverage["id"]: coverage for coverage in sources.edition["coverages"]}
    rows = [[coverages[id_]["label"], _kinds(sources, kinds), _conditions(sources, id_)] for id_, kinds in found.items()]
    return guide_table("選んで付ける補償と、付けられる車", ("補償", "付けられる車", "ほかの条件"), rows)


def carried(sources: Sources) -> dict[str, list[str]]:
    """The kinds of car by the cover they may carry, as the engine answers for each kind."""
    found: dict[str, list[str]] = {"own_damage": []}
    for vehicle in sources.book["vehicles"]:
        answer = joining_of(sources, vehicle["id"])
        if answer["own_damage"]["allowed"]:
            found["own_damage"].append(vehicle["id"])
        for rider in answer["riders"]:
            found.setdefault(rider["id"], [])
            if rider["allowed"]:
                found[rider["id"]].append(vehicle["id"])
    return found


def joining_of(sources: Sources, vehicle: str) -> Data:
    """What the engine says of taking a vehicle of this kind: whether it may carry damage to itself, and each rider."""
    answer: Data = sources.ask("join", {"vehicle_type": vehicle, **sources.days})["join"]
    return answer


def papers_table() -> Html:
    """Which box of the vehicle certificate answers what."""
    return guide_table("車検証で見る欄", ("車検証の欄", "見ること"), PAPERS)


def refused_cars(sources: Sources) -> Html:
    """The cars that are never taken, with the reason."""
    return tag("ul", *(tag("li", rule["message"]) for rule in sources.book["eligibility"]))


def _only(sources: Sources, vehicle: Data) -> Data:
    graded = {} if vehicle["traits"]["graded"] else dict.fromkeys(("prior_contract", "grade"))
    kept = {} if vehicle["id"] == sources.example_answers["vehicle_type"] else dict.fromkeys(PRESET)
    return kept | graded | {"vehicle_type": vehicle["id"]}


def _kinds(sources: Sources, ids: list[str]) -> str:
    every = {vehicle["id"]: vehicle for vehicle in sources.book["vehicles"]}
    four = [id_ for id_, vehicle in every.items() if vehicle["traits"]["wheels"] == "four"]
    if len(ids) == len(every):
        return "すべての車"
    if ids == four:
        return "四輪の車すべて"
    missing = [every[id_]["label"] for id_ in four if id_ not in ids]
    if set(ids) <= set(four) and len(missing) < len(ids):
        return f"四輪の車（{'、'.join(missing)}をのぞく）"
    return "、".join(every[id_]["label"] for id_ in ids)


def _conditions(sources: Sources, id_: str) -> str:
    limits = [limit["otherwise"] for limit in sources.edition["limits"].get(id_, [])]
    question = next((each for each in sources.book["questions"] if each["id"] == id_), None)
    if id_ == "own_damage" and question:
        limits += [limit["otherwise"] for limit in question["limits"] if "dump_body" in str(limit["when"])]
    return "".join(words.removesuffix("外しました。").removesuffix("外して計算しました。") for words in limits)


MACROS = (car_covers_table, cars_table, refused_cars)
PLAIN_MACROS = (papers_table,)
