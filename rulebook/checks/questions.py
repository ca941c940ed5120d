"""References inside the questions: defaults, limits, refusals, and what the engine itself asks for."""

from typing import Any

from quote_engine.premium.quote import REQUIRED
from rulebook.checks.names import check_each, check_name
from rulebook.checks.vocabulary import Vocabulary, check_message
from rulebook.declared.parts import RIDERS
from rulebook.library import Library
from rulebook.shapes.shape import Fields
from rulebook.sheets.problem import Place, Report


def check_questions(library: Library, vocabulary: Vocabulary, report: Report) -> None:
    """Report every question that cannot be asked, or whose rules lead nowhere."""
    file = library.files["questions.yml"]
    for id_ in REQUIRED:
        if id_ not in file["questions"]:
            report.add(file.key_at("questions"), f"計算に必ず要る質問「{id_}」がありません。", "名前は変えられません。")
    if RIDERS not in file["sections"]:
        report.add(file.key_at("sections"), f"特約の質問が入る画面の組「{RIDERS}」がありません。")
    for id_, question in file["questions"].items():
        check_name(question["section"], file["sections"], question.at("section"), "画面の組", report)
        _kind(id_, question, file["questions"].key_at(id_), report)
        _defaults(id_, question, vocabulary, report)
        _rules(id_, question, vocabulary, report)
        vocabulary.check(question["shown"], report)


def _rules(id_: str, question: Fields, vocabulary: Vocabulary, report: Report) -> None:
    def check_limit(limit: Fields) -> None:
        before = len(report.problems)
        _limit_values(id_, limit, vocabulary, report)
        vocabulary.check(limit["when"], report)
        check_message(limit, "otherwise", vocabulary, report)
        if len(report.problems) > before:
            # It stays and holds always: without it, answers that it rules out would seem to lack a rate.
            vocabulary.told.hold(limit)

    def check_rule(rule: Fields) -> None:
        vocabulary.check(rule["when"], report)
        check_message(rule, "message", vocabulary, report)

    for limit in question["limits"]:
        check_limit(limit)
    check_each(question["refuse"], check_rule, vocabulary.told, report)
    check_each(question["warn"], check_rule, vocabulary.told, report)


def _kind(id_: str, question: Fields, place: Place, report: Report) -> None:
    kind = question["kind"]
    if kind == "choice" and not (question["choices"] or question["choices_from"]):
        report.add(place, f"選ぶ質問「{id_}」に、選択肢（choices）がありません。")
    if kind == "integer" and not {"at_least", "at_most"} <= question.places.keys():
        report.add(place, f"数の質問「{id_}」に、下限（at_least）と上限（at_most）がありません。")
    if None not in (question["at_least"], question["at_most"]) and question["at_least"] > question["at_most"]:
        report.add(question.at("at_most"), "上限（at_most）が、下限（at_least）より小さくなっています。")
    if id_ == "vehicle_type" and question["choices_from"] != "vehicles":
        report.add(place, "質問「vehicle_type」の選択肢は、車の種類です。", "choices_from: vehicles と書いてください。")


def _defaults(id_: str, question: Fields, vocabulary: Vocabulary, report: Report) -> None:
    def check(default: Any) -> None:
        vocabulary.check(default["when"], report)
        # A default that is one value stands in the question itself.
        own = default if isinstance(default, Fields) else question
        if default["trait"] is not None:
            check_name(default["trait"], vocabulary.traits, own.at("trait"), "車の種類の項目", report)
        elif isinstance(default, Fields) and "is" not in default.places:
            report.add(default.place, "はじめの値には、is（値）か trait（車の種類から取る値）が要ります。")
        else:
            where = own.at("is" if isinstance(default, Fields) else "default")
            vocabulary.check_value(id_, default["is"], where, report, none=True)

    if question["default"] and question["default"][-1]["when"] is not None:
        place = question["default"].places[-1]
        report.add(place, "はじめの値の最後の行には、条件（when）を書けません。", "どれにも当てはまらない人の行です。")
    check_each(question["default"], check, vocabulary.told, report)


def _limit_values(id_: str, limit: Fields, vocabulary: Vocabulary, report: Report) -> None:
    only, instead = limit["only"] or [], limit["instead"]
    for value, place in zip(only, getattr(only, "places", []), strict=False):
        vocabulary.check_value(id_, value, place, report)
    vocabulary.check_value(id_, instead, limit.at("instead"), report, none=True)
    if not {"only", "instead"} & limit.places.keys():
        report.add(limit.place, "選べる範囲には、only（選べる値）か instead（代わりの値）が要ります。")
    elif only and instead is not None and instead not in only:
        report.add(limit.at("instead"), f"代わりの値「{instead}」が、選べる値（only）にありません。")
