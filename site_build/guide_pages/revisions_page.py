"""The page of what has changed: which edition a contract is of, by the day it started, and every announced change."""

from collections.abc import Sequence

from mkdocs.structure.pages import Page

from guide.revisions import Data, Period
from quote_engine.drawing.markup import Html, join, tag
from quote_engine.premium.announced import months_of
from quote_engine.values.dates import spoken
from site_build.guide_pages.layout import guide_table, in_a_row, listed
from site_build.guide_pages.page_links import page_link
from site_build.sources import Sources

REPORTED = tag("span", "報道など", class_="revised")
"""The mark of what only others have told, not the co-op itself."""


def announced_changes(sources: Sources, page: Page) -> Html:
    """Every revision with its changes, each in its own row."""
    return join(_revision(sources, revision, page) for revision in sources.guide.revisions.revisions)


def which_edition(sources: Sources) -> str:
    """The day of the contract, where a script runs, and every stretch of time with what the site knows of it."""
    form = tag(
        "form",
        tag("label", "契約が始まった日", class_="lab", for_="which-day"),
        tag("p", "証書にある、補償（効力）が始まった日です。更新した人は、更新の日を入れます。", class_="small", id="which-help"),
        tag("input", type="date", id="which-day", aria_describedby="which-help"),
        tag("p", class_="note", role="status", data_which_said=True, hidden=True),
        class_="which",
        data_which=True,
        hidden=True,
    )
    rows = [_period(period) for period in reversed([*sources.guide.revisions.periods(sources.book["editions"])])]
    heads = ("契約が始まった日", "このサイトの説明と計算", "入っていない改定", "証書で見る所")
    return join((form, tag("div", guide_table("契約が始まった日と、このサイトの版", heads, rows), class_="which-table")))


def _period(period: Period) -> list[object]:
    days = tag("span", _days(period), data_from=period.first or "", data_until=period.last or "", data_said=_said(period))
    changes = [change for revision in period.missing for change in revision["changes"]]
    return [
        days,
        period.edition["label"] if period.edition else "ありません",
        listed([tag("a", change["title"], href=f"#{change['id']}") for change in changes]) if changes else "ありません",
        listed(list(dict.fromkeys(change["look_up"] for change in changes))) if changes else "契約の内容の全体",
    ]


def _days(period: Period) -> str:
    first = f"{spoken(period.first)}から" if period.first else ""
    return first + (f"{spoken(period.last)}まで" if period.last else "")


def _said(period: Period) -> str:
    """Return the answer to one day in this stretch of time."""
    if period.edition is None:
        return "このサイトの版より前の契約です。説明と計算は、ありません。証書と、そのときの資料を見てください。"
    if not period.missing:
        return f"{period.edition['label']}の契約です。このサイトの説明と計算は、この版です。"
    return f"このサイトの説明と計算は{period.edition['label']}で、{months_of(period.missing)}の改定が入っていません。印の付いた行の「証書で見る所」を、証書で確かめてください。"


def _revision(sources: Sources, revision: Data, page: Page) -> Html:
    day = spoken(revision["start"])
    rows = [_change(change, page) for change in revision["changes"]]
    return join(
        (
            tag("h3", f"{day}の改定", id=f"from-{revision['start']}"),
            tag("p", revision["applies"], revision["known"]),
            guide_table(f"{day}に変わったこと", ("何が", "それまで", "改定のあと", "証書で見る所"), rows),
            _read(sources, revision["changes"]),
        )
    )


def _read(sources: Sources, changes: Sequence[Data]) -> Html:
    """Return the documents that a revision's changes were read in, each once, with its places."""
    documents = sources.library.files["sources.yml"]["sources"]  # with their addresses, which the book leaves behind
    places: dict[str, list[str]] = {}
    for change in changes:
        source = change["source"]
        places.setdefault(source["document"], []).extend([source["page"]] if source["page"] else [])
    rows = [tag("li", _document(documents[id_]), f"（{'、'.join(dict.fromkeys(named))}）" if named else None) for id_, named in places.items()]
    reported = any(change["certainty"] == "reported" for change in changes)
    meant = tag("p", REPORTED, " は、ほかの団体の案内や報道だけで読んだことです。", class_="small") if reported else None
    return join((meant, tag("p", "出どころ", class_="small"), tag("ul", *rows, class_="small")))


def _document(source: Data) -> Html:
    title = tag("a", source["title"], href=source["address"]) if source["address"] else join((source["title"],))
    return join((source["publisher"], "「", title, "」"))


def _change(change: Data, page: Page) -> Sequence[object]:
    reported = join((" ", REPORTED)) if change["certainty"] == "reported" else None
    after = join((change["what"], reported, tag("span", "説明：", in_a_row([page_link(page, name) for name in change["pages"]]), class_="d")))
    return [join((tag("span", change["title"], id=change["id"]), tag("span", change["whom"], class_="d"))), change["before"], after, change["look_up"]]


MACROS = (which_edition,)
PAGE_MACROS = (announced_changes,)
