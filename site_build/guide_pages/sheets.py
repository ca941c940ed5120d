"""Sheets to fill in, on the screen or on paper: lines to write on and boxes to tick."""

from quote_engine.drawing.markup import Html, tag
from site_build.guide_pages.claim_pages import Data, claims, papers_of
from site_build.sources import Sources


def field(name: str, label: str, example: str = "", kind: str = "text") -> Html:
    """One line of a sheet; ``example`` stands beside the label, where it does not vanish while writing."""
    hint = tag("em", example) if example else None
    line = tag("input", id=f"sheet-{name}", name=name, type=kind, autocomplete="off")
    return tag("div", tag("label", label, hint, class_="lab", for_=f"sheet-{name}"), line)


def tick(name: str, label: str, detail: str = "") -> Html:
    """One box to tick, as a list item."""
    more = tag("span", detail, class_="small") if detail else None
    box = tag("input", type="checkbox", name=name)
    return tag("li", tag("label", box, tag("span", tag("span", label, class_="name"), more), class_="tick"))


def checklist(sources: Sources) -> Html:
    """The papers of every kind of claim, to be ticked; without a script all of them stand there."""
    kinds = claims(sources)["claims"]
    choices = [tag("option", claim["label"], value=claim["id"]) for claim in kinds]
    choice = tag(
        "div",
        tag("label", "何の請求ですか", class_="lab", for_="claim-kind"),
        tag("select", tag("option", "全部を見る", value=""), *choices, id="claim-kind", name="kind"),
        class_="kind",
        hidden=True,
    )
    return tag("div", choice, *(_papers(sources, claim) for claim in kinds))


def _papers(sources: Sources, claim: Data) -> Html:
    groups = []
    for need, title in (("always", "いつもいるもの"), ("asked", "たのまれたら出すもの")):
        rows = [_paper(sources, claim, paper) for paper in papers_of(sources, claim) if paper["need"] == need]
        if rows:
            groups.append(tag("fieldset", tag("legend", title), tag("ul", *rows, class_="ticks"), data_need=need))
    status = tag("p", class_="missing", role="status", hidden=True)
    return tag("section", tag("h2", claim["label"], id=claim["id"]), status, *groups, data_kind=claim["id"])


def _paper(sources: Sources, claim: Data, paper: Data) -> Html:
    words = [paper["from"], paper["when"], sources.guide.filled(paper["detail"])]
    return tick(f"{claim['id']}.{paper['paper']}", paper["label"], "。".join(word for word in words if word))


MACROS = (checklist,)
PLAIN_MACROS = (field, tick)
