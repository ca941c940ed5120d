"""The claim pages' parts that are made from ``claims.yml``: whom to call, steps, papers, what comes after."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from guide.reading import entry
from quote_engine.drawing.markup import Html, icon, join, reference_mark, tag
from site_build.guide_pages.calls import big_call, open_always
from site_build.guide_pages.certainty import certainty_of
from site_build.guide_pages.facts import fact_html
from site_build.guide_pages.matter_calls import matter_of
from site_build.guide_pages.searched import unknown
from site_build.sources import Sources

Data = Mapping[str, Any]


def claims(sources: Sources) -> Data:
    """The claims file: checked, limitation, how_long, papers by id, claims in order."""
    return sources.guide.file("claims.yml")


def claim_of(sources: Sources, kind: str) -> Data:
    """One kind of claim, by its id."""
    found: Data = entry({claim["id"]: claim for claim in claims(sources)["claims"]}, kind, "請求の種類")
    return found


def papers_of(sources: Sources, claim: Data) -> list[dict[str, Any]]:
    """The papers of a claim in order: paper (id), need, when, label, from, detail, source."""
    return [{**claims(sources)["papers"][needed["paper"]], **needed} for needed in claim["papers"]]


def claim_kinds(sources: Sources) -> Html:
    """The kinds of claim as rows that lead to their pages, from the first page of the claims."""
    rows = [
        tag(
            "a",
            tag("span", tag("span", claim["label"], class_="t"), tag("span", sources.guide.filled(claim["what"]), class_="d")),
            icon("next"),
            class_="row plain",
            href=f"{PurePosixPath(claim['page']).stem}/",
        )
        for claim in claims(sources)["claims"]
    ]
    return tag("div", *rows, class_="rows claim-kinds")


def claim_desk(sources: Sources, kind: str) -> Html:
    """The first call of a claim, and the way over the web where there is one."""
    claim = claim_of(sources, kind)
    web, desk = claim["web"], matter_of(sources, claim["matter"])["desk"]
    return tag(
        "div",
        tag("p", open_always(sources, desk)),
        big_call(sources, desk),
        tag("p", tag("b", "インターネットなら"), " ", web["how"], class_="small") if web else None,
        class_="lone-call",
    )


def claim_steps(sources: Sources, kind: str) -> Html:
    """What is done, one after the other."""
    steps = [tag("li", tag("b", sources.guide.filled(step["do"])), tag("p", sources.guide.filled(step["detail"]))) for step in claim_of(sources, kind)["steps"]]
    return tag("ol", *steps, class_="steps")


def claim_papers(sources: Sources, kind: str) -> Html:
    """The papers of a claim as a table: name, where from, when, and whether anybody published it."""
    claim = claim_of(sources, kind)
    head = tag("tr", *(tag("th", title, scope="col") for title in ("書類", "もらうところ", "出すとき", "出どころ")))
    rows = [_paper_row(sources, paper) for paper in papers_of(sources, claim)]
    table = tag("table", tag("caption", f"{claim['label']}の書類"), tag("thead", head), tag("tbody", *rows))
    note = f"全部の一覧は、{unknown(sources)}。「参考」は、広く行われている例です。窓口の案内が先です。"
    return join((tag("div", table, class_="papers"), tag("p", note, class_="small")))


def claim_mistakes(sources: Sources, kind: str) -> Html:
    """What often goes wrong."""
    return tag("ul", *(tag("li", sources.guide.filled(text)) for text in claim_of(sources, kind)["mistakes"]))


def claim_ending(sources: Sources, kind: str) -> Html:
    """Where to send, what happens next, how long it takes, until when one may claim."""
    claim = claim_of(sources, kind)
    rows = [
        ("出る条件", _list(sources, claim["thresholds"])),
        ("送り先", sources.guide.filled(claim["send"])),
        ("そのあと", _list(sources, claim["next"])),
        ("かかる日数", claims(sources)["how_long"]),
        ("請求できる期間", join((fact_html(sources, claims(sources)["limitation"]), "。すぎると、請求できなくなります。"))),
    ]
    return tag("dl", *(join((tag("dt", title), tag("dd", text))) for title, text in rows if text))


def _place(page: str) -> str:
    """Return P.19 for a page number, and the place as it is written otherwise."""
    return f"P.{page}" if page.isdigit() else page


def _list(sources: Sources, texts: list[str]) -> Html | None:
    return tag("ul", *(tag("li", sources.guide.filled(text)) for text in texts)) if texts else None


def _paper_row(sources: Sources, paper: Data) -> Html:
    need = paper["when"] or {"always": "いつも", "asked": "たのまれたら"}[paper["need"]]
    detail = tag("span", paper["detail"], class_="small") if paper["detail"] else None
    return tag(
        "tr",
        tag("th", paper["label"], scope="row"),
        tag("td", paper["from"], tag("br") if detail else None, detail, data_h="もらうところ"),
        tag("td", need, data_h="出すとき"),
        tag("td", _origin(sources, paper["source"]), data_h="出どころ"),
    )


def _origin(sources: Sources, source: Data) -> Html:
    document = sources.book["sources"][source["document"]]
    return reference_mark(certainty_of(sources, source)) or tag("span", document["title"], " ", _place(source["page"]), class_="small")


MACROS = (claim_desk, claim_ending, claim_kinds, claim_mistakes, claim_papers, claim_steps)
