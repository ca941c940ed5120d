"""Finds a Chromium for the tests, or fetches one. ``python tools/browser.py`` makes sure that one is there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "chromium-headless-shell", "google-chrome", "google-chrome-stable", "microsoft-edge")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
"""Containers have no user namespaces for the sandbox; the tests open the project's own pages only."""


def candidates(playwright: Playwright) -> list[str]:
    """Browsers on this machine, the one named by SITE_BROWSER first."""
    named = [os.environ.get("SITE_BROWSER"), *(shutil.which(name) for name in NAMES), playwright.chromium.executable_path]
    return [path for path in named if path and Path(path).exists()]


def find(playwright: Playwright) -> str | None:
    """The first browser that is there."""
    return next(iter(candidates(playwright)), None)


def _starts() -> bool:
    """Whether there is a browser, and it really runs: a download may lack the system's libraries."""
    with sync_playwright() as playwright:
        path = find(playwright)
        if path is None:
            return False
        try:
            playwright.chromium.launch(executable_path=path, args=ARGUMENTS).close()
        except Error as error:
            print(f"{path} does not start: {str(error).splitlines()[0]}", file=sys.stderr)
            return False
    return True


def _run(*command: str) -> bool:
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0


def _apt(*packages: str) -> bool:
    if not shutil.which("apt-get"):
        return False
    root = [] if os.geteuid() == 0 else ["sudo"]
    install = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    return _run(*root, "apt-get", "update", "-qq") and _run(*install, *packages)


def _has_japanese_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=ja"], capture_output=True, text=True, check=False).stdout.strip())


def main() -> int:
    """Make the tests possible; say what is being fetched."""
    if not _starts():
        print("・No browser found: Playwright fetches Chromium (about 150 MB)", flush=True)
        fetched = _run(sys.executable, "-m", "playwright", "install", "chromium") and _starts()
        if not fetched:
            print("・That did not work: installing Debian's chromium", flush=True)
            if not (_apt("chromium") and _starts()):
                print("Install Chromium or Chrome, or name one: SITE_BROWSER=/path/to/chrome make test", file=sys.stderr)
                return 1
    if sys.platform == "linux" and not _has_japanese_font():
        print("・No Japanese font found: installing fonts-noto-cjk", flush=True)
        if not _apt("fonts-noto-cjk", "fontconfig"):
            print("Without a Japanese font the layout tests measure boxes, not text.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
