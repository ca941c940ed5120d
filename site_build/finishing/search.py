"""The search index: Pagefind reads the finished pages. It cuts Japanese into words, readings come from the pages."""

import subprocess
from pathlib import Path

from site_build import ROOT, BuildError

PAGEFIND = ROOT / "node_modules" / ".bin" / "pagefind"

OWN_DIALOG = ("pagefind-component-ui.*", "pagefind-modular-ui.*", "pagefind-ui.*", "pagefind-highlight.js")
"""Pagefind's interfaces; the site has its own small dialog over the index."""


def write_search(site: Path) -> None:
    """Index every article of the site into ``pagefind/``."""
    command = [str(PAGEFIND), "--site", str(site), "--root-selector", "article", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"Pagefind stopped:\n{done.stdout}{done.stderr}")
    for pattern in OWN_DIALOG:
        for path in (site / "pagefind").glob(pattern):
            path.unlink()
