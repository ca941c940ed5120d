"""The days of a contract for the guide: when cover starts and ends, the grace, the interruption; all from ``dates.yml``."""

from quote_engine.drawing.markup import Html
from quote_engine.values.dates import day_after, end_of_term, spoken
from quote_engine.values.periods import last_day
from site_build.guide_pages.word_table import word_table
from site_build.guide_tables.time_line import Bar, time_line
from site_build.sources import Sources

MONTHS_A_YEAR = 12


def grace_line(sources: Sources, due: str) -> Html:
    """The grace after a day by which a contribution was due."""
    first, last = _grace(sources, due)
    words = f"払込期限が{spoken(due)}のとき、{spoken(first)}から{spoken(last)}まで待ってもらえます。"
    return time_line(words, [Bar(f"待ってもらえる期間（{sources.book['dates']['grace']['months']}か月）", _short(first), _short(last))])


def grace_texts(sources: Sources, due: str) -> dict[str, str]:
    """The days around a grace as they are spoken: due, first, last, after."""
    first, last = _grace(sources, due)
    return {name: spoken(day) for name, day in (("due", due), ("first", first), ("last", last), ("after", day_after(last)))}


def start_table(sources: Sources) -> Html:
    """When cover starts, by the way one applies and pays."""
    named = {"debit_desk": "口座振替（窓口など）", "debit_post": "口座振替（郵送）", "cash": "最初の掛金を現金で払う"}
    starts = sources.book["dates"]["starts"]
    rows = [(named[key], rule["label"], rule["message"]) for key, rule in starts.items()]
    return word_table("払い方と、始まる時刻", ("申し込みと払い方", "もとになる日", "始まる時刻"), rows)


def term_table(*starts: str) -> Html:
    """Example days on which cover starts, with the days on which it ends and is renewed."""
    rows = [(spoken(start), spoken(end_of_term(start)), spoken(day_after(end_of_term(start)))) for start in starts]
    return word_table("新しい契約の例", ("始まる日", "終わる日", "更新する日"), rows)


def term_line(start: str) -> Html:
    """The first contract's two parts: the rest of the start month, and the year after it."""
    end = end_of_term(start)
    words = f"{spoken(start)}に始めると、{spoken(end)}まで補償されます。"
    return time_line(words, [Bar("補償される期間（共済期間）", _short(start), spoken(end))])


def pause_line(sources: Sources, ended: str) -> Html:
    """How long an interruption can be asked for, and how long the grade is kept."""
    rule, first = sources.book["dates"]["suspension"], day_after(ended)
    ask, use = last_day(first, rule["ask_months"]), last_day(first, rule["use_years"] * MONTHS_A_YEAR)
    words = f"{spoken(ended)}に契約をやめたとき、中断の連絡は{spoken(ask)}まで、等級を使えるのは{spoken(use)}までです。"
    bars = [
        Bar(f"中断を連絡できる期間（{rule['ask_months']}か月）", "", spoken(ask), "a", 48, open_end=True),
        Bar(f"等級を引き継げる期間（{rule['use_years']}年）", "", spoken(use)),
    ]
    return time_line(words, bars)


def _grace(sources: Sources, due: str) -> tuple[str, str]:
    first = day_after(due)
    return first, last_day(first, sources.book["dates"]["grace"]["months"])


def _short(day: str) -> str:
    """12月1日, without its year."""
    return spoken(day).partition("年")[2]


MACROS = (grace_line, start_table, pause_line)
PLAIN_MACROS = (term_line, term_table)
