"""References of days: what begins or ends with an edition names that edition's first day, and something that is there."""

from itertools import pairwise

from quote_engine.premium.quote import REQUIRED
from rulebook.checks.names import check_name
from rulebook.checks.vocabulary import Vocabulary
from rulebook.library import Library
from rulebook.shapes.shape import Fields, near
from rulebook.sheets.problem import Place, Report


def check_availability(library: Library, vocabulary: Vocabulary, report: Report) -> None:
    """Report every ``since`` and ``from`` that is no edition's start, and dated migrations that lead nowhere."""
    starts = [edition.start for edition in library.editions]
    for before, start in pairwise(starts):
        if before[:7] == start[:7]:  # links and lists call an edition by its month
            report.add(Place(f"editions/{start}", 1, 1), f"同じ月に、{before} の版があります。", "1つの月に始められる版は、1つです。")
    for id_, question in library.files["questions.yml"]["questions"].items():
        _start(question, "since", starts, report)
        if question["since"] is not None and id_ in REQUIRED:
            report.add(question.at("since"), f"「{id_}」は、どの版でも要る質問です。", "since の行を消してください。")
        for choice in (question["choices"] or {}).values():
            _start(choice, "since", starts, report)
    for rule in library.files["migrations.yml"]["migrations"]:
        if rule["from"] is not None:
            _start(rule, "from", starts, report)
            _ended(rule, vocabulary, report)


def _start(fields: Fields, key: str, starts: list[str], report: Report) -> None:
    if fields[key] is not None and fields[key] not in starts:
        report.add(fields.at(key), f"{fields[key]} に始まる版はありません。", near(fields[key], starts))


def _ended(rule: Fields, vocabulary: Vocabulary, report: Report) -> None:
    """A dated migration ends what earlier editions still have: it must stand in the data."""
    question, choice = rule["question"], rule["choice"]
    if not check_name(question, vocabulary.questions, rule.at("question"), "質問", report):
        return
    if question in REQUIRED:
        report.add(rule.at("question"), f"「{question}」は、どの版でも要る質問です。", "from の行を消してください。")
    elif choice is None:
        if rule["to"] is not None:
            report.add(rule.at("to"), "版の途中からは、質問の名前を変えられません。", "from の行か、to の行を消してください。")
    elif vocabulary.kind_of(question) != "choice":
        report.add(rule.at("choice"), f"「{question}」は選ぶ質問ではありません。", "choice の行を消すと、質問そのものがなくなります。")
    elif check_name(choice, vocabulary.values_of(question) or (), rule.at("choice"), "選択肢", report):
        vocabulary.check_value(question, rule["to"], rule.at("to"), report)
        if rule["to"] == choice:
            report.add(rule.at("to"), f"「{choice}」は、ここでなくなる選択肢です。", "ほかの選択肢を書いてください。")
