"""Builds the site: generated pages, MkDocs, the Python runtime, search, headers; and serves it while people edit."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
DOCS = ROOT / "docs"
SITE = ROOT / "site"


class BuildError(Exception):
    """The site cannot be built as it stands; the message says why."""


def say(step: str) -> None:
    """Tell the person at the terminal what is happening now."""
    print(f"・{step}", flush=True)
