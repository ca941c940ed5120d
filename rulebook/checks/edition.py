"""References inside one edition: coverages and their bases, steps and their order, discounts, riders."""

from quote_engine.premium.steps import PLANNED, Discount
from rulebook.checks.names import check_each, check_name, check_names, check_origin
from rulebook.checks.renewal import check_renewal
from rulebook.checks.renewal import figures as renewal_figures
from rulebook.checks.tables import Files, check_groups, check_table, tables
from rulebook.checks.told import Told
from rulebook.checks.vocabulary import Vocabulary, check_message
from rulebook.declared.edition import EDITION_FILES
from rulebook.declared.files import DATA_FILES
from rulebook.library import EditionFiles, Library
from rulebook.shapes.shape import Fields
from rulebook.sheets.problem import Report

GRADE_TABLE = "grades"
"""The name under which steps use the table of grades.yml."""


def check_edition(edition: EditionFiles, library: Library, vocabulary: Vocabulary, report: Report) -> None:
    """Report every name in the edition that leads nowhere, and every rule of order that is broken."""
    files, main = edition.files, library.files["coverages.yml"]["coverages"]
    check_groups(files["groups.yml"]["groups"], vocabulary, report)
    coverages = [*main, *files["riders.yml"]["riders"]]
    _bases(files["base.yml"], main, report)
    _sets(files["plan.yml"]["coverage_sets"], coverages, report)
    for name, table in tables(files):
        check_table(table, name, files, vocabulary, report)
    _riders(files["riders.yml"], library, vocabulary, report)
    _plan(files, coverages, vocabulary, report)
    check_renewal(files["renewal.yml"], vocabulary, report)
    if files["edition.yml"]["status"] == "published":
        _all_published(files, vocabulary.told, report)
    _reviews(files["edition.yml"], report)


def _bases(file: Fields, coverages: Fields, report: Report) -> None:
    for id_ in coverages:
        if id_ not in file["base"]:
            report.add(file.key_at("base"), f"補償「{id_}」の基準掛金がありません。", f"{id_}: の表を足してください。")
    for id_ in file["base"]:
        check_name(id_, coverages, file["base"].key_at(id_), "補償", report)


def _sets(sets: Fields, coverages: list[str], report: Report) -> None:
    known = ["all", *coverages]
    for id_, members in sets.items():
        check_names(members, known, "補償か、上に書かれた補償の組", report)
        if id_ in known:
            report.add(sets.key_at(id_), f"「{id_}」は、補償などの名前として使われています。", "組に別の名前を付けてください。")
        known.append(id_)


def _riders(file: Fields, library: Library, vocabulary: Vocabulary, report: Report) -> None:
    def check_need(need: Fields) -> None:
        vocabulary.check(need["when"], report)
        check_message(need, "otherwise", vocabulary, report)

    riders = file["riders"]
    for id_, rider in riders.items():
        check_origin(rider, file, rider.place, "特約", report)
        taken = id_ in library.files["coverages.yml"]["coverages"] or vocabulary.kind_of(id_) != "flag"
        if taken or id_ in vocabulary.traits:
            report.add(riders.key_at(id_), f"「{id_}」は、ほかのものの名前として使われています。", "特約に別の名前を付けてください。")
        for part in rider["detail"]:
            check_name(part["fact"], vocabulary.questions, part.at("fact"), "質問", report)
        check_each(rider["requires"], check_need, vocabulary.told, report)


