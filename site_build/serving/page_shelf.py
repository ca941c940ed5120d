"""The pages of the site, kept between two builds of one process: only what a change reaches is made again.

The full build stays MkDocs' own; this one takes its steps apart for people who wait in front of a browser.
"""

import copy
import hashlib
import logging
import os
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
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
from site_build.serving.page_folder import PageFolder
from site_build.serving.page_problems import macro_problem
from site_build.site_config import site_config
from site_build.sources import Sources

MARKS = ("{{", "{%", "{#")
WORTH_SHARING = 0.2
"""Seconds of drawing from which a second process pays for its start."""
UNKNOWN = 0.03
"""Seconds a page is thought to take before it was drawn once."""


class _Rendered(NamedTuple):
    """What MkDocs makes of one Markdown text."""

    content: str | None
    toc: Any
    title: str | None
    anchors: set[str] | None
    links: dict[str, dict[str, str]]


class _Expanded(NamedTuple):
    """A page with its macros answered. Some ask for styles and scripts, and so they change its head as well."""

    key: str
    text: str
    head: dict[str, Any]


class _Warnings(logging.Handler):
    """Collects what MkDocs would stop a strict build for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


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
        self._theme: tuple[list[str], list[File]] = ([], [])
        self._sources: dict[str, tuple[str, str, dict[str, Any]]] = {}
        self._expanded: dict[str, _Expanded] = {}
        self._rendered: dict[str, tuple[str, _Rendered]] = {}
        self._seconds: dict[str, float] = {}
        self._written: dict[str, tuple[str, str]] = {}

    def draw(self, sources: Sources, state: str) -> Drawn:
        """Make every page from ``sources``; ``state`` names the state of all that macros draw from (data, drawings, heads of pages)."""
        warnings = _Warnings()
        logger = logging.getLogger("mkdocs")
        logger.addHandler(warnings)
        logger.setLevel(logging.WARNING)
        logger.propagate = False  # the browser tells
        try:
            return Drawn(warnings.said, self._pages(sources, state))
        finally:
            logger.removeHandler(warnings)

    def _pages(self, sources: Sources, state: str) -> Callable[[], None]:
        config = site_config(self.folder.site, sources, Cards(sources.book["site"]))
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        self._texts.join(config.plugins["macros"].env)
        files = get_files(config)
        env = config.theme.get_env()
        env.bytecode_cache = self._templates
        self._add_theme(files, env, config)
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
                self._seconds[page.file.src_uri] = time.process_time() - began

        for page in pages:
            self._read(page)
        self._share([page for page in pages if self._waits(page, state, listed)], make)
        for page in pages:
            make(page)
        env = config.plugins.on_env(env, config=config, files=files)
        around = _digest(_templates(), _shown_around(config, sources), *_headings(nav))
        outputs = {page.file.dest_uri: self._output(page, around, config, nav, env, files) for page in pages}
        for page in pages:
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        static = [file for file in files if not file.is_documentation_page() and InclusionLevel.is_included(file.inclusion)]

        def put() -> None:
            self.folder.put(outputs, static)
            _build_theme_template("404.html", env, files, config, nav)

        return put

    def _add_theme(self, files: Files, env: jinja2.Environment, config: MkDocsConfig) -> None:
        """Add the files of the theme; looking for them among all its icons takes longer than a page."""
        own = sorted(str(path) for path in (ROOT / "overrides").rglob("*"))
        if own != self._theme[0]:
            before = set(files.src_uris)
            files.add_files_from_theme(env, config)
            self._theme = own, [file for uri, file in files.src_uris.items() if uri not in before]
            return
        for file in self._theme[1]:
            if file.src_uri not in files.src_uris and file.src_dir:
                files.append(File(file.src_uri, file.src_dir, config.site_dir, config.use_directory_urls))

    def _waits(self, page: Page, state: str, listed: str) -> bool:
        """Tell whether the page has to be drawn anew."""
        text, markdown, _ = self._sources[page.file.src_uri]
        if any(mark in text for mark in MARKS):
            kept, key = self._expanded.get(page.file.src_uri), _digest(text, state)
        else:
            kept, key = self._rendered.get(page.file.src_uri), _digest(markdown, listed)
        return not kept or kept[0] != key

    def _share(self, pages: list[Page], make: Callable[[Page], None]) -> None:
        """Make pages in several processes, for each core its part, and keep all that comes of them."""
        cores = min(4, os.cpu_count() or 1)
        took = {page.file.src_uri: self._seconds.get(page.file.src_uri, UNKNOWN) for page in pages}
        if cores == 1 or sum(took.values()) < WORTH_SHARING:
            return
        parts: list[list[Page]] = [[] for _ in range(cores)]
        loads = [0.0] * cores
        for page in sorted(pages, key=lambda page: -took[page.file.src_uri]):
            least = loads.index(min(loads))
            parts[least].append(page)
            loads[least] += took[page.file.src_uri]
        others = [Beside(partial(self._made, part, make)) for part in parts[1:]]
        self._made(parts[0], make)
        for other in others:
            for kept, new in zip((self._expanded, self._rendered, self._seconds), other.result(), strict=True):
                kept.update(new)  # type: ignore[arg-type]

    def _made(self, pages: Iterable[Page], make: Callable[[Page], None]) -> tuple[dict[str, Any], ...]:
        for page in pages:
            make(page)
        names = [page.file.src_uri for page in pages]
        return tuple({name: kept[name] for name in names if name in kept} for kept in (self._expanded, self._rendered, self._seconds))

    def _read(self, page: Page) -> None:
        text = page.file.content_string
        kept = self._sources.get(page.file.src_uri)
        if not kept or kept[0] != text:
            kept = (text, *meta.get_data(text))
            self._sources[page.file.src_uri] = kept
        page.markdown, page.meta = kept[1], copy.deepcopy(kept[2])

    def _expand(self, page: Page, state: str, expand: Callable[[str], str]) -> str:
        """Return the page with its macros answered; a page without any never asks."""
        source = self._sources[page.file.src_uri][0]
        if not any(mark in source for mark in MARKS):
            return page.markdown or ""
        key = _digest(source, state)
        kept = self._expanded.get(page.file.src_uri)
        if not kept or kept.key != key:
            try:
                kept = _Expanded(key, expand(page.markdown or ""), page.meta)
            except SystemExit as stopped:  # the plugin ends the process; here its reason is wanted
                raise BuildError(macro_problem(page.file.src_uri, source, stopped)) from stopped
            self._expanded[page.file.src_uri] = kept
        page.meta = kept.head
        return kept.text

    def _render(self, page: Page, text: str, listed: str, config: MkDocsConfig, files: Files) -> None:
        """Turn Markdown into HTML. What was warned about is made again each time, so that the warning comes again."""
        page.markdown = text
        key = _digest(text, listed)
        kept = self._rendered.get(page.file.src_uri)
        if kept and kept[0] == key:
            made = kept[1]
            page.content, page.toc, page._title_from_render, page.present_anchor_ids = made[:4]  # noqa: SLF001
            page.links_to_anchors = {file: links for uri, links in made.links.items() if (file := files.get_file_from_path(uri))}
            return
        logger = logging.getLogger("mkdocs")
        heard = _Warnings()
        logger.addHandler(heard)
        page.render(config, files)
        logger.removeHandler(heard)
        links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
        if not heard.said:
            made = _Rendered(page.content, page.toc, page._title_from_render, page.present_anchor_ids, links)  # noqa: SLF001
            self._rendered[page.file.src_uri] = (key, made)

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
