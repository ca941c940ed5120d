"""The form: three answers first, everything else behind one-line summaries, all from the book."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.controls import control_html, section_html
from quote_engine.drawing.markup import Html, join, tag
from quote_engine.premium.book import present_edition

Data = Mapping[str, Any]

FIRST = ("model", "vehicle_type", "grade", "birth_date", "driver_scope")
"""The questions of the three first answers. All others stand in their sections."""
HANDLED = ("prior_contract",)
"""Answered through another control: 「はじめて」 beside the grade."""


def form_html(book: Data, form_state: Data) -> str:
    """Return the whole form for the book's questions in the given state."""
    asked = [question for question in book["questions"] if question.get("in_form", True)]
    by_id = {question["id"]: question for question in asked}
    states = form_state.get("questions", {})

    def control(id_: str) -> Html | None:
        return control_html(by_id[id_], states.get(id_, {})) if id_ in by_id else None

    steps = (
        _step("1", "車", control("model"), control("vehicle_type"), id_="car"),
        _step("2", "等級", _grade(by_id.get("grade"), states, present_edition(book)["renewal"]), id_="grade"),
        _step("3", "運転する人", control("birth_date"), _proposal(), control("driver_scope"), id_="drivers"),
    )
    sections = []
    for section in book["sections"]:
        questions = [q for q in asked if q["section"] == section["id"] and q["id"] not in FIRST + HANDLED]
        if questions:
            sections.append(section_html(section, questions, form_state))
    return tag(
        "form",
        tag("h2", "3つの答えで、あなたの値段に", id="first-title", data_first_title=True),
        tag(
            "p",
            f"上の値段は見本（{book['examples'][0]['label']}）です。答えるたびに、あなたの値段に近づきます。",
            class_="small",
            data_sample_note=True,
        ),
        tag("ol", *steps, class_="threes"),
        _preset(book),
        tag("h2", "くわしく直す", id="more-title"),
        tag("div", *sections, class_="secs"),
        class_="answers",
        data_form=True,
        autocomplete="off",
        novalidate=True,
    )


def _step(number: str, title: str, *controls: Html | None, id_: str) -> Html:
    return tag(
        "li",
        tag("h3", tag("span", number, class_="no", aria_hidden="true"), title, _sample_mark(id_)),
        *controls,
        class_="three",
        data_first=id_,
    )


def _sample_mark(id_: str) -> Html:
    """The tag that says: this answer is still the sample's. The script takes it away with the first own answer."""
    question = {"car": "vehicle_type", "grade": "grade", "drivers": "birth_date"}[id_]
    return tag("span", "見本の答え", class_="ref", data_sample_mark=question)


def _preset(book: Data) -> Html | None:
    """Which recommended set-up is being priced; the script changes it with the kind of car."""
    if not book.get("presets"):
        return None
    preset = book["presets"][0]
    return tag(
        "div",
        tag("p", tag("b", preset["label"], data_preset_label=True), "で計算しています", class_="b"),
        tag("p", preset.get("detail") or "", class_="small", data_preset_detail=True),
        class_="preset",
        data_preset=preset["id"],
    )


def _proposal() -> Html:
    """Where the age condition proposed from the birth date is told."""
    return tag("p", class_="small proposal", data_proposal=True, hidden=True)


def _grade(question: Data | None, states: Mapping[str, Data], renewal: Data) -> Html | None:
    """The grade in three ways: known, a first contract, or worked out from the present policy."""
    if question is None:
        return None
    state = states.get("grade", {})
    ways = (
        ("known", "等級がわかる", "始める日の等級を選びます"),
        ("first", "はじめて入る", "共済や保険の契約が、いまこの車にない"),
        ("policy", "いまの証券から", "いまの等級と、この1年の事故から出します"),
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
    years = [tag("option", "なし" if year == 0 else f"{year}年", value=str(year)) for year in range(most + 1)]
    accidents = [
        tag("option", words, value=str(index), data_up=up, data_years=more)
        for index, (words, up, more) in enumerate(_year_outcomes(renewal))
    ]
    policy = tag(
        "div",
        _plain_select("policy-grade", "証券の等級", [tag("option", "選んでください", value=""), *grades]),
        _plain_select("policy-years", "証券の事故有係数適用期間", years),
        _plain_select("policy-accident", "この1年に共済金を受けた事故", accidents),
        tag("p", class_="small", data_policy_result=True, role="status"),
        class_="policy",
        data_way="policy",
        hidden=True,
    )
    return join(
        (
            tag(
                "fieldset", tag("legend", "等級の答え方", class_="vh"), tag("div", *rows, class_="opts"), data_ways=True
            ),
            tag("div", control_html(question, state), data_way="known"),
            policy,
            tag("p", data_way_note=True, class_="small", hidden=True),
        )
    )


def _year_outcomes(renewal: Data) -> list[tuple[str, int, int]]:
    """What one year may do at renewal: its accident in words, rungs up the grades, accident years added."""
    clean = ("なし、または数えない事故だけ", renewal["clean_year_up"], 0)
    counted = [accident for accident in renewal["accidents"].values() if accident["down"]]
    return [clean, *((f"{each['label']}（{each['detail']}）", -each["down"], each["accident_years"]) for each in counted)]


def _plain_select(id_: str, label: str, options: list[Html]) -> Html:
    return tag("div", tag("label", label, for_=id_, class_="lab"), tag("select", *options, id=id_), class_="q")
