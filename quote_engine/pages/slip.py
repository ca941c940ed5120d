"""The slip: what a quote is made of, coverage by coverage, each yen with its reason and source."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, icon, join, reference_mark, tag, yen
from quote_engine.drawing.sources import RATES, anchor_link, source_link
from quote_engine.pages.waterfall import operand_words, waterfall
from quote_engine.values.figures import digits, signed, whole

Data = Mapping[str, Any]


def slip_html(quote: Data) -> str:
    """Return the inside of the slip for any quote: priced, declined or invalid."""
    if quote["status"] == "declined":
        return _declined(quote)
    if quote["status"] == "invalid":
        return _invalid(quote)
    paid = [line for line in quote["lines"] if line["annual"] or not line.get("automatic")]
    free = [line for line in quote["lines"] if line not in paid]
    mark = reference_mark(quote["certainty"])
    edition = f"料率の版 {quote['edition_label']}。"
    return join(
        (
            tag("h2", "内訳", mark and Html(" "), mark, id="slip-title", tabindex="-1"),
            tag("p", ("試算用の参考掛金です。" if mark else "") + edition, class_="small"),
            tag(
                "div",
                *(_line(line) for line in paid),
                _automatic(free) if free else None,
                _total(quote),
                class_="lines",
            ),
            _monthly(quote["payments"]),
            _savings(quote["lines"]),
            _onward(),
        )
    )


def _onward() -> Html:
    """Where the same answers lead on to; the script lets these links carry them."""
    doors = (
        ("../ideas/", "予算から選ぶ"),
        ("../overlaps/", "補償の重なりを調べる"),
        ("../outlook/", "等級と掛金の見通し"),
        ("../use-or-pay/", "使う？ 自分で払う？"),
    )
    links = [tag("li", tag("a", words, href=href, data_carry=True)) for href, words in doors]
    return tag("div", tag("h3", "この答えで調べる"), tag("ul", *links, class_="links"), class_="onward")


def _line(line: Data) -> Html:
    """One coverage: its yearly amount, and behind it how that came about."""
    name = tag("span", line["label"], tag("span", line["detail"], class_="small"), class_="t")
    amount = tag("span", yen(line["annual"]), class_="amount num")
    body = tag("div", waterfall(line), class_="why")
    return tag(
        "details",
        tag("summary", name, amount, icon("down"), class_="ln"),
        body,
        class_="line",
        data_key=f"line-{line['coverage']}",
    )


def _automatic(lines: Sequence[Data]) -> Html:
    """The covers that come along for nothing: a zero always has its reason."""
    first, more = lines[0]["label"], "ほか" if len(lines) > 1 else ""
    rows = [
        tag("li", tag("b", anchor_link(f"coverage-{line['coverage']}", line["label"])),
            tag("span", line["detail"], class_="small") if line["detail"] else None)
        for line in lines
    ]  # fmt: skip
    return tag(
        "details",
        tag(
            "summary",
            tag("span", first + more, tag("span", "自動でつく補償", class_="small"), class_="t"),
            tag("span", yen(0), class_="amount num"),
            icon("down"),
            class_="ln",
        ),
        tag(
            "div",
            tag("p", "基本の補償に自動でつきます。掛金はかかりません。"),
            tag("ul", *rows, class_="free"),
            class_="why",
        ),
        class_="line",
        data_key="line-automatic",
    )


def _total(quote: Data) -> Html:
    mark = reference_mark(quote["certainty"])
    return tag(
        "p",
        tag("span", "合計（年払）", mark and Html(" "), mark, class_="t"),
        tag("b", yen(quote["annual"]), class_="amount num"),
        class_="ln tot",
    )


def _monthly(payments: Data) -> Html:
    """The monthly figure in one sentence made of its own steps, and the steps' sources."""
    steps = payments["monthly_steps"]
    formula = " ".join(operand_words(step) for step in steps if step["kind"] != "round")
    rounding = next((operand_words(step) for step in steps if step["kind"] == "round"), "")
    times = payments["instalments"]
    year = payments["monthly"] * times
    links: list[Html] = []
    for step in steps:
        name, _, line = step["source"].rpartition("/")[2].rpartition(":")
        link = source_link(step["source"], f"{name} {line}行")
        if link not in links:
            links.append(link)
    return tag(
        "div",
        tag(
            "p",
            f"月払は 年額 {formula} を{rounding}して ",
            tag("b", digits(payments["monthly"]), "円", class_="num"),
            f"（{times}回で ",
            tag("span", digits(year), "円", class_="num"),
            "、年払との差は ",
            tag("span", signed(year - payments["annual"]), class_="num"),
            "）。",
        ),
        tag("p", anchor_link("payment", "払い方の決まり"), *(join((" ・ ", link)) for link in links), class_="links"),
        class_="small monthly",
    )


def _savings(lines: Sequence[Data]) -> Html | None:
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
        tag("li", tag("span", anchor_link(step["anchor"], label), tag("span", " " + operand_words(step), class_="small")),
            tag("span", signed(-amount), class_="num"))
        for label, (step, amount) in saved.items()
    ]  # fmt: skip
    return tag("div", tag("h3", "使っている割引（丸める前の額）"), tag("ul", *rows, class_="savings"), class_="saved")


def _declined(quote: Data) -> Html:
    """The refusal: what, why, and a way on. Never a zero price."""
    reasons = [
        tag("li", reason["message"], " ", source_link(reason["source"], "この決まり")) for reason in quote["declined"]
    ]
    return join(
        (
            tag("h2", "お引き受けできません", id="slip-title", tabindex="-1"),
            tag("p", f"料率の版 {quote['edition_label']}。", class_="small"),
            tag(
                "div",
                tag("p", tag("b", "いまの答えでは、次の理由で値段が出ません。")),
                tag("ul", *reasons, class_="reasons"),
                class_="note warn",
            ),
            tag("p", "答えがちがっていたら、その項目を直してください。値段がまた出ます。"),
            tag(
                "p",
                tag("a", "加入できる車を見る", href=f"{RATES}#eligibility"),
                " ・ ",
                tag("a", "電話で聞く", href="#telephone", data_jump="telephone"),
                class_="links",
            ),
        )
    )


def _invalid(quote: Data) -> Html:
    """Answers that cannot be read, where no earlier price can stay."""
    return join(
        (
            tag("h2", "内訳", id="slip-title", tabindex="-1"),
            tag("p", "次の答えを直すと、値段が出ます。"),
            tag("ul", *(tag("li", problem["message"]) for problem in quote["problems"]), class_="reasons"),
        )
    )
