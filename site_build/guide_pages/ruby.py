"""Readings above kanji: a page whose head says ``ruby: true`` writes 事故《じこ》 and shows じこ above 事故."""

import re

KANJI = re.compile(r"([一-龠々ヶ]+)《([ぁ-んー]+)》")


def with_ruby(text: str) -> str:
    """Return the Markdown ``text`` with a ``<ruby>`` for every reading."""
    return KANJI.sub(r"<ruby>\1<rp>（</rp><rt>\2</rt><rp>）</rp></ruby>", text)


def without_readings(text: str) -> str:
    """Return ``text`` without its readings, as a reader of kanji sees it."""
    return KANJI.sub(r"\1", text)


def read_aloud(text: str) -> str:
    """Return ``text`` with the readings in place of the kanji that have one: where no ruby can stand, as before a cell on a phone."""
    return KANJI.sub(r"\2", text)
