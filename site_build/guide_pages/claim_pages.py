"""The claim pages' parts that are made from ``claims.yml``: whom to call, steps, papers, what comes after."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from quote_engine.drawing.markup import Html, icon, join, reference_mark, tag
from site_build.book import book
from site_build.guide_data import entry, fact_html, filled, guide_file
from site_build.guide_pages.calls import big_call, open_always
from site_build.guide_pages.certainty import certainty_of
from site_build.guide_pages.matter_calls import matter_of
from site_build.guide_pages.searched import unknown

Data = Mapping[str, Any]


def claims() -> Data:
    """The claims file: checked, limitation, how_long, papers by id, claims in order."""
    return guide_file("claims.yml")


def claim_of(kind: str) -> Data:
    """One kind of claim, by its id."""
    found: Data = entry({claim["id"]: claim for claim in claims()["claims"]}, kind, "請求の種類")
    return found


def papers_of(claim: Data) -> list[dict[str, Any]]:
    """The papers of a claim in order: paper (id), need, when, label, from, detail, source."""
    return [{**claims()["papers"][needed["paper"]], **needed} for needed in claim["papers"]]


def claim_kinds() -> Html:
    """The kinds of claim as rows that lead to their pages, from the first page of the claims."""
    rows = [
        tag(
            "a",
            tag("span", tag("span", claim["label"], class_="t"), tag("span", filled(claim["what"]), class_="d")),
            icon("next"),
            class_="row plain",
            href=f"{PurePosixPath(claim['page']).stem}/",
        )
        for claim in claims()["claims"]
    ]
    return tag("div", *rows, class_="rows claim-kinds")


def claim_desk(kind: str) -> Html:
    """The first call of a claim, and the way over the web where there is one."""
    claim = claim_of(kind)
    web, desk = claim["web"], matter_of(claim["matter"])["desk"]
    return tag(
        "div",
        tag("p", open_always(desk)),
        big_call(desk),
        tag("p", tag("b", "インターネットなら"), " ", web["how"], class_="small") if web else None,
        class_="lone-call",
    )


def claim_steps(kind: str) -> Html:
    """What is done, one after the other."""
    steps = [tag("li", tag("b", filled(step["do"])), tag("p", filled(step["detail"]))) for step in claim_of(kind)["steps"]]
    return tag("ol", *steps, class_="steps")


def claim_papers(kind: str) -> Html:
    """The papers of a claim as a table: name, where from, when, and whether anybody published it."""
    claim = claim_of(kind)
    head = tag("tr", *(tag("th", title, scope="col") for title in ("書類", "もらうところ", "出すとき", "出どころ")))
    rows = [_paper_row(paper) for paper in papers_of(claim)]
    table = tag("table", tag("caption", f"{claim['label']}の書類"), tag("thead", head), tag("tbody", *rows))
    note = f"全部の一覧は、{unknown()}。「参考」は、広く行われている例です。窓口の案内が先です。"
    return join((tag("div", table, class_="papers"), tag("p", note, class_="small")))


def claim_mistakes(kind: str) -> Html:
    """What often goes wrong."""
    return tag("ul", *(tag("li", filled(text)) for text in claim_of(kind)["mistakes"]))


def claim_ending(kind: str) -> Html:
    """Where to send, what happens next, how long it takes, until when one may claim."""
    claim = claim_of(kind)
    rows = [
        ("出る条件", _list(claim["thresholds"])),
        ("送り先", filled(claim["send"])),
        ("そのあと", _list(claim["next"])),
        ("かかる日数", claims()["how_long"]),
        ("請求できる期間", join((fact_html(claims()["limitation"]), "。すぎると、請求できなくなります。"))),
    ]
    return tag("dl", *(join((tag("dt", title), tag("dd", text))) for title, text in rows if text))


def _place(page: str) -> str:
    """Return P.19 for a page number, and the place as it is written otherwise."""
    return f"P.{page}" if page.isdigit() else page


def _list(texts: list[str]) -> Html | None:
    return tag("ul", *(tag("li", filled(text)) for text in texts)) if texts else None


def _paper_row(paper: Data) -> Html:
    need = paper["when"] or {"always": "いつも", "asked": "たのまれたら"}[paper["need"]]
    detail = tag("span", paper["detail"], class_="small") if paper["detail"] else None
    return tag(
        "tr",
        tag("th", paper["label"], scope="row"),
        tag("td", paper["from"], tag("br") if detail else None, detail, data_h="もらうところ"),
        tag("td", need, data_h="出すとき"),
        tag("td", _origin(paper["source"]), data_h="出どころ"),
    )


def _origin(source: Data) -> Html:
    document = book()["sources"][source["document"]]
    return reference_mark(certainty_of(source)) or tag("span", document["title"], " ", _place(source["page"]), class_="small")
