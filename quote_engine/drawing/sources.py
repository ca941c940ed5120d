"""Links from a figure to where it stands: the section of the rate page, the line of the data."""

from functools import lru_cache

from quote_engine.drawing.markup import Html, escape

RATES = "../rates/"
"""The rate page, as seen from the quote page; relative, so that a preview in a subfolder works."""


@lru_cache(maxsize=1024)  # the same lines of data at every keystroke
def source_link(source: str, words: str | None = None) -> Html:
    """A link to one line of the published data: 「grades.yml 14行」."""
    path, _, line = source.rpartition(":")
    name = path.rpartition("/")[2]
    shown = escape(words) if words else f'<span class="wide">{escape(name)} </span>{escape(line)}行'
    return Html(f'<a href="{escape(RATES + path.removesuffix(".yml"))}/#L{escape(line)}">{shown}</a>')


@lru_cache(maxsize=1024)
def anchor_link(anchor: str, label: str) -> Html:
    """A link to the section of the rate page that explains a step."""
    return Html(f'<a href="{escape(RATES + "#" + anchor)}">{escape(label)}</a>')
