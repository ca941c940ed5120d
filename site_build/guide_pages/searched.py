"""The two ways to say that something is not known: searched for and not published, or only not in the documents on the desk."""

from site_build.guide_data import entry, guide_file


def unknown() -> str:
    """What is said of a thing that the documents on the desk do not have."""
    return str(guide_file("searched.yml")["words"]["unknown"])


def unpublished(what: str) -> str:
    """What is said of a thing that was searched for and not found; ``what`` names the search in ``searched.yml``."""
    found = guide_file("searched.yml")
    entry(found["searched"], what, "さがしたもの")
    return str(found["words"]["unpublished"])
