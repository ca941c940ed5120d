"""The two pages that look ahead, as they are shipped: a real result of the first model case, made by the engine at build time."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.controls import control_html
from quote_engine.drawing.markup import Html, icon, join, tag
from quote_engine.drawing.words import Say
from quote_engine.outlook.outlook import MOST_YEARS
from quote_engine.pages import outlook, use_or_pay
from quote_engine.pages.outlook import left_out_html, rule_html
from quote_engine.premium.book import present_edition
from site_build.calculators.tool_frame import contract, page_data, to_quote, tool_form, tool_page
from site_build.sources import Sources

Data = Mapping[str, Any]

OUTLOOK_SAMPLE: Data = {"years": 10}
ACCIDENTS = [{"year": 1, "kind": "three_down"}]
"""The sample's accident: without one there is nothing to compare."""
USE_SAMPLE: Data = {"own_damage_loss": 600_000, "kind": "three_down"}
CONTRACT = ("vehicle_type", "prior_contract", "grade", "accident_years", "birth_date", "age_condition")
OWN_CAR = ("own_damage", "own_damage_amount", "own_damage_deductible")


def outlook_form(sources: Sources) -> str:
    """Return the whole body of the outlook's page."""
    book, say, sample = sources.book, sources.say, sources.example_answers
    reply = _reply(sources, "outlook_page", {**sample, **OUTLOOK_SAMPLE, "accidents": ACCIDENTS})
    kinds = _kinds(book)
    form = tool_form(
        tag("h2", say("outlook.coming")),
        tag("p", say("outlook.coming_help"), class_="small"),
        tag("ol", class_="accidents", data_accidents=True),
        tag("template", _accident_row(say, kinds), data_accident_row=True),
        tag("p", tag("button", say("outlook.add"), type="button", class_="btn", data_act="add-accident")),
        _years(say),
        tag("h2", say("tool.your_contract")),
        contract(say, _controls(say, book, CONTRACT, reply["form"]), reply["form"]["summaries"]["tool"]),
        to_quote(say),
    )
    return tool_page(
        say,
        book,
        name="outlook",
        title=say("outlook.title"),
        lead=say("outlook.lead"),
        form=form,
        html=reply["html"],
        below=[rule_html(say, book), left_out_html(say, outlook.left_out(say)), _to_use_or_pay(say)],
        data=page_data(book, {"years": "choice"}, {**sample, **OUTLOOK_SAMPLE},
                       accidents=ACCIDENTS, kinds={id_: rule["detail"] for id_, rule in kinds.items()}),
    )  # fmt: skip


def use_or_pay_form(sources: Sources) -> str:
    """Return the whole body of the page that compares using the cover with paying."""
    book, say, sample = sources.book, sources.say, sources.example_answers
    reply = _reply(sources, "use_or_pay_page", {**sample, **USE_SAMPLE})
    form = tool_form(
        tag("h2", say("use_or_pay.repair")),
        _loss(say),
        _kind(say, _kinds(book)),
        tag("h2", say("tool.your_contract")),
        contract(say, _controls(say, book, (*OWN_CAR, *CONTRACT), reply["form"]), reply["form"]["summaries"]["tool"]),
        to_quote(say),
    )
    return tool_page(
        say,
        book,
        name="use-or-pay",
        title=say("use_or_pay.title"),
        lead=say("use_or_pay.lead"),
        form=form,
        html=reply["html"],
        below=[left_out_html(say, use_or_pay.left_out(say)), _to_outlook(say)],
        data=page_data(book, {"own_damage_loss": "integer", "kind": "choice"}, {**sample, **USE_SAMPLE}),
    )


def _reply(sources: Sources, kind: str, answers: Data) -> dict[str, Any]:
    reply: dict[str, Any] = sources.ask(kind, {**answers, **sources.days})[kind]
    return reply


def _controls(say: Say, book: Data, names: Sequence[str], form: Data) -> list[Html]:
    asked = {question["id"]: question for question in book["questions"]}
    return [control_html(say, asked[name], form["questions"].get(name, {})) for name in names if name in asked]


