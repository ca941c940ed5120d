"""Use or pay as the page paints it: one sentence, the chart with its break-even, and both tables behind it."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.chart import Chart, Line, Mark, Tick, chart_svg, short_yen, ticks
from quote_engine.drawing.markup import Html, join, reference_mark, tag
from quote_engine.drawing.stacked_table import stacked_table
from quote_engine.outlook.use_or_pay import Terms, terms_of
from quote_engine.pages.outlook import declined_html
from quote_engine.pages.total import notes_html
from quote_engine.values.figures import digits, signed
from quote_engine.values.wording import man_yen

Data = Mapping[str, Any]


Reply = dict[str, Any]


LEFT_OUT = (
    "相手や、ほかの補償から受け取るお金",
    "掛金の率がこれから変わること、次の事故、補償や車を変えること",
    "修理しないという選び方と、車の値打ちが下がること",
    "この事故が補償の対象になるかどうか",
)


LEAST_STEP = 10_000


LEAST_SPAN = 200_000
"""The chart shows at least repairs up to this many yen."""


def use_or_pay_html(found: Data) -> dict[str, str]:
    """Return the slip and the table; empty for answers that cannot be used, so that the last good result stays."""
    if found["status"] == "invalid":
        return {"result": "", "table": ""}
    if found["status"] == "declined":
        return {"result": declined_html(found["declined"]), "table": ""}
    mark = reference_mark(found["certainty"])
    terms = terms_of(found)
    across = _across(found, terms)
    result = join(
        (
            tag("p", _break_even(terms), mark and Html(" "), mark, class_="answer"),
            tag("p", *_verdict(found), class_="verdict"),
            tag("p", _why(found), class_="small"),
            _chart(terms, across),
            _costs(found, terms, across),
            Html(notes_html(found)),
        )
    )
    return {"result": result, "table": _later(found, mark) if found["rows"] else ""}


def use_or_pay_said(found: Data) -> str:
    """Return the result in one spoken sentence."""
    if found["status"] == "declined":
        return "お引き受けできません。" + "".join(reason["message"] for reason in found["declined"])
    if found["status"] == "invalid":
        return "直すところがあります。" + "".join(problem["message"] for problem in found["problems"])
    equal = found["break_even"]
    said = f"分かれ目は{man_yen(equal)}です。" if equal is not None else ""
    return said + _spoken(found)


def _spoken(found: Data) -> str:
    difference = found["cost_of_using"] - found["cost_of_paying"]
    loss = f"修理代が{man_yen(found['own_damage_loss'])}なら、"
    if difference == 0:
        return f"{loss}どちらも同じです。"
    way = "使うほうが" if difference < 0 else "自分で払うほうが"
    return f"{loss}{way}{digits(abs(difference))}円少なくすみます。"


def _break_even(terms: Terms) -> Html:
    if terms.break_even is not None:
        return join(("修理代 ", tag("b", man_yen(terms.break_even), class_="num"), " が分かれ目です"))
    if terms.extra < terms.limit:
        return join(("全損でなければ、", tag("b", "自分で払うほうが"), " 少なくすみます"))
    return join(("どの修理代でも、", tag("b", "自分で払うほうが"), " 少なくすみます"))


def _verdict(found: Data) -> tuple[object, ...]:
    """Which way costs less for the repair asked about, and by how much."""
    difference = found["cost_of_using"] - found["cost_of_paying"]
    loss = tag("span", man_yen(found["own_damage_loss"]), class_="num")
    if difference == 0:
        return ("修理代が ", loss, " なら、どちらも同じです。")
    way = "使うほうが " if difference < 0 else "自分で払うほうが "
    return ("修理代が ", loss, " なら、", tag("b", way, tag("span", digits(abs(difference)), "円", class_="num"), " 少なくすみます"), "。")


def _why(found: Data) -> str:
    later = f"使うと、{found['years']}年間の掛金が合わせて {digits(found['extra'])}円 高くなります。" if found["extra"] else "使っても、これからの掛金は変わりません。"
    if found["total_loss"]:
        return f"{later}車両共済金額 {man_yen(found['limit'])}以上の修理代は全損とし、自己負担額を引かずにくらべました。"
    own = f"自己負担額 {man_yen(found['deductible'])}をふくめてくらべました。" if found["deductible"] else "自己負担額はありません。"
    until = "" if found["met"] else "計算できる年までの差です。"
    return later + own + until


def _across(found: Data, terms: Terms) -> list[Tick]:
    """Repairs from nothing to twice the break-even, or as far as the one asked about; never beyond a total loss."""
    wanted = max(found["own_damage_loss"], 2 * (terms.break_even or 0), LEAST_SPAN)
    round_ = ticks(min(wanted, terms.limit), short_yen, LEAST_STEP)
    kept = [tick for tick in round_ if tick.at < terms.limit]
    return kept if len(kept) > 1 and kept == round_ else [*kept, Tick(terms.limit, short_yen(terms.limit))]


def _chart(terms: Terms, across: Sequence[Tick]) -> Html:
    """Both costs over the repair. At a total loss the deductible falls away; the lines end just before it."""
    span = across[-1].at
    bends = sorted({0, min(terms.deductible, span), span})
    using = [(loss, min(loss, terms.deductible) + terms.extra) for loss in bends]
    flat = using[-1][1]
    middle = span * 3 // 4
    equal = terms.break_even if terms.break_even is not None and terms.break_even <= span else None
    return chart_svg(
        Chart(
            says=_says(terms),
            lines=[
                Line("共済を使う", using, named_at=len(using) - 1, above=flat > span, anchor="end"),
                Line("自分で払う", [(0, 0), (middle, middle), (span, span)], named_at=1, anchor="end"),
            ],
            across=across,
            up=ticks(max(span, flat), short_yen, LEAST_STEP),
            across_title="修理代（円）",
            up_title="負担（円）",
            marks=[Mark(equal, equal, man_yen(equal))] if equal is not None else (),
        )
    )


def _says(terms: Terms) -> str:
    if terms.break_even is None:
        return "共済を使うときと自分で払うときの負担の折れ線グラフ。2本の線は交わりません。同じ数字が下の表にあります。"
    return (
        f"共済を使うときと自分で払うときの負担の折れ線グラフ。修理代が{man_yen(terms.break_even)}で交わり、"
        "それより高いと使うほうが低くなります。同じ数字が下の表にあります。"
    )


def _costs(found: Data, terms: Terms, across: Sequence[Tick]) -> Html:
    """The chart's figures: its repairs, the break-even, a total loss and the repair asked about."""
    wanted = {terms.limit, found["own_damage_loss"], terms.break_even or 0, *(tick.at for tick in across)}
    rows = [_cost_row(loss, found, terms) for loss in sorted(wanted - {0})]
    return join(
        (
            tag("h3", "修理代ごとの負担"),
            tag("p", "使うときの負担は、受け取れない分と、これから高くなる掛金の合計です。", class_="small"),
            stacked_table("costs", "修理代ごとの、受け取る額と負担", ("修理代", "受け取る", "使うときの負担", "自分で払う"), rows),
        )
    )


