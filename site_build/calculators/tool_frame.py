"""What the pages of the tools share around their answers and their result: notices, progress, failure, page data."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, icon, join, tag
from quote_engine.drawing.words import Say
from quote_engine.values.links import undated
from site_build.calculators import page_parts
from site_build.calculators.set_answers import FIRST

Data = Mapping[str, Any]


def tool_page(say: Say, book: Data, *, name: str, title: str, lead: str, form: Html, html: Data, below: Sequence[Html], data: Html) -> str:
    """Return the body of a tool's page: answers left, the slip right, what explains it below."""
    slip = tag(
        "section",
        tag("h2", say("tool.result"), class_="vh", id="result-title"),
        tag("p", say("tool.stale"), class_="small warn-text", data_stale=True, hidden=True),
        tag("div", Html(html["result"]), data_result=True),
        tag("p", tag("button", icon("send"), say("tool.copy"), type="button", class_="btn", data_act="copy"),
            tag("button", icon("print"), say("tool.print"), type="button", class_="btn", data_act="print"),
            tag("span", class_="small", role="status", data_act_result=True), class_="acts tools scripted"),
        class_="slip",
        aria_labelledby="result-title",
    )  # fmt: skip
    return tag(
        "div",
        tag("script", src="../assets/js/price/early.js"),
        tag("h1", title),
        tag("p", lead, class_="lead"),
        tag("div", tag("div", _notices(say, book), form, class_="left"), slip, class_="cols"),
        tag("section", Html(html.get("table", "")), class_="below", data_table=True),
        *(tag("section", part, class_="below") for part in below),
        tag("p", class_="vh", role="status", data_status=True),
        data,
        class_="quote tool",
        data_tool=name,
    )


def tool_form(*parts: Html) -> Html:
    """Return the form around the questions; shown where its script runs."""
    return tag("form", *parts, class_="answers", data_form=True, autocomplete="off", novalidate=True)


def contract(say: Say, controls: Sequence[Html], summary: str) -> Html:
    """Return the questions about the contract behind one line, and the place for which answers still are the sample's."""
    note = tag("p", say("tool.sample"), class_="small", data_sample_note=True)
    title = tag("span", say("tool.contract"), class_="st")
    return join(
        (
            tag(
                "details",
                tag("summary", title, tag("span", summary, class_="sv", data_summary="tool"), icon("down")),
                tag("div", *controls, class_="sb"),
                class_="sec",
                data_key="section-contract",
            ),
            note,
        )
    )


def to_quote(say: Say) -> Html:
    """Return the way to the price page, which asks everything; the script lets it carry the answers."""
    link = tag("a", say("tool.to_price"), href="../quote/", data_carry=True)
    return tag("p", link, class_="links")


def page_data(book: Data, beside: Mapping[str, str], sample: Data, **more: Any) -> Html:
    """Return what the script must know before Python is ready. ``beside`` are the tool's own questions: id and kind."""
    data = {
        "questions": page_parts.questions(book) | {id_: {"kind": kind, "label": id_, "choices": {}} for id_, kind in beside.items()},
        "beside": [*beside],
        "models": [{key: model[key] for key in ("id", "vehicle_type")} for model in book["models"]],
        "presets": page_parts.presets(book),
        "sample": undated(sample),
        "first": FIRST,
        **page_parts.revisions(book),
        **more,
    }
    return page_parts.data_block(data)


def _notices(say: Say, book: Data) -> Html:
    """What is said above the form: without a script, while getting ready, on failure, on an older link."""
    return join(
        (
            tag("p", say("tool.needs_script"),
                class_="note without-script"),
            page_parts.progress_bar(say),
            tag("p", say("tool.sample_result"), class_="small",
                data_getting_ready=True, hidden=True),
            page_parts.failure(say, book, say("tool.failed_kept")),
            tag("div", data_link_note=True, hidden=True),
            tag("div", class_="note warn", data_general_problem=True, hidden=True),
        )
    )  # fmt: skip
