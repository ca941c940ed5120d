"""Whether the document behind a statement is one in which the co-op or the law itself says so."""

from collections.abc import Mapping
from typing import Any

from site_build.sources import Sources

CLOSED_BOOKS = {"published", "official_notice"}
"""Kinds of documents in which somebody published what they say; anything else is marked 参考."""


def certainty_of(sources: Sources, source: Mapping[str, Any]) -> str:
    """Return ``published`` or ``sample``, after the kind of the document."""
    return "published" if sources.book["sources"][source["document"]]["kind"] in CLOSED_BOOKS else "sample"
