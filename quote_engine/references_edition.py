"""References inside one edition: groups, tables, steps, discounts, riders and their order."""

from collections.abc import Iterable

from quote_engine.library import EditionFiles, Library
from quote_engine.problem import Place, Report
from quote_engine.references_vocabulary import Vocabulary
from quote_engine.shape import Fields, near
from quote_engine.table_shape import leaves

UNITS = ("yen", "factor", "percent")
NEEDS = {
    "add": ("table",),
    "multiply": ("table",),
    "discounts": ("stage",),
    "floor": ("yen", "label"),
    "cap": ("yen", "label"),
    "round": ("unit", "mode", "label"),
}
"""What each kind of step must say besides its kind."""


def check_edition(edition: EditionFiles, library: Library, vocabulary: Vocabulary, report: Report) -> None:
    """Report every name in the edition that leads nowhere, and every rule of order that is broken."""
    files = edition.files
    _groups(files["groups.yml"]["groups"], vocabulary, report)
    coverages = [*library.files["coverages.yml"]["coverages"], *files["riders.yml"]["riders"]]
    sets = ["all", *files["plan.yml"]["coverage_sets"]]
    _sets(files["plan.yml"]["coverage_sets"], coverages, report)
    for id_ in library.files["coverages.yml"]["coverages"]:
        if id_ not in files["base.yml"]["base"]:
            report.add(files["base.yml"].at("base"), f"補償「{id_}」の基準掛金がありません。")
    for id_ in files["base.yml"]["base"]:
        if id_ not in library.files["coverages.yml"]["coverages"]:
            place = files["base.yml"]["base"].at(id_)
            report.add(place, f"「{id_}」という補償はありません。", near(id_, library.files["coverages.yml"]["coverages"]))
    for name, table in _tables(files):
        _table(table, name, files, vocabulary, report)
    for discount in files["discounts.yml"]["discounts"].values():
        _names(discount["coverages"], [*coverages, *sets], discount.at("coverages"), "補償", report)
        vocabulary.check(discount["claimed"], report)
        for need in discount["requires"]:
            vocabulary.check(need["when"], report)
    for rider in files["riders.yml"]["riders"].values():
        for need in rider["requires"]:
            vocabulary.check(need["when"], report)
    _steps(files, coverages, sets, vocabulary, report)
    if files["edition.yml"]["status"] == "published":
        _all_published(files, report)


def _names(names: Iterable[str], known: Iterable[str], place: Place, what: str, report: Report) -> None:
    known = list(known)
    for name in names:
        if name not in known:
            report.add(place, f"「{name}」という{what}はありません。", near(name, known))


def _groups(groups: Fields, vocabulary: Vocabulary, report: Report) -> None:
    vocabulary.groups = {
        id_: [each["id"] for each in group["bands"] or group["cases"] or []] for id_, group in groups.items()
    }
    for id_, group in groups.items():
        if group["bands"]:
            if group["of"] is None:
                report.add(groups.at(id_), "帯（bands）には、分ける数（of）が要ります。")
            else:
                _names([group["of"]], vocabulary.facts(), group.at("of"), "項目", report)
            lows = [band["from"] for band in group["bands"]]
            for before, after, band in zip(lows, lows[1:], group["bands"][1:], strict=False):
                if after <= before:
                    report.add(
                        band.at("from"),
                        f"帯の順番が違います。{before} の次に {after} があります。",
                        "下限の小さい順に書いてください。終わりは次の帯の前までです。",
                    )
        elif group["cases"]:
            for case in group["cases"]:
                vocabulary.check(case["when"], report)
            if group["cases"][-1]["when"] is not None:
                report.add(group["cases"][-1].place, "区分の最後の行には、条件（when）を書けません。", "どれにも当てはまらない人の行です。")
        else:
            report.add(groups.at(id_), "区分には bands か cases のどちらかが要ります。")


def _sets(sets: Fields, coverages: list[str], report: Report) -> None:
    known = ["all", *coverages]
    for id_, members in sets.items():
        for member, place in zip(members, members.places, strict=False):
            _names([member], known, place, "補償か、上に書かれた補償の組", report)
        known.append(id_)


