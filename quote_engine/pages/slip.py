"""The slip: what a quote is made of, coverage by coverage, each yen with its reason and source."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, icon, join, reference_mark, tag, yen
from quote_engine.drawing.sources import RATES, anchor_link, source_link
from quote_engine.drawing.words import Say
from quote_engine.pages.said import edition_line, heading, marked, refusal
from quote_engine.pages.waterfall import operand_words, waterfall
from quote_engine.values.figures import digits, signed, whole

Data = Mapping[str, Any]


def slip_html(say: Say, quote: Data) -> str:
    """Return the inside of the slip for any quote: priced, declined or invalid."""
    if quote["status"] == "declined":
        return _declined(say, quote)
    if quote["status"] == "invalid":
        return _invalid(say, quote)
    paid = [line for line in quote["lines"] if line["annual"] or not line.get("automatic")]
    free = [line for line in quote["lines"] if line not in paid]
    return join(
        (
            heading(say("price.slip"), reference_mark(quote["certainty"]), id="slip-title", tabindex="-1"),
            edition_line(say, quote),
            tag(
                "div",
                *(_line(say, line) for line in paid),
                _automatic(say, free) if free else None,
                _total(say, quote),
                class_="lines",
            ),
            _monthly(say, quote["payments"]),
            _savings(say, quote["lines"]),
            _onward(say),
        )
    )


def _onward(say: Say) -> Html:
    """Where the same answers lead on to; the script lets these links carry them."""
    doors = (
        ("../ideas/", say("price.to_ideas")),
        ("../overlaps/", say("price.to_overlaps")),
        ("../outlook/", say("outlook.title")),
        ("../use-or-pay/", say("use_or_pay.title")),
    )
    links = [tag("li", tag("a", words, href=href, data_carry=True)) for href, words in doors]
    return tag("div", tag("h3", say("price.onward")), tag("ul", *links, class_="links"), class_="onward")


def _line(say: Say, line: Data) -> Html:
    """One coverage: its yearly amount, and behind it how that came about."""
    name = tag("span", line["label"], tag("span", line["detail"], class_="small"), class_="t")
    amount = tag("span", yen(line["annual"]), class_="amount num")
    body = tag("div", waterfall(say, line), class_="why")
    return tag(
        "details",
        tag("summary", name, amount, icon("down"), class_="ln"),
        body,
        class_="line",
        data_key=f"line-{line['coverage']}",
    )


def _automatic(say: Say, lines: Sequence[Data]) -> Html:
    """The covers that come along for nothing: a zero always has its reason."""
    first = lines[0]["label"]
    name = say("price.and_others", first=first) if len(lines) > 1 else first
    rows = [
        tag("li", tag("b", anchor_link(f"coverage-{line['coverage']}", line["label"])),
            tag("span", line["detail"], class_="small") if line["detail"] else None)
        for line in lines
    ]  # fmt: skip
    return tag(
        "details",
        tag(
            "summary",
            tag("span", name, tag("span", say("price.automatic"), class_="small"), class_="t"),
            tag("span", yen(0), class_="amount num"),
            icon("down"),
            class_="ln",
        ),
        tag(
            "div",
            tag("p", say("price.automatic_free")),
            tag("ul", *rows, class_="free"),
            class_="why",
        ),
        class_="line",
        data_key="line-automatic",
    )


def _total(say: Say, quote: Data) -> Html:
    return tag(
        "p",
        tag("span", say("price.total"), *marked(reference_mark(quote["certainty"])), class_="t"),
        tag("b", yen(quote["annual"]), class_="amount num"),
        class_="ln tot",
    )


def _monthly(say: Say, payments: Data) -> Html:
    """The monthly figure in one sentence made of its own steps, and the steps' sources."""
    steps = payments["monthly_steps"]
    times = payments["instalments"]
    year = payments["monthly"] * times
    links: list[Html] = []
    for step in steps:
        name, _, line = step["source"].rpartition("/")[2].rpartition(":")
        link = source_link(step["source"], f"{name} {line}行")
        if link not in links:
            links.append(link)
    sentence = say.html(
        "price.monthly_made",
        formula=" ".join(operand_words(say, step) for step in steps if step["kind"] != "round"),
        rounding=next((operand_words(say, step) for step in steps if step["kind"] == "round"), ""),
        monthly=tag("b", digits(payments["monthly"]), "円", class_="num"),
        times=times,
        year=tag("span", digits(year), "円", class_="num"),
        difference=tag("span", signed(year - payments["annual"]), class_="num"),
    )
    return tag(
        "div",
        tag("p", sentence),
        tag("p", anchor_link("payment", say("price.payment_rule")), *(join((" ・ ", link)) for link in links), class_="links"),
        class_="small monthly",
    )


def _savings(say: Say, lines: Sequence[Data]) -> Html | None:
    """What each discount takes off, over all coverages."""
    saved: dict[str, tuple[Data, int]] = {}
    for line in lines:
        for step in line["steps"]:
            if step["kind"] == "discount":
                before = saved.get(step["label"], (step, 0))[1]
                saved[step["label"]] = (step, before + whole(step["before"]) - whole(step["after"]))
    if not saved:
        return None
    rows = [
        tag("li", tag("span", anchor_link(step["anchor"], label), tag("span", " " + operand_words(say, step), class_="small")),
            tag("span", signed(-amount), class_="num"))
        for label, (step, amount) in saved.items()
    ]  # fmt: skip
    return tag("div", tag("h3", say("price.savings")), tag("ul", *rows, class_="savings"), class_="saved")


def _declined(say: Say, quote: Data) -> Html:
    """The refusal: what, why, and a way on. Never a zero price."""
    return join(
        (
            heading(say("shared.declined"), id="slip-title", tabindex="-1"),
            tag("p", say("shared.edition", edition=quote["edition_label"]), class_="small"),
            refusal(say("price.declined_why"), quote["declined"], rule=say("shared.this_rule")),
            tag("p", say("price.declined_advice")),
            tag(
                "p",
                tag("a", say("price.to_eligible"), href=f"{RATES}#eligibility"),
                " ・ ",
                tag("a", say("shared.telephone"), href="#telephone", data_jump="telephone"),
                class_="links",
            ),
        )
    )


def _invalid(say: Say, quote: Data) -> Html:
    """Answers that cannot be read, where no earlier price can stay."""
    return join(
        (
            heading(say("price.slip"), id="slip-title", tabindex="-1"),
            tag("p", say("price.mend_first")),
            tag("ul", *(tag("li", problem["message"]) for problem in quote["problems"]), class_="reasons"),
        )
    )
