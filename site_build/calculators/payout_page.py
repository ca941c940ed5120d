"""The payout's page as it is shipped: a real result of the sample's accident, and every story with its own."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.controls import section_html
from quote_engine.drawing.markup import Html, icon, join, tag
from quote_engine.drawing.words import Say
from quote_engine.pages.accident_form import pictures_html, questions_html
from quote_engine.pages.accident_pictures import picture
from quote_engine.pages.payout_bars import bars, money
from quote_engine.pages.payout_slip import costs_words
from quote_engine.payout.grade_events import SENTENCES
from quote_engine.values.links import fragment
from site_build.calculators.tool_frame import page_data, to_quote, tool_form, tool_page
from site_build.sources import Sources

Data = Mapping[str, Any]

FIRST = "car_collision"
"""The accident that the page shows before anything is chosen."""
CONTRACT = ("drivers", "cover", "riders")
"""Sections of the price page that decide what an accident pays."""


def payout_form(sources: Sources) -> str:
    """Return the whole body of the payout's page."""
    book, say = sources.book, sources.say
    kinds, questions = book["accidents"]["kinds"], book["accidents"]["questions"]
    sample = {**sources.example_answers, "accident": FIRST, **kinds[FIRST]["sample"]}
    reply = sources.ask("payout_page", {**sample, **sources.days})["payout_page"]
    remedies = sources.ask("payout_remedies", {**sample, **sources.days})["payout_remedies"]["html"]
    return tool_page(
        say,
        book,
        name="payout",
        title=say("payout.title"),
        lead=say("payout.lead"),
        form=_form(say, book, reply["form"]),
        html=reply["html"],
        below=[tag("div", Html(remedies), data_remedies=True), _stories(sources)],
        data=page_data(
            book,
            {id_: question["kind"] for id_, question in questions.items()},
            sample,
            accidents_by_kind={id_: {key: kind[key] for key in ("asks", "more", "sample")} for id_, kind in kinds.items()},
        ),
    )


def _form(say: Say, book: Data, form: Data) -> Html:
    questions, states = book["accidents"]["questions"], form["questions"]
    first = book["accidents"]["kinds"][FIRST]
    others = [id_ for id_ in questions if id_ != "accident" and id_ not in first["asks"]]
    return tool_form(
        tag("p", tag("b", form["summaries"]["payout"], data_summary="payout"), tag("a", say("payout.to_result"), href="#result-title", class_="btn"), class_="brief-bar"),
        pictures_html(say, questions["accident"], FIRST),
        tag("h2", say("payout.accident")),
        tag("div", *questions_html(say, questions, states, first["asks"]), class_="asked", data_asks=True),
        tag(
            "details",
            tag("summary", tag("span", say("payout.more"), class_="st"), tag("span", say("payout.more_help"), class_="sv"), icon("down")),
            tag("div", *questions_html(say, questions, states, others), class_="sb asked", data_more=True),
            class_="sec",
            data_key="more",
        ),
        tag("h2", say("payout.contract")),
        tag("p", say("tool.sample"), class_="small", data_sample_note=True),
        tag("div", *_contract(say, book, form), class_="secs"),
        to_quote(say),
    )


def _contract(say: Say, book: Data, form: Data) -> list[Html]:
    sections = []
    for section in book["sections"]:
        asked = [question for question in book["questions"] if question["section"] == section["id"] and question["in_form"]]
        if section["id"] in CONTRACT:
            sections.append(section_html(say, section, asked, form))
    return sections


def _stories(sources: Sources) -> Html:
    """The stories with their results: what remains when nothing can be computed."""
    say = sources.say
    rows = [_story(say, story, sources.ask("payout", {**story["answers"], **story["accident"]})["payout"]) for story in sources.book["stories"]]
    return join(
        (
            tag("h2", say("payout.stories"), id="stories"),
            tag("p", say("payout.stories_contract")),
            tag("div", *rows, class_="stories"),
        )
    )


def _story(say: Say, story: Data, found: Data) -> Html:
    paid = [tag("li", tag("span", each["label"]), tag("b", money(each["amount"]))) for each in found["payments"]]
    paid += [tag("li", tag("span", each["label"]), tag("b", costs_words(say, each))) for each in found["services"]]
    zeros = [each for each in found["not_covered"] if each["concerns"]]
    nothing = tag("p", say("payout.nothing"), found["driver"]["message"] if not found["driver"]["covered"] else (zeros[0]["message"] if zeros else ""))
    bears = say.html("payout.story_bears", amount=money(found["member_bears"])) if found["losses"] else say("payout.story_free")
    return tag(
        "details",
        tag("summary", picture(found["accident"]), tag("span", story["label"], class_="st"), tag("span", bears, class_="sv"), icon("down")),
        tag(
            "div",
            tag("p", story["told"]),
            tag("ul", *paid, class_="paid") if paid else nothing,
            bars(found["losses"]) if found["losses"] else None,
            tag("p", SENTENCES[found["grade_event"]]),
            tag("p", tag("a", say("payout.try_story"), href=fragment({**story["answers"], **story["accident"]})), class_="links scripted"),
            class_="story",
        ),
        class_="sec",
        data_key=f"story-{story['id']}",
    )


MACROS = (payout_form,)
