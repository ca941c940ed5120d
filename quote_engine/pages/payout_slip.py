"""The result of a payout as the page paints it: who bears what, the sums, the zeros, what would have paid."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, icon, join, reference_mark, tag
from quote_engine.drawing.sources import source_link
from quote_engine.pages.payout_bars import bars, bearer_table, formula, money
from quote_engine.pages.revised import revised_mark, revised_result
from quote_engine.payout.grade_events import EVENTS
from quote_engine.values.figures import signed
from quote_engine.values.wording import man_yen

Data = Mapping[str, Any]


def payout_html(found: Data) -> str:
    """Return the inside of the slip; empty for answers that cannot be used, so that the last good result stays."""
    if found["status"] == "invalid":
        return ""
    if found["status"] == "declined":
        reasons = [tag("li", reason["message"]) for reason in found["declined"]]
        return join((tag("h2", "お引き受けできません"), tag("ul", *reasons, class_="reasons")))
    return join(
        (
            _headline(found),
            _sentences(found),
            revised_result(found["revised"]),
            tag("div", bars(found["losses"]), bearer_table(found), class_="two-sides") if found["losses"] else None,
            _lumps(found),
            _services(found["services"]),
            _steps(found),
        )
    )


def reasons_html(found: Data) -> str:
    """Return what stands under the slip: the zeros with their reasons, what was assumed."""
    if found["status"] != "quoted":
        return Html("")
    return join((_zeros(found), _notes(found)))


def spoken(found: Data) -> str:
    """Return the result in one sentence for a screen reader."""
    if found["status"] == "declined":
        return "お引き受けできません。"
    if found["status"] == "invalid":
        return "直すところがあります。" + "".join(problem["message"] for problem in found["problems"])
    if not found["losses"]:
        return f"{found['accident_label']}。" + "".join(service["message"] for service in found["services"])
    return f"損害{man_yen(found['lost'])}のうち、あなたの負担は{man_yen(found['member_bears'])}です。{EVENTS[found['grade_event']]}"


def in_brief(found: Data) -> str:
    """Return the few words that stay in view while the answers are given."""
    if found["status"] == "invalid":
        return "直すところがあります"
    if found["status"] == "declined":
        return "お引き受けできません"
    return f"あなたの負担 {man_yen(found['member_bears'])}" if found["losses"] else str(found["accident_label"])


def _headline(found: Data) -> Html:
    if not found["losses"]:
        words = "使えるサービス" if found["services"] else "損害の額を入れると、だれがいくら負担するかが出ます"
        return tag("h2", words, class_="head")
    bears = man_yen(found["member_bears"])
    kind = "price self" if found["member_bears"] else "price"
    return join(
        (
            tag("h2", "損害 ", money(found["lost"]), "のうち、", tag("span", "あなたの負担は", class_="nw"), class_="head"),
            tag("p", tag("span", bears.removesuffix("円"), class_="num"), tag("small", "円"), class_=kind),
        )
    )


def _sentences(found: Data) -> Html:
    """What it does to the grade, and whether the person at the wheel is covered."""
    event = found["grade_event"]
    link = tag("a", "使わずに自分で払うのと、くらべる", href="../use-or-pay/", data_carry=True)
    driver = found["driver"]
    return tag(
        "div",
        tag("p", tag("b", EVENTS[event])),
        tag("p", link, class_="links") if event in ("three_down", "one_down") and found["losses"] else None,
        tag("p", tag("b", "運転していた人："), driver["message"], class_=None if driver["covered"] else "warn-text")
        if driver["rule"] != "nobody_drives"
        else None,
        class_="told",
    )


def _lumps(found: Data) -> Html | None:
    """Lump sums: they come beside whatever bears the loss."""
    lumps = [payment for payment in found["payments"] if payment["lump"]]
    if not lumps:
        return None
    rows = [
        tag("li", tag("b", payment["label"], " ", reference_mark(payment["certainty"])), tag("b", money(payment["amount"])),
            tag("span", formula(payment["steps"]), class_="small"))
        for payment in lumps
    ]  # fmt: skip
    total = man_yen(sum(payment["amount"] for payment in lumps))
    return join(
        (
            tag("h3", "決まった額の補償 ", tag("span", total, class_="num")),
            tag("p", "上の損害とは別に、決まった額で出ます。", class_="small"),
            tag("ul", *rows, class_="lumps"),
        )
    )


def _services(services: Sequence[Data]) -> Html | None:
    if not services:
        return None
    rows = [
        tag("li", tag("b", service["label"]), tag("b", "無料" if service["free"] else "有料の分あり", class_=None if service["free"] else "warn-text"),
            tag("span", service["message"], class_="small"))
        for service in services
    ]  # fmt: skip
    return join((tag("h3", "ロードサービス"), tag("ul", *rows, class_="lumps")))


def remedies_html(remedies: Sequence[Data]) -> str:
    """Return which change of cover would have paid, and what it costs a year; empty where none would."""
    if not remedies:
        return Html("")
    rows = []
    for remedy in remedies:
        better = f"{man_yen(remedy['paid_more'])}多く出ました。" if remedy["paid_more"] else EVENTS[remedy["grade_event"]]
        rows.append(
            tag("li", tag("b", f"{remedy['label']}していれば" if remedy["label"].endswith("に") else f"「{remedy['label']}」なら"),
                tag("span", better), tag("span", "掛金は年 ", tag("span", signed(remedy["difference"]), class_="num"), class_="small"))
        )  # fmt: skip
    return join(
        (
            tag("h2", "補償がちがっていたら ", tag("span", "参考", class_="ref")),
            tag("ul", *rows, class_="remedies"),
        )
    )


def _zeros(found: Data) -> Html:
    near = [each for each in found["not_covered"] if each["concerns"]]
    far = [each for each in found["not_covered"] if not each["concerns"]]
    changed = {coverage for change in (found["revised"] or {"changes": []})["changes"] for coverage in change["coverages"]}
    rows = [_zero(each, changed=each["coverage"] in changed) for each in near]
    return join(
        (
            tag("h2", "出ない補償と、その理由") if near else None,
            tag("ul", *rows, class_="zeros") if near else None,
            tag(
                "details",
                tag("summary", "この事故に関係しない補償", icon("down"), class_="tsum"),
                tag("ul", *(_zero(each) for each in far), class_="zeros"),
                data_key="far",
            )
            if far
            else None,
        )
    )


def _zero(each: Data, *, changed: bool = False) -> Html:
    mark = join((" ", revised_mark())) if changed else None
    return tag("li", tag("b", each["label"], " ", tag("span", "0円", class_="num"), mark), tag("span", each["message"]))


def _steps(found: Data) -> Html | None:
    """Every payment with its steps and their sources, one tap away."""
    if not found["payments"]:
        return None
    tables = [_table(payment) for payment in found["payments"]]
    return tag(
        "details",
        tag("summary", "計算の手順を見る（出典つき）", icon("down"), class_="tsum"),
        *tables,
        data_key="steps",
        class_="steps",
    )


def _table(payment: Data) -> Html:
    rows = [
        tag("tr", tag("th", step["label"], " ", reference_mark(step["certainty"]), scope="row"),
            tag("td", f"{step['after']:,}", class_="r num"), tag("td", source_link(step["source"]), class_="r"))
        for step in payment["steps"]
    ]  # fmt: skip
    head = tag("tr", tag("th", "した計算", scope="col"), tag("th", "計算後（円）", scope="col", class_="r"), tag("th", "データ", scope="col", class_="r"))
    return tag("table", tag("caption", payment["label"]), tag("thead", head), tag("tbody", *rows))


def _notes(found: Data) -> Html:
    always = "過失の割合や損害の額は、答えのとおりとしました。実際の共済金は、調査のうえで決まります。"
    return tag("ul", *(tag("li", note) for note in [*found["notes"], always]), class_="notes small")
