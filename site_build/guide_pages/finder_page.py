"""The pages of 「だれに聞く？」: a question with its choices, or the desks and pages at the end of a way."""

import json
from collections.abc import Iterable
from typing import Any

from mkdocs.utils import get_relative_url

from guide.hours import tel_address
from quote_engine.drawing.markup import Html, icon, reference_mark, tag
from site_build.guide_pages.certainty import certainty_of
from site_build.guide_pages.drawing import drawing_svg
from site_build.guide_pages.finder_tree import FOLDER, Data, Stop, choice_address, node_address, questions_left, stops
from site_build.guide_pages.matter_calls import matter_of
from site_build.guide_pages.opening import opening
from site_build.guide_pages.page_links import page_address, page_title
from site_build.sources import Sources

TITLE = "だれに聞く？"
YOMI = "だれにきく どこにでんわ といあわせ まどぐち でんわばんごう れんらくさき きょうさいきん せいきゅう"
_UI = '<svg class="ui" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>'
_ON = Html(_UI.format("M9 5l7 7-7 7"))
_BACK = Html(_UI.format("M15 5l-7 7 7 7"))
_UNSURE = tag("span", Html(_UI.format("M8.500 9a3.500 3.500 0 1 1 5 3.200c-1 .6-1.500 1.300-1.500 2.800M12 19v.2")), class_="unsure")


def finder_pages(sources: Sources, finder: Data) -> dict[str, str]:
    """Every page of the finder as Markdown, by its file below ``docs/``."""
    found = stops(finder)
    short = [_title(finder, stop, depth=1) for stop in found]
    titles = [title if short.count(title) == 1 else _title(finder, stop, depth=len(stop.answers)) for stop, title in zip(found, short, strict=True)]
    return {stop.file: _page(sources, finder, stop, title) for stop, title in zip(found, titles, strict=True)}


def _page(sources: Sources, finder: Data, stop: Stop, title: str) -> str:
    entry = finder["results" if stop.is_result else "nodes"][stop.id]
    said = "、".join(answer.label for answer in stop.answers)
    front: dict[str, Any] = {
        "title": title,
        "description": _description(sources, entry, said, stop),
        "layout": "plain",
        "css": ["finder.css"],
        "checked": finder["checked"],
        "edition_notice": "foot",
        "sources": _sources(sources, finder, entry, stop),
        "render_macros": False,
        **({"search": "off"} if said else {"yomi": YOMI}),
    }
    head = [_crumbs(stop), _progress(finder, stop), _answers(stop)]
    body = _result(sources, finder, entry, stop) if stop.is_result else _question(sources, finder, entry, stop)
    written = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    return f"---\n{written}---\n\n{tag('div', *head, *body, class_='finder')}\n"


def _title(finder: Data, stop: Stop, depth: int) -> str:
    """The answer first, since tabs and search results show only the beginning; then the last ``depth`` choices that lead to it."""
    if not stop.is_result:
        return f"{TITLE} {finder['nodes'][stop.id]['question']}" if stop.answers else TITLE
    depth += stop.answers[-1].unsure
    return f"{finder['results'][stop.id]['title']}（{'・'.join(answer.label for answer in stop.answers[-depth:])}）"


def _description(sources: Sources, entry: Data, said: str, stop: Stop) -> str:
    if stop.is_result:
        return f"「{said}」のとき。{sources.guide.filled(entry['why'])}"
    return f"「{said}」のとき。{entry['question']}" if said else "4つまでの質問に答えると、電話をかける窓口や、読むページがわかります。"


def _sources(sources: Sources, finder: Data, entry: Data, stop: Stop) -> list[str]:
    """Where the sentences of the page come from, each once: 「voices_2023_08 改善事例05」. A question's are those of its desks."""
    if stop.is_result:
        records = [*entry["sources"], *(finder["sites"][name]["source"] for name in entry["sites"] if name in finder["sites"])]
        return list(dict.fromkeys(_origin(record) for record in records))
    desks = [sources.guide.contact_of(name) for name in entry["desks"] or finder["desks"]]
    return list(dict.fromkeys(f"{desk['source']} {desk['place']}" for desk in desks))


def _origin(record: Data) -> str:
    page = record["page"] or ""
    return f"{record['document']} {f'P.{page}' if page[:1].isdigit() else page}".strip()


def _crumbs(stop: Stop) -> Html:
    steps = [("はじめに", ""), *([(TITLE, FOLDER)] if stop.answers else [])]
    last = tag("li", "行き先" if stop.is_result else f"{len(stop.answers) + 1}問め" if stop.answers else TITLE, aria_current="page")
    return tag("nav", tag("ol", *(tag("li", tag("a", name, href=_to(stop, address))) for name, address in steps), last), class_="crumb", aria_label="現在の位置")


def _progress(finder: Data, stop: Stop) -> Html:
    if stop.is_result:
        return tag("p", tag("b", "行き先がわかりました"), class_="progress")
    least, most = questions_left(finder, stop.id)
    left = f"あと{least}問" if least == most else f"あと{least}〜{most}問"
    return tag("p", tag("b", f"{len(stop.answers) + 1}問め"), " ", tag("span", f"{left}で行き先がわかります", class_="small"), class_="progress")


