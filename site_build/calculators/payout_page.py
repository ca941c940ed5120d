"""The payout's page as it is shipped: a real result of the sample's accident, and every story with its own."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from quote_engine.drawing.controls import section_html
from quote_engine.drawing.markup import Html, icon, join, tag
from quote_engine.pages.accident_form import pictures_html, questions_html
from quote_engine.pages.accident_pictures import picture
from quote_engine.pages.payout_bars import bars, money
from quote_engine.payout.grade_events import SENTENCES
from site_build.calculators.tool_frame import page_data, to_quote, tool_form, tool_page
from site_build.sources import Sources

Data = Mapping[str, Any]

FIRST = "car_collision"
"""The accident that the page shows before anything is chosen."""
CONTRACT = ("drivers", "cover", "riders")
"""Sections of the price page that decide what an accident pays."""


def payout_form(sources: Sources) -> str:
    """Return the whole body of the payout's page."""
    book = sources.book
    kinds, questions = book["accidents"]["kinds"], book["accidents"]["questions"]
    sample = {**sources.example_answers, "accident": FIRST, **kinds[FIRST]["sample"]}
    reply = sources.ask("payout_page", {**sample, **sources.days})["payout_page"]
    remedies = sources.ask("payout_remedies", {**sample, **sources.days})["payout_remedies"]["html"]
    return tool_page(
        book,
        name="payout",
        title="この事故なら、いくら出る？",
        lead="絵から近いものを選ぶと、だれがいくら負担するかを計算します。",
        form=_form(book, reply["form"]),
        html=reply["html"],
        below=[tag("div", Html(remedies), data_remedies=True), _stories(sources)],
        data=page_data(
            book,
            {id_: question["kind"] for id_, question in questions.items()},
            sample,
            accidents_by_kind={id_: {key: kind[key] for key in ("asks", "more", "sample")} for id_, kind in kinds.items()},
        ),
    )


def _form(book: Data, form: Data) -> Html:
    questions, states = book["accidents"]["questions"], form["questions"]
    first = book["accidents"]["kinds"][FIRST]
    others = [id_ for id_ in questions if id_ != "accident" and id_ not in first["asks"]]
    return tool_form(
        tag("p", tag("b", form["summaries"]["payout"], data_summary="payout"), tag("a", "結果を見る", href="#result-title", class_="btn"), class_="brief-bar"),
        pictures_html(questions["accident"], FIRST),
        tag("h2", "事故の内容"),
        tag("div", *questions_html(questions, states, first["asks"]), class_="asked", data_asks=True),
        tag(
            "details",
            tag("summary", tag("span", "くわしく", class_="st"), tag("span", "けがの日数、代車、弁護士の費用など", class_="sv"), icon("down")),
            tag("div", *questions_html(questions, states, others), class_="sb asked", data_more=True),
            class_="sec",
            data_key="more",
        ),
        tag("h2", "契約の内容"),
        tag("p", "いまは見本の答えです。", class_="small", data_sample_note=True),
        tag("div", *_contract(book, form), class_="secs"),
        to_quote(),
    )


def _contract(book: Data, form: Data) -> list[Html]:
    sections = []
    for section in book["sections"]:
        asked = [question for question in book["questions"] if question["section"] == section["id"] and question["in_form"]]
        if section["id"] in CONTRACT:
            sections.append(section_html(section, asked, form))
    return sections


def _stories(sources: Sources) -> Html:
    """The stories with their results: what remains when nothing can be computed."""
    rows = [_story(story, sources.ask("payout", {**story["answers"], **story["accident"]})["payout"]) for story in sources.book["stories"]]
    return join(
        (
            tag("h2", "よくある事故の話", id="stories"),
            tag("p", "どの話も、45歳、普通車、35歳以上補償の契約で計算しました。人身傷害は5,000万円、車両損害は200万円で自己負担額10万円です。"
                "話に書いてあるところだけが、ちがいます。"),
            tag("div", *rows, class_="stories"),
        )
    )  # fmt: skip


def _story(story: Data, found: Data) -> Html:
    paid = [tag("li", tag("span", each["label"]), tag("b", money(each["amount"]))) for each in found["payments"]]
    paid += [tag("li", tag("span", each["label"]), tag("b", "無料" if each["free"] else "有料の分あり")) for each in found["services"]]
    zeros = [each for each in found["not_covered"] if each["concerns"]]
    nothing = tag("p", "出るものはありません。", found["driver"]["message"] if not found["driver"]["covered"] else (zeros[0]["message"] if zeros else ""))
    answers = {key: value for key, value in {**story["answers"], **story["accident"]}.items() if key != "start_date"}
    words = {key: str(value).lower() if isinstance(value, bool) else str(value) for key, value in answers.items()}
    bears = tag("span", "自分の負担 ", money(found["member_bears"]), class_="sv") if found["losses"] else tag("span", "お金のかからない作業", class_="sv")
    return tag(
        "details",
        tag("summary", picture(found["accident"]), tag("span", story["label"], class_="st"), bears, icon("down")),
        tag(
            "div",
            tag("p", story["told"]),
            tag("ul", *paid, class_="paid") if paid else nothing,
            bars(found["losses"]) if found["losses"] else None,
            tag("p", SENTENCES[found["grade_event"]]),
            tag("p", tag("a", "この話の答えで計算してみる", href=f"#{urlencode(words)}"), class_="links scripted"),
            class_="story",
        ),
        class_="sec",
        data_key=f"story-{story['id']}",
    )


MACROS = (payout_form,)
