"""The result of a payout as the page paints it: who bears what, the sums, the zeros, what would have paid."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, icon, join, reference_mark, tag
from quote_engine.drawing.sources import source_link
from quote_engine.drawing.words import Say
from quote_engine.pages.payout_bars import bars, bearer_table, formula, money
from quote_engine.pages.revised import revised_mark, revised_result
from quote_engine.pages.said import heading, messages, unpriced
from quote_engine.payout.grade_events import SENTENCES
from quote_engine.values.figures import signed
from quote_engine.values.wording import man_yen

Data = Mapping[str, Any]


def payout_html(say: Say, found: Data) -> dict[str, str]:
    """Return the slip of a payout, or of a contract that is declined, and what stands below it: the zeros, what was assumed."""
    if found["status"] == "declined":
        reasons = [tag("li", reason["message"]) for reason in found["declined"]]
        return {"result": join((heading(say("shared.declined")), tag("ul", *reasons, class_="reasons"))), "table": ""}
    result = join(
        (
            _headline(say, found),
            _sentences(say, found),
            revised_result(say, found["revised"]),
            tag("div", bars(found["losses"]), bearer_table(say, found), class_="two-sides") if found["losses"] else None,
            _lumps(say, found),
            _services(say, found["services"]),
            _steps(say, found),
        )
    )
    return {"result": result, "table": join((_zeros(say, found), _notes(say, found)))}


def payout_said(say: Say, found: Data) -> str:
    """Return the result in one sentence for a screen reader."""
    if found["status"] != "quoted":
        return unpriced(say, found)
    if not found["losses"]:
        return f"{found['accident_label']}。{messages(found['services'])}"
    return say("payout.said", lost=man_yen(found["lost"]), bears=man_yen(found["member_bears"])) + SENTENCES[found["grade_event"]]


def in_brief(say: Say, found: Data) -> str:
    """Return the few words that stay in view while the answers are given."""
    if found["status"] != "quoted":
        return say("shared.mend") if found["status"] == "invalid" else say("shared.declined")
    return say("payout.brief", bears=man_yen(found["member_bears"])) if found["losses"] else str(found["accident_label"])


def _headline(say: Say, found: Data) -> Html:
    if not found["losses"]:
        return heading(say("payout.services_only") if found["services"] else say("payout.no_loss"), class_="head")
    bears = man_yen(found["member_bears"])
    kind = "price self" if found["member_bears"] else "price"
    yours = tag("span", say("payout.yours"), class_="nw")
    return join(
        (
            heading(say.html("payout.head", lost=money(found["lost"]), yours=yours), class_="head"),
            tag("p", tag("span", bears.removesuffix("円"), class_="num"), tag("small", "円"), class_=kind),
        )
    )


def _sentences(say: Say, found: Data) -> Html:
    """What it does to the grade, and whether the person at the wheel is covered."""
    event = found["grade_event"]
    link = tag("a", say("payout.to_use_or_pay"), href="../use-or-pay/", data_carry=True)
    driver = found["driver"]
    return tag(
        "div",
        tag("p", tag("b", SENTENCES[event])),
        tag("p", link, class_="links") if event in ("three_down", "one_down") and found["losses"] else None,
        tag("p", tag("b", say("payout.driver")), driver["message"], class_=None if driver["covered"] else "warn-text")
        if driver["rule"] != "nobody_drives"
        else None,
        class_="told",
    )


def _lumps(say: Say, found: Data) -> Html | None:
    """Lump sums: they come beside whatever bears the loss."""
    lumps = [payment for payment in found["payments"] if payment["lump"]]
    if not lumps:
        return None
    rows = [
        tag("li", tag("b", payment["label"], " ", reference_mark(payment["certainty"])), tag("b", money(payment["amount"])),
            tag("span", formula(say, payment["steps"]), class_="small"))
        for payment in lumps
    ]  # fmt: skip
    total = tag("span", man_yen(sum(payment["amount"] for payment in lumps)), class_="num")
    return join(
        (
            tag("h3", say.html("payout.lumps", total=total)),
            tag("p", say("payout.lumps_help"), class_="small"),
            tag("ul", *rows, class_="lumps"),
        )
    )


def _services(say: Say, services: Sequence[Data]) -> Html | None:
    if not services:
        return None
    rows = [
        tag("li", tag("b", service["label"]), tag("b", costs_words(say, service), class_=None if service["free"] else "warn-text"),
            tag("span", service["message"], class_="small"))
        for service in services
    ]  # fmt: skip
    return join((tag("h3", say("payout.services")), tag("ul", *rows, class_="lumps")))


def costs_words(say: Say, service: Data) -> str:
    """Tell whether a service is free."""
    return say("payout.free") if service["free"] else say("payout.partly_paid")


def remedies_html(say: Say, remedies: Sequence[Data]) -> str:
    """Return which change of cover would have paid, and what it costs a year; empty where none would."""
    if not remedies:
        return Html("")
    rows = []
    for remedy in remedies:
        label, more = remedy["label"], remedy["paid_more"]
        better = say("payout.paid_more", amount=man_yen(more)) if more else SENTENCES[remedy["grade_event"]]
        changed = say("payout.had_you", change=label) if label.endswith("に") else say("payout.with_cover", cover=label)
        price = say.html("payout.price_a_year", difference=tag("span", signed(remedy["difference"]), class_="num"))
        rows.append(tag("li", tag("b", changed), tag("span", better), tag("span", price, class_="small")))
    return join(
        (
            tag("h2", say("payout.remedies"), " ", reference_mark("sample")),
            tag("ul", *rows, class_="remedies"),
        )
    )


def _zeros(say: Say, found: Data) -> Html:
    near = [each for each in found["not_covered"] if each["concerns"]]
    far = [each for each in found["not_covered"] if not each["concerns"]]
    changed = {coverage for change in (found["revised"] or {"changes": []})["changes"] for coverage in change["coverages"]}
    rows = [_zero(say, each, changed=each["coverage"] in changed) for each in near]
    return join(
        (
            heading(say("payout.zeros")) if near else None,
            tag("ul", *rows, class_="zeros") if near else None,
            tag(
                "details",
                tag("summary", say("payout.not_concerned"), icon("down"), class_="tsum"),
                tag("ul", *(_zero(say, each) for each in far), class_="zeros"),
                data_key="far",
            )
            if far
            else None,
        )
    )


def _zero(say: Say, each: Data, *, changed: bool = False) -> Html:
    mark = join((" ", revised_mark(say))) if changed else None
    return tag("li", tag("b", each["label"], " ", tag("span", "0円", class_="num"), mark), tag("span", each["message"]))


def _steps(say: Say, found: Data) -> Html | None:
    """Every payment with its steps and their sources, one tap away."""
    if not found["payments"]:
        return None
    tables = [_table(say, payment) for payment in found["payments"]]
    return tag(
        "details",
        tag("summary", say("payout.steps"), icon("down"), class_="tsum"),
        *tables,
        data_key="steps",
        class_="steps",
    )


def _table(say: Say, payment: Data) -> Html:
    rows = [
        tag("tr", tag("th", step["label"], " ", reference_mark(step["certainty"]), scope="row"),
            tag("td", f"{step['after']:,}", class_="r num"), tag("td", source_link(step["source"]), class_="r"))
        for step in payment["steps"]
    ]  # fmt: skip
    done = tag("th", say("payout.step_done"), scope="col")
    head = tag("tr", done, *(tag("th", words, scope="col", class_="r") for words in (say("shared.after"), say("shared.data"))))
    return tag("table", tag("caption", payment["label"]), tag("thead", head), tag("tbody", *rows))


def _notes(say: Say, found: Data) -> Html:
    return tag("ul", *(tag("li", note) for note in [*found["notes"], say("payout.always")]), class_="notes small")
