"""What the price page shows of two editions: what another start would cost and why, and what has become of an old link."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, icon, join, reference_mark, tag
from quote_engine.values.dates import spoken
from quote_engine.values.figures import digits, signed

Data = Mapping[str, Any]


MOST_SHOWN = 2
"""As many reasons as stand in view; the others wait behind a line."""


KINDS = {"rates": "料率の版が変わるため", "day": "始める日が変わるため"}


def edition_box(found: Data) -> Html:
    """Return the box of the price under another edition, with the reasons for the difference."""
    before, amount = headline(found)
    head = tag("p", tag("b", before, tag("span", amount, class_="nw")), " ", reference_mark(found.get("certainty", "")))
    edition = found["label"]
    if found["status"] != "quoted":
        said: list[Html | None] = [tag("ul", *(tag("li", message) for message in found["messages"]), class_="notes")]
        return tag("div", head, *said, class_="note other-edition")
    parts: list[Html | None] = [head, tag("p", f"年払 {digits(found['annual'])}円、月払 {digits(found['monthly'])}円。{edition}の料率です。")]
    if "reasons" in found:
        parts += [tag("p", message) for message in found["notes"]]
        parts.append(reasons(found, found["edition"]))
    return tag("div", *parts, _way(found), class_="note other-edition")


def headline(found: Data) -> tuple[str, str]:
    """What another start means, in two parts: the second never breaks into lines."""
    day = spoken(found["start_date"])
    when = f"{day}以後に始めると" if found["later"] else f"{day}までに始めると"
    if found["status"] == "declined":
        return f"{when}、", "この答えではお引き受けできません"
    if found["status"] == "invalid":
        return f"{when}、", "直すところがあります"
    if "difference" not in found:
        return f"{when}、", "お引き受けできます"
    if found["difference"]:
        return f"{when}、", f"年 {signed(found['difference'])}"
    return f"{when}{'料率の版が変わりますが、' if found['later'] else '前の料率の版ですが、'}", "掛金は同じです"


def _way(found: Data) -> Html:
    """The button to that start; before one may apply for it, the day from which one may."""
    year, month, day = (int(part) for part in found["start_date"].split("-"))
    if not found["open"]:
        return tag("p", f"申し込みは{spoken(found['apply_from'])}からできます。" if found["apply_from"] else "この日の申し込みはできません。")
    answers = json.dumps(found["answers"], ensure_ascii=False, sort_keys=True)
    words = (f"{month}月{day}日に始める値段を見る", tag("span", f"（{year}年）", class_="vh"))
    return tag("p", tag("button", *words, type="button", class_="btn", data_act="start", data_answers=answers), class_="scripted")


def reasons(change: Data, key: str) -> Html | None:
    """Why, in a line or two; behind another line every reason, and the difference of each cover."""
    rows = [(reason["kind"], _reason(reason)) for reason in change["reasons"]]
    if not rows:
        return None
    of_rates = all(kind == "rates" for kind, _ in rows)
    sums = [tag("li", f"{KINDS[each['kind']]}：年 {signed(each['yen'])}") for each in change["kinds"]]
    shown = [row for _, row in rows[:MOST_SHOWN]] if of_rates else sums
    behind = [
        part
        for kind in KINDS
        if (listed := [row for each, row in rows[MOST_SHOWN if of_rates else 0 :] if each == kind])
        for part in (None if of_rates else tag("p", f"{KINDS[kind]}："), tag("ul", *listed, class_="notes"))
    ]
    said = "くわしい理由と、補償ごとの差" if behind else "補償ごとの差"
    return join((
        tag("ul", *shown, class_="notes"),
        tag("details", tag("summary", said, icon("down")), *behind, _table(change["covers"]), data_key=f"change-{key}"),
    ))  # fmt: skip


def _table(covers: Sequence[Data]) -> Html:
    rows = [
        tag("tr", tag("th", cover["label"], scope="row"), tag("td", f"{digits(cover['before'])}円", class_="r num"),
            tag("td", f"{digits(cover['after'])}円", class_="r num"), tag("td", signed(cover["difference"]), class_="r num"))
        for cover in covers
    ]  # fmt: skip
    head = tag("tr", *(tag("th", name, scope="col", class_="r" if number else None) for number, name in enumerate(("補償", "前", "あと", "差"))))
    return tag("table", tag("caption", "年払の差を補償ごとに", class_="vh"), tag("thead", head), tag("tbody", *rows), class_="change")


def _reason(reason: Data) -> Html:
    """One reason: what changed, where, and its yen where no other reason has a share in them."""
    amount = join(("、", tag("span", f"年 {signed(reason['yen'])}", class_="nw"))) if reason["yen"] is not None else None
    return tag("li", f"{_covers(reason['covers'])}：{reason['text']}", amount)


def _covers(labels: Sequence[str]) -> str:
    return "、".join(labels) if len(labels) < 3 else f"{labels[0]}など{len(labels)}つの補償"
