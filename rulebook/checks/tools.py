"""References of the tools' files: questions, answers, products, grades, slots, and the ladders of ``moves.yml``."""

import re
from typing import Any

from rulebook.checks.names import check_name, check_names, check_origin
from rulebook.checks.vocabulary import Vocabulary
from rulebook.declared.tools import NEEDED
from rulebook.library import Library
from rulebook.shapes.conditions import Written
from rulebook.shapes.shape import Fields, near
from rulebook.sheets.problem import Report

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
SOURCED: dict[str, tuple[str | None, ...]] = {
    "overlaps.yml": (None,),
    "dates.yml": ("term", "grace", "suspension", None),
    "transfer.yml": ("second_car", "first", "elsewhere", "here"),
}
"""The rules that say where they are from, themselves or at the head of their file (None)."""
RULE_WORDS = {"second_car": ("{another_at_least}", "{grade}"), "first": ("{grade}",), "elsewhere": ("{best}", "{lowest}")}
"""What may stand in the sentences of ``transfer.yml``."""


def check_tools(library: Library, vocabulary: Vocabulary, report: Report) -> None:
    """Report what the tools' files name and nothing defines."""
    for id_, tool in library.files["tools.yml"]["tools"].items():
        _tool(id_, tool, vocabulary, report)
    for name, parts in SOURCED.items():
        for part in parts:
            entry = library.files[name] if part is None else library.files[name][part]
            check_origin(entry, library.files[name], entry.place, "決まり", report)
    _overlaps(library.files["overlaps.yml"], vocabulary, report)
    _dates(library.files["dates.yml"], library, report)
    _transfer(library.files["transfer.yml"], library, report)
    _ladders(library.files["moves.yml"]["moves"], vocabulary, report)


def _tool(id_: str, tool: Fields, vocabulary: Vocabulary, report: Report) -> None:
    own: Any = tool["questions"] or {}
    for need in NEEDED.get(id_, ()):
        if need not in own:
            report.add(tool.key_at("questions"), f"この道具に「{need}」という質問がありません。", "計算に使うので、消せません。")
    known = [*own, *vocabulary.questions]
    for group in tool["ask"]:
        check_names(group["questions"], known, "質問", report)
    for name, question in own.items():
        if name in vocabulary.questions:
            report.add(own.key_at(name), f"「{name}」は、掛金の質問にもあります。", "別の名前にしてください。")
        _question(question, own, vocabulary, report)
    for name, value in (tool["sample"] or {}).items():
        place = tool["sample"].key_at(name)
        if name not in own and check_name(name, vocabulary.questions, place, "質問", report):
            vocabulary.check_value(name, value, tool["sample"].at(name), report)


def _question(question: Fields, own: Any, vocabulary: Vocabulary, report: Report) -> None:
    kind, default, origin = question["kind"], question["default"], question["choices_from"]
    choices = list(question["choices"] or [])
    if origin and check_name(origin, vocabulary.questions, question.at("choices_from"), "質問", report):
        choices = vocabulary.values_of(origin) or []
    if kind == "choice" and not choices:
        report.add(question.place, "選択肢がありません。", "choices に書くか、choices_from に質問の名前を書いてください。")
    elif kind == "choice" and default is not None and default not in choices:
        report.add(question.at("default"), f"はじめの値「{default}」は、選択肢にありません。", near(default, choices))
    if kind == "flag" and default not in (None, "true", "false"):
        report.add(question.at("default"), "はじめの値は、true か false です。")
    if kind == "integer" and not {"at_least", "at_most"} <= question.places.keys():
        report.add(question.place, "数の質問に、at_least（下限）と at_most（上限）がありません。")
    elif kind == "integer" and None not in (default, question["at_least"], question["at_most"]) and not (
        default.isascii() and default.isdigit() and question["at_least"] <= int(default) <= question["at_most"]
    ):
        report.add(question.at("default"), f"はじめの値「{default}」は、この質問の答えになりません。")
    if isinstance(question["shown"], Written):
        for name, place in question["shown"].facts:
            check_name(name, own, place, "質問", report)
        for name, value, place in question["shown"].values:
            asked = own.get(name)
            if asked is not None and asked["choices"] and value not in asked["choices"]:
                report.add(place, f"「{name}」に「{value}」という値はありません。", near(str(value), asked["choices"]))


def _overlaps(file: Fields, vocabulary: Vocabulary, report: Report) -> None:
    seen = set(file["covers"])
    for cover in file["covers"].values():
        if cover["question"] is not None and check_name(cover["question"], vocabulary.questions, cover.at("question"), "質問", report):
            for value, place in zip(cover["on"], getattr(cover["on"], "places", []), strict=False):
                vocabulary.check_value(cover["question"], value, place, report)
        for name, other in cover["with"].items():
            check_name(other["product"], file["products"], other.at("product"), "商品", report)
            if name in seen:
                report.add(cover["with"].key_at(name), f"「{name}」が2回書かれています。", "名前は、ファイルの中で1つだけにしてください。")
            seen.add(name)
        instead = cover["instead"]
        if instead["question"] is not None and check_name(
            instead["question"], vocabulary.questions, instead.at("question"), "質問", report
        ):
            vocabulary.check_value(instead["question"], instead["to"], instead.at("to"), report)


def _dates(file: Fields, library: Library, report: Report) -> None:
    _words(file["grace"], ("message",), ("{months}",), report)
    _words(file["suspension"], ("ask", "use", "condition"), ("{ask_months}", "{use_years}", "{least_grade}"), report)
    _grades(file["suspension"], ("least_grade",), library, report)


def _transfer(file: Fields, library: Library, report: Report) -> None:
    for name, words in RULE_WORDS.items():
        rule = file[name]
        _words(rule, [key for key, value in rule.items() if isinstance(value, str)], words, report)
    _grades(file["second_car"], ("another_at_least",), library, report)
    _grades(file["elsewhere"], ("best", "lowest"), library, report)


def _words(rule: Fields, keys: Any, known: tuple[str, ...], report: Report) -> None:
    for key in keys:
        for found in _PLACEHOLDER.findall(rule[key] or ""):
            if found not in known:
                report.add(rule.at(key), f"文の中の「{found}」にあたる数がありません。", near(found, known))


def _grades(rule: Fields, keys: tuple[str, ...], library: Library, report: Report) -> None:
    for edition in library.editions:
        ladder = edition.files["renewal.yml"]["renewal"]["ladder"]
        for key in keys:
            check_name(rule[key], ladder, rule.at(key), "等級", report)


def _ladders(moves: Fields, vocabulary: Vocabulary, report: Report) -> None:
    """Report moves that do not form one ladder per question: each step down once, and its way back."""
    down: dict[tuple[str, Any], str] = {}
    back = {(move["question"], move["to"], move["from"]) for move in moves.values() if move["direction"] == "safer"}
    for id_, move in moves.items():
        values = vocabulary.values_of(move["question"]) if move["question"] in vocabulary.questions else None
        if move["direction"] != "cheaper" or values is None or not {move["from"], move["to"]} <= set(values):
            continue  # what does not exist is told where moves are read
        start = (move["question"], move["from"])
        if start in down:
            report.add(move.place, f"「{move['question']}」の「{move['from']}」から下げる変え方が、2つあります。", "となりの段だけを書いてください。")
        down[start] = id_
        if (move["question"], move["from"], move["to"]) not in back:
            report.add(move.place, "この変え方に、逆向き（safer）の変え方がありません。", "失うものと得るものを、両方の向きに書いてください。")
