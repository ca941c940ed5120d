"""The pages of the tools whose questions stand in ``tools.yml``: the form, and a real answer to the sample, made at build time."""

from functools import cache
from typing import Any

from quote_engine.drawing.controls import control_html
from quote_engine.drawing.markup import Html, icon, join, tag
from quote_engine.pages.contract_dates import dates_rules
from quote_engine.pages.joining import refusals_list, vehicles_table
from quote_engine.pages.overlap import overlaps_table
from quote_engine.pages.revised import revised_line
from quote_engine.pages.transfer import transfer_rules
from quote_engine.premium.book import Book
from quote_engine.replies.tools import tool_page as reply_of
from site_build.book import book, days
from site_build.calculators.tool_frame import page_data, tool_form, tool_page

RULES = {"overlaps": overlaps_table, "dates": dates_rules, "vehicles": vehicles_table, "refusals": refusals_list, "grades": transfer_rules}
"""What the prose of a tool's page may show: rules of the data as a table or a list."""


def asked_page(name: str, lead: str) -> str:
    """Return the working part of one tool's page."""
    facts = book()
    tool, sample = facts["tools"][name], _sample(name)
    reply = reply_of(name, _opened(), {**sample, **days()})
    states = reply["form"]["questions"]
    questions = {question["id"]: question for question in facts["questions"]} | tool["questions"]
    groups = [
        _group(group, [(questions[id_], states.get(id_, {})) for id_ in group["questions"]], reply["form"]["summaries"])
        for group in tool["ask"]
    ]
    return tool_page(
        facts,
        name=name,
        title=tool["title"],
        lead=lead,
        form=tool_form(tag("p", "いまは見本の答えです。", class_="small", data_sample_note=True), *groups),
        html=reply["html"],
        below=(join((revised_line(_opened().present.left_out(days()["start_date"])), tag("p", data_print_line=True, class_="print-line"))),),
        data=_data(tool, sample),
    )


def rules(name: str) -> str:
    """Return one of ``RULES``."""
    return RULES[name](book())


@cache
def _opened() -> Book:
    return Book(book())


def _sample(name: str) -> dict[str, Any]:
    """The example that stands on the page before anything is answered."""
    tool = book()["tools"][name]
    first = book()["examples"][0]["answers"] if name == "ideas" else {}
    defaults = {id_: question["default"] for id_, question in tool["questions"].items() if question["default"]}
    return {**first, **defaults, **tool["sample"]}


def _group(group: dict[str, Any], asked: list[tuple[dict[str, Any], dict[str, Any]]], summaries: dict[str, str]) -> Html:
    controls = tag("div", *(control_html(question, state) for question, state in asked), class_="sb")
    hidden = not any(state.get("shown", True) for _, state in asked)
    if group["folded"]:
        section = asked[0][0]["section"]
        said = tag("span", summaries[section], class_="sv", data_summary=section) if section in summaries else None
        summary = tag("summary", tag("span", group["title"], class_="st"), said, icon("down"), class_=None if said else "bare")
        return tag("details", summary, controls, class_="sec", data_key=f"group-{group['questions'][0]}", hidden=hidden)
    return tag("div", tag("h2", group["title"]), controls, class_="group", role="group", aria_label=group["title"])


def _data(tool: dict[str, Any], sample: dict[str, Any]) -> Html:
    """What the script knows by itself; the names of cars only where they are searched."""
    facts = book()
    vehicles = {vehicle["id"]: vehicle["label"] for vehicle in facts["vehicles"]}
    named = [
        {**{key: model[key] for key in ("id", "name", "maker", "yomi", "vehicle_type")}, "vehicle": vehicles[model["vehicle_type"]]}
        for model in facts["models"]
    ]
    more = {"models": named} if any("model" in group["questions"] for group in tool["ask"]) else {}
    beside = {id_: question["kind"] for id_, question in tool["questions"].items()}
    return page_data(facts, beside, sample, **more)
