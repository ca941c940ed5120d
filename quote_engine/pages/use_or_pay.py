"""Use or pay as the page paints it: one sentence, the chart with its break-even, and both tables behind it."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.chart import Chart, Line, Mark, Tick, chart_svg, short_yen, ticks
from quote_engine.drawing.markup import Html, join, reference_mark, tag
from quote_engine.drawing.stacked_table import stacked_table
from quote_engine.drawing.words import Say
from quote_engine.outlook.use_or_pay import Terms, terms_of
from quote_engine.pages.said import heading, marked, refusal, unpriced
from quote_engine.pages.total import notes_html
from quote_engine.premium.total_loss import is_total_loss
from quote_engine.values.figures import digits, signed
from quote_engine.values.wording import man_yen

Data = Mapping[str, Any]

LEAST_STEP = 10_000


LEAST_SPAN = 200_000
"""The chart shows at least repairs up to this many yen."""


def left_out(say: Say) -> tuple[str, ...]:
    """Return what the comparison does not look at."""
    return (say("use_or_pay.without_others"), say("use_or_pay.without_later"), say("use_or_pay.without_repair"), say("use_or_pay.without_cover"))


def use_or_pay_html(say: Say, found: Data) -> dict[str, str]:
    """Return the slip and the table of a comparison that can be made or that is declined."""
    if found["status"] == "declined":
        return {"result": refusal(say("shared.declined_no_price"), found["declined"]), "table": ""}
    mark = reference_mark(found["certainty"])
    terms = terms_of(found)
    across = _across(found, terms)
    result = join(
        (
            tag("p", _break_even(say, terms), *marked(mark), class_="answer"),
            tag("p", _verdict(say, found), class_="verdict"),
            tag("p", _why(say, found), class_="small"),
            _chart(say, terms, across),
            _costs(say, found, terms, across),
            notes_html(say, found),
        )
    )
    return {"result": result, "table": _later(say, found, mark) if found["rows"] else ""}


def use_or_pay_said(say: Say, found: Data) -> str:
    """Return the result in one spoken sentence."""
    if found["status"] in ("declined", "invalid"):
        return unpriced(say, found)
    equal = found["break_even"]
    said = say("use_or_pay.equal_said", amount=man_yen(equal)) if equal is not None else ""
    return said + _spoken(say, found)


def _spoken(say: Say, found: Data) -> str:
    difference = found["cost_of_using"] - found["cost_of_paying"]
    loss, less = man_yen(found["own_damage_loss"]), f"{digits(abs(difference))}円"
    if difference == 0:
        return say("use_or_pay.same_said", loss=loss)
    return say("use_or_pay.use_said", loss=loss, less=less) if difference < 0 else say("use_or_pay.pay_said", loss=loss, less=less)


def _break_even(say: Say, terms: Terms) -> Html:
    if terms.break_even is not None:
        return say.html("use_or_pay.equal", amount=tag("b", man_yen(terms.break_even), class_="num"))
    paying = tag("b", say("use_or_pay.paying_yourself"))
    if terms.extra < terms.limit:
        return say.html("use_or_pay.pay_but_total_loss", paying=paying)
    return say.html("use_or_pay.pay_always", paying=paying)


def _verdict(say: Say, found: Data) -> Html:
    """Which way costs less for the repair asked about, and by how much."""
    difference = found["cost_of_using"] - found["cost_of_paying"]
    loss = tag("span", man_yen(found["own_damage_loss"]), class_="num")
    if difference == 0:
        return say.html("use_or_pay.same", loss=loss)
    less = tag("span", digits(abs(difference)), "円", class_="num")
    way = say.html("use_or_pay.use_less", less=less) if difference < 0 else say.html("use_or_pay.pay_less", less=less)
    return say.html("use_or_pay.verdict", loss=loss, way=tag("b", way))


def _why(say: Say, found: Data) -> str:
    later = say("use_or_pay.later_more", years=found["years"], extra=f"{digits(found['extra'])}円") if found["extra"] else say("use_or_pay.later_same")
    if found["total_loss"]:
        return later + say("use_or_pay.total_loss", limit=man_yen(found["limit"]))
    own = say("use_or_pay.deductible", amount=man_yen(found["deductible"])) if found["deductible"] else say("use_or_pay.no_deductible")
    until = "" if found["met"] else say("use_or_pay.until_known")
    return later + own + until


def _across(found: Data, terms: Terms) -> list[Tick]:
    """Repairs from nothing to twice the break-even, or as far as the one asked about; never beyond a total loss."""
    wanted = max(found["own_damage_loss"], 2 * (terms.break_even or 0), LEAST_SPAN)
    round_ = ticks(min(wanted, terms.limit), short_yen, LEAST_STEP)
    kept = [tick for tick in round_ if tick.at < terms.limit]
    return kept if len(kept) > 1 and kept == round_ else [*kept, Tick(terms.limit, short_yen(terms.limit))]


def _chart(say: Say, terms: Terms, across: Sequence[Tick]) -> Html:
    """Both costs over the repair. At a total loss the deductible falls away; the lines end just before it."""
    span = across[-1].at
    bends = sorted({0, min(terms.deductible, span), span})
    using = [(loss, min(loss, terms.deductible) + terms.extra) for loss in bends]
    flat = using[-1][1]
    middle = span * 3 // 4
    equal = terms.break_even if terms.break_even is not None and terms.break_even <= span else None
    return chart_svg(
        Chart(
            says=_says(say, terms),
            lines=[
                Line(say("use_or_pay.line_use"), using, named_at=len(using) - 1, above=flat > span, anchor="end"),
                Line(say("use_or_pay.pay"), [(0, 0), (middle, middle), (span, span)], named_at=1, anchor="end"),
            ],
            across=across,
            up=ticks(max(span, flat), short_yen, LEAST_STEP),
            across_title=say("use_or_pay.axis_loss"),
            up_title=say("use_or_pay.axis_cost"),
            marks=[Mark(equal, equal, man_yen(equal))] if equal is not None else (),
        )
    )


def _says(say: Say, terms: Terms) -> str:
    crossing = say("use_or_pay.chart_equal", amount=man_yen(terms.break_even)) if terms.break_even is not None else say("use_or_pay.chart_apart")
    return say("use_or_pay.chart") + crossing + say("shared.chart_table")


def _costs(say: Say, found: Data, terms: Terms, across: Sequence[Tick]) -> Html:
    """The chart's figures: its repairs, the break-even, a total loss and the repair asked about."""
    wanted = {terms.limit, found["own_damage_loss"], terms.break_even or 0, *(tick.at for tick in across)}
    rows = [_cost_row(say, loss, found, terms) for loss in sorted(wanted - {0})]
    heads = (say("use_or_pay.loss"), say("use_or_pay.paid"), say("use_or_pay.cost_of_using"), say("use_or_pay.pay"))
    return join(
        (
            tag("h3", say("use_or_pay.costs")),
            tag("p", say("use_or_pay.costs_help"), class_="small"),
            stacked_table("costs", say("use_or_pay.costs_table"), heads, rows),
        )
    )


