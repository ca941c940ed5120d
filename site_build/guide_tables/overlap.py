"""補償の重なり: which covers do the same as others, and what to choose instead."""

from quote_engine.drawing.markup import Html, join, tag
from site_build.guide_pages.layout import QUIET, guide_table, listed, quote_link
from site_build.sources import Sources


def overlap_table(sources: Sources) -> Html:
    """Every cover that may be had twice: with what, and how to have it once."""
    rows = []
    for cover in sources.book["overlaps"]["covers"]:
        instead = cover["instead"]
        others = [join((tag("b", f"{other['product_label']}の{other['label']}"), "：", other["overlap"])) for other in cover["with"]]
        asked = instead.get("question")
        button = quote_link(sources, "変えたときの値段", {asked: instead["to"]}, cover["label"]) if asked else ""
        rows.append([cover["label"], listed(others), instead["advice"], button])
    return guide_table("重なることがある補償", ("マイカー共済の補償", "重なる相手", "重ならないようにするには", f"値段{QUIET}"), rows)


def overlap_warnings(sources: Sources) -> Html:
    """What to know before a cover is dropped."""
    warnings = sources.book["overlaps"]["warnings"]
    told = warnings.values() if isinstance(warnings, dict) else warnings
    return join(join((tag("h3", each["title"]), tag("p", each["message"]))) for each in told)


def overlap_automatic(sources: Sources) -> Html:
    """Covers that come by themselves and cannot be dropped."""
    rules = sources.book["overlaps"]["automatic"]
    told = rules.values() if isinstance(rules, dict) else rules
    return tag("ul", *(tag("li", tag("b", each["label"]), "：", each["reason"]) for each in told))


MACROS = (overlap_automatic, overlap_table, overlap_warnings)
