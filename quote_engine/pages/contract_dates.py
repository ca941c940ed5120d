"""始まる日・終わる日: the dates of a contract, as HTML; and the rules for reading."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, tag
from quote_engine.drawing.parts import sentences
from quote_engine.drawing.sources import source_link
from quote_engine.drawing.words import Say
from quote_engine.pages.said import heading, messages
from quote_engine.values.dates import spoken

Data = Mapping[str, Any]


def dates_html(say: Say, found: Data) -> dict[str, str]:
    """Return every date with its day of the week, its rule and where that stands."""
    rows = [
        tag(
            "li",
            tag("span", entry["label"], class_="t"),
            tag("b", spoken(entry["day"]), tag("small", f"（{entry['weekday']}）"), class_="day num"),
            tag("span", entry["message"], " ", source_link(entry["source"], say("shared.origin")), class_="d"),
        )
        for entry in found["entries"]
    ]
    return {"result": join((heading(say("dates.title")), tag("ol", *rows, class_="dates"), sentences(found["notes"]))), "table": ""}


def dates_said(say: Say, found: Data) -> str:
    """Return the answer in one sentence."""
    if found["status"] == "invalid":
        return messages(found["problems"])
    return say("dates.said", dates="、".join(f"{entry['label']} {spoken(entry['day'])}" for entry in found["entries"]))


def dates_rules(say: Say, book: Data) -> Html:
    """The rules in words, for reading without a script."""
    rules = book["dates"]
    suspension = rules["suspension"]
    told = [
        *((rule["message"], rule) for rule in rules["starts"].values()),
        (rules["term"]["message"], rules["term"]),
        (rules["grace"]["message"], rules["grace"]),
        (suspension["ask"] + suspension["use"] + suspension["condition"], suspension),
    ]
    rows = [tag("li", _filled(words, rule), " ", source_link(rule["source"], say("shared.origin"))) for words, rule in told]
    return tag("ul", *rows, class_="rules")


def _filled(text: str, rule: Data) -> str:
    for name, value in rule.items():
        text = text.replace("{" + name + "}", str(value))
    return text
