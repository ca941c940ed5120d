"""The guide's data for one build, as ``guide.reading`` has them; an unknown name stops the build."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from guide import reading
from guide.library import Guide
from guide.reading import Data, Reading, Unknown, fact_text
from guide.revisions import Revisions
from quote_engine.drawing.markup import Html, join, reference_mark
from site_build import DATA, BuildError
from site_build.book import days


@cache
def _reading() -> Reading:
    return reading.read_data(DATA, days()["start_date"])


def guide() -> Guide:
    """The checked data of ``data/guide/``; raises ``BrokenData`` with every problem in them."""
    return _reading().guide


def guide_file(name: str) -> Data:
    """One file of ``data/guide/``, such as ``finder.yml``, as the plain values that its declaration says."""
    return _reading().file(name)


def facts() -> dict[str, dict[str, Any]]:
    """Every fact by its id."""
    return _reading().facts


def terms() -> dict[str, Data]:
    """Every term of the glossary by its id, in the order of the kana."""
    return _reading().terms


def revisions() -> Revisions:
    """The announced revisions of the product."""
    return _reading().revisions


def contacts() -> dict[str, dict[str, Any]]:
    """Every desk by its id, in written order."""
    return _known(lambda: _reading().contacts)


def contact_of(name: str) -> dict[str, Any]:
    """One desk by its id."""
    return _known(lambda: _reading().contact_of(name))


def filled(text: str) -> str:
    """A text of the guide's data with each ``{fact_id}`` put into words."""
    return _known(lambda: _reading().filled(text))


def entry(entries: Mapping[str, Any], id_: str, what: str) -> Any:
    """The entry of that id; raises ``BuildError`` with the most similar one."""
    return _known(lambda: reading.entry(entries, id_, what))


def fact_html(id_: str, *, mark: bool = True) -> Html:
    """A fact as it reads, 「3か月」 or 「5,000万円」, with 参考 behind it where nobody published it."""
    fact = entry(facts(), id_, "事実")
    return join((fact_text(fact), reference_mark(fact["certainty"]) if mark else None))


def _known(look: Callable[[], Any]) -> Any:
    try:
        return look()
    except Unknown as unknown:
        raise BuildError(str(unknown)) from None
