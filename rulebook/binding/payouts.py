"""Accidents, payouts and stories, as the book holds them."""

from typing import Any

from rulebook.library import EditionFiles
from rulebook.shapes.shape import Fields


def compile_accidents(file: Fields) -> dict[str, Any]:
    """Return the kinds of accident, the questions in the shape of the quote's, and the remedies."""
    questions = {id_: _question(id_, fields, file) for id_, fields in file["questions"].items()}
    kinds = {
        id_: {
            **{key: fields[key] for key in ("label", "thing", "detail", "grade_event", "scene", "other", "unidentified", "drivers")},
            **{key: list(fields[key]) for key in ("own_damage", "asks", "more")},
            **{
                key: {name: _typed(questions[name], value) for name, value in fields[key].items() if name in questions}
                for key in ("usual", "sample")
            },
            "source": f"data/accidents.yml:{file['kinds'].at(id_).line}",
            "certainty": fields["certainty"] or file["certainty"],
        }
        for id_, fields in file["kinds"].items()
    }
    choices = [{"id": id_, "label": kind["label"], "detail": kind["detail"]} for id_, kind in kinds.items()]
    accident = {
        "id": "accident", "label": "どんな事故か", "kind": "choice", "section": "accident", "help": "", "unit": None,
        "unit_label": "", "choices": choices, "at_least": None, "at_most": None, "step": None, "default": None,
        "needs": None, "source": f"data/accidents.yml:{file.at('kinds').line}",
    }  # fmt: skip
    return {
        "questions": {"accident": accident, **questions},
        "kinds": kinds,
        "remedies": [
            {"id": id_, "label": remedy["label"], "changes": dict(remedy["changes"])}
            for id_, remedy in file["remedies"].items()
        ],
        "source": "data/accidents.yml:1",
        "certainty": file["certainty"],
    }


def compile_payouts(file: Fields, edition: EditionFiles) -> dict[str, Any]:
    """Return the edition's figures and scales, each with its line, document and certainty."""
    path = f"data/{edition.path('payouts.yml')}"

    def origin(fields: Fields) -> dict[str, Any]:
        return {
            "source": f"{path}:{fields.place.line}",
            "certainty": fields["certainty"] or file["certainty"],
            "document": dict(fields["source"] or file["source"]),
        }

    return {
        "figures": {
            id_: {**{key: each[key] for key in ("label", "unit", "value")}, **origin(each)}
            for id_, each in file["figures"].items()
        },
        "scales": {
            id_: {"label": each["label"], "unit": each["unit"], "grades": dict(each["grades"]), **origin(each)}
            for id_, each in file["scales"].items()
        },
        "compulsory_reductions": [
            {**{key: each[key] for key in ("from", "lasting", "injury")}, **origin(each)}
            for each in file["compulsory_reductions"]
        ],
        "grade_events": {id_: {"event": each["event"], **origin(each)} for id_, each in file["grade_events"].items()},
    }


def compile_stories(file: Fields) -> list[dict[str, Any]]:
    """Return the stories; each has all the answers of its contract."""
    return [
        {
            "id": id_,
            "label": story["label"],
            "told": story["told"],
            "answers": {**file["policy"], **story["answers"]},
            "accident": dict(story["accident"]),
        }
        for id_, story in file["stories"].items()
    ]


def _question(id_: str, fields: Fields, file: Fields) -> dict[str, Any]:
    choices = [{"id": name, **choice} for name, choice in (fields["choices"] or {}).items()]
    question = {
        "id": id_,
        **{key: fields[key] for key in ("label", "kind", "help", "unit", "at_least", "at_most", "step", "needs")},
        "section": "accident",
        "unit_label": fields["unit"] or "",
        "choices": choices,
        "source": f"data/accidents.yml:{file['questions'].at(id_).line}",
    }
    return {**question, "default": _typed(question, fields["default"])}


def _typed(question: dict[str, Any], value: Any) -> Any:
    return int(value) if question["kind"] == "integer" and value is not None else value
