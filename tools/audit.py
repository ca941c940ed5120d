"""``make audit``: Lighthouse over three kinds of pages of the built site. Everything but speed has to be perfect."""

import json
import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from site_build import ROOT, SITE
from site_build.serving.server import SiteServer
from tools.browser import ARGUMENTS, find

LIGHTHOUSE = ROOT / "tools" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
REPORTS = ROOT / "build" / "lighthouse"
PAGES = {"home": "/", "guide": "/guide/own-car/", "quote": "/quote/"}
PERFECT = ("accessibility", "best-practices", "seo")
TOLD = "performance"  # told, not judged: it measures the machine as much as the page


def audit(url: str, report: Path, browser: str) -> dict[str, int]:
    """Return the scores of one page, of 100, and leave the report beside the others; the reasons for lost points are printed."""
    command = [
        str(LIGHTHOUSE), url, "--quiet", "--output=json", f"--output-path={report}",
        f"--only-categories={','.join((*PERFECT, TOLD))}", f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}",
    ]  # fmt: skip
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": browser})
    found = json.loads(report.read_text(encoding="utf-8"))
    for name in PERFECT:
        for part in found["categories"][name]["auditRefs"]:
            seen = found["audits"][part["id"]]
            if part["weight"] and seen["score"] not in {1, None}:
                print(f"  {name}: {seen['title']} ({part['id']}) {json.dumps(seen.get('details', {}).get('items', []), ensure_ascii=False)[:600]}")
    return {name: round(100 * (category["score"] or 0)) for name, category in found["categories"].items()}


def main() -> int:
    """Audit every page of ``PAGES``; 1 when a score that has to be perfect is not."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = find(playwright) or sys.exit("No browser found: run `make browser`.")
    perfect = True
    with SiteServer(SITE) as server:
        for name, address in PAGES.items():
            scores = audit(server.url + address, REPORTS / f"{name}.json", browser)
            perfect = perfect and all(scores[part] == 100 for part in PERFECT)
            print(f"{address:16}" + "  ".join(f"{part} {score}" for part, score in scores.items()), flush=True)
    return 0 if perfect else 1


if __name__ == "__main__":
    sys.exit(main())
