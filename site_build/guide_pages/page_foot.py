"""What the foot of a page says about its facts: when they were checked, and the documents they come from."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quote_engine.values.dates import is_date, is_month
from site_build import BuildError
from site_build.sources import Sources


def long_date(day: str | date) -> str:
    """2026年11月21日, from the ISO date of a page's front matter or of the data."""
    day = day if isinstance(day, date) else date.fromisoformat(day)
    return f"{day.year}年{day.month}月{day.day}日"


def date_in(day: str | date, words: Mapping[str, Any]) -> str:
    """The date as the language of ``words`` writes it: 21 November 2026."""
    day = day if isinstance(day, date) else date.fromisoformat(day)
    month_name = words["months"][day.month - 1] if words["months"] else ""
    return str(words["date"]).format(year=day.year, month=day.month, day=day.day, month_name=month_name)


def month_in(day: str, words: Mapping[str, Any]) -> str:
    """The month of an ISO date or month as the language of ``words`` writes it: April 2020."""
    year, month = (int(part) for part in day.split("-")[:2])
    month_name = words["months"][month - 1] if words["months"] else ""
    return str(words["month"]).format(year=year, month=month, month_name=month_name)


def own_date(source: Mapping[str, Any]) -> str | None:
    """Return the date that a document bears itself, as ISO text, a day or a month; None for one without."""
    edition: str = source["edition"]
    return edition if is_month(edition) or is_date(edition) else None


def compared_in(sources: Sources, checked: str | date, said: Sequence[str], words: Mapping[str, Any]) -> str:
    """When a page was compared with its documents, and the dates that these bear themselves, each once."""
    documents = sources.book["sources"]
    own = [own_date(documents[id_]) for id_ in (source.partition(" ")[0] for source in said) if id_ in documents]
    dates = [date_in(day, words) if is_date(day) else month_in(day, words) for day in dict.fromkeys(own) if day]
    if not dates:
        return str(words["compared"]).format(date=date_in(checked, words))
    return str(words["compared_dated"]).format(date=date_in(checked, words), dates=words["list"].join(dates))


def sources_in(sources: Sources, said: Sequence[str], page: str, words: Mapping[str, Any]) -> str:
    """The documents of a page as the language of ``words`` names them, without the places; Japanese pages name those too."""
    if not words["sources"]:
        return sources_text(sources, said, page)
    between = ", " if words["months"] else "、"  # only English names its months
    return between.join(dict.fromkeys(words["sources"][source.partition(" ")[0]] for source in said))


def sources_text(sources: Sources, said: Sequence[str], page: str) -> str:
    """Return the documents of a page's front matter by title, each with its places: ``["pamphlet_2020_04 P.5", …]``.

    An id that ``data/sources.yml`` does not know stops the build; ``page`` is the file that says it.
    """
    titles = {id_: source["title"] for id_, source in sources.book["sources"].items()}
    places: dict[str, list[str]] = {}
    for source in said:
        id_, _, place = source.partition(" ")
        if id_ not in titles:
            raise BuildError(f"docs/{page}: 「sources」の {id_} が data/sources.yml にありません。あるのは {'、'.join(titles)} です。")
        places.setdefault(id_, []).extend([place.strip()] if place.strip() else [])
    named = (f"{titles[id_]}（{'、'.join(found)}）" if found else titles[id_] for id_, found in places.items())
    return "、".join(named)
