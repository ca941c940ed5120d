"""References of accidents, payouts and stories: nothing names what is not there, nothing needed is missing."""

from collections.abc import Iterable
from typing import Any

from quote_engine.payout.accident import ACCIDENT
from quote_engine.payout.covers import COVERS
from quote_engine.payout.figures import ACCIDENT_QUESTIONS, DISABILITY_GRADES, FIGURES, SCALES
from quote_engine.payout.grade_events import BY_KIND
from rulebook.checks.names import check_name, check_names, check_origin
from rulebook.checks.vocabulary import Vocabulary
from rulebook.library import EditionFiles, Library
from rulebook.shapes.shape import Fields
from rulebook.sheets.problem import Report

SHARED_AMONG = ("injured_persons", "third_party_persons", "travellers")
"""Questions that a loss or a limit is counted out by: where there is nobody, nothing can be worked out."""
PERCENT, WHOLE = ("％", "%"), 100


def check_payouts(library: Library, vocabulary: Vocabulary, report: Report) -> None:
    """Report every name in the three files that leads nowhere."""
    accidents = library.files["accidents.yml"]
    _questions(accidents, vocabulary, report)
    _kinds(accidents, library, vocabulary, report)
    for remedy in accidents["remedies"].values():
        _answers(remedy["changes"], vocabulary, report)
    for edition in library.editions:
        _edition(edition, report)
    stories = library.files["stories.yml"]
    _answers(stories["policy"], vocabulary, report)
    for story in stories["stories"].values():
        _answers(story["answers"], vocabulary, report)
        check_accident(story["accident"], accidents, report)
        check_names_of(story["expect"]["payments"], COVERS, "補償", report)


def check_accident(answers: Fields, accidents: Fields, report: Report) -> None:
    """Report each answer about an accident that its question does not know."""
    known = [ACCIDENT, *accidents["questions"]]
    for id_, value in answers.items():
        if not check_name(id_, known, answers.key_at(id_), "事故の質問", report):
            continue
        if id_ == ACCIDENT:
            check_name(str(value), accidents["kinds"], answers.at(id_), "事故の種類", report)
        else:
            _value(id_, value, accidents["questions"][id_], answers, report)
    if ACCIDENT not in answers:
        report.add(answers.place, "どんな事故か（accident）がありません。")


def check_names_of(fields: Fields, known: Iterable[str], what: str, report: Report) -> None:
    """Report each key of ``fields`` that is not known."""
    for id_ in fields:
        check_name(id_, known, fields.key_at(id_), what, report)


def _questions(accidents: Fields, vocabulary: Vocabulary, report: Report) -> None:
    questions = accidents["questions"]
    for id_ in ACCIDENT_QUESTIONS:
        if id_ not in questions:
            report.add(accidents.key_at("questions"), f"事故の質問「{id_}」がありません。", "支払いの計算に使います。元にもどしてください。")
    for id_, question in questions.items():
        place = questions.key_at(id_)
        if id_ in vocabulary.questions or id_ == ACCIDENT:
            report.add(place, f"「{id_}」は、掛金の質問の名前です。", "事故の質問に別の名前を付けてください。")
        if question["kind"] == "choice" and not question["choices"]:
            report.add(question.place, f"質問「{id_}」に選択肢（choices）がありません。")
        if question["kind"] == "integer" and not {"at_least", "at_most"} <= question.places.keys():
            report.add(question.place, f"質問「{id_}」に at_least と at_most がありません。")
        _bounds(id_, question, report)
        if question["needs"] is not None:
            check_name(question["needs"], questions, question.at("needs"), "事故の質問", report)
        if question["default"] is not None:
            _value("default", question["default"], question, question, report)


def _bounds(id_: str, question: Fields, report: Report) -> None:
    """Report limits that let through what the payouts cannot be worked out with: nobody hurt, more than the whole."""
    low, high = question["at_least"], question["at_most"]
    if id_ in SHARED_AMONG and low == 0:
        report.add(question.at("at_least"), f"「{id_}」の下限（at_least）は、1 以上です。", "この人数で分けて計算するので、0人では計算できません。")
    if high is not None and question["unit"] in PERCENT and high > WHOLE:
        report.add(question.at("at_most"), f"割合の上限（at_most）は、{WHOLE} までです。")
    if None not in (low, high) and low > high:
        report.add(question.at("at_most"), "上限（at_most）が、下限（at_least）より小さくなっています。")


