"""The search index: Pagefind reads the finished pages and cuts them into words; beside it the list of titles, uncut."""

import subprocess
from pathlib import Path

from site_build import ROOT, BuildError
from site_build.finishing.titles import write_titles
from site_build.sources import Sources

PAGEFIND = ROOT / "node_modules" / ".bin" / "pagefind"

UNREAD = "rt, rp"
"""Readings above kanji: 事故（じこ） is not what anybody types, nor a sentence to show."""

OWN_DIALOG = ("pagefind-component-ui.*", "pagefind-modular-ui.*", "pagefind-ui.*", "pagefind-highlight.js")
"""Pagefind's interfaces; the site has its own small dialog over the index."""


def write_search(site: Path, sources: Sources) -> None:
    """Index every article of the site into ``pagefind/``, with the titles of all and the cars of the book."""
    command = [str(PAGEFIND), "--site", str(site), "--root-selector", "article", "--exclude-selectors", UNREAD, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"Pagefind stopped:\n{done.stdout}{done.stderr}")
    for pattern in OWN_DIALOG:
        for path in (site / "pagefind").glob(pattern):
            path.unlink()
    write_titles(site, sources)
