"""運転する人: who is covered at the wheel, by the engine's own rule, and what an age condition means."""

from typing import Any

from quote_engine.drawing.markup import Html, join, tag
from quote_engine.payout.accident import Accident
from quote_engine.payout.driver import Verdict, driver_verdict
from quote_engine.premium.facts import Facts
from quote_engine.premium.quote import appraise
from site_build.guide_pages.layout import QUIET, guide_table, in_a_row, quote_link
from site_build.guide_tables.quotes import example_with, priced
from site_build.sources import Sources

YOUNGEST = 16
"""Younger than every age condition."""
STRICTEST = "35"
YES = join((tag("span", "○ ", aria_hidden="true"), "補償する"))
NO = join((tag("span", "× ", aria_hidden="true"), "補償しない"))


def driver_matrix(sources: Sources) -> Html:
    """Every kind of driver: covered without a limit of drivers, with the couple's limit, bound by the age condition or not."""
    rows = []
    for choice in sources.book["accidents"]["questions"]["driver"]["choices"]:
        who = choice["id"]
        named = join((choice["label"], choice["detail"] and tag("span", choice["detail"], class_="small")))
        bound = not verdict(sources, who, age_condition=STRICTEST).covered
        child = verdict(sources, who, age_condition=STRICTEST, child_age_condition="any").rule == "child_age_condition"
        rows.append([
            named,
            YES if verdict(sources, who).covered else NO,
            YES if verdict(sources, who, driver_scope="couple").covered else NO,
            "かかる" if bound else "かからない",
            "付けられる" if child else "付けられない",
        ])  # fmt: skip
    return guide_table("だれが運転した事故を補償するか", ("運転した人", "かぎらないとき", "本人と配偶者だけのとき", "年齢条件", "子供特約"), rows)


def verdict(sources: Sources, driver: str, age: int = YOUNGEST, **answers: str) -> Verdict:
    """The engine's verdict on a driver of that age under a contract with these answers."""
    accident = Accident(sources.book["accidents"], {"accident": "object_collision", "driver": driver, "driver_age": age})
    plain = {"driver_scope": "any", "age_condition": "any", "child_age_condition": "none"}
    return driver_verdict(sources.desk.book, sources.once(_facts, **(plain | answers)), accident)


def age_conditions_table(sources: Sources) -> Html:
    """The age conditions: whom each leaves out, and what it does to the model case's premium."""
    rows = [
        [
            choice["label"],
            choice["detail"],
            priced(sources, _annual(sources, age_condition=choice["id"])),
            quote_link(sources, "値段を見る", {"driver_scope": "any", "age_condition": choice["id"]}, choice["label"]),
        ]
        for choice in sources.question("age_condition")["choices"]
    ]
    return guide_table("年齢条件", ("年齢条件", "年齢の決まり", "見本の年払", f"値段{QUIET}"), rows)


def child_conditions_table(sources: Sources) -> Html:
    """The child rider: with which age condition each may go, and what it does to the model case's premium."""
    conditions = sources.question("age_condition")["choices"]
    rows = []
    for choice in sources.question("child_age_condition")["choices"]:
        if choice["id"] == "none":
            continue
        fitting = [each["label"] for each in conditions if choice["id"] in _allowed(sources, each["id"])]
        answers = {"age_condition": STRICTEST, "child_age_condition": choice["id"]}
        rows.append([
            choice["label"],
            in_a_row(fitting),
            priced(sources, _annual(sources, **answers)),
            quote_link(sources, "値段を見る", {"driver_scope": "any", **answers}, choice["label"]),
        ])  # fmt: skip
    heads = ("子どもの年齢条件", "付けられる年齢条件", "35歳以上補償の年払", f"値段{QUIET}")
    return guide_table("子供特約", heads, rows)


def age_bands(sources: Sources) -> Html:
    """The bands of the main insured's age that the premium looks at."""
    bands = sources.edition["groups"]["age_band"]
    return in_a_row([band["label"] for band in bands["bands"]])


def _annual(sources: Sources, **answers: Any) -> int:
    return int(example_with(sources, driver_scope="any", **answers)["annual"])


def _allowed(sources: Sources, condition: str) -> list[Any]:
    plain = {"driver_scope": "any", "age_condition": condition, "child_age_condition": "none"}
    return list(sources.once(_facts, **plain).allowed(sources.desk.book.questions["child_age_condition"]))


def _facts(sources: Sources, /, **answers: str) -> Facts:
    facts = appraise(sources.desk.book, {**sources.example_answers, **answers, **sources.days}).facts
    if facts is None:
        raise ValueError("the model case cannot be read")
    return facts


MACROS = (age_bands, age_conditions_table, child_conditions_table, driver_matrix)
