"""Recipes on the pages of the handbook: macros that show what was changed and what came out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quote_engine.drawing.markup import Html, join, tag
from quote_engine.values.figures import digits
from rulebook.trial import new_steps
from site_build.handbook.difference import difference
from site_build.handbook.outcome import Outcome, outcome
from site_build.handbook.recipe import Recipe, read_recipe
from site_build.problem_page import HEADS
from site_build.sources import Sources

LONGEST = 44
"""Lines of an answer that a page shows."""


@dataclass(frozen=True)
class Shown:
    """A recipe on a page, with what came out of it."""

    sources: Sources
    recipe: Recipe
    found: Outcome


def _macro(show: Callable[[Shown], Html]) -> Callable[[Sources, str], Html]:
    """The macro of that name for a recipe; where the recipe no longer fits the data, it says so instead."""

    def macro(sources: Sources, name: str) -> Html:
        recipe = read_recipe(name)
        found = outcome(sources, recipe)
        if found["cannot"]:
            return tag("p", f"いまのデータには、この見本の変え方が合いません。{found['cannot']}見本は docs/handbook/recipes/{name}.yml にあります。", class_="note warn")
        return show(Shown(sources, recipe, found))

    macro.__name__, macro.__doc__ = show.__name__, show.__doc__
    return macro


@_macro
def recipe_change(shown: Shown) -> Html:
    """The files before and after."""
    said = "前のデータで動かした結果です。make site で新しくなります。"
    earlier = [tag("p", said, class_="note")] if shown.found.get("earlier") else []
    return join((*earlier, *(difference(name, *texts) for name, texts in shown.found["files"].items())))


@_macro
def recipe_check(shown: Shown) -> Html:
    """What the checker says after the change."""
    return said("python -m quote_engine check", shown.found["well"])


@_macro
def recipe_first(shown: Shown) -> Html:
    """The commands that come before the edits, and what they say."""
    return join(said(command, text) for command, text in shown.found["first"])


@_macro
def recipe_runs(shown: Shown) -> Html:
    """The commands that follow the edits, and what they say."""
    return join(said(command, text) for command, text in shown.found["runs"])


@_macro
def recipe_mistake(shown: Shown) -> Html:
    """A typical mistake and what the checker says to it."""
    changes = join(difference(name, *texts) for name, texts in shown.found["wrong_files"].items())
    runs = [said(command, text) for command, text in shown.found["runs_wrong"]]
    return join((changes, *(runs or [said("python -m quote_engine check", shown.found["wrong"])])))


@_macro
def recipe_screen(shown: Shown) -> Html:
    """What the browser shows in place of every page while the mistake stands, under ``make serve``."""
    title, advice = HEADS["data"]
    told = shown.found["wrong"].rpartition("\n")[0].strip()
    text = tag("pre", tag("code", told))
    return tag("div", tag("p", tag("strong", title)), tag("p", advice), text, class_="terminal screen", tabindex="0", role="group", aria_label="ブラウザーの画面")


@_macro
def recipe_desk(shown: Shown) -> Html:
    """Desks as the pages name them, before and after."""
    return _before_after("窓口の出かた", [(tag("span", "窓口"), *pair) for pair in shown.found["desks"]])


@_macro
def recipe_payout(shown: Shown) -> Html:
    """What a payout says after the change."""
    return join(said("python -m quote_engine payout --text 答え.json", after) for _before, after in shown.found["payouts"])


@_macro
def recipe_prices(shown: Shown) -> Html:
    """The yearly price of each asked set-up before and after, and the steps that are new."""
    labels = {case["id"]: case["label"] for case in shown.sources.book["examples"]}
    asked = shown.recipe.quotes
    rows: list[tuple[Any, ...]] = []
    steps: dict[tuple[str, str, str], list[str]] = {}
    for each, (before, after) in zip(asked, shown.found["quotes"], strict=True):
        label = labels[each["example"]] + (f"。{each['label']}" if "label" in each else "")
        rows.append((tag("span", label), _price(before), _price(after), _more(before, after)))
        for step in new_steps(before, after):
            known = steps.setdefault((step["label"], step["does"], step["source"]), [])
            known += [cover for cover in step["covers"] if cover not in known]
    table = _before_after("年払の掛金", rows)
    if not steps:
        return table
    items = [tag("li", f"{label}（{does}、{'・'.join(covers)}） ", tag("code", source)) for (label, does, source), covers in steps.items()]
    return join((table, tag("p", "内訳に新しく出た行、変わった行："), tag("ul", *items)))


def said(command: str, text: str) -> Html:
    """What a command says, as it stands in the terminal; of a long answer the beginning."""
    lines = text.split("\n")
    if len(lines) > LONGEST:
        text = "\n".join([*lines[:LONGEST], f"…（あと{len(lines) - LONGEST}行）"])
    return tag("div", tag("pre", tag("code", f"$ {command}\n{text}")), class_="terminal", tabindex="0", role="group", aria_label=f"{command} の出力")


def _price(found: dict[str, Any]) -> str:
    if found["status"] != "quoted":
        return "計算できません"
    return f"{digits(found['annual'])}円"


def _more(before: dict[str, Any], after: dict[str, Any]) -> str:
    if before["annual"] is None or after["annual"] is None:
        return "－"
    more = after["annual"] - before["annual"]
    return f"{'+' if more > 0 else '−' if more < 0 else '±'}{digits(abs(more))}円"


def _before_after(caption: str, rows: list[tuple[Any, ...]]) -> Html:
    heads = ["", "前", "あと", "差"][: len(rows[0])] if rows else []
    body = [tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell, data_h=head) for cell, head in zip(row[1:], heads[1:], strict=True))) for row in rows]
    head = tag("tr", tag("td", ""), *(tag("th", text, scope="col") for text in heads[1:]))
    return tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body))


MACROS = (
    recipe_change, recipe_check, recipe_first, recipe_runs, recipe_mistake, recipe_screen, recipe_desk, recipe_payout, recipe_prices,
)  # fmt: skip
