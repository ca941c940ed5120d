"""MkDocs' settings for one build, with what its macros draw from."""

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from site_build import ROOT
from site_build.finishing.cards import Cards
from site_build.sources import Sources

SOURCES, CARDS = "sources", "cards"
"""The names under which ``define_env`` of ``site_build/macros.py`` finds what the build hands it."""


def site_config(site: Path, sources: Sources, cards: Cards) -> MkDocsConfig:
    """The settings of ``mkdocs.yml`` for a strict build into ``site``; the pages draw on ``sources`` and note their link cards in ``cards``."""
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site), strict=True)
    config[SOURCES], config[CARDS] = sources, cards
    return config