def _answers(stop: Stop) -> Html | None:
    if not stop.answers:
        return None
    rows = (
        tag("li", tag("span", tag("span", answer.about, class_="small"), " ", tag("b", answer.label)),
            tag("a", "変える", tag("span", f"（{answer.about}）", class_="vh"), href=_to(stop, node_address(answer.node))))
        for answer in stop.answers
    )  # fmt: skip
    return tag("ol", *rows, class_="answered", aria_label="ここまでの答え")


def _question(sources: Sources, finder: Data, node: Data, stop: Stop) -> Iterable[Html | None]:
    pictured = any(choice["drawing"] for choice in node["choices"])
    rows = (tag("li", _choice(finder, choice, stop, pictured=pictured)) for choice in node["choices"])
    yield tag("h1", node["question"])
    yield tag("p", node["hint"], class_="hint") if node["hint"] else None
    choices = tag("ul", *rows, class_=f"choices{' pictured' if pictured else ''}")
    beside = _beside(sources, "すぐ人と話したいとき", node["desks"] or finder["desks"], stop)
    yield tag("div", tag("div", choices, _back(stop)), beside, class_="beside")


def _choice(finder: Data, choice: Data, stop: Stop, *, pictured: bool) -> Html:
    picture = _UNSURE if choice["unsure"] else drawing_svg(choice["drawing"], "") if choice["drawing"] else tag("span")
    words = tag("span", tag("span", choice["label"], class_="t"), tag("span", choice["detail"], class_="d") if choice["detail"] else None)
    return tag("a", picture if pictured else None, words, _ON, class_="row", href=_to(stop, choice_address(finder, stop.id, choice["to"])))


def _result(sources: Sources, finder: Data, result: Data, stop: Stop) -> Iterable[Html | None]:
    yield tag("h1", result["title"])
    yield tag("p", sources.guide.filled(result["why"]), class_="why")
    desks = desks_of(sources, result)
    links = [(link["label"] or page_title(link["page"]), _to(stop, page_address(link["page"]))) for link in result["pages"]]
    sites = [_site(sources, finder, name) for name in result["sites"]]
    ways = [
        tag("section", tag("h2", "電話"), *(_desk(sources, name, main=True) for name in desks), _doubt(sources, result), class_="slip desk-slip") if desks else None,
        tag("section", tag("h2", "読む・調べる"), tag("ul", *(_row(*link) for link in links), class_="choices")) if links else None,
        tag("section", tag("h2", "電話のほかに"), tag("ul", *(_row(*site) for site in sites), class_="choices")) if sites else None,
        _back(stop),
    ]
    others = [name for name in finder["desks"] if name not in desks]
    yield tag("div", tag("div", *ways, class_="ways"), _beside(sources, "ちがうと思ったら", others, stop), class_="beside")


def desks_of(sources: Sources, result: Data) -> list[str]:
    """The desks at the end of a way: first those of its matters, then the others."""
    return list(dict.fromkeys([*(matter_of(sources, matter)["desk"] for matter in result["matters"]), *result["desks"]]))


def _doubt(sources: Sources, result: Data) -> Html | None:
    """A mark where no document names the desk for the matter."""
    marks = [reference_mark(certainty_of(sources, matter_of(sources, matter)["source"])) for matter in result["matters"]]
    mark = next((each for each in marks if each), None)
    return tag("p", mark, " この用件の窓口は、手元の資料に書かれていません。", class_="small") if mark else None


def _row(label: str, address: str) -> Html:
    return tag("li", tag("a", tag("span", label, class_="t"), _ON, class_="row", href=address))


def _site(sources: Sources, finder: Data, name: str) -> tuple[str, str]:
    if name in finder["sites"]:
        return finder["sites"][name]["label"], finder["sites"][name]["address"]
    return "こくみん共済 coop の公式サイト", sources.book["site"]["official_site"]


def _beside(sources: Sources, title: str, desks: Iterable[str], stop: Stop) -> Html:
    listed = tag("p", tag("a", "すべての窓口の一覧", href=_to(stop, f"{FOLDER}desks/")), class_="all-desks")
    return tag("aside", tag("h2", title), *(_desk(sources, name, main=False) for name in desks), listed)


def _desk(sources: Sources, name: str, *, main: bool) -> Html:
    desk = sources.guide.contact_of(name)
    paid = desk["phone_paid"]
    return tag(
        "div",
        tag("p", desk["label"], class_="desk-name"),
        tag("p", desk["what_for"], class_="small") if main else None,
        opening(desk, "p"),
        tag("a", icon("phone"), tag("span", desk["phone"], class_="num"), class_=f"btn wide call{' main' if main else ''}", href=tel_address(desk["phone"])),
        tag("p", "つながらないときは ", tag("a", paid, class_="num", href=tel_address(paid)), "（有料）", class_="small") if main and paid else None,
        class_="desk",
    )


def _back(stop: Stop) -> Html | None:
    if not stop.answers:
        return None
    number = len(stop.answers)
    return tag("p", tag("a", _BACK, f"{number}問めにもどる", class_="btn", href=_to(stop, node_address(stop.answers[-1].node))), class_="back")


def _to(stop: Stop, address: str) -> str:
    """An address as a link from that page, so that the site may lie in a subfolder."""
    return get_relative_url(address or ".", stop.address)
