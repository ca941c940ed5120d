"""Builds the site: generated pages, MkDocs, the Python runtime, search, headers; and serves it while people edit."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
DOCS = ROOT / "docs"
SITE = ROOT / "site"
INPUTS = tuple((Path(__file__).parent / "inputs.txt").read_text(encoding="utf-8").split())
"""All that the site shows something of. The host spends no deploy on a change of anything else, the server follows these."""


class BuildError(Exception):
    """The site cannot be built as it stands; the message says why."""


def say(step: str) -> None:
    """Tell the person at the terminal what is happening now."""
    print(f"・{step}", flush=True)
