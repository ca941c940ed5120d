"""axe-core, for the tests that look for barriers."""

from functools import cache

from site_build import ROOT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

ECHO = 150  # ms; what the browser reports of axe's own tries comes a moment after its answer

looking: list[object] = []
"""The pages axe is looking at right now. It tries styles on them that the policy blocks; that is not the page's doing."""


@cache
def _axe():
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page):
    """What axe finds on the page as it stands: rule, element and reason of each."""
    looking.append(page)
    try:
        page.evaluate(_axe())
        found = page.evaluate("tags => axe.run(document, { runOnly: tags }).then(result => result.violations)", TAGS)
        page.wait_for_timeout(ECHO)
    finally:
        looking.remove(page)
    return [f"{rule['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})" for rule in found for node in rule["nodes"]]
