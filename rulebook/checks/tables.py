"""References inside an edition's groups and tables: what they are looked up by, and what their cells hold."""

from itertools import pairwise

from quote_engine.values.money import less_than, ratio
from rulebook.checks.names import check_name, check_names, check_origin
from rulebook.checks.vocabulary import Vocabulary, check_label
from rulebook.declared.parts import TABLE_UNITS
from rulebook.shapes.shape import Fields
from rulebook.shapes.tables import leaves
from rulebook.sheets.problem import Report

Files = dict[str, Fields]


def tables(files: Files) -> list[tuple[str, Fields]]:
    """Return every table of an edition with the file it stands in."""
    return (
        [("base.yml", table) for table in files["base.yml"]["base"].values()]
        + [("riders.yml", rider["premium"]) for rider in files["riders.yml"]["riders"].values()]
        + [("factors.yml", table) for table in files["factors.yml"]["factors"].values()]
        + [("grades.yml", files["grades.yml"]["grades"])]
        + [("discounts.yml", table) for table in files["discounts.yml"]["discounts"].values()]
    )


def check_groups(groups: Fields, vocabulary: Vocabulary, report: Report) -> None:
    """Report bands out of order and cases that cannot be told apart; the vocabulary learns the groups."""
    vocabulary.groups = {}
    taken = vocabulary.facts()
    for id_ in groups:
        if id_ in taken:
            report.add(groups.key_at(id_), f"「{id_}」は、質問などの名前として使われています。", "区分に別の名前を付けてください。")
    vocabulary.groups = {
        id_: [each["id"] for each in group["bands"] or group["cases"] or []]
        for id_, group in groups.items()
        if id_ not in taken
    }
    for id_, group in groups.items():
        if bool(group["bands"]) == bool(group["cases"]):
            report.add(groups.key_at(id_), f"区分「{id_}」には、bands（帯）か cases（場合）のどちらか1つが要ります。")
        if group["bands"]:
            _bands(id_, groups, vocabulary, report)
        for case in group["cases"] or []:
            vocabulary.check(case["when"], report)
        if group["cases"] and group["cases"][-1]["when"] is not None:
            place = group["cases"].places[-1]
            report.add(place, "区分の最後の行には、条件（when）を書けません。", "どれにも当てはまらない人の行です。")


def _bands(id_: str, groups: Fields, vocabulary: Vocabulary, report: Report) -> None:
    group = groups[id_]
    if group["of"] is None:
        report.add(groups.key_at(id_), f"区分「{id_}」の帯（bands）には、分ける数（of）が要ります。")
    elif not check_name(group["of"], vocabulary.facts(), group.at("of"), "項目", report):
        pass
    elif vocabulary.kind_of(group["of"]) != "integer":
        report.add(group.at("of"), f"「{group['of']}」は数ではないので、帯に分けられません。")
    bands = [band for band in group["bands"] if band["from"] is not None]
    for before, band in pairwise(bands):
        if band["from"] <= before["from"]:
            report.add(
                band.at("from"),
                f"帯の順番が違います。{before['from']} の次に {band['from']} があります。",
                "下限の小さい順に書いてください。終わりは次の帯の前までです。",
            )


def check_table(table: Fields, name: str, files: Files, vocabulary: Vocabulary, report: Report) -> None:
    """Report a table of file ``name`` that cannot be looked up, or that does not say where it comes from."""
    units = [unit for unit in TABLE_UNITS if table.get(unit) is not None]
    if len(units) != 1:
        if name == "discounts.yml":
            report.add(table.place, "割引に percent（％）がありません。")
        else:
            report.add(table.place, "表には yen（円）、factor（率）、percent（％）のどれか1つだけを書いてください。")
        vocabulary.told.give_up(table, units[0] if units else "percent")
        return
    check_origin(table, files[name], table.place, "表", report)
    check_label(table, report)
    rows = leaves(table[units[0]])
    for _, cell in rows if name == "discounts.yml" else []:
        if cell[0].startswith("-"):
            report.add(cell.place, "割引の％は、- を付けずに書いてください。", f"{cell[0].removeprefix('-')} と書きます。")
        elif less_than((100, 1), ratio(cell[0])):
            report.add(cell.place, f"割引の {cell[0]}％ は 100％ を超えています。")
    before = len(report.problems)
    check_names(table["by"], vocabulary.facts(), "項目", report)
    if not rows:
        report.add(table.at(units[0]), "表に行が1つもありません。")
    for path, cell in rows:
        if len(path) != len(table["by"]):
            report.add(cell.place, f"行の段の数（{len(path)}）が、by に書いた項目の数（{len(table['by'])}）と合いません。")
            break
    if len(report.problems) > before:
        vocabulary.told.give_up(table, units[0])
