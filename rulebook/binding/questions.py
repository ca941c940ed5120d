"""Questions and vehicle types of the book, from their files and the editions' riders."""

from typing import Any

from quote_engine.values.conditions import Condition, bounds_of
from quote_engine.values.wording import filled, man_yen
from rulebook.declared.traits import TRAITS
from rulebook.library import Library
from rulebook.shapes.shape import Fields

YEN = "円"


def compile_vehicles(file: Fields) -> list[dict[str, Any]]:
    """Return the vehicle types; their traits are facts that every condition may use."""
    vehicles = []
    for id_, vehicle in file["vehicles"].items():
        scale = file["class_scales"].get(vehicle["class_scale"], {})
        vehicles.append(
            {
                "id": id_,
                "label": vehicle["label"],
                "detail": vehicle["detail"],
                "traits": {name: trait.of(vehicle, scale) for name, trait in TRAITS.items()},
                "source": f"data/vehicles.yml:{file['vehicles'].at(id_).line}",
            }
        )
    return vehicles


def compile_questions(library: Library, vehicles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return every question in the order it is asked; each rider of an edition asks one of its own."""
    file = library.files["questions.yml"]["questions"]
    questions = [_question(id_, fields, vehicles, file.at(id_).line) for id_, fields in file.items()]
    asked = {question["id"] for question in questions}
    riders: dict[str, dict[str, Any]] = {}
    for edition in library.editions:
        for id_, rider in edition.files["riders.yml"]["riders"].items():
            if id_ not in asked:
                line = edition.files["riders.yml"]["riders"].at(id_).line
                riders[id_] = _rider_question(id_, rider, f"data/{edition.path('riders.yml')}:{line}")
    # Riders stand between the covers and the discounts, where the sections put them.
    order = [*library.files["questions.yml"]["sections"]]
    every = questions + list(riders.values())
    by_id = {question["id"]: question for question in every}
    for question in every:
        for rules in ("limits", "refusals", "warnings"):
            for rule in question[rules]:
                word = "otherwise" if rules == "limits" else "message"
                rule[word] = said(rule[word], rule["when"], by_id)
    return sorted(every, key=lambda question: order.index(question["section"]))


def said(message: str, condition: Condition, questions: dict[str, dict[str, Any]]) -> str:
    """Return ``message`` with its slots filled from the bounds of ``condition``."""

    def say(fact: str, bound: object) -> str:
        unit = questions[fact]["unit"] if fact in questions else None
        return man_yen(int(str(bound))) if unit == YEN else str(bound)

    return filled(message, bounds_of(condition), say)


def _question(id_: str, fields: Fields, vehicles: list[dict[str, Any]], line: int) -> dict[str, Any]:
    choices = [{"id": name, "label": each["label"], "detail": each["detail"]} for name, each in (fields["choices"] or {}).items()]
    if fields["choices_from"] == "vehicles":
        choices = [{key: vehicle[key] for key in ("id", "label", "detail")} for vehicle in vehicles]
    read = _reader(fields["kind"], choices)
    default = [_default(each, read) for each in fields["default"]]
    return {
        "id": id_,
        **{key: fields[key] for key in ("label", "kind", "section", "help", "unit", "first", "in_form", "eligibility")},
        "unit_label": fields["unit"] or "",
        "choices": choices,
        **{key: fields[key] for key in ("at_least", "at_most", "step", "from_model", "shown")},
        "default": default,
        "limits": [_limit(limit, default, read) for limit in fields["limits"]],
        "refusals": [{"when": rule["when"], "message": rule["message"]} for rule in fields["refuse"]],
        "warnings": [{"when": rule["when"], "message": rule["message"]} for rule in fields["warn"]],
        "source": f"data/questions.yml:{line}",
    }


def _rider_question(id_: str, rider: Fields, source: str) -> dict[str, Any]:
    return {
        "id": id_, "label": rider["label"], "kind": "flag", "section": "riders", "help": rider["what"], "unit": None,
        "first": False, "in_form": True, "eligibility": False, "unit_label": "", "choices": [], "at_least": None,
        "at_most": None, "step": None, "from_model": None, "shown": None,
        "default": [{"when": None, "is": False, "note": ""}], "limits": [], "refusals": [], "warnings": [],
        "source": source,
    }  # fmt: skip


def _default(default: dict[str, Any], read: Any) -> dict[str, Any]:
    value = {"trait": default["trait"]} if default["trait"] else {"is": read(default["is"])}
    return {"when": default["when"], **value, "note": default["note"]}


def _limit(limit: Fields, default: list[dict[str, Any]], read: Any) -> dict[str, Any]:
    only = [read(value) for value in limit["only"] or []]
    instead = read(limit["instead"]) if limit["instead"] is not None else None
    if instead is None and only:
        usual = default[-1].get("is") if default else None
        instead = usual if usual in only else only[0]
    return {
        "when": limit["when"],
        "only": only,
        "instead": instead,
        "always_tell": limit["always_tell"],
        "otherwise": limit["otherwise"],
    }


def _reader(kind: str, choices: list[dict[str, Any]]) -> Any:
    ids = {choice["id"] for choice in choices}

    def read(value: Any) -> Any:
        # `none` is a choice of some questions; of the others it means: no value.
        if value == "none" and "none" not in ids:
            return None
        return int(value) if kind == "integer" else value

    return read
