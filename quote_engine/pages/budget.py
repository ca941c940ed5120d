"""予算から選ぶ: the ideas that fit, and every single change, as HTML."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark, tag
from quote_engine.drawing.parts import difference_html, price_link, sentences, yen
from quote_engine.drawing.words import Say
from quote_engine.pages.said import edition_line, heading, messages, refusal
from quote_engine.values.figures import signed

Data = Mapping[str, Any]
PRICE = {"month": "monthly", "year": "annual"}
MOST_SHOWN = 6


def budget_html(say: Say, found: Data) -> dict[str, str]:
    """Return the answer: where the present set-up stands and what fits; below it every single change, ranked."""
    if found["status"] == "declined":
        return {"result": join((heading(say("ideas.title")), _refused(say, found))), "table": ""}
    mark = reference_mark(found["certainty"])
    up_to = say("ideas.title_up_to", budget=_by(say, found, found["budget"]))
    result = join((heading(up_to, mark), tag("p", _standing(say, found)), _ideas(say, found), edition_line(say, found, "small edition")))
    changes = tag(
        "div",
        _changes(say, "cheaper", say("ideas.cheaper"), found["changes"]["cheaper"]),
        _changes(say, "safer", say("ideas.safer"), found["changes"]["safer"]),
        class_="ranked",
    )
    return {"result": result, "table": join((heading(say("ideas.one_change"), mark), changes))}


def budget_said(say: Say, found: Data) -> str:
    """Return the answer in one sentence."""
    if found["status"] != "quoted":
        return messages([*found["problems"], *found.get("declined", [])])
    if found["least"]:
        return say("ideas.none_said")
    return say("ideas.found_said", count=len(found["ideas"])) if found["ideas"] else say("ideas.nothing_said")


def _refused(say: Say, found: Data) -> Html:
    return refusal(say("shared.declined_said"), found["declined"], "notes", say("shared.this_rule"))


def _by(say: Say, found: Data, amount: int) -> str:
    """An amount by the month or by the year, as the budget is."""
    return say("ideas.a_month", amount=yen(amount)) if found["per"] == "month" else say("ideas.a_year", amount=yen(amount))


def _standing(say: Say, found: Data) -> Html:
    now = found["now"]
    apart = found["budget"] - now[PRICE[found["per"]]]
    price = say.html(
        "ideas.now",
        annual=tag("b", say("shared.per_year", amount=yen(now["annual"])), class_="num"),
        monthly=tag("b", say("shared.per_month", amount=yen(now["monthly"])), class_="num"),
    )
    if apart < 0:
        return join((price, say("ideas.over", amount=_by(say, found, -apart))))
    return join((price, say("ideas.left", amount=_by(say, found, apart))))


def _ideas(say: Say, found: Data) -> Html:
    least = found["least"]
    if least:
        words = say("ideas.least_is", amount=_by(say, found, least[PRICE[found["per"]]]))
        note = tag("div", tag("p", tag("b", words)), tag("p", say("ideas.least_advice")), class_="note warn")
        return join((note, tag("ol", _idea(say, least, say("ideas.least")), class_="ideas")))
    if not found["ideas"]:
        return tag("p", say("ideas.fits_already") if found["fits"] else say("ideas.none"))
    lead = say("ideas.lead_safer") if found["fits"] else say("ideas.lead_cheaper")
    ideas = [_idea(say, idea, say("ideas.number", number=number)) for number, idea in enumerate(found["ideas"], 1)]
    return join((tag("p", lead, class_="small"), tag("ol", *ideas, class_="ideas")))


def _idea(say: Say, idea: Data, name: str) -> Html:
    monthly = say.html("shared.per_month", amount=tag("b", yen(idea["monthly"]), class_="num"))
    annual = say.html("shared.per_year", amount=tag("b", yen(idea["annual"]), class_="num"))
    return tag(
        "li",
        tag("h3", name),
        tag(
            "p",
            tag("span", monthly, tag("span", signed(idea["monthly_difference"]), class_="df num")),
            tag("span", annual, tag("span", signed(idea["difference"]), class_="df num")),
            class_="sums",
        ),
        sentences(idea["changes"], "what"),
        _effects(say("ideas.lost"), idea["lost"]),
        _effects(say("ideas.gained"), idea["gained"]),
        tag("p", price_link(idea["answers"], say("ideas.to_slip"), name)),
        class_="idea",
    )


def _effects(title: str, effects: Sequence[str]) -> Html | None:
    return join((tag("p", tag("b", title)), sentences(effects))) if effects else None


def _changes(say: Say, direction: str, title: str, changes: Sequence[Data]) -> Html:
    if not changes:
        return tag("div", tag("h3", title), tag("p", say("ideas.no_change")))
    rows = [_change(say, change) for change in changes]
    more = tag(
        "details",
        tag("summary", say("ideas.more", count=len(rows) - MOST_SHOWN), class_="tsum"),
        tag("ul", *rows[MOST_SHOWN:], class_="changes"),
        data_key=f"more-{direction}",
    )
    return tag("div", tag("h3", title), tag("ul", *rows[:MOST_SHOWN], class_="changes"), more if len(rows) > MOST_SHOWN else None)


def _change(say: Say, change: Data) -> Html:
    return tag(
        "li",
        tag("b", change["label"]),
        difference_html(say, change),
        tag("span", "".join(change["effects"]), class_="d"),
    )
