"""自賠責: what the law's cover pays, and how a loss is shared between it and this contract."""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, tag
from quote_engine.values.figures import digits
from quote_engine.values.links import fragment
from quote_engine.values.wording import man_yen
from site_build.guide_pages.layout import TOP, guide_table
from site_build.sources import Sources

STORY = "at_fault"
INJURY = "third_party_injury"


def compulsory_table(sources: Sources) -> Html:
    """The limits for one person hurt: death, injury, disability with and without care."""
    scale = _yen(sources.edition["payouts"]["scales"]["compulsory_disability"]["grades"])
    best, least = max(scale.values()), min(scale.values())
    rows = [
        ["亡くなったとき", f"{_figure(sources, 'compulsory_death')}まで"],
        ["けが（治療費、休業の損害など）", f"{_figure(sources, 'compulsory_injury')}まで"],
        ["後遺障がいで、いつも介護がいるとき（第1級）", f"{_figure(sources, 'compulsory_care_always')}まで"],
        ["後遺障がいで、時々介護がいるとき（第2級）", f"{_figure(sources, 'compulsory_care_at_times')}まで"],
        ["そのほかの後遺障がい（第1級から第14級）", f"{man_yen(best)}から{man_yen(least)}まで"],
    ]
    return guide_table("自賠責から出る額（けがをした人1人につき）", ("どんなとき", "限度→"), rows)


def disability_table(sources: Sources) -> Html:
    """The limits by the grade of the disability."""
    scale = _yen(sources.edition["payouts"]["scales"]["compulsory_disability"]["grades"])
    rows = [[f"第{grade}級", tag("span", man_yen(amount), class_="num")] for grade, amount in scale.items()]
    return guide_table("介護がいらない後遺障がいの限度", ("等級", "限度→"), rows, columns=True)


def reductions_table(sources: Sources) -> Html:
    """How far the fault of the person hurt lowers what is paid."""
    levels = sources.edition["payouts"]["compulsory_reductions"]
    ends = [f"{each['from'] - 1}％" for each in levels[1:]] + ["99％"]
    rows = [
        [tag("span", f"{each['from']}％から{end}", class_="nw"), f"{each['lasting']}％減", f"{each['injury']}％減"]
        for each, end in zip(levels, ends, strict=True)
    ]
    return guide_table("けがをした人の過失が大きいとき", ("その人の過失", "死亡、後遺障がい→", "けが→"), rows, columns=True)


def compulsory_example(sources: Sources) -> Html:
    """A story's injury, divided by the engine: what compulsory cover pays, what this contract pays."""
    story = _story(sources, STORY)
    found = sources.ask("payout", {**story["answers"], **story["accident"]})["payout"]
    loss = next(each for each in found["losses"] if each["id"] == INJURY)
    rows = [[part["label"], tag("span", f"{digits(part['amount'])}円", class_="num")] for part in loss["parts"] if part["amount"]]
    rows.append(["相手のけがの損害", tag("b", f"{digits(loss['amount'])}円", class_="num")])
    return guide_table("相手のけがの損害を、だれが払うか", ("払う人", "額→"), rows, columns=True)


def compulsory_story(sources: Sources) -> str:
    """The story in words, with the own share of the fault."""
    told = _story(sources, STORY)
    return f"{told['told']}自分の過失は{told['accident']['own_fault_percent']}％です。"


def reduction_from(sources: Sources) -> str:
    """The fault of the person hurt from which less is paid."""
    return f"{sources.edition['payouts']['compulsory_reductions'][0]['from']}％"


def story_button(sources: Sources, words: str, id_: str) -> Html:
    """The way to the payout page with the answers of a story."""
    told = _story(sources, id_)
    return tag("p", tag("a", words, class_="btn", href=f"{TOP}payout/{fragment(told['answers'] | told['accident'])}"))


def _story(sources: Sources, id_: str) -> Mapping[str, Any]:
    story: Mapping[str, Any] = next(each for each in sources.book["stories"] if each["id"] == id_)
    return story


def _figure(sources: Sources, id_: str) -> str:
    return man_yen(sources.edition["payouts"]["figures"][id_]["value"])


def _yen(grades: dict[str, Any]) -> dict[str, int]:
    return {grade: int(amount) for grade, amount in grades.items()}


MACROS = (compulsory_example, compulsory_story, compulsory_table, disability_table, reduction_from, reductions_table, story_button)
