"""The two ways to say that something is not known: searched for and not published, or only not in the documents on the desk."""

from guide.reading import entry
from site_build.sources import Sources


def unknown(sources: Sources) -> str:
    """What is said of a thing that the documents on the desk do not have."""
    return str(sources.guide.file("searched.yml")["words"]["unknown"])


def unpublished(sources: Sources, what: str) -> str:
    """What is said of a thing that was searched for and not found; ``what`` names the search in ``searched.yml``."""
    found = sources.guide.file("searched.yml")
    entry(found["searched"], what, "さがしたもの")
    return str(found["words"]["unpublished"])


MACROS = (unknown, unpublished)
