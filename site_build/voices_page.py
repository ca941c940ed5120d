"""The members' voices: the year's figures as charts and tables, how a voice becomes a change, and the page that answers each."""

from collections.abc import Callable
from typing import Any

from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data

from quote_engine.markup import Html, digits, join, tag
from site_build import DOCS
from site_build.bar_chart import bar_chart
from site_build.guide import entry, guide_file
from site_build.guide_tables.layout import guide_table


def voices_macros(env: Any) -> list[Callable[..., str]]:
    """Return the macros of the pages on the voices; those that link know from ``env`` which page they stand on."""

    def link(page: str) -> Html:
        file, _, anchor = page.partition("#")
        address = file.removesuffix("index.md").removesuffix(".md")
        address += "/" if address and not address.endswith("/") else ""
        return tag("a", page_title(file), href=get_relative_url(address, env.page.url) + (f"#{anchor}" if anchor else ""))

    def voices_answers() -> str:
        """Every wish and complaint of the year, with the page that answers it."""
        return join(_answers(group, link) for group in guide_file("voices.yml")["groups"])

    def voices_improvements() -> str:
        """What was changed, and the voice behind it."""
        return join(_improvement(number, case, link) for number, case in enumerate(guide_file("voices.yml")["cases"], 1))

    return [voices_year, voices_span, voices_count, voices_chart, voices_steps, voices_thanked, voices_answers, voices_improvements]


def page_title(file: str) -> str:
    """The title of a page by its name below ``docs/``."""
    _, head = get_data((DOCS / file).read_text(encoding="utf-8"))
    return str(head["title"])


def voices_year() -> str:
    """The business year of the figures."""
    return f"{guide_file('voices.yml')['year']}年度"


def voices_span() -> str:
    """The first and the last day of that year."""
    file = guide_file("voices.yml")
    return f"{file['from']}から{file['to']}まで"


def voices_count(kind: str = "") -> str:
    """The number of voices of one kind, or of all."""
    file = guide_file("voices.yml")
    return f"{digits(entry(file['kinds'], kind, '声の種類')['total'] if kind else file['total'])}件"


def voices_chart(kind: str = "") -> str:
    """One kind of voices by class, or all by kind: a chart, and the same figures as a table."""
    file = guide_file("voices.yml")
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


def voices_steps(what: str) -> str:
    """The windows that take voices, or the steps of the process: numbered where the order matters."""
    steps = [tag("li", tag("b", step["label"]), tag("br"), step["text"]) for step in guide_file("voices.yml")[what]]
    return tag("ol", *steps, class_="steps") if what == "process" else tag("ul", *steps)


def voices_thanked() -> str:
    """What members thanked for."""
    return tag("ul", *(tag("li", text) for text in guide_file("voices.yml")["thanked"]))


def _answers(group: Any, link: Callable[[str], Html]) -> Html:
    rows = [[voice["said"], join((voice["answer"], " ", link(voice["page"])))] for voice in group["voices"]]
    return guide_table(group["label"], ["声", "答え※"], rows)


def _improvement(number: int, case: Any, link: Callable[[str], Html]) -> Html:
    said = tag("p", tag("b", "もとの声："), "／".join(case["said"]))
    note = tag("p", case["note"], class_="small") if case["note"] else None
    more = tag("p", "くわしいページ：", link(case["page"]))
    return join((tag("h2", f"{number}. {case['label']}", id=f"case-{number}"), said, tag("p", case["change"]), note, more))
