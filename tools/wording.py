"""Checks the Japanese: sentences of the pages as prose, and the choice of words wherever a reader may meet them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "build" / "wording"
TEXTLINT = ROOT / "node_modules" / ".bin" / "textlint"

WORDS = ("docs/**/*.md", "data/**/*.yml", "docs/assets/js/**/*.js", "overrides/**/*.html", "videos/**/*.yml",
         *(f"{package}/**/*.py" for package in ("quote_engine", "rulebook", "guide", "commands", "difference", "site_build", "video_studio")))
"""Where the choice of words matters. textlint knows few of these kinds, so it reads copies of them as plain text."""

_TYPED = re.compile(r"^yomi: .*$|(?<=\{words: )[^,\n]+", re.MULTILINE)
"""What people type into the search, in the heads of pages and in queries.yml: theirs to choose, and never shown."""


def prose() -> list[str]:
    """The pages people wrote; decision records are in English, generated pages are checked at their source."""
    pages = sorted((ROOT / "docs").rglob("*.md"))
    return [path.relative_to(ROOT).as_posix() for path in pages if not {"adr", "rates", "videos", "generated", "en"} & set(path.relative_to(ROOT).parts) and not _of_the_finder(path)]


def _of_the_finder(path: Path) -> bool:
    """Tell whether the build made that page from data/guide/finder.yml; one page of the folder is written by people."""
    return path.is_relative_to(ROOT / "docs" / "ask") and path.name != "desks.md"


def copies() -> list[str]:
    """Plain-text copies, line for line, so that a finding names the right place."""
    shutil.rmtree(COPY, ignore_errors=True)
    names = []
    for pattern in WORDS:
        for path in sorted(ROOT.glob(pattern)):
            name = path.relative_to(ROOT)
            if name.parts[:2] in {("docs", "rates"), ("docs", "adr"), ("docs", "videos")} or _of_the_finder(path):
                continue
            target = COPY / f"{name}.txt"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_TYPED.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
            names.append(str(target))
    return names


def textlint(config: str, files: list[str]) -> bool:
    """Run textlint; print what it found under the real names."""
    command = [str(TEXTLINT), "--config", config, "--format", "unix", "--no-color", *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = (done.stdout + done.stderr).replace(f"{COPY}/", "").replace(f"{ROOT}/", "").replace(".txt:", ":")
    if found.strip():
        print(found.strip())
    return done.returncode == 0


def main() -> int:
    """Both checks, even when the first finds something."""
    results = [textlint(".textlintrc.json", prose()), textlint(".textlintrc.words.json", copies())]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
