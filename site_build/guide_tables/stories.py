"""Accidents told, with what the engine pays for them; and what courts once awarded."""

from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark, tag
from quote_engine.pages.payout_bars import money
from quote_engine.values.links import fragment
from quote_engine.values.wording import man_yen
from site_build.guide_pages.layout import TOP, guide_table
from site_build.guide_pages.revision_marks import changed, marked, told_below
from site_build.guide_pages.searched import unknown
from site_build.sources import Sources

AMOUNTS = {
    "expenses": ("付随諸費用補償の限度", "rental_daily", "rental_days", "belongings", "belongings_theft_deductible", "transport", "lodging", "return_home"),
    "sympathy": ("自動車事故傷害見舞金", "sympathy_death", "sympathy_disability", "sympathy_hospital", "sympathy_hospital_days", "death_days"),
    "passenger": ("搭乗者傷害の日額と日数", "passenger_hospital", "passenger_outpatient", "passenger_days"),
    "self_injury": ("自損事故傷害の額", "self_injury_death", "self_injury_hospital", "self_injury_outpatient", "self_injury_days"),
}
"""Tables of amounts: the caption, then names of payouts.yml."""
AT_LEAST = {"sympathy_hospital_days"}
"""Figures from which on something is paid."""
OTHER = "相手（過失の割合の分など）"


def story(sources: Sources, id_: str) -> Html:
    """One story of the data: what happened, who pays how much, and a button that opens it in the payout page."""
    told = next(each for each in sources.book["stories"] if each["id"] == id_)
    answers = {**told["answers"], **told["accident"]}
    found = sources.ask("payout", answers)["payout"]
    given = sum(part["amount"] for loss in found["losses"] for part in loss["parts"] if part["tone"] == "other")
    compulsory = sum(part["amount"] for loss in found["losses"] for part in loss["parts"] if part["tone"] == "compulsory")
    rows: list[list[object]] = [["自賠責", money(compulsory)]] if compulsory else []
    rows += [[OTHER, money(given)]] if given else []
    rows += [[payment["label"], money(payment["amount"])] for payment in found["payments"]]
    fixed = [payment["amount"] for payment in found["payments"] if payment["lump"]]
    rows.append(["自分で払う額", money(found["member_bears"])])
    if fixed and len(fixed) == len(found["payments"]):
        # Fixed sums are paid beside a loss, not for it; a reader still counts them against it.
        rows.append([join(("決まった額（合わせて", money(sum(fixed)), "）を当てた残り")), money(max(0, found["member_bears"] - sum(fixed)))])
    table = guide_table(join(("だれが、いくら払うか", tag("span", f"（{told['label']}）", class_="vh"))), ["だれが", "いくら"], rows, columns=True)
    link = tag("a", "条件を変えて計算する", tag("span", f"（{told['label']}）", class_="vh"), class_="btn", href=f"{TOP}payout/{fragment(answers)}")
    return tag("div", tag("p", told["told"]), table, tag("p", link, class_="act"), class_="story")


def court_cases(sources: Sources, kind: str) -> Html:
    """What courts awarded: a table of one kind, people, property or bicycle. The court is a column where one is printed."""
    listed = sources.guide.file("court_cases.yml")["kinds"][kind]
    cases = listed["cases"]
    heads = [listed["head"], "認められた額"]
    rows: list[list[object]] = [[case["whose"], tag("span", man_yen(case["amount"]), class_="num")] for case in cases]
    if any(case["court"] for case in cases):
        heads.append("判決")
        rows = [[*row, case["court"] or unknown(sources)] for row, case in zip(rows, cases, strict=True)]
    return join((guide_table(listed["label"], heads, rows, columns=True), tag("p", "出どころ：", _place(sources, listed["source"]), class_="small")))


def amounts(sources: Sources, group: str) -> Html:
    """Limits and fixed sums of the payouts as a table, and where they are printed. ``group`` is one of ``AMOUNTS``."""
    caption, *names = AMOUNTS[group]
    figures = edition_figures(sources)
    rows: list[list[object]] = []
    for name in names:
        each = figures[name]
        amount = join((tag("span", amount_text(sources, name), class_="num"), reference_mark(each["certainty"])))
        rows.append([each["label"], marked(amount, changed(sources, "figures", name))])
    printed = dict.fromkeys(_place(sources, figures[name]["document"]) for name in names if figures[name]["certainty"] == "published")
    table = guide_table(caption, ["何の額か", "額・日数"], rows, columns=True)
    told = told_below(change for name in names for change in changed(sources, "figures", name))
    return join((table, told, tag("p", "出どころ：", "、".join(printed), class_="small")))


def amount_text(sources: Sources, name: str) -> str:
    """A figure of the payouts in words: 50万円, 200日, 50%."""
    each = edition_figures(sources)[name]
    units = {"days": "日", "percent": "％", "months": "か月", "km": "km", "minutes": "分", "litres": "L", "times": "回"}
    return man_yen(each["value"]) if each["unit"] == "yen" else f"{each['value']:,}{units[each['unit']]}{'以上' if name in AT_LEAST else ''}"


def edition_figures(sources: Sources) -> dict[str, dict[str, Any]]:
    """The figures of the newest edition's payouts."""
    found: dict[str, dict[str, Any]] = sources.edition["payouts"]["figures"]
    return found


def _place(sources: Sources, document: dict[str, Any]) -> str:
    title = sources.book["sources"][document["document"]]["title"]
    return f"{title} {document['page']}ページ" if document["page"] else title


MACROS = (amounts, court_cases, story)
