"""予算から選ぶ: the ideas that fit, and every single change, as HTML."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark, tag
from quote_engine.drawing.parts import declined_html, difference_html, price_link, sentences, yen
from quote_engine.values.figures import signed

Data = Mapping[str, Any]
PERIOD = {"month": "月", "year": "年"}
PRICE = {"month": "monthly", "year": "annual"}
MOST_SHOWN = 6


def budget_html(found: Data) -> Html:
    """Return the answer: where the present set-up stands, what fits, and single changes in order."""
    if found["status"] == "declined":
        return join((_heading("予算に合う組み合わせ"), declined_html(found["declined"])))
    mark = reference_mark(found["certainty"])
    return join(
        (
            _heading(f"{PERIOD[found['per']]}{yen(found['budget'])}までの組み合わせ", mark),
            tag("p", *_standing(found)),
            _ideas(found),
            tag("p", "試算用の参考掛金です。" if mark else "", f"料率の版 {found['edition_label']}。", class_="small edition"),
        )
    )


def changes_html(found: Data) -> str:
    """Return every single change, ranked; nothing for a car that is not taken."""
    if found["status"] != "quoted":
        return ""
    mark = reference_mark(found["certainty"])
    return join(
        (
            tag("h2", "1つだけ変えると", mark and Html(" "), mark),
            tag("div", _changes("掛金を下げる（下がる額の大きい順）", found["changes"]["cheaper"]),
                _changes("手厚くする（上がる額の小さい順）", found["changes"]["safer"]), class_="ranked"),
        )
    )  # fmt: skip


def budget_said(found: Data) -> str:
    """Return the answer in one sentence."""
    if found["status"] != "quoted":
        return "".join(each["message"] for each in [*found["problems"], *found.get("declined", [])])
    if found["least"]:
        return "この予算に収まる組み合わせは、ありません。"
    return f"予算に合う組み合わせが{len(found['ideas'])}つあります。" if found["ideas"] else "予算の中で変えられるものは、ありません。"


def _heading(words: str, mark: Html | None = None) -> Html:
    return tag("h2", words, mark and Html(" "), mark)


def _standing(found: Data) -> tuple[object, ...]:
    now, key = found["now"], PRICE[found["per"]]
    apart = found["budget"] - now[key]
    price = (
        "いまの答えでは ", tag("b", "年 ", yen(now["annual"]), class_="num"), "、", tag("b", "月 ", yen(now["monthly"]), class_="num"), "です。"
    )  # fmt: skip
    if apart < 0:
        return (*price, f"予算を{PERIOD[found['per']]}{yen(-apart)}超えています。")
    return (*price, f"予算まで、あと{PERIOD[found['per']]}{yen(apart)}あります。")


def _ideas(found: Data) -> Html:
    if found["least"]:
        words = f"この車と運転する人では、いちばん安い組み合わせでも、{PERIOD[found['per']]}{yen(found['least'][PRICE[found['per']]])}です。"
        advice = "予算を上げるか、運転する人の範囲や年齢条件を見直してください。"
        note = tag("div", tag("p", tag("b", words)), tag("p", advice), class_="note warn")
        return join((note, tag("ol", _idea(found["least"], "いちばん安い組み合わせ"), class_="ideas")))
    if not found["ideas"]:
        words = "いまの設定のままで予算に収まります。予算の中で手厚くできるものは、ありません。" if found["fits"] else "予算に収まる組み合わせがありません。"
        return tag("p", words)
    lead = "予算の中で手厚くする組み合わせです。予算に近い順に並べています。" if found["fits"] else "変えるところが少ない順に並べています。"
    ideas = [_idea(idea, f"案{number}") for number, idea in enumerate(found["ideas"], 1)]
    return join((tag("p", lead, class_="small"), tag("ol", *ideas, class_="ideas")))


def _idea(idea: Data, name: str) -> Html:
    monthly = tag("span", "月 ", tag("b", yen(idea["monthly"]), class_="num"), tag("span", signed(idea["monthly_difference"]), class_="df num"))
    annual = tag("span", "年 ", tag("b", yen(idea["annual"]), class_="num"), tag("span", signed(idea["difference"]), class_="df num"))
    return tag(
        "li",
        tag("h3", name),
        tag("p", monthly, annual, class_="sums"),
        sentences(idea["changes"], "what"),
        _effects("失うもの", idea["lost"]),
        _effects("得るもの", idea["gained"]),
        tag("p", price_link(idea["answers"], "この組み合わせの内訳を見る", name)),
        class_="idea",
    )


def _effects(title: str, effects: Sequence[str]) -> Html | None:
    return join((tag("p", tag("b", title)), sentences(effects))) if effects else None


def _changes(title: str, changes: Sequence[Data]) -> Html:
    if not changes:
        return tag("div", tag("h3", title), tag("p", "この向きに変えられるものは、ありません。"))
    rows = [_change(change) for change in changes]
    more = tag(
        "details",
        tag("summary", f"ほかの{len(rows) - MOST_SHOWN}つも見る", class_="tsum"),
        tag("ul", *rows[MOST_SHOWN:], class_="changes"),
        data_key=f"more-{changes[0]['question']}-{len(title)}",
    )
    return tag("div", tag("h3", title), tag("ul", *rows[:MOST_SHOWN], class_="changes"), more if len(rows) > MOST_SHOWN else None)


def _change(change: Data) -> Html:
    return tag(
        "li",
        tag("b", change["label"]),
        difference_html(change),
        tag("span", "".join(change["effects"]), class_="d"),
    )
