"""The pages of the site, kept between two builds of one process: only what a change reaches is made again.

The full build stays MkDocs' own; this one takes its steps apart for people who wait in front of a browser.
"""

import copy
import hashlib
import logging
import os
from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from jinja2.bccache import Bucket
from mkdocs.commands.build import _build_theme_template, get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from site_build import ROOT, BuildError
from site_build.page_problems import macro_problem

UNUSED = ("assets/javascripts/*", "*.map", "assets/stylesheets/palette.*", "assets/images/favicon.png")
MARKS = ("{{", "{%", "{#")


class _Rendered(NamedTuple):
    """What MkDocs makes of one Markdown text."""

    content: str | None
    toc: Any
    title: str | None
    anchors: set[str] | None
    links: dict[str, dict[str, str]]


class _Warnings(logging.Handler):
    """Collects what MkDocs would stop a strict build for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


class _Compiled(jinja2.BytecodeCache):
    """Templates compiled once in this process; each build makes a new environment."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


class PageShelf:
    """``build`` brings a folder up to date and returns the warnings; where there are any, the folder stays as it was."""

    def __init__(self) -> None:
        """Start with nothing kept."""
        self._compiled = _Compiled()
        self._sources: dict[str, tuple[str, str, dict[str, Any]]] = {}
        self._expanded: dict[str, tuple[str, str]] = {}
        self._rendered: dict[str, tuple[str, _Rendered]] = {}
        self._written: dict[str, tuple[str, str]] = {}

    def build(self, site: Path, state: str) -> list[str]:
        """Make every page; ``state`` names the state of all that macros draw from (data, drawings, heads of pages)."""
        warnings = _Warnings()
        logger = logging.getLogger("mkdocs")
        logger.addHandler(warnings)
        logger.setLevel(logging.WARNING)
        logger.propagate = False  # the browser tells
        try:
            outputs, static, finish = self._pages(site, state)
        finally:
            logger.removeHandler(warnings)
        if not warnings.said:
            _put(site, outputs, static)
            finish()
        return warnings.said

    def _pages(self, site: Path, state: str) -> tuple[dict[str, str], list[File], Callable[[], None]]:
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site), strict=True)
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files = get_files(config)
        env = config.theme.get_env()
        env.bytecode_cache = self._compiled
        files.add_files_from_theme(env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        listed = _digest(*sorted(file.src_uri for file in files))
        pages = [_page(file, config) for file in files.documentation_pages(inclusion=InclusionLevel.is_included)]
        expand = config.plugins.on_page_markdown
        for page in pages:
            self._read(page)
            text = self._expand(page, state, lambda text, page=page: expand(text, page=page, config=config, files=files))
            self._render(page, text, listed, config, files)
        env = config.plugins.on_env(env, config=config, files=files)
        around = _digest(_templates(), repr(sorted(config["extra"].items())), *_headings(nav))
        outputs = {page.file.dest_uri: self._output(page, around, config, nav, env, files) for page in pages}
        for page in pages:
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        static = [file for file in files if not file.is_documentation_page() and InclusionLevel.is_included(file.inclusion)]

        def finish() -> None:
            _build_theme_template("404.html", env, files, config, nav)

        return outputs, static, finish

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
        if not kept or kept[0] != key:
            try:
                kept = (key, expand(page.markdown or ""))
            except SystemExit as stopped:  # the plugin ends the process; here its reason is wanted
                raise BuildError(macro_problem(page.file.src_uri, source, stopped)) from stopped
            self._expanded[page.file.src_uri] = kept
        return kept[1]

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


def _templates() -> str:
    return _digest(*(path.read_text(encoding="utf-8") for path in sorted((ROOT / "overrides").rglob("*.html"))))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _put(site: Path, outputs: dict[str, str], static: list[File]) -> None:
    """Write what differs. A page appears whole: it is written beside its place and moved there."""
    for name, text in outputs.items():
        path = site / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}")
            beside.write_text(text, encoding="utf-8")
            beside.replace(path)
    for file in static:
        source, target = file.abs_src_path, site / file.dest_uri
        if source and not any(fnmatchcase(file.dest_uri, pattern) for pattern in UNUSED):
            stamp = Path(source).stat()
            if not target.exists() or (target.stat().st_size, target.stat().st_mtime) != (stamp.st_size, stamp.st_mtime):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(Path(source).read_bytes())
                os.utime(target, (stamp.st_atime, stamp.st_mtime))
    for path in site.rglob("*.html"):
        name = path.relative_to(site).as_posix()
        if name not in outputs and name != "404.html" and not name.startswith("pagefind/"):
            path.unlink()