def _plan(files: Files, coverages: list[str], vocabulary: Vocabulary, report: Report) -> None:
    plan, factors = files["plan.yml"], files["factors.yml"]["factors"]
    known = [*coverages, "all", *plan["coverage_sets"]]
    used = {step["table"] for step in plan["steps"]}
    stages = [step["stage"] for step in plan["steps"] if step["kind"] == Discount.written]

    done: list[Fields] = []

    def check_step(step: Fields) -> None:
        twin = next((each for each in done if step["kind"] in PLANNED and each == step), None)
        if twin is not None:
            report.add(step.place, f"同じ手順が、{twin.place.line}行目にもあります。", "2度掛けるのでなければ、どちらかを消してください。")
        done.append(step)
        _step(step, [*factors, GRADE_TABLE], known, vocabulary, report)

    def check_discount(discount: Fields) -> None:
        check_names(discount["coverages"], known, "補償", report)
        check_name(discount["stage"], stages, discount.at("stage"), "割引の手順（plan.yml）", report)
        vocabulary.check(discount["claimed"], report)
        for need in discount["requires"]:
            vocabulary.check(need["when"], report)
            check_message(need, "otherwise", vocabulary, report)

    for id_ in factors:
        place = factors.key_at(id_)
        if id_ == GRADE_TABLE:
            report.add(place, f"「{GRADE_TABLE}」は、等級の表の名前です。", "率の表に別の名前を付けてください。")
        elif id_ not in used and used <= {None, GRADE_TABLE, *factors}:
            report.add(place, f"率の表「{id_}」は、どの手順でも使われていません。", "plan.yml に手順を足すか、表を消してください。")
    for part in _figures(plan):
        check_origin(part, plan, part.place, "手順", report)
    _ends(plan, coverages, report)
    check_each(plan["steps"], check_step, vocabulary.told, report)
    check_each(files["discounts.yml"]["discounts"], check_discount, vocabulary.told, report)


def _step(step: Fields, tables_: list[str], known: list[str], vocabulary: Vocabulary, report: Report) -> None:
    kind = step["kind"]
    for key in PLANNED[kind].needs if kind in PLANNED else ():
        if key not in step.places:
            report.add(step.place, f"手順「{kind}」に {key} がありません。")
    check_names(step["coverages"], known, "補償", report)
    check_name(step["table"], tables_, step.at("table"), "率の表", report)
    if step["times"] is not None and check_name(step["times"], vocabulary.questions, step.at("times"), "質問", report):
        question = vocabulary.questions[step["times"]]
        if question["kind"] != "integer" or not vocabulary.told.left(question["default"]):
            report.add(step.at("times"), f"「{step['times']}」は、はじめの値のある数の質問ではないので、掛けられません。")
    vocabulary.check(step["when"], report)


def _ends(plan: Fields, coverages: list[str], report: Report) -> None:
    """Report each coverage whose steps do not begin with base and end with round."""
    members: dict[str, list[str]] = {"all": coverages}
    for id_, names in plan["coverage_sets"].items():
        members[id_] = [each for name in names for each in members.get(name, [name])]
    place = plan.key_at("steps")
    for coverage in coverages:
        kinds = [
            step["kind"]
            for step in plan["steps"]
            if step["coverages"] and any(coverage in members.get(name, [name]) for name in step["coverages"])
        ]
        if not kinds or kinds[0] != "base" or kinds.count("base") != 1:
            report.add(place, f"補償「{coverage}」の計算が base で始まっていません。", "最初の手順に base を1つ置いてください。")
        if not kinds or kinds[-1] != "round" or kinds.count("round") != 1:
            report.add(place, f"補償「{coverage}」に丸め（round）がありません。", "最後の手順に round を1つ置いてください。")


def _figures(plan: Fields) -> list[Fields]:
    """Return the parts of the plan that hold figures of their own."""
    steps = [step for step in plan["steps"] if step["kind"] in PLANNED and PLANNED[step["kind"]].figure]
    return [*steps, plan["payment"], plan["payment"]["round"]]


def _reviews(head: Fields, report: Report) -> None:
    for item in head["review"]:
        check_name(item["file"], [*EDITION_FILES, *DATA_FILES], item.at("file"), "ファイル", report)
    if head["review"] and head["status"] == "published":
        report.add(head.at("review"), f"版は公表（published）なのに、見直すことが {len(head['review'])} 件残っています。", "見たものは行を消し、全部見てから published にします。")


def _all_published(files: Files, told: Told, report: Report) -> None:
    """Report what is still a sample in an edition that calls itself published."""
    plan = (("plan.yml", part) for part in _figures(files["plan.yml"]))
    renewal = (("renewal.yml", part) for part in renewal_figures(files["renewal.yml"]))
    for name, part in [*tables(files), *plan, *renewal]:
        if part not in told and (part.get("certainty") or files[name].get("certainty")) == "sample":
            place = part.at("certainty") if part.get("certainty") else part.place
            report.add(place, "版は公表（published）なのに、ここは参考（sample）のままです。", "公表の値にするか、edition.yml の status を sample に戻してください。")
