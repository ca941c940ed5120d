"""The words of the search: each stands once, each has a page that answers it."""

from guide.library import Guide
from guide.names import check_page
from rulebook.sheets.problem import Report


def check_queries(guide: Guide, report: Report) -> None:
    """Report words that stand twice, and those without a page or with one that is not there."""
    seen: dict[str, int] = {}
    for query in [query for file in guide.named("queries.yml") for query in file["queries"]]:
        place = query.at("words")
        if query["words"] in seen:
            report.add(place, f"「{query['words']}」が2回書かれています。", f"{seen[query['words']]}行目にもあります。")
        elif query["words"] is not None:
            seen[query["words"]] = place.line
        pages = query["pages"]
        for page, at in zip(pages, pages.places, strict=True):
            check_page(page, at, guide, report)
        if not pages:
            report.add(query.at("pages"), f"「{query['words']}」に、答えのページがありません。", "pages に1つ以上書いてください。")
