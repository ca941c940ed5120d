"""References: whether what one file names exists in the others. Every dangling one is reported."""

from rulebook.checks.availability import check_availability
from rulebook.checks.cycles import check_cycles
from rulebook.checks.edition import check_edition
from rulebook.checks.names import check_each, check_name, check_origin
from rulebook.checks.payouts import check_payouts
from rulebook.checks.questions import check_questions
from rulebook.checks.released_ids import check_released, linked_ids
from rulebook.checks.revisions import check_revisions
from rulebook.checks.sources import check_sources
from rulebook.checks.told import Told
from rulebook.checks.tools import check_tools
from rulebook.checks.vocabulary import Vocabulary, check_message
from rulebook.checks.words import check_words
from rulebook.declared.traits import NO_SCALE
from rulebook.library import Library
from rulebook.shapes.shape import Fields, near
from rulebook.sheets.problem import Report


def check_references(library: Library, report: Report) -> Told:
    """Report every name that leads nowhere and every entry that contradicts another; return what was told, the library stays."""
    vocabulary = Vocabulary(library)
    check_questions(library, vocabulary, report)
    _vehicles_and_models(library, report)
    _eligibility(library.files["eligibility.yml"]["rules"], vocabulary, report)
    coverages = library.files["coverages.yml"]
    for coverage in coverages["coverages"].values():
        check_origin(coverage, coverages, coverage.place, "補償", report)
        vocabulary.check(coverage["when"], report)
        for part in coverage["detail"]:
            check_name(part["fact"], vocabulary.questions, part.at("fact"), "質問", report)
    _people(library, vocabulary, report)
    for edition in library.editions:
        check_edition(edition, library, vocabulary, report)
    check_availability(library, vocabulary, report)
    check_released(library, report)
    check_payouts(library, vocabulary, report)
    check_tools(library, vocabulary, report)
    check_revisions(library, report)
    check_words(library, report)
    check_cycles(library, vocabulary.told, report)
    files = [*library.files.values(), *(file for each in library.editions for file in each.files.values())]
    check_sources(files, library.files["sources.yml"]["sources"], report)
    return vocabulary.told


def _eligibility(rules: Fields, vocabulary: Vocabulary, report: Report) -> None:
    def check(rule: Fields) -> None:
        check_name(rule["question"], vocabulary.questions, rule.at("question"), "質問", report)
        vocabulary.check(rule["when"], report)
        check_message(rule, "message", vocabulary, report)

    check_each(rules, check, vocabulary.told, report)


def _vehicles_and_models(library: Library, report: Report) -> None:
    vehicles = library.files["vehicles.yml"]
    scales = vehicles["class_scales"]
    for vehicle in vehicles["vehicles"].values():
        if vehicle["class_scale"] != NO_SCALE:
            check_name(vehicle["class_scale"], scales, vehicle.at("class_scale"), "料率クラスの段階", report)
    classed = [id_ for id_, vehicle in vehicles["vehicles"].items() if vehicle["class_scale"] in scales]
    seen: dict[str, int] = {}
    for model in library.files["models.yml"]["models"]:
        if model["id"] is not None and model["id"] in seen:
            report.add(model.at("id"), f"型式「{model['id']}」が2回書かれています。", f"{seen[model['id']]}行目にもあります。")
        seen[model["id"]] = model.place.line
        if not check_name(model["vehicle_type"], vehicles["vehicles"], model.at("vehicle_type"), "車の種類", report):
            continue
        scale = vehicles["vehicles"][model["vehicle_type"]]["class_scale"]
        if scale not in scales:
            report.add(model.at("vehicle_type"), "料率クラスのない車の種類です。", near("", classed))
            continue
        for key in ("class_basic", "class_vehicle"):
            highest = scales[scale]["highest"]
            if None not in (model[key], highest) and model[key] > highest:
                report.add(model.at(key), f"この車の種類の料率クラスは {highest} までです（{model[key]}）。")


def _people(library: Library, vocabulary: Vocabulary, report: Report) -> None:
    presets = library.files["presets.yml"]["presets"]
    examples = library.files["examples.yml"]["examples"]
    for entry in [*presets.values(), *examples.values()]:
        _answers(entry["answers"], vocabulary, report)
    for example in examples.values():
        check_name(example["preset"], presets, example.at("preset"), "組み合わせ", report)
    for move in library.files["moves.yml"]["moves"].values():
        if check_name(move["question"], vocabulary.questions, move.at("question"), "質問", report):
            for key in ("from", "to"):
                vocabulary.check_value(move["question"], move[key], move.at(key), report)
    ids = linked_ids(library)
    for rule in library.files["migrations.yml"]["migrations"]:
        if rule["from"] is None:  # what a dated one ends is still there, see references_availability
            _migration(rule, ids, vocabulary, report)


def _migration(rule: Fields, ids: dict[str, list[str]], vocabulary: Vocabulary, report: Report) -> None:
    question, choice = rule["question"], rule["choice"]
    if choice is None:
        if question in ids:
            report.add(rule.at("question"), f"「{question}」は、いまもある質問です。", "前の名前を書いてください。")
        if "to" in rule.places:
            check_name(rule["to"], ids, rule.at("to"), "質問", report)
    elif check_name(question, ids, rule.at("question"), "質問", report):
        if choice in ids[question]:
            report.add(rule.at("choice"), f"「{choice}」は、いまもある選択肢です。", "前の名前を書いてください。")
        if question in vocabulary.questions:
            vocabulary.check_value(question, rule["to"], rule.at("to"), report)
        elif rule["to"] is not None:
            check_name(rule["to"], ids[question], rule.at("to"), "選択肢", report)


def _answers(answers: Fields, vocabulary: Vocabulary, report: Report) -> None:
    for id_, value in answers.items():
        if check_name(id_, vocabulary.questions, answers.key_at(id_), "質問", report):
            vocabulary.check_value(id_, value, answers.at(id_), report)