def _kinds(book: Data) -> dict[str, Data]:
    kinds: dict[str, Data] = present_edition(book)["renewal"]["accidents"]
    return kinds


def _select(id_: str, label: str, options: Sequence[tuple[str, str]], chosen: str, **more: Any) -> Html:
    listed = [tag("option", words, value=value, selected=value == chosen) for value, words in options]
    return join((tag("label", label, for_=id_, class_="lab"), tag("select", *listed, id=id_, **more)))


def _years(say: Say) -> Html:
    options = [(str(year), say("outlook.until", years=year)) for year in range(1, MOST_YEARS + 1)]
    select = _select("q-years", say("outlook.how_far"), options, str(OUTLOOK_SAMPLE["years"]), name="years", aria_describedby="p-years")
    return tag("div", select, _problem("years"), class_="q", data_question="years", data_kind="choice")


def _accident_row(say: Say, kinds: Mapping[str, Data]) -> Html:
    """One accident; the script numbers the labels and their controls."""
    years = [tag("option", say("outlook.contract_year", year=year), value=str(year)) for year in range(1, MOST_YEARS + 1)]
    listed = [tag("option", rule["label"], value=id_) for id_, rule in kinds.items()]
    return tag(
        "li",
        tag("div", tag("label", say("outlook.when"), class_="lab"), tag("select", *years, data_accident="year")),
        tag("div", tag("label", say("outlook.what_accident"), class_="lab"), tag("select", *listed, data_accident="kind")),
        tag("p", class_="small", data_accident_detail=True),
        tag("button", say("outlook.drop"), tag("span", class_="vh", data_accident_name=True), type="button", class_="btn plain", data_act="drop-accident"),
    )


def _loss(say: Say) -> Html:
    amount = str(USE_SAMPLE["own_damage_loss"] // 10_000)
    box = tag("input", id="q-own_damage_loss", name="own_damage_loss", inputmode="decimal", autocomplete="off", value=amount, maxlength="12",
              data_scale="10000", aria_describedby="h-own_damage_loss p-own_damage_loss")  # fmt: skip
    return tag(
        "div",
        tag("label", say("use_or_pay.loss_asked"), for_="q-own_damage_loss", class_="lab"),
        tag("p", say("use_or_pay.loss_help"), class_="small", id="h-own_damage_loss"),
        box, _problem("own_damage_loss"),
        class_="q", data_question="own_damage_loss", data_kind="integer",
    )  # fmt: skip


def _kind(say: Say, kinds: Mapping[str, Data]) -> Html:
    """Only what lowers the grade: an accident that is not counted costs nothing to use."""
    rows = [
        tag(
            "label",
            tag("input", type="radio", id=f"q-kind-{id_}", name="kind", value=id_, checked=id_ == USE_SAMPLE["kind"]),
            tag("b", rule["label"]),
            tag("span", rule["detail"], class_="d"),
            class_="opt",
            for_=f"q-kind-{id_}",
        )
        for id_, rule in kinds.items()
        if rule["down"]
    ]
    fieldset = tag("fieldset", tag("legend", say("use_or_pay.kind")), tag("div", *rows, class_="opts"), aria_describedby="p-kind")
    return tag("div", fieldset, _problem("kind"), class_="q", data_question="kind", data_kind="choice")


def _problem(id_: str) -> Html:
    return tag("p", class_="problem", id=f"p-{id_}", hidden=True)


def _next(say: Say, href: str, title: str, detail: str) -> Html:
    words = tag("span", tag("span", title, class_="t"), tag("span", detail, class_="d"))
    return join((tag("h2", say("tool.next")), tag("div", tag("a", words, icon("next"), href=href, class_="row plain", data_carry=True), class_="rows")))


def _to_use_or_pay(say: Say) -> Html:
    return _next(say, "../use-or-pay/", say("use_or_pay.title"), say("use_or_pay.what"))


def _to_outlook(say: Say) -> Html:
    return _next(say, "../outlook/", say("outlook.title"), say("outlook.what"))


MACROS = (outlook_form, use_or_pay_form)
