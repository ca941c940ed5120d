"""One build from beginning to end. The finished site replaces the old one in a single step, or not at all."""

import json
import logging
import os
import shutil
from pathlib import Path

from mkdocs.commands.build import build as build_pages
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from site_build import ROOT, BuildError, say
from site_build.browser_python.playground import write_playground
from site_build.browser_python.runtime import write_runtime
from site_build.calculators.quote_page import copy_assets
from site_build.finishing.cards import Cards
from site_build.finishing.headers import write_headers
from site_build.finishing.search import write_search
from site_build.generate import generate
from site_build.site_config import site_config
from site_build.sources import Sources
from site_build.videos import copy_videos

NEXT = ROOT / "build" / "next"

UNUSED = ("assets/javascripts", "**/*.map", "assets/stylesheets/palette.*", "assets/images/favicon.png", "sitemap.xml.gz")
"""What the theme ships and no page asks for."""


def build(site: Path) -> None:
    """Build everything into ``site``."""
    sources = Sources()
    cards = Cards(sources.book["site"])
    say("Writing the pages made from the data")
    generate(sources)
    say("Building the pages")
    config = _mkdocs(sources, cards)
    _clean(NEXT)
    cards.write(NEXT)
    copy_videos(NEXT, sources.videos)
    _write_robots(NEXT, config.site_url)
    say("Adding the calculator")
    runtime = write_runtime(NEXT, sources.book_json)
    _write_manifest(NEXT, {**runtime, **copy_assets(NEXT)})
    write_playground(NEXT, runtime)
    say("Indexing for search")
    write_search(NEXT, sources)
    write_headers(NEXT)
    _replace(site, NEXT)
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    say(f"The site is in {site.name}/: {pages} pages, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB")


def _mkdocs(sources: Sources, cards: Cards) -> MkDocsConfig:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    # Strict counts the warnings of the log; a quieter log would hide them from it.
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    try:
        config = site_config(NEXT, sources, cards)
        build_pages(config)
    except (Abort, ConfigurationError) as error:
        raise BuildError(str(error) or "MkDocs stopped, see above") from error
    return config


def _write_robots(site: Path, address: str | None) -> None:
    """Everybody may read everything; the sitemap knows the site's own ``address``."""
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