def _kinds(accidents: Fields, library: Library, vocabulary: Vocabulary, report: Report) -> None:
    questions = accidents["questions"]
    for kind in accidents["kinds"].values():
        check_origin(kind, accidents, kind.place, "事故の種類", report)
        check_names(kind["asks"], questions, "事故の質問", report)
        check_names(kind["more"], questions, "事故の質問", report)
        check_names(kind["own_damage"], vocabulary.values_of("own_damage") or (), "車両損害のタイプ", report)
        if kind["unidentified"] is not None:
            check_name(kind["unidentified"], accidents["kinds"], kind.at("unidentified"), "事故の種類", report)
        for edition in library.editions:
            events = edition.files["renewal.yml"]["renewal"]["accidents"]
            check_name(kind["grade_event"], events, kind.at("grade_event"), "事故の数え方", report)
        for part in (kind["usual"], kind["sample"]):
            for id_, value in part.items():
                if check_name(id_, questions, part.key_at(id_), "事故の質問", report):
                    _value(id_, value, questions[id_], part, report)


def _edition(edition: EditionFiles, report: Report) -> None:
    file = edition.files["payouts.yml"]
    events = [*edition.files["renewal.yml"]["renewal"]["accidents"], BY_KIND]
    _exactly(file, "figures", FIGURES, "数", report)
    _exactly(file, "scales", SCALES, "等級の表", report)
    _exactly(file, "grade_events", tuple(COVERS), "補償", report)
    for part in ("figures", "scales", "grade_events"):
        for entry in file[part].values():
            check_origin(entry, file, entry.place, "数", report)
            if edition.files["edition.yml"]["status"] == "published" and (entry["certainty"] or file["certainty"]) == "sample":
                message = "版は公表（published）なのに、ここは参考（sample）のままです。"
                report.add(entry.place, message, "公表の値にするか、edition.yml の status を sample に戻してください。")
    for scale in file["scales"].values():
        _exactly(scale, "grades", DISABILITY_GRADES, "等級", report)
    for entry in file["grade_events"].values():
        check_name(entry["event"], events, entry.at("event"), "事故の数え方", report)
    bounds = [band["from"] for band in file["compulsory_reductions"]]
    if None not in bounds and bounds != sorted(set(bounds)):
        report.add(file.at("compulsory_reductions"), "自賠責の減額は、過失（from）の小さい順に書いてください。")


def _exactly(file: Fields, part: str, wanted: tuple[str, ...], what: str, report: Report) -> None:
    check_names_of(file[part], wanted, what, report)
    for id_ in wanted:
        if id_ not in file[part]:
            report.add(file.key_at(part), f"{what}「{id_}」がありません。", f"{id_}: の行を足してください。")


def _answers(answers: Fields, vocabulary: Vocabulary, report: Report) -> None:
    for id_, value in answers.items():
        if check_name(id_, vocabulary.questions, answers.key_at(id_), "質問", report):
            vocabulary.check_value(id_, value, answers.at(id_), report)


def _value(id_: str, value: Any, question: Fields, where: Fields, report: Report) -> None:
    if value is None or question["kind"] is None:
        return
    if question["kind"] == "flag":
        if not isinstance(value, bool):
            report.add(where.at(id_), "true か false で書いてください。")
    elif question["kind"] == "choice":
        check_name(str(value), question["choices"] or (), where.at(id_), "選択肢", report)
    elif not (isinstance(value, str) and value.isascii() and value.isdigit()):
        report.add(where.at(id_), f"半角の整数で書いてください（{value}）。")
    elif None not in (question["at_least"], question["at_most"]) and not (
        question["at_least"] <= int(value) <= question["at_most"]
    ):
        report.add(where.at(id_), f"{question['at_least']} から {question['at_most']} までです（{value}）。")