def _cost_row(say: Say, loss: int, found: Data, terms: Terms) -> list[object]:
    using = terms.using(loss)
    said = {say("use_or_pay.this_loss"): found["own_damage_loss"], say("use_or_pay.break_even"): terms.break_even}
    words = [word for word, at in said.items() if at == loss] + ([say("use_or_pay.all_lost")] if is_total_loss(loss, terms.limit) else [])
    return [
        join((man_yen(loss), tag("span", "・".join(words), class_="small d") if words else None)),
        _amount(terms.payout(loss)),
        _amount(using, less=using < loss),
        _amount(loss, less=loss < using),
    ]


def _amount(amount: int, *, less: bool = False) -> Html:
    return tag("b" if less else "span", digits(amount), "円", class_="num")


def _later(say: Say, found: Data, mark: Html | None) -> Html:
    """The years in which using the cover costs more, and their sum."""
    rows = [
        [say("use_or_pay.years_later", years=row["year"]), say("shared.grade", grade=row["used_grade"]), _amount(row["used"]),
         say("shared.grade", grade=row["unused_grade"]), _amount(row["unused"]), signed(row["difference"])]
        for row in found["rows"]
    ]  # fmt: skip
    price = say("use_or_pay.price")
    heads = (say("use_or_pay.year"), say("use_or_pay.used"), price, say("use_or_pay.unused"), price, say("use_or_pay.difference"))
    total = [say("use_or_pay.sum"), "", "", "", "", tag("b", digits(found["extra"]), "円", class_="num")]
    return join((heading(say("use_or_pay.later"), mark), stacked_table("later", say("use_or_pay.later_table"), heads, rows, total)))
