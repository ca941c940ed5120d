"""One build from beginning to end. The finished site replaces the old one in a single step, or not at all."""

import json
import logging
import os
import shutil
from pathlib import Path

from mkdocs.commands.build import build as build_pages
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from site_build import ROOT, BuildError, say
from site_build.book import book, book_json
from site_build.browser_python.playground import write_playground
from site_build.browser_python.runtime import write_runtime
from site_build.calculators.quote_page import copy_assets
from site_build.finishing.cards import write_cards
from site_build.finishing.headers import write_headers
from site_build.finishing.search import write_search
from site_build.generate import generate
from site_build.video_pages.videos import copy_videos

NEXT = ROOT / "build" / "next"

UNUSED = ("assets/javascripts", "**/*.map", "assets/stylesheets/palette.*", "assets/images/favicon.png", "sitemap.xml.gz")
"""What the theme ships and no page asks for."""


def build(site: Path) -> None:
    """Build everything into ``site``."""
    say("Writing the pages made from the data")
    generate(book())
    say("Building the pages")
    _mkdocs(NEXT)
    _clean(NEXT)
    write_cards(NEXT)
    copy_videos(NEXT)
    _write_robots(NEXT)
    say("Adding the calculator")
    runtime = write_runtime(NEXT, book_json())
    _write_manifest(NEXT, {**runtime, **copy_assets(NEXT)})
    write_playground(NEXT, runtime)
    say("Indexing for search")
    write_search(NEXT, book())
    write_headers(NEXT)
    _replace(site, NEXT)
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    say(f"The site is in {site.name}/: {pages} pages, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB")


def _mkdocs(site: Path) -> None:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    try:
        # Strict counts the warnings of the log; a quieter log would hide them from it.
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site), strict=True)
        build_pages(config)
    except (Abort, ConfigurationError) as error:
        raise BuildError(str(error) or "MkDocs stopped, see above") from error


def _write_robots(site: Path) -> None:
    """Everybody may read everything; the sitemap knows the site's own address."""
    address = load_config(str(ROOT / "mkdocs.yml")).site_url
    (site / "robots.txt").write_text(f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n", encoding="utf-8")


def _write_manifest(site: Path, manifest: dict[str, str]) -> None:
    text = json.dumps(manifest, indent=1) + "\n"
    (site / "app" / "manifest.json").write_text(text, encoding="utf-8")


def _clean(site: Path) -> None:
    for pattern in UNUSED:
        for path in list(site.glob(pattern)):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def _replace(site: Path, finished: Path) -> None:
    old = finished.with_name("old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    finished.rename(site)
    shutil.rmtree(old, ignore_errors=True)
