"""Links from a figure to where it stands: the section of the rate page, the line of the data."""

from quote_engine.markup import Html, tag

RATES = "../rates/"
"""The rate page, as seen from the quote page; relative, so that a preview in a subfolder works."""


def source_link(source: str, words: str | None = None) -> Html:
    """A link to one line of the published data: 「grades.yml 14行」."""
    path, _, line = source.rpartition(":")
    folder = path.removesuffix(".yml")
    name = path.rpartition("/")[2]
    shown: tuple[object, ...] = (tag("span", name + " ", class_="wide"), f"{line}行")
    return tag("a", *((words,) if words else shown), href=f"{RATES}{folder}/#L{line}")


def anchor_link(anchor: str, label: str) -> Html:
    """A link to the section of the rate page that explains a step."""
    return tag("a", label, href=f"{RATES}#{anchor}")
