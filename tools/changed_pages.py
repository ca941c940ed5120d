"""The pages that a change reaches: the site is built as it was and as it is, and what differs is a changed page."""

import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path.cwd()
"""The repository that the command is given in."""
LINKED = ("node_modules",)
KEPT = ("runtime", "playground", "cards", "charts", "handbook")
"""What earlier builds worked out, so that no copy has to do it again."""


ASKS = "data-page-data"
"""Stands in every page that reckons with the visitor's answers."""


class Page(NamedTuple):
    """A page that is not what it was: its address below the site's root, its title, and how it differs.

    ``new``, ``gone``, ``changed``; ``around`` where only the menu or the like is not what it was; ``asked`` where the HTML is
    the same, but what visitors see follows from their answers, and so from the book.
    """

    address: str
    title: str
    how: str


class NotBuilt(Exception):
    """One of the two sites could not be built; the text says which and why, in Japanese."""


def built_pages(base: str) -> list[Page]:
    """Build the revision ``base`` and the files as they stand now, and return what differs."""
    with TemporaryDirectory(prefix="review-") as folder:
        old, new = Path(folder).resolve() / "old", Path(folder).resolve() / "new"
        _fill_from(base, old)
        fill_from_here(new)
        builds = [(name, _building(root)) for name, root in ((base, old), ("いまのファイル", new))]
        for name, build in builds:
            said, _ = build.communicate("build\n")
            answer = json.loads(said.splitlines()[0]) if said else {"problem": ""}
            if "problem" in answer:
                raise NotBuilt(f"「{name}」からサイトを作れませんでした。\n{answer['problem']}".replace(f"{folder}/", ""))
        return sorted(_differing(old / "build" / "serve", new / "build" / "serve"))


def named_pages(base: str) -> list[Page]:
    """Return, without building, the pages whose own file changed, and for each data file the page that lists it."""
    changed = _git("diff", "--name-only", "-z", "--relative", base, "--", "docs", "data").decode().split("\0")
    found = []
    for name in filter(None, [*changed, *_untracked("docs", "data")]):
        path = PurePosixPath(name)
        if path.suffix == ".md" and path.parts[1] not in ("adr", "generated"):
            inner = path.relative_to("docs").with_suffix("")
            address = "" if inner.name == "index" and inner.parent.name == "" else f"{inner.parent if inner.name == 'index' else inner}/"
        elif path.suffix == ".yml" and path.parts[0] == "data" and path.parts[1] not in ("guide", "cases"):
            address = f"rates/{path.with_suffix('')}/"
        else:
            continue
        found.append(Page(address, name, "changed"))
    return sorted(found)


def _differing(old: Path, new: Path) -> Iterator[Page]:
    before, after = (_pages(site) for site in (old, new))
    books = [[path.name for path in site.glob("app/book.*.json")] for site in (old, new)]
    for name in {*before, *after}:
        how = "new" if name not in before else "gone" if name not in after else _how(before[name], after[name])
        if how in ("around", "same") and books[0] != books[1] and ASKS in after[name]:
            how = "asked"
        if how != "same":
            yield Page(name.removesuffix("index.html"), _title(after.get(name) or before[name]), how)


def _how(before: str, after: str) -> str:
    if before == after:
        return "same"
    article = re.compile("<article.*</article>", re.DOTALL)
    inner = [(_title(text), article.findall(text)) for text in (before, after)]
    return "around" if inner[0] == inner[1] and inner[0][1] else "changed"


def _pages(site: Path) -> dict[str, str]:
    paths = [path for path in site.rglob("*.html") if "pagefind" not in path.relative_to(site).parts and path.name != "404.html"]
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def _title(text: str) -> str:
    return unescape(text.partition("<title>")[2].partition("</title>")[0].partition(" - ")[0]).strip()


def _building(root: Path) -> subprocess.Popen[str]:
    link_and_keep(root)
    command, pipe = [sys.executable, "-m", "site_build", "workshop"], subprocess.PIPE
    return subprocess.Popen(command, cwd=root, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, encoding="utf-8")


def _fill_from(revision: str, root: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(_git("archive", "--format=tar", revision))) as files:
        files.extractall(root, filter="data")


def link_and_keep(root: Path) -> None:
    """Give a copy of the repository the packages from npm, and what earlier builds worked out."""
    for name in LINKED:
        (root / name).symlink_to((ROOT / name).resolve())
    for name in KEPT:
        if (ROOT / "build" / name).is_dir():
            shutil.copytree(ROOT / "build" / name, root / "build" / name)


def fill_from_here(root: Path) -> None:
    """Copy the files as they stand now, but none that git is told to ignore."""
    known = _git("ls-files", "-z").decode().split("\0")
    for name in filter(None, [*known, *_untracked()]):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, root / name)


def _untracked(*folders: str) -> list[str]:
    return _git("ls-files", "-z", "--others", "--exclude-standard", "--", *folders).decode().split("\0")


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=True).stdout
