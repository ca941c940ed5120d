"""The pages of the site, kept between two builds of one process: only what a change reaches is made again.

The full build stays MkDocs' own; this one takes its steps apart for people who wait in front of a browser.
"""

import copy
import hashlib
import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.commands.build import _build_theme_template, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from site_build import ROOT, BuildError
from site_build.finishing.cards import Cards
from site_build.serving.beside import Beside
from site_build.serving.compiled import CompiledFiles, CompiledTexts
from site_build.serving.heard import heard
from site_build.serving.kept_pages import Expanded, KeptPages, Rendered
from site_build.serving.page_folder import PageFolder
from site_build.serving.page_problems import macro_problem
from site_build.serving.theme_files import ThemeFiles
from site_build.site_config import site_config
from site_build.sources import Sources

SHOWN = {level for level in InclusionLevel if level.is_included()}  # type: ignore[no-untyped-call]  # MkDocs says nothing of its types here
MARKS = ("{{", "{%", "{#")
WORTH_SHARING = 0.2
"""Seconds of drawing from which a second process pays for its start."""


class Drawn(NamedTuple):
    """A whole site in memory: what a strict build would stop for, and what puts it into the folder."""

    warnings: list[str]
    put: Callable[[], None]


class PageShelf:
    """``draw`` makes what a change reaches; the folder stays as it was until the result is ``put``."""

    def __init__(self, site: Path) -> None:
        """Start with nothing kept; ``site`` is the folder that is brought up to date."""
        self.folder = PageFolder(site)
        self._templates = CompiledFiles()
        self._texts = CompiledTexts()
        self._theme = ThemeFiles()
        self._read_texts: dict[str, tuple[str, str, dict[str, Any]]] = {}
        self._kept = KeptPages()
        self._written: dict[str, tuple[str, str]] = {}

    def draw(self, sources: Sources, state: str) -> Drawn:
        """Make every page from ``sources``; ``state`` names the state of all that macros draw from (data, drawings, heads of pages)."""
        with heard() as warnings:
            return Drawn(warnings, self._pages(sources, state))

    def _pages(self, sources: Sources, state: str) -> Callable[[], None]:
        config = site_config(self.folder.site, sources, Cards(sources.book["site"]))
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        macros: Any = config.plugins["macros"]
        self._texts.join(macros.env)
        files = get_files(config)
        env = config.theme.get_env()
        env.bytecode_cache = self._templates
        self._theme.add_to(files, env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        listed = _digest(*sorted(file.src_uri for file in files))
        pages = [_page(file, config) for file in files.documentation_pages(inclusion=InclusionLevel.is_included)]
        expand = config.plugins.on_page_markdown

        def make(page: Page) -> None:
            began, waits = time.process_time(), self._waits(page, state, listed)
            text = self._expand(page, state, lambda text: expand(text, page=page, config=config, files=files))
            self._render(page, text, listed, config, files)
            if waits:
                self._kept.seconds[page.file.src_uri] = time.process_time() - began

        for page in pages:
            self._read(page)
        self._share({page.file.src_uri: page for page in pages if self._waits(page, state, listed)}, make)
        for page in pages:
            make(page)
        env = config.plugins.on_env(env, config=config, files=files)
        around = _digest(_templates(), _shown_around(config, sources), *_headings(nav))
        outputs = {page.file.dest_uri: self._output(page, around, config, nav, env, files) for page in pages}
        for page in pages:
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        static = [file for file in files if not file.is_documentation_page() and file.inclusion in SHOWN]

        def put() -> None:
            self.folder.put(outputs, static)
            _build_theme_template("404.html", env, files, config, nav)

        return put

    def _waits(self, page: Page, state: str, listed: str) -> bool:
        """Tell whether the page has to be drawn anew."""
        text, markdown, _ = self._read_texts[page.file.src_uri]
        if any(mark in text for mark in MARKS):
            expanded = self._kept.expanded.get(page.file.src_uri)
            return not expanded or expanded.key != _digest(text, state)
        rendered = self._kept.rendered.get(page.file.src_uri)
        return not rendered or rendered.key != _digest(markdown, listed)

    def _share(self, pages: dict[str, Page], make: Callable[[Page], None]) -> None:
        """Make pages in several processes, for each core its part, and keep all that comes of them."""
        cores = min(4, os.cpu_count() or 1)
        seconds, parts = self._kept.shares(pages, cores)
        if cores == 1 or seconds < WORTH_SHARING:
            return

        def made(names: list[str]) -> KeptPages:
            for name in names:
                make(pages[name])
            return self._kept.of(names)

        others = [Beside(partial(made, part)) for part in parts[1:]]
        made(parts[0])
        for other in others:
            self._kept.add(other.result())

    def _read(self, page: Page) -> None:
        text = page.file.content_string
        kept = self._read_texts.get(page.file.src_uri)
        if not kept or kept[0] != text:
            kept = (text, *meta.get_data(text))
            self._read_texts[page.file.src_uri] = kept
        page.markdown, page.meta = kept[1], copy.deepcopy(kept[2])

    def _expand(self, page: Page, state: str, expand: Callable[[str], str]) -> str:
        """Return the page with its macros answered; a page without any never asks."""
        source = self._read_texts[page.file.src_uri][0]
        if not any(mark in source for mark in MARKS):
            return page.markdown or ""
        key = _digest(source, state)
        kept = self._kept.expanded.get(page.file.src_uri)
        if not kept or kept.key != key:
            try:
                kept = Expanded(key, expand(page.markdown or ""), dict(page.meta))
            except SystemExit as stopped:  # the plugin ends the process; here its reason is wanted
                raise BuildError(macro_problem(page.file.src_uri, source, stopped)) from stopped
            self._kept.expanded[page.file.src_uri] = kept
        page.meta = kept.head
        return kept.text

    def _render(self, page: Page, text: str, listed: str, config: MkDocsConfig, files: Files) -> None:
        """Turn Markdown into HTML. What was warned about is made again each time, so that the warning comes again."""
        page.markdown = text
        key = _digest(text, listed)
        made = self._kept.rendered.get(page.file.src_uri)
        if made and made.key == key:
            page.content, page.toc, page._title_from_render, page.present_anchor_ids = made[1:5]  # noqa: SLF001
            page.links_to_anchors = {file: links for uri, links in made.links.items() if (file := files.get_file_from_path(uri))}
            return
        with heard() as warnings:
            page.render(config, files)
        links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
        if not warnings:
            self._kept.rendered[page.file.src_uri] = Rendered(
                key, page.content, page.toc, page._title_from_render, page.present_anchor_ids, links  # noqa: SLF001
            )

    def _output(self, page: Page, around: str, config: MkDocsConfig, nav: Navigation, env: Any, files: Files) -> str:
        key = _digest(around, page.content or "", str(page.meta), str(page.title))
        kept = self._written.get(page.file.dest_uri)
        if not kept or kept[0] != key:
            page.active = True
            context = get_context(nav, files, config, page)
            context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
            kept = (key, env.get_template(page.meta.get("template", "main.html")).render(context))
            page.active = False
            self._written[page.file.dest_uri] = kept
        return kept[1]

def _page(file: File, config: MkDocsConfig) -> Page:
    return file.page or Page(None, file, config)


def _headings(nav: Navigation) -> list[str]:
    """What the menus of every page show."""
    return [f"{page.title}\0{page.url}\0{page.meta.get('menu', '')}" for page in nav.pages] + [str(nav)]


def _shown_around(config: MkDocsConfig, sources: Sources) -> str:
    """What the theme shows on every page beside its content; functions are known by what they draw from."""
    plain = sorted((name, value) for name, value in config["extra"].items() if not callable(value))
    return repr((plain, sources.book["sources"]))


def _templates() -> str:
    return _digest(*(path.read_text(encoding="utf-8") for path in sorted((ROOT / "overrides").rglob("*.html"))))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
