"""The pages of the tools whose questions stand in ``tools.yml``: the form, and a real answer to the sample, made at build time."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.controls import control_html
from quote_engine.drawing.markup import Html, icon, join, tag
from quote_engine.drawing.words import Say
from quote_engine.pages.contract_dates import dates_rules
from quote_engine.pages.joining import refusals_list, vehicles_table
from quote_engine.pages.overlap import overlaps_table
from quote_engine.pages.revised import revised_line
from quote_engine.pages.transfer import transfer_rules
from site_build.calculators import page_parts
from site_build.calculators.tool_frame import page_data, tool_form, tool_page
from site_build.sources import Sources

RULES = {"overlaps": overlaps_table, "dates": dates_rules, "vehicles": vehicles_table, "refusals": refusals_list, "grades": transfer_rules}
"""What the prose of a tool's page may show: rules of the data as a table or a list."""


def asked_page(sources: Sources, name: str, lead: str) -> str:
    """Return the working part of one tool's page."""
    book, say = sources.book, sources.say
    tool, sample = book["tools"][name], _sample(sources, name)
    reply = sources.ask(f"{name}_page", {**sample, **sources.days})[f"{name}_page"]
    states = reply["form"]["questions"]
    questions = {question["id"]: question for question in book["questions"]} | tool["questions"]
    groups = [
        _group(say, group, [(questions[id_], states.get(id_, {})) for id_ in group["questions"]], reply["form"]["summaries"])
        for group in tool["ask"]
    ]
    return tool_page(
        say,
        book,
        name=name,
        title=tool["title"],
        lead=lead,
        form=tool_form(tag("p", say("tool.sample"), class_="small", data_sample_note=True), *groups),
        html=reply["html"],
        below=(join((revised_line(say, sources.desk.book.present.left_out(sources.days["start_date"])), tag("p", data_print_line=True, class_="print-line"))),),
        data=_data(sources, tool, sample),
    )


def rules(sources: Sources, name: str) -> str:
    """Return one of ``RULES``."""
    return RULES[name](sources.say, sources.book)


def _sample(sources: Sources, name: str) -> dict[str, Any]:
    """The example that stands on the page before anything is answered."""
    tool = sources.book["tools"][name]
    first = sources.book["examples"][0]["answers"] if name == "ideas" else {}
    defaults = {id_: question["default"] for id_, question in tool["questions"].items() if question["default"]}
    return {**first, **defaults, **tool["sample"]}


def _group(
    say: Say, group: Mapping[str, Any], asked: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]], summaries: dict[str, str]
) -> Html:
    controls = tag("div", *(control_html(say, question, state) for question, state in asked), class_="sb")
    hidden = not any(state.get("shown", True) for _, state in asked)
    if group["folded"]:
        section = asked[0][0]["section"]
        said = tag("span", summaries[section], class_="sv", data_summary=section) if section in summaries else None
        summary = tag("summary", tag("span", group["title"], class_="st"), said, icon("down"), class_=None if said else "bare")
        return tag("details", summary, controls, class_="sec", data_key=f"group-{group['questions'][0]}", hidden=hidden)
    return tag("div", tag("h2", group["title"]), controls, class_="group", role="group", aria_label=group["title"])


def _data(sources: Sources, tool: Mapping[str, Any], sample: dict[str, Any]) -> Html:
    """What the script knows by itself; the names of cars only where they are searched."""
    book = sources.book
    more = {"models": page_parts.named_models(book)} if any("model" in group["questions"] for group in tool["ask"]) else {}
    beside = {id_: question["kind"] for id_, question in tool["questions"].items()}
    return page_data(book, beside, sample, **more)


MACROS = (asked_page, rules)
