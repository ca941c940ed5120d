"""How the price is made: the steps in their order, and every table of an edition with its source.

The page shows the edition in force. Where there are several, each has a page of its own below it, whose address stays.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from quote_engine.drawing.markup import Html, join, reference_mark, tag
from quote_engine.premium.book import present_edition
from quote_engine.values.dates import day_before, spoken
from site_build.rates.rate_table import line_link, rate_table, source_line

Data = Mapping[str, Any]

FRONT = {
    "title": "料率と計算の順番",
    "description": "マイカー共済の掛金を計算する順番と、すべての表。どの数字にも出どころがあります。",
    "yomi": "かけきん けいさん とうきゅう わりびき りょうりつ くらす ねんれい べんごしひよう しゃりょうそんがい つきばらい",
    "edition_notice": "always",
    "render_macros": False,
}
OWN = {"search": "off", "crumbs": [{"title": "料率と計算の順番", "url": "rates/"}]}
"""An edition's own page says what the page of the edition in force says: one of them is enough to be found."""
SECTIONS = (
    ("order", "計算の順番"),
    ("coverages", "補償ともとの掛金"),
    ("factors", "掛ける率の表"),
    ("discounts", "割引"),
    ("rounding", "端数のまとめ方"),
    ("payment", "年払と月払"),
    ("eligibility", "お引き受けできない車"),
)
DERIVED = {"months_since_registration": "初度登録（検査）から"}
MEASURES = {"months_since_registration": "か月"}
STAGES = {"first": "1番目", "second": "2番目", "third": "3番目"}


def rates_pages(book: Data) -> dict[str, str]:
    """The Markdown of every rate page by its folder below the rates: "" for the edition in force, else an edition's id."""
    own = book["editions"] if len(book["editions"]) > 1 else []
    # Seen from a folder further down, the listings of the data lie one further up.
    below = {each["id"]: _page(book, each, own=True).replace('href="data/', 'href="../data/') for each in own}
    return {"": rates_page(book), **below}


def rates_page(book: Data) -> str:
    """The Markdown page of the edition in force, made of HTML: an anchor for everything that a quote's explanation points at."""
    return _page(book, present_edition(book))


def _page(book: Data, edition: Data, *, own: bool = False) -> str:
    content = {
        "order": _order(edition),
        "coverages": join(_coverage(coverage, book, edition) for coverage in edition["coverages"]),
        "factors": join(_factors(book, edition)),
        "discounts": join(_discount(discount, book, edition) for discount in edition["discounts"]),
        "rounding": _rounding(book, edition),
        "payment": _payment(book, edition["payment"]),
        "eligibility": _eligibility(book),
    }
    title = f"料率と計算の順番（{edition['label']}）" if own else FRONT["title"]
    said = FRONT | OWN | {"title": title, "description": f"{edition['label']}の料率で{FRONT['description']}"} if own else FRONT
    front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in said.items())
    contents = tag("ul", *(tag("li", tag("a", name, href=f"#{id_}")) for id_, name in SECTIONS), class_="toc-list")
    parts = [tag("section", tag("h2", name, id=f"{id_}-title"), content[id_], id=id_, aria_labelledby=f"{id_}-title") for id_, name in SECTIONS]
    return f"---\n{front}---\n\n# {title}\n\n" + "\n\n".join([_intro(edition), *_others(book, edition, up="../" if own else ""), contents, *parts]) + "\n"


def _intro(edition: Data) -> Html:
    sample = "参考" if edition["status"] == "sample" else None
    return tag(
        "div",
        tag("p", f"料率の版は{edition['label']}です。掛金は補償ごとに計算し、合計したものが年払の掛金です。"),
        tag("p", tag("span", sample, class_="ref"), " の付いた表は、手元の資料にないため試算用に置いた値です。ほかは、資料の数字です。")
        if sample
        else None,
    )


def _others(book: Data, edition: Data, up: str) -> list[Html]:
    """All editions with the days they are for, where there are several: what begins next must not be overlooked."""
    editions = book["editions"]
    if len(editions) < 2:
        return []
    ends = [f"から{spoken(day_before(each['start']))}まで" for each in editions[1:]] + ["以後"]
    rows = [
        tag("li", tag("a", each["label"], href=f"{up}{each['id']}/") if each is not edition else tag("b", each["label"]),
            f"：{spoken(each['start'])}{end}に始まる契約", "（このページ）" if each is edition else None, id=f"edition-{each['id']}")
        for each, end in zip(editions, ends, strict=True)
    ]  # fmt: skip
    said = "補償を始める日で、使う料率の版が決まります。"
    return [tag("div", tag("p", said), tag("ul", *rows, class_="notes"), class_="note")]


def _order(edition: Data) -> Html:
    said = tag("p", "補償ごとに、上から順に計算します。端数は最後に一度だけまとめます。")
    usual = _usual(edition)
    meant = tag("p", f"「{_usual_name(usual)}」は、{_names(usual, edition)}のことです。") if usual else None
    return join((said, meant, tag("ol", *(_step(step, edition) for step in edition["steps"]))))


