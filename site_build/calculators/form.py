"""The form: three answers first, everything else behind one-line summaries, all from the book."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.controls import control_html, section_html
from quote_engine.drawing.markup import Html, join, tag
from quote_engine.drawing.words import Say
from quote_engine.premium.book import present_edition

Data = Mapping[str, Any]

FIRST = ("model", "vehicle_type", "grade", "birth_date", "driver_scope")
"""The questions of the three first answers. All others stand in their sections."""
HANDLED = ("prior_contract",)
"""Answered through another control: 「はじめて」 beside the grade."""


def form_html(say: Say, book: Data, form_state: Data) -> str:
    """Return the whole form for the book's questions in the given state."""
    asked = [question for question in book["questions"] if question.get("in_form", True)]
    by_id = {question["id"]: question for question in asked}
    states = form_state.get("questions", {})

    def control(id_: str) -> Html | None:
        return control_html(say, by_id[id_], states.get(id_, {})) if id_ in by_id else None

    steps = (
        _step(say, "1", say("form.car"), control("model"), control("vehicle_type"), id_="car"),
        _step(say, "2", say("form.grade"), _grade(say, by_id.get("grade"), states, present_edition(book)["renewal"]), id_="grade"),
        _step(say, "3", say("form.drivers"), control("birth_date"), _proposal(), control("driver_scope"), id_="drivers"),
    )
    sections = []
    for section in book["sections"]:
        questions = [q for q in asked if q["section"] == section["id"] and q["id"] not in FIRST + HANDLED]
        if questions:
            sections.append(section_html(say, section, questions, form_state))
    return tag(
        "form",
        tag("h2", say("form.first_three"), id="first-title", data_first_title=True),
        tag(
            "p",
            say("form.sample_note", sample=book["examples"][0]["label"]),
            class_="small",
            data_sample_note=True,
        ),
        tag("ol", *steps, class_="threes"),
        _preset(say, book),
        tag("h2", say("form.more"), id="more-title"),
        tag("div", *sections, class_="secs"),
        class_="answers",
        data_form=True,
        autocomplete="off",
        novalidate=True,
    )


def _step(say: Say, number: str, title: str, *controls: Html | None, id_: str) -> Html:
    return tag(
        "li",
        tag("h3", tag("span", number, class_="no", aria_hidden="true"), title, _sample_mark(say, id_)),
        *controls,
        class_="three",
        data_first=id_,
    )


def _sample_mark(say: Say, id_: str) -> Html:
    """The tag that says: this answer is still the sample's. The script takes it away with the first own answer."""
    question = {"car": "vehicle_type", "grade": "grade", "drivers": "birth_date"}[id_]
    return tag("span", say("form.sample"), class_="ref", data_sample_mark=question)


def _preset(say: Say, book: Data) -> Html | None:
    """Which recommended set-up is being priced; the script changes it with the kind of car."""
    if not book.get("presets"):
        return None
    preset = book["presets"][0]
    return tag(
        "div",
        tag("p", say.html("form.priced_with", preset=tag("b", preset["label"], data_preset_label=True)), class_="b"),
        tag("p", preset.get("detail") or "", class_="small", data_preset_detail=True),
        class_="preset",
        data_preset=preset["id"],
    )


def _proposal() -> Html:
    """Where the age condition proposed from the birth date is told."""
    return tag("p", class_="small proposal", data_proposal=True, hidden=True)


def _grade(say: Say, question: Data | None, states: Mapping[str, Data], renewal: Data) -> Html | None:
    """The grade in three ways: known, a first contract, or worked out from the present policy."""
    if question is None:
        return None
    state = states.get("grade", {})
    ways = (
        ("known", say("form.grade_known"), say("form.grade_known_help")),
        ("first", say("form.grade_first"), say("form.grade_first_help")),
        ("policy", say("form.grade_policy"), say("form.grade_policy_help")),
    )
    rows = [
        tag(
            "label",
            tag("input", type="radio", id=f"w-grade-{way}", name="grade-way", value=way, checked=way == "known"),
            tag("b", label),
            tag("span", class_="delta num"),
            tag("span", detail, class_="d"),
            class_="opt",
            for_=f"w-grade-{way}",
        )
        for way, label, detail in ways
    ]
    grades = [tag("option", choice["label"], value=choice["id"]) for choice in question["choices"]]
    most = renewal["most_accident_years"]
    years = [tag("option", say("shared.years", years=year) if year else say("form.no_years"), value=str(year)) for year in range(most + 1)]
    accidents = [
        tag("option", words, value=str(index), data_up=up, data_years=more)
        for index, (words, up, more) in enumerate(_year_outcomes(say, renewal))
    ]
    policy = tag(
        "div",
        _plain_select("policy-grade", say("form.policy_grade"), [tag("option", say("form.choose"), value=""), *grades]),
        _plain_select("policy-years", say("form.policy_years"), years),
        _plain_select("policy-accident", say("form.policy_accident"), accidents),
        tag("p", class_="small", data_policy_result=True, role="status"),
        class_="policy",
        data_way="policy",
        hidden=True,
    )
    return join(
        (
            tag(
                "fieldset", tag("legend", say("form.grade_ways"), class_="vh"), tag("div", *rows, class_="opts"), data_ways=True
            ),
            tag("div", control_html(say, question, state), data_way="known"),
            policy,
            tag("p", data_way_note=True, class_="small", hidden=True),
        )
    )


def _year_outcomes(say: Say, renewal: Data) -> list[tuple[str, int, int]]:
    """What one year may do at renewal: its accident in words, rungs up the grades, accident years added."""
    clean = (say("form.clean_year"), renewal["clean_year_up"], 0)
    counted = [accident for accident in renewal["accidents"].values() if accident["down"]]
    return [clean, *((f"{each['label']}（{each['detail']}）", -each["down"], each["accident_years"]) for each in counted)]


def _plain_select(id_: str, label: str, options: list[Html]) -> Html:
    return tag("div", tag("label", label, for_=id_, class_="lab"), tag("select", *options, id=id_), class_="q")
