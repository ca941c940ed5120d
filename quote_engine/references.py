"""References: whether what one file names exists in the others. Every dangling one is reported."""

from collections.abc import Iterable
from typing import Any

from quote_engine.condition_shape import Written
from quote_engine.library import Library
from quote_engine.problem import Place, Report
from quote_engine.references_edition import check_edition
from quote_engine.references_vocabulary import Vocabulary
from quote_engine.shape import Fields, near


def check_references(library: Library, report: Report) -> None:
    """Report every name in the library that leads nowhere, and every entry that contradicts another."""
    vocabulary = Vocabulary(library)
    _questions(library, vocabulary, report)
    _vehicles_and_models(library, report)
    for rule in library.files["eligibility.yml"]["rules"].values():
        _known(rule["question"], vocabulary.questions, rule.at("question"), "質問", report)
        vocabulary.check(rule["when"], report)
    for coverage in library.files["coverages.yml"]["coverages"].values():
        vocabulary.check(coverage["when"], report)
        for part in coverage["detail"]:
            _known(part["fact"], vocabulary.questions, part.at("fact"), "質問", report)
    _people(library, vocabulary, report)
    for edition in library.editions:
        check_edition(edition, library, vocabulary, report)
    _sources(library, report)


def _known(name: str, known: Iterable[str], place: Place, what: str, report: Report) -> bool:
    known = list(known)
    if name in known:
        return True
    report.add(place, f"「{name}」という{what}はありません。", near(name, known))
    return False


def _questions(library: Library, vocabulary: Vocabulary, report: Report) -> None:
    file = library.files["questions.yml"]
    for id_, question in file["questions"].items():
        place = file["questions"].at(id_)
        _known(question["section"], file["sections"], question.at("section"), "画面の組", report)
        if question["kind"] == "choice" and not (question["choices"] or question["choices_from"]):
            report.add(place, f"選ぶ質問「{id_}」に、選択肢（choices）がありません。")
        if question["kind"] == "integer" and None in (question["at_least"], question["at_most"]):
            report.add(place, f"数の質問「{id_}」に、下限（at_least）と上限（at_most）がありません。")
        for default in question["default"]:
            vocabulary.check(default["when"], report)
            if default["trait"]:
                _known(default["trait"], vocabulary.traits, default.at("trait"), "車の種類の項目", report)
            elif default["is"] is not None:
                where = default.at("is") if isinstance(default, Fields) else question.at("default")
                vocabulary.check_value(id_, default["is"], where, report)
        if question["default"] and question["default"][-1]["when"] is not None:
            report.add(question.at("default"), "はじめの値の最後の行には、条件（when）を書けません。")
        for limit in question["limits"]:
            vocabulary.check(limit["when"], report)
            for value in [*(limit["only"] or []), limit["instead"]]:
                if value is not None:
                    vocabulary.check_value(id_, value, limit.at("only"), report)
        for rule in [*question["refuse"], *question["warn"]]:
            vocabulary.check(rule["when"], report)
        vocabulary.check(question["shown"], report)


def _vehicles_and_models(library: Library, report: Report) -> None:
    vehicles = library.files["vehicles.yml"]
    scales = vehicles["class_scales"]
    for vehicle in vehicles["vehicles"].values():
        if vehicle["class_scale"] != "none":
            _known(vehicle["class_scale"], scales, vehicle.at("class_scale"), "料率クラスの段階", report)
    seen: dict[str, int] = {}
    for model in library.files["models.yml"]["models"]:
        if model["id"] in seen:
            report.add(model.at("id"), f"型式「{model['id']}」が2回書かれています。", f"{seen[model['id']]}行目にもあります。")
        seen[model["id"]] = model.place.line
        if not _known(model["vehicle_type"], vehicles["vehicles"], model.at("vehicle_type"), "車の種類", report):
            continue
        scale = vehicles["vehicles"][model["vehicle_type"]]["class_scale"]
        if scale not in scales:
            report.add(model.at("vehicle_type"), "料率クラスのない車の種類です。", "乗用車か軽四輪乗用車を書いてください。")
            continue
        for key in ("class_basic", "class_vehicle"):
            if model[key] > scales[scale]["highest"]:
                report.add(model.at(key), f"料率クラスは {scales[scale]['highest']} までです（{model[key]}）。")


def _people(library: Library, vocabulary: Vocabulary, report: Report) -> None:
    presets = library.files["presets.yml"]["presets"]
    examples = library.files["examples.yml"]["examples"]
    for entry in [*presets.values(), *examples.values()]:
        _answers(entry["answers"], vocabulary, report)
    for example in examples.values():
        _known(example["preset"], presets, example.at("preset"), "組み合わせ", report)
    for move in library.files["moves.yml"]["moves"].values():
        if _known(move["question"], vocabulary.questions, move.at("question"), "質問", report):
            for key in ("from", "to"):
                vocabulary.check_value(move["question"], move[key], move.at(key), report)
    for rule in library.files["migrations.yml"]["migrations"]:
        if rule["choice"] is not None:
            _known(rule["question"], vocabulary.questions, rule.at("question"), "質問", report)
        elif rule["to"]:
            _known(rule["to"], vocabulary.questions, rule.at("to"), "質問", report)


def _answers(answers: Fields, vocabulary: Vocabulary, report: Report) -> None:
    for id_, value in answers.items():
        if _known(id_, vocabulary.questions, answers.at(id_), "質問", report):
            vocabulary.check_value(id_, value, answers.at(id_), report)


def _sources(library: Library, report: Report) -> None:
    """Report each source that names an unknown document, wherever it stands."""
    documents = library.files["sources.yml"]["sources"]

    def walk(value: Any) -> None:
        if isinstance(value, Written):
            return
        if isinstance(value, Fields):
            source = value.get("source")
            if isinstance(source, Fields):
                _known(str(source["document"]), documents, source.at("document"), "文書", report)
            elif isinstance(source, str):
                _known(source, documents, value.at("source"), "文書", report)
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    for fields in [*library.files.values(), *(file for each in library.editions for file in each.files.values())]:
        walk(fields)