def _step(step: Data, edition: Data) -> Html:
    scope = tag("span", f"（{_scope(step['coverages'], edition)}）", class_="small")
    if step["kind"] == "base":
        return tag("li", tag("a", "もとの掛金", href="#coverages"), "から始めます", scope, id=step["anchor"])
    if step["kind"] == "round":
        return tag("li", tag("a", step["label"], href="#rounding"), "します", scope)
    verb = {"add": "を足します", "multiply": "を掛けます", "discount": "を引きます"}.get(step["kind"], "を当てはめます")
    named = tag("a", step["label"], href=f"#{step['anchor']}") if step["table"] else step["label"]
    return tag("li", named, verb, scope, id=None if step["table"] else step["anchor"])


def _scope(ids: Iterable[str], edition: Data) -> str:
    chosen = frozenset(ids)
    if len(chosen) == len(edition["coverages"]):
        return "すべての補償"
    return _usual_name(chosen) if chosen == _usual(edition) else _names(chosen, edition)


def _usual(edition: Data) -> frozenset[str]:
    """The coverages that most steps are for; named once, so that the list need not be read again and again."""
    counted = Counter(frozenset(step["coverages"]) for step in edition["steps"])
    scope, times = counted.most_common(1)[0]
    return scope if times > 3 and len(scope) > 3 else frozenset()


def _usual_name(scope: frozenset[str]) -> str:
    return f"主な{len(scope)}つの補償"


def _names(ids: Iterable[str], edition: Data) -> str:
    chosen = set(ids)
    return "、".join(coverage["label"] for coverage in edition["coverages"] if coverage["id"] in chosen)


def _coverage(coverage: Data, book: Data, edition: Data) -> Html:
    kind = "自動で付きます。" if coverage["automatic"] else "選んで付ける特約です。" if coverage["rider"] else ""
    limits = [limit["otherwise"].removesuffix("外しました。") for limit in edition["limits"].get(coverage["id"], [])]
    table = edition["tables"][f"base.{coverage['id']}"]
    return tag(
        "div",
        tag("h3", coverage["label"], id=f"coverage-{coverage['id']}"),
        tag("p", coverage["what"] + kind),
        tag("ul", *(tag("li", limit) for limit in limits)) if limits else None,
        rate_table(table, book, edition, anchor=False),
    )


def _factors(book: Data, edition: Data) -> Iterable[Html]:
    for table in edition["tables"].values():
        if table["anchor"].startswith("table-"):
            yield rate_table(table, book, edition)


def _discount(discount: Data, book: Data, edition: Data) -> Html:
    table = edition["tables"][f"discount.{discount['id']}"]
    return tag(
        "div",
        tag("h3", discount["label"], id=f"discount-{discount['id']}"),
        tag("p", f"{_claim(discount['claimed'], book)}、{STAGES[discount['stage']]}に引きます。対象は、{_scope(discount['coverages'], edition)}です。"),
        tag("ul", *(tag("li", need["otherwise"]) for need in discount["requires"])) if discount["requires"] else None,
        rate_table(table, book, edition, anchor=False),
    )


def _claim(condition: list[Any], book: Data) -> str:
    """When a discount is claimed, in words: an answer of the form, or a limit on what follows from the answers."""
    kind, fact, operand = condition
    question = next((question for question in book["questions"] if question["id"] == fact), None)
    if kind == "in" and question and question["kind"] == "flag":
        return f"「{question['label']}」とき"
    if kind == "in" and question:
        chosen = "か".join(f"「{choice['label']}」" for choice in question["choices"] if choice["id"] in operand)
        return f"{question['label']}で{chosen}を選んだとき"
    limit = {"at_most": "以内", "at_least": "以上"}.get(kind, "")
    return f"{DERIVED.get(fact, fact)}{operand}{MEASURES.get(fact, '')}{limit}のとき"


def _rounding(book: Data, edition: Data) -> Html:
    return join(_rounding_step(step, book, edition) for step in edition["steps"] if step["kind"] == "round")


def _rounding_step(step: Data, book: Data, edition: Data) -> Html:
    said = tag("p", f"{step['label']}します（{_scope(step['coverages'], edition)}）。", reference_mark(step["certainty"]))
    return tag("div", said, source_line(step["document"], step["source"], book), id=step["anchor"])


def _payment(book: Data, payment: Data) -> Html:
    said = (
        f"{payment['label']}です。年払の掛金に{payment['surcharge']}を掛け、"
        f"{payment['instalments']}で割って、{payment['round_label']}したものが1回分です。"
    )
    mark = reference_mark(payment["round_certainty"])
    rounding = join(("端数のまとめ方", mark, "は ", line_link(payment["round_source"]), "。")) if mark else None
    source = source_line(payment["document"], payment["source"], book)
    return join((tag("p", said), source, tag("p", rounding, class_="small") if rounding else None))


def _eligibility(book: Data) -> Html:
    rows = (tag("li", rule["message"], tag("span", line_link(rule["source"]), class_="small")) for rule in book["eligibility"])
    return join((tag("p", "次の車は、掛金を出さずにお引き受けできないことを伝えます。"), tag("ul", *rows)))
