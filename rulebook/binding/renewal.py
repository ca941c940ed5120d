"""The renewal rule of an edition, as the book holds it."""

from typing import Any

from rulebook.library import EditionFiles
from rulebook.shapes.shape import Fields


def compile_renewal(file: Fields, edition: EditionFiles) -> dict[str, Any]:
    """Return ladder, steps and caps; each kind of accident with its label, document and line."""
    rule = file["renewal"]
    path = f"data/{edition.path('renewal.yml')}"
    cap = rule["most_accident_years"]
    return {
        "ladder": list(rule["ladder"]),
        "clean_year_up": rule["clean_year_up"],
        "most_accident_years": cap["years"],
        "most_source": f"{path}:{cap.at('years').line}",
        "most_certainty": cap["certainty"] or file["certainty"],
        "most_document": dict(cap["source"] or file["source"]),
        "accidents": {
            id_: {
                **{key: accident[key] for key in ("label", "detail", "down", "accident_years")},
                "source": f"{path}:{accident.place.line}",
                "certainty": accident["certainty"] or file["certainty"],
                "document": dict(accident["source"] or file["source"]),
            }
            for id_, accident in rule["accidents"].items()
        },
        "source": f"{path}:{rule.at('clean_year_up').line}",
        "certainty": rule["certainty"] or file["certainty"],
        "document": dict(rule["source"] or file["source"]),
    }
