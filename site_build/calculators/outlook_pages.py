"""The two pages that look ahead, as they are shipped: a real result of the first model case, made by the engine at build time."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.controls import control_html
from quote_engine.drawing.markup import Html, join, tag
from quote_engine.outlook.outlook import MOST_YEARS
from quote_engine.pages.outlook import LEFT_OUT, left_out_html, rule_html
from quote_engine.pages.use_or_pay import LEFT_OUT as COMPARED_WITHOUT
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
    book, sample = sources.book, sources.example_answers
    reply = _reply(sources, "outlook_page", {**sample, **OUTLOOK_SAMPLE, "accidents": ACCIDENTS})
    kinds = _kinds(book)
    form = tool_form(
        tag("h2", "これからの事故"),
        tag("p", "事故があったときを、ためせます。何件でも足せます。", class_="small"),
        tag("ol", class_="accidents", data_accidents=True),
        tag("template", _accident_row(kinds), data_accident_row=True),
        tag("p", tag("button", "事故を足す", type="button", class_="btn", data_act="add-accident")),
        _years(),
        tag("h2", "いまの契約"),
        contract(_controls(book, CONTRACT, reply["form"]), reply["form"]["summaries"]["tool"]),
        to_quote(),
    )
    return tool_page(
        book,
        name="outlook",
        title="等級と掛金の見通し",
        lead="等級と年払の掛金が、これからどう動くか。事故があったときと、なかったときをくらべます。",
        form=form,
        html=reply["html"],
        below=[rule_html(book), left_out_html(LEFT_OUT), _to_use_or_pay()],
        data=page_data(book, {"years": "choice"}, {**sample, **OUTLOOK_SAMPLE},
                       accidents=ACCIDENTS, kinds={id_: rule["detail"] for id_, rule in kinds.items()}),
    )  # fmt: skip


def use_or_pay_form(sources: Sources) -> str:
    """Return the whole body of the page that compares using the cover with paying."""
    book, sample = sources.book, sources.example_answers
    reply = _reply(sources, "use_or_pay_page", {**sample, **USE_SAMPLE})
    form = tool_form(
        tag("h2", "修理のこと"),
        _loss(),
        _kind(_kinds(book)),
        tag("h2", "いまの契約"),
        contract(_controls(book, (*OWN_CAR, *CONTRACT), reply["form"]), reply["form"]["summaries"]["tool"]),
        to_quote(),
    )
    return tool_page(
        book,
        name="use-or-pay",
        title="使う？ 自分で払う？",
        lead="自分の車の修理に車両損害を使うと、更新のあとの掛金が上がります。どちらの負担が少ないかをくらべます。",
        form=form,
        html=reply["html"],
        below=[left_out_html(COMPARED_WITHOUT), _to_outlook()],
        data=page_data(book, {"own_damage_loss": "integer", "kind": "choice"}, {**sample, **USE_SAMPLE}),
    )


def _reply(sources: Sources, kind: str, answers: Data) -> dict[str, Any]:
    reply: dict[str, Any] = sources.ask(kind, {**answers, **sources.days})[kind]
    return reply


def _controls(book: Data, names: Sequence[str], form: Data) -> list[Html]:
    asked = {question["id"]: question for question in book["questions"]}
    return [control_html(asked[name], form["questions"].get(name, {})) for name in names if name in asked]


def _kinds(book: Data) -> dict[str, Data]:
    kinds: dict[str, Data] = present_edition(book)["renewal"]["accidents"]
    return kinds


def _select(id_: str, label: str, options: Sequence[tuple[str, str]], chosen: str, **more: Any) -> Html:
    listed = [tag("option", words, value=value, selected=value == chosen) for value, words in options]
    return join((tag("label", label, for_=id_, class_="lab"), tag("select", *listed, id=id_, **more)))


def _years() -> Html:
    options = [(str(year), f"{year}年後まで") for year in range(1, MOST_YEARS + 1)]
    select = _select("q-years", "どこまで見通すか", options, str(OUTLOOK_SAMPLE["years"]), name="years", aria_describedby="p-years")
    return tag("div", select, _problem("years"), class_="q", data_question="years", data_kind="choice")


def _accident_row(kinds: Mapping[str, Data]) -> Html:
    """One accident; the script numbers the labels and their controls."""
    years = [tag("option", f"契約{year}年目", value=str(year)) for year in range(1, MOST_YEARS + 1)]
    listed = [tag("option", rule["label"], value=id_) for id_, rule in kinds.items()]
    return tag(
        "li",
        tag("div", tag("label", "いつ", class_="lab"), tag("select", *years, data_accident="year")),
        tag("div", tag("label", "どんな事故", class_="lab"), tag("select", *listed, data_accident="kind")),
        tag("p", class_="small", data_accident_detail=True),
        tag("button", "はずす", tag("span", class_="vh", data_accident_name=True), type="button", class_="btn plain", data_act="drop-accident"),
    )


def _loss() -> Html:
    amount = str(USE_SAMPLE["own_damage_loss"] // 10_000)
    box = tag("input", id="q-own_damage_loss", name="own_damage_loss", inputmode="decimal", autocomplete="off", value=amount, maxlength="12",
              data_scale="10000", aria_describedby="h-own_damage_loss p-own_damage_loss")  # fmt: skip
    return tag(
        "div",
        tag("label", "修理代（万円）", for_="q-own_damage_loss", class_="lab"),
        tag("p", "見積もりの金額です。まだなら、おおよそでかまいません。", class_="small", id="h-own_damage_loss"),
        box, _problem("own_damage_loss"),
        class_="q", data_question="own_damage_loss", data_kind="integer",
    )  # fmt: skip


def _kind(kinds: Mapping[str, Data]) -> Html:
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
    fieldset = tag("fieldset", tag("legend", "事故の種類"), tag("div", *rows, class_="opts"), aria_describedby="p-kind")
    return tag("div", fieldset, _problem("kind"), class_="q", data_question="kind", data_kind="choice")


def _problem(id_: str) -> Html:
    return tag("p", class_="problem", id=f"p-{id_}", hidden=True)


def _next(href: str, title: str, detail: str) -> Html:
    words = tag("span", tag("span", title, class_="t"), tag("span", detail, class_="d"))
    arrow = tag("svg", tag("path", d="M9 5l7 7-7 7"), class_="ui", viewBox="0 0 24 24", aria_hidden="true")
    return join((tag("h2", "つぎに"), tag("div", tag("a", words, arrow, href=href, class_="row plain", data_carry=True), class_="rows")))


def _to_use_or_pay() -> Html:
    return _next("../use-or-pay/", "使う？ 自分で払う？", "修理代がいくらから、車両損害を使うほうが少なくすむか")


def _to_outlook() -> Html:
    return _next("../outlook/", "等級と掛金の見通し", "事故のあと、等級と掛金が年ごとにどう動くか")


MACROS = (outlook_form, use_or_pay_form)
