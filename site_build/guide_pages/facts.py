"""Facts as they stand on a page."""

from guide.reading import entry, fact_text
from quote_engine.drawing.markup import Html, join, reference_mark
from site_build.sources import Sources


def fact_html(sources: Sources, id_: str, *, mark: bool = True) -> Html:
    """A fact as it reads, 「3か月」 or 「5,000万円」, with 参考 behind it where nobody published it; raises ``Unknown``."""
    fact = entry(sources.guide.facts, id_, "事実")
    return join((fact_text(fact), reference_mark(fact["certainty"]) if mark else None))
