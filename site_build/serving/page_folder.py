"""The folder that is served while people edit: what differs is written, what has gone is removed."""

import os
from fnmatch import fnmatchcase
from pathlib import Path

from mkdocs.structure.files import File

UNUSED = ("assets/javascripts/*", "*.map", "assets/stylesheets/palette.*", "assets/images/favicon.png")


class PageFolder:
    """One folder of finished pages, and what this process wrote there."""

    def __init__(self, site: Path) -> None:
        """What lies in ``site`` from earlier is written anew."""
        self.site = site
        self._there: dict[str, str] = {}

    def put(self, pages: dict[str, str], static: list[File]) -> None:
        """Bring the folder up to date with these pages by their names, and these files."""
        for name, text in pages.items():
            path = self.site / name
            if self._there.get(name) != text or not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                beside = path.with_name(f".{path.name}")  # a page appears whole: it is moved to its place
                beside.write_text(text, encoding="utf-8")
                beside.replace(path)
        self._there = pages
        for file in static:
            if file.abs_src_path and not any(fnmatchcase(file.dest_uri, pattern) for pattern in UNUSED):
                _copy(Path(file.abs_src_path), self.site / file.dest_uri)
        for path in self.site.rglob("*.html"):
            name = path.relative_to(self.site).as_posix()
            if name not in pages and name != "404.html" and not name.startswith("pagefind/"):
                path.unlink()


def _copy(source: Path, target: Path) -> None:
    stamp = source.stat()
    if not target.exists() or (target.stat().st_size, target.stat().st_mtime) != (stamp.st_size, stamp.st_mtime):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
        os.utime(target, (stamp.st_atime, stamp.st_mtime))
