"""Availability: which questions and choices an edition does not know, as limits of the questions under it.

A rider belongs to the editions that have it. A question or choice may begin with an edition (``since``), and a dated
migration ends one with an edition (``from``): under the others the question has no value, the choice gives way.
"""

from typing import Any

from quote_engine.values.dates import spoken
from rulebook.declared.parts import RIDERS
from rulebook.library import EditionFiles, Library

Limit = dict[str, Any]
Question = dict[str, Any]


def closings(edition: EditionFiles, library: Library, questions: dict[str, Question]) -> dict[str, list[Limit]]:
    """Return by question what this edition closes; ``questions`` are the compiled ones."""
    found: dict[str, list[Limit]] = {}
    riders = edition.files["riders.yml"]["riders"]
    for id_, question in questions.items():
        if question["section"] == RIDERS and id_ not in riders and question["kind"] == "flag":
            found[id_] = [_never(f"{question['label']}は、この開始日の版にはありません。外しました。")]
    for id_, fields in library.files["questions.yml"]["questions"].items():
        if _later(fields["since"], edition):
            message = f"「{questions[id_]['label']}」は、{spoken(fields['since'])}から始まる契約の質問です。使わずに計算しました。"
            found[id_] = [_never(message)]
        new = {choice: each["since"] for choice, each in (fields["choices"] or {}).items() if _later(each["since"], edition)}
        for choice, since in new.items():
            label = next(each["label"] for each in questions[id_]["choices"] if each["id"] == choice)
            message = f"{questions[id_]['label']}の「{label}」は、{spoken(since)}から始まる契約で選べます。ほかの選択肢で計算しました。"
            found.setdefault(id_, []).append(_instead(questions[id_], {choice}, None, message))
    for rule in library.files["migrations.yml"]["migrations"]:
        if rule["from"] is None or _later(rule["from"], edition):
            continue
        id_ = rule["question"]
        closed = _never(rule["message"]) if rule["choice"] is None else _instead(questions[id_], {rule["choice"]}, rule["to"], rule["message"])
        found.setdefault(id_, []).append(closed)
    return found


def _later(day: str | None, edition: EditionFiles) -> bool:
    return day is not None and day > edition.start


def _never(message: str) -> Limit:
    return {"when": None, "only": [], "instead": None, "always_tell": False, "otherwise": message}


def _instead(question: Question, closed: set[str], to: str | None, message: str) -> Limit:
    """A limit to the other choices; what gives way becomes ``to``, else what the question usually stands at."""
    left = [choice["id"] for choice in question["choices"] if choice["id"] not in closed]
    usual = question["default"][-1].get("is") if question["default"] else None
    instead = to if to in left else usual if usual in left or not left else left[0]
    return {"when": None, "only": left, "instead": instead, "always_tell": False, "otherwise": message}
