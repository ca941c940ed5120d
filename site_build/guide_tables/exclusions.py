"""When nothing is paid, cover by cover, as the documents print it."""

from quote_engine.drawing.markup import Html, join, reference_mark, tag
from site_build.sources import Sources


def exclusions(sources: Sources, *ids: str) -> Html:
    """The cases in which these covers pay nothing: a heading and a list each, and where it is printed."""
    return join(_cover(sources, id_) for id_ in ids or tuple(sources.guide.file("exclusions.yml")["exclusions"]))


def _cover(sources: Sources, id_: str) -> Html:
    each = sources.guide.file("exclusions.yml")["exclusions"][id_]
    named = sources.book["sources"][each["source"]["document"]]["title"]
    page = f" {each['source']['page']}ページ" if each["source"]["page"] else ""
    return join((
        tag("h3", each["label"], reference_mark(each["certainty"] or "published"), id=f"not-{id_.replace('_', '-')}"),
        tag("p", each["note"]) if each["note"] else None,
        tag("ul", *(tag("li", words) for words in each["cases"])),
        tag("p", f"出どころ：{named}{page}", class_="small"),
    ))  # fmt: skip


MACROS = (exclusions,)