def _cost_row(loss: int, found: Data, terms: Terms) -> list[object]:
    using = terms.using(loss)
    said = {"この修理代": found["own_damage_loss"], "分かれ目": terms.break_even}
    words = [word for word, at in said.items() if at == loss] + (["全損"] if loss >= terms.limit else [])
    return [
        join((man_yen(loss), tag("span", "・".join(words), class_="small d") if words else None)),
        _amount(terms.payout(loss)),
        _amount(using, less=using < loss),
        _amount(loss, less=loss < using),
    ]


def _amount(amount: int, *, less: bool = False) -> Html:
    return tag("b" if less else "span", digits(amount), "円", class_="num")


def _later(found: Data, mark: Html | None) -> Html:
    """The years in which using the cover costs more, and their sum."""
    rows = [
        [f"{row['year']}年後", f"{row['used_grade']}等級", _amount(row["used"]), f"{row['unused_grade']}等級", _amount(row["unused"]), signed(row["difference"])]
        for row in found["rows"]
    ]
    heads = ("年", "使うと", "掛金", "使わないと", "掛金", "差")
    total = ["合計", "", "", "", "", tag("b", digits(found["extra"]), "円", class_="num")]
    return join((tag("h2", "これからの掛金の差", mark and Html(" "), mark), stacked_table("later", "使うときと使わないときの、年ごとの掛金", heads, rows, total)))
