"""Use or pay as the page paints it: one sentence, the chart with its break-even, and both tables behind it."""

from collections.abc import Mapping
from typing import Any

from quote_engine.book import Book
from quote_engine.chart import Chart, Line, Mark, Tick, chart_svg, short_yen, ticks
from quote_engine.form_state import asked_beside, form_state
from quote_engine.markup import Html, digits, join, reference_mark, signed, tag, yen
from quote_engine.outlook_page import declined_html
from quote_engine.quote import appraise
from quote_engine.total import notes_html
from quote_engine.use_or_pay import OWN, Terms, terms_of, use_or_pay
from quote_engine.wording import man_yen

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


def use_or_pay_page(book: Book, raw: object) -> Reply:
    """Return the figures, the state of the form, the markup of the result and the sentence to be spoken."""
    found = use_or_pay(book, raw)
    own = raw if isinstance(raw, dict) else {}
    answers = {name: value for name, value in own.items() if name not in OWN}
    form = form_state(book, appraise(book, answers))
    for name, usual in (("own_damage_loss", 0), ("kind", "three_down")):
        form["questions"][name] = asked_beside(found, name, own.get(name, usual))
    return {
        "use_or_pay": found,
        "form": _told(form, found),
        "html": {"result": use_or_pay_html(found)},
        "status": status_words(found),
    }


def _told(form: dict[str, Any], found: Data) -> dict[str, Any]:
    """Set the tool's own refusal beside the question it is about."""
    for problem in found["problems"]:
        state = form["questions"].get(problem["field"])
        if state:
            state |= {"problem": problem["message"], "shown": True}
    return form


def use_or_pay_html(found: Data) -> str:
    """Return the inside of the slip; empty for answers that cannot be used, so that the last good result stays."""
    if found["status"] == "invalid":
        return ""
    if found["status"] == "declined":
        return declined_html(found["declined"])
    mark = reference_mark(found["certainty"])
    terms = terms_of(found)
    return join(
        (
            tag("p", _break_even(terms), mark and Html(" "), mark, class_="answer"),
            tag("p", *_verdict(found), class_="verdict"),
            tag("p", _why(found), class_="small"),
            _chart(found, terms),
            _costs(found, terms),
            _later(found) if found["rows"] else None,
            Html(notes_html(found)),
        )
    )


def status_words(found: Data) -> str:
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


def _chart(found: Data, terms: Terms) -> Html:
    """Both costs over the repair, up to a total loss."""
    wanted = max(found["own_damage_loss"], 2 * (terms.break_even or 0), LEAST_SPAN)
    across = ticks(min(wanted, terms.limit), short_yen, LEAST_STEP)
    span = min(across[-1].at, max(terms.limit - 1, 1))
    across = [tick for tick in across if tick.at < span] + [Tick(span, short_yen(-(-span // 1000) * 1000))]
    if len(across) > 2 and (span - across[-2].at) * 100 < span * 12:
        del across[-2]
    bends = sorted({0, min(terms.deductible, span), span})
    using = [(loss, terms.using(loss)) for loss in bends]
    paying = [(0, 0), (span, span)]
    equal = terms.break_even if terms.break_even is not None and terms.break_even <= span else None
    flat = using[-1][1]
    return chart_svg(
        Chart(
            says=_says(terms),
            lines=[
                Line("共済を使う", using, named_at=len(using) - 1, above=flat > span, anchor="end"),
                Line("自分で払う", [*paying[:1], (span * 3 // 4, span * 3 // 4), *paying[1:]], named_at=1, above=flat <= span, anchor="end"),
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


def _costs(found: Data, terms: Terms) -> Html:
    """The chart's figures: some repairs, the break-even and the one asked about."""
    wanted = {terms.deductible, terms.limit, found["own_damage_loss"], 2 * terms.using(0) // 10_000 * 10_000}
    wanted |= {terms.break_even} if terms.break_even is not None else set()
    rows = [_cost_row(loss, found, terms) for loss in sorted(each for each in wanted if each)]
    heads = ("修理代", "受け取る", "使うときの負担", "自分で払う")
    head = tag("tr", *(tag("th", name, scope="col", class_="r" if number else None) for number, name in enumerate(heads)))
    return join(
        (
            tag("h3", "修理代ごとの負担"),
            tag("p", "使うときの負担は、受け取れない分と、これから高くなる掛金の合計です。", class_="small"),
            _scroll("修理代ごとの負担", tag("table", tag("caption", "修理代ごとの、受け取る額と負担", class_="vh"), tag("thead", head),
                                        tag("tbody", *rows), class_="costs")),
        )
    )  # fmt: skip


def _cost_row(loss: int, found: Data, terms: Terms) -> Html:
    using = terms.using(loss)
    words = [
        word
        for word, holds in (
            ("この修理代", loss == found["own_damage_loss"]),
            ("分かれ目", loss == terms.break_even),
            ("全損", loss >= terms.limit),
        )
        if holds
    ]
    less = "b" if using < loss else "span", "b" if loss < using else "span"
    return tag(
        "tr",
        tag("th", man_yen(loss), tag("span", "・".join(words), class_="small d") if words else None, scope="row", class_="num"),
        tag("td", digits(terms.payout(loss)), "円", class_="r num"),
        tag("td", tag(less[0], digits(using), "円"), class_="r num"),
        tag("td", tag(less[1], digits(loss), "円"), class_="r num"),
    )


def _later(found: Data) -> Html:
    """The years in which using the cover costs more, and their sum."""
    rows = [
        tag(
            "tr",
            tag("th", f"{row['year']}年後", scope="row"),
            tag("td", f"{row['used_grade']}等級", tag("span", digits(row["used"]), "円", class_="d"), class_="r num"),
            tag("td", f"{row['unused_grade']}等級", tag("span", digits(row["unused"]), "円", class_="d"), class_="r num"),
            tag("td", signed(row["difference"]), class_="r num"),
        )
        for row in found["rows"]
    ]
    heads = ("年", "使う", "使わない", "差")
    head = tag("tr", *(tag("th", name, scope="col", class_="r" if number else None) for number, name in enumerate(heads)))
    total = tag("tr", tag("th", "合計", scope="row", colspan="3"), tag("td", yen(found["extra"]), class_="r num"))
    table = tag("table", tag("caption", "使うときと使わないときの、年ごとの掛金", class_="vh"), tag("thead", head), tag("tbody", *rows), tag("tfoot", total), class_="later")
    return join((tag("h3", "これからの掛金の差"), _scroll("これからの掛金の差", table)))


def _scroll(label: str, table: Html) -> Html:
    return tag("div", table, class_="scroll", tabindex="0", role="group", aria_label=label)
