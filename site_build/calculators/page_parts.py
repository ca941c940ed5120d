"""What every page with a calculator holds: how far the start is, what a failed start offers, what the script must know at once."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, tag
from quote_engine.drawing.words import Say
from site_build.calculators.telephone import call_button

Data = Mapping[str, Any]


def progress_bar(say: Say) -> Html:
    """Return the thin bar of the start, hidden until a script moves it."""
    rect = tag("rect", width="0%", height="100%", data_progress_bar=True)
    return tag(
        "div",
        tag("svg", rect, width="100%", height="6", aria_hidden="true"),
        class_="load",
        role="progressbar",
        aria_label=say("tool.getting_ready"),
        aria_valuemin="0",
        aria_valuemax="100",
        data_progress=True,
        hidden=True,
    )


def failure(say: Say, book: Data, said: str, *beyond: Html) -> Html:
    """Return the notice of a start that failed: what remains (``said``), another try, the telephone, and ``beyond``."""
    contact = book["contacts"][0] if book["contacts"] else None
    retry = tag("button", say("tool.retry"), type="button", class_="btn main", data_act="retry")
    return tag(
        "div",
        tag("div", tag("p", tag("b", say("tool.failed"))), tag("p", said), class_="note warn"),
        tag("p", retry, call_button(contact) if contact else None, class_="two"),
        *beyond,
        data_failure=True,
        role="alert",
        hidden=True,
    )


def questions(book: Data) -> dict[str, Any]:
    """Return kind, label and choices of every question, by id."""
    return {
        question["id"]: {
            "kind": question["kind"],
            "label": question["label"],
            "choices": {choice["id"]: choice["label"] for choice in question.get("choices") or ()},
        }
        for question in book["questions"]
    }


def named_models(book: Data) -> list[dict[str, Any]]:
    """Return the models of cars as visitors search for them and see them listed."""
    vehicles = {vehicle["id"]: vehicle["label"] for vehicle in book["vehicles"]}
    keys = ("id", "name", "maker", "yomi", "vehicle_type", "launched")
    return [{**{key: model[key] for key in keys}, "vehicle": vehicles[model["vehicle_type"]]} for model in book["models"]]


def revisions(book: Data) -> dict[str, Any]:
    """Return what old links need: the rate editions with their first days, and the names that have changed."""
    return {
        "editions": [{key: edition[key] for key in ("id", "start")} for edition in book["editions"]],
        "moved": [{key: rule[key] for key in ("question", "choice")} for rule in book["migrations"]],
    }


def presets(book: Data) -> list[dict[str, Any]]:
    """Return the recommended set-ups, each with the vehicles that it fits."""
    return [_preset(preset, book["vehicles"]) for preset in book["presets"]]


def data_block(data: Data) -> Html:
    """Return ``data`` as a block that no policy needs to allow."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return tag("script", Html(written), type="application/json", data_page_data=True)


def _preset(preset: Data, vehicles: Sequence[Data]) -> dict[str, Any]:
    fitting = [vehicle["id"] for vehicle in vehicles if vehicle["traits"]["wheels"] == preset["wheels"]]
    return {**{key: preset[key] for key in ("id", "label", "detail", "answers")}, "vehicles": fitting}
