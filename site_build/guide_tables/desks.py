"""All desks in one table: name and purpose, number, hours, where that is from."""

from guide.hours import tel_address
from quote_engine.drawing.markup import Html, join, tag
from site_build.guide_pages.finder_tree import Data
from site_build.guide_pages.opening import opening
from site_build.guide_pages.page_foot import long_date
from site_build.sources import Sources

COLUMNS = ("窓口と用件", "電話", "受付時間", "出典")


def desk_table(sources: Sources) -> Html:
    """Every desk of ``data/contacts.yml``; on a phone its cells stand below each other."""
    head = tag("thead", tag("tr", *(tag("th", name, scope="col", role="columnheader") for name in COLUMNS), role="row"), role="rowgroup")
    body = tag("tbody", *(_row(sources, desk) for desk in sources.guide.contacts.values()), role="rowgroup")
    return tag("table", tag("caption", "電話の窓口", class_="vh"), head, body, class_="desk-table", role="table")


def new_year_days(sources: Sources) -> str:
    """The days taken for 年末年始: 「12月31日から1月3日まで」."""
    days = sources.guide.file("finder.yml")["new_year"]
    return f"{_day(days['first'])}から{_day(days['last'])}まで"


def _row(sources: Sources, desk: Data) -> Html:
    paid = desk["phone_paid"]
    number = tag("a", desk["phone"], class_="tel", href=tel_address(desk["phone"]))
    other = tag("span", "有料 ", tag("a", paid, class_="num", href=tel_address(paid)), class_="small paid") if paid else None
    source = sources.book["sources"][desk["source"]]["title"]
    day = tag("span", f"{long_date(desk['checked'])}に確認", class_="nw")
    return tag(
        "tr",
        tag("th", tag("span", desk["label"], class_="desk-name"), tag("span", desk["what_for"], class_="small"), scope="row", role="rowheader"),
        tag("td", number, other, role="cell"),
        tag("td", opening(desk, "div"), role="cell"),
        tag("td", tag("span", join((source, "「", desk["place"], "」 ")), day, class_="small"), role="cell"),
        role="row",
        id=desk["id"],
    )


def _day(text: str) -> str:
    month, day = text.split("-")
    return f"{int(month)}月{int(day)}日"


MACROS = (desk_table, new_year_days)