def _tables(files: dict[str, Fields]) -> list[tuple[str, Fields]]:
    riders = files["riders.yml"]["riders"].values()
    return (
        [("base.yml", table) for table in files["base.yml"]["base"].values()]
        + [("riders.yml", rider["premium"]) for rider in riders if rider["premium"]]
        + [("factors.yml", table) for table in files["factors.yml"]["factors"].values()]
        + [("grades.yml", files["grades.yml"]["grades"])]
        + [("discounts.yml", table) for table in files["discounts.yml"]["discounts"].values()]
    )


def _table(table: Fields, name: str, files: dict[str, Fields], vocabulary: Vocabulary, report: Report) -> None:
    units = [unit for unit in UNITS if table.get(unit) is not None]
    if len(units) != 1:
        report.add(table.place, "表には yen、factor、percent のどれか1つだけを書いてください。")
        return
    for key in ("certainty", "source"):
        if table.get(key) is None and files[name].get(key) is None:
            report.add(table.place, f"この表に {key} がありません。", f"表か、ファイルの先頭に {key} を書いてください。")
    for fact, place in zip(table["by"] or [], getattr(table["by"], "places", []), strict=False):
        _names([fact], vocabulary.facts(), place, "項目", report)
    for path, cell in leaves(table[units[0]]):
        if len(path) != len(table["by"]):
            report.add(cell.place, "表の段の数が、by に書いた項目の数と合いません。")
        if units[0] == "percent" and name == "discounts.yml" and cell[0].startswith("-"):
            report.add(cell.place, "割引の％は、- を付けずに書いてください。", cell[0].removeprefix("-"))


def _steps(
    files: dict[str, Fields], coverages: list[str], sets: list[str], vocabulary: Vocabulary, report: Report
) -> None:
    plan = files["plan.yml"]
    tables = [*files["factors.yml"]["factors"], "grades"]
    used: set[str] = set()
    for step in plan["steps"]:
        kind = step["kind"]
        for key in NEEDS.get(kind, ()):
            if step[key] is None:
                report.add(step.place, f"手順「{kind}」に {key} がありません。")
        if kind == "discounts":
            continue
        if step["coverages"] is None:
            report.add(step.place, f"手順「{kind}」に coverages がありません。")
        else:
            _names(step["coverages"], [*coverages, *sets], step.at("coverages"), "補償", report)
        if step["table"] is not None:
            _names([step["table"]], tables, step.at("table"), "率の表", report)
            used.add(step["table"])
        if step["times"] is not None:
            _names([step["times"]], vocabulary.questions, step.at("times"), "質問", report)
        vocabulary.check(step["when"], report)
    for id_ in files["factors.yml"]["factors"]:
        if id_ not in used:
            place = files["factors.yml"]["factors"].at(id_)
            report.add(place, f"率の表「{id_}」は、どの手順でも使われていません。", "plan.yml に手順を足すか、表を消してください。")
    stages = [step["stage"] for step in plan["steps"] if step["kind"] == "discounts"]
    for discount in files["discounts.yml"]["discounts"].values():
        if discount["stage"] not in stages:
            report.add(discount.at("stage"), f"割引の順番「{discount['stage']}」が plan.yml の手順にありません。")
    _ends(plan, coverages, report)


def _ends(plan: Fields, coverages: list[str], report: Report) -> None:
    """Report each coverage whose steps do not begin with base and end with round."""
    members: dict[str, list[str]] = {"all": coverages}
    for id_, names in plan["coverage_sets"].items():
        members[id_] = [each for name in names for each in members.get(name, [name])]
    for coverage in coverages:
        kinds = [
            step["kind"]
            for step in plan["steps"]
            if step["coverages"] and any(coverage in members.get(name, [name]) for name in step["coverages"])
        ]
        if not kinds or kinds[0] != "base":
            report.add(plan.at("steps"), f"補償「{coverage}」の計算が base で始まっていません。")
        if not kinds or kinds[-1] != "round" or kinds.count("round") != 1:
            report.add(plan.at("steps"), f"補償「{coverage}」に丸め（round）がありません。", "最後の手順に round を1つ置いてください。")


def _all_published(files: dict[str, Fields], report: Report) -> None:
    for name, table in _tables(files):
        if (table.get("certainty") or files[name].get("certainty")) == "sample":
            report.add(table.place, "版は公表（published）なのに、この表は参考（sample）のままです。")


