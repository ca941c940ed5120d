"""The members' voices: the year's figures as charts and tables, how a voice becomes a change, and the page that answers each."""

from typing import Any

from mkdocs.structure.pages import Page

from guide.reading import entry
from quote_engine.drawing.markup import Html, join, tag
from quote_engine.values.figures import digits
from site_build.guide_pages.bar_chart import bar_chart
from site_build.guide_pages.layout import guide_table
from site_build.guide_pages.page_links import page_link
from site_build.sources import Sources


def voices_answers(sources: Sources, page: Page) -> Html:
    """Every wish and complaint of the year, with the page that answers it."""
    return join(_answers(group, page) for group in sources.guide.file("voices.yml")["groups"])


def voices_improvements(sources: Sources, page: Page) -> Html:
    """What was changed, and the voice behind it."""
    return join(_improvement(number, case, page) for number, case in enumerate(sources.guide.file("voices.yml")["cases"], 1))


def voices_year(sources: Sources) -> str:
    """The business year of the figures."""
    return f"{sources.guide.file('voices.yml')['year']}年度"


def voices_span(sources: Sources) -> str:
    """The first and the last day of that year."""
    file = sources.guide.file("voices.yml")
    return f"{file['from']}から{file['to']}まで"


def voices_count(sources: Sources, *kinds: str) -> str:
    """The number of voices of these kinds together, or of all."""
    file = sources.guide.file("voices.yml")
    return f"{digits(sum(entry(file['kinds'], kind, '声の種類')['total'] for kind in kinds) if kinds else file['total'])}件"


def voices_of(sources: Sources, kind: str, *classes: str) -> str:
    """The number of voices of one kind in these classes together."""
    counts = {each["label"]: each["count"] for each in entry(sources.guide.file("voices.yml")["kinds"], kind, "声の種類")["classes"]}
    return f"{digits(sum(entry(counts, label, '分類') for label in classes))}件"


def voices_chart(sources: Sources, kind: str = "") -> str:
    """One kind of voices by class, or all by kind: a chart, and the same figures as a table."""
    file = sources.guide.file("voices.yml")
    if kind:
        found = entry(file["kinds"], kind, "声の種類")
        title, total, first = f"{found['label']}の分類", found["total"], "分類"
        rows = [(each["label"], each["count"]) for each in found["classes"]]
    else:
        title, total, first = f"{file['year']}年度の声", file["total"], "種類"
        rows = [(each["label"], each["total"]) for each in file["kinds"].values()]
    most, count = max(rows, key=lambda row: row[1])
    alt = f"{title}の棒グラフ。いちばん多いのは{most}の{digits(count)}件。"
    cells = [[label, f"{digits(count)}件"] for label, count in [*rows, ("合計", total)]]
    table = guide_table(f"{title}（件数）", [first, "件数※"], cells, columns=True)
    return join((tag("figure", bar_chart(rows, alt)), table))


def voices_steps(sources: Sources, what: str) -> str:
    """The windows that take voices, or the steps of the process: numbered where the order matters."""
    steps = [tag("li", tag("b", step["label"]), tag("br"), step["text"]) for step in sources.guide.file("voices.yml")[what]]
    return tag("ol", *steps, class_="steps") if what == "process" else tag("ul", *steps)


def voices_thanked(sources: Sources) -> str:
    """What members thanked for."""
    return tag("ul", *(tag("li", text) for text in sources.guide.file("voices.yml")["thanked"]))


def _answers(group: Any, page: Page) -> Html:
    rows = [[voice["said"], join((voice["answer"], " ", page_link(page, voice["page"])))] for voice in group["voices"]]
    return guide_table(group["label"], ["声", "答え※"], rows)


def _improvement(number: int, case: Any, page: Page) -> Html:
    said = tag("p", tag("b", "もとの声："), "／".join(case["said"]))
    note = tag("p", case["note"], class_="small") if case["note"] else None
    more = tag("p", "くわしいページ：", page_link(page, case["page"]))
    return join((tag("h2", f"{number}. {case['label']}", id=f"case-{number}"), said, tag("p", case["change"]), note, more))


MACROS = (voices_year, voices_span, voices_count, voices_of, voices_chart, voices_steps, voices_thanked)
PAGE_MACROS = (voices_answers, voices_improvements)
