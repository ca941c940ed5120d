"""When nothing is paid, cover by cover, as the documents print it."""

from quote_engine.drawing.markup import Html, join, reference_mark, tag
from site_build.book import book
from site_build.guide_data import guide_file


def exclusions(*ids: str) -> Html:
    """The cases in which these covers pay nothing: a heading and a list each, and where it is printed."""
    return join(_cover(id_) for id_ in ids or tuple(guide_file("exclusions.yml")["exclusions"]))


def _cover(id_: str) -> Html:
    each = guide_file("exclusions.yml")["exclusions"][id_]
    named = book()["sources"][each["source"]["document"]]["title"]
    page = f" {each['source']['page']}ページ" if each["source"]["page"] else ""
    return join((
        tag("h3", each["label"], reference_mark(each["certainty"] or "published"), id=f"not-{id_.replace('_', '-')}"),
        tag("p", each["note"]) if each["note"] else None,
        tag("ul", *(tag("li", words) for words in each["cases"])),
        tag("p", f"出どころ：{named}{page}", class_="small"),
    ))  # fmt: skip
