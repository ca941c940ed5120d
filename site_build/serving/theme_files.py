"""The files of the theme. Looking for them among all its icons takes longer than a page, so they are found once."""

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from site_build import ROOT


class ThemeFiles:
    """Found once, and again when a file of our own comes to the theme or goes."""

    def __init__(self) -> None:
        """Start with nothing found."""
        self._own: list[str] = []
        self._found: list[File] = []

    def add_to(self, files: Files, env: jinja2.Environment, config: MkDocsConfig) -> None:
        """Add them to the ``files`` of one build."""
        own = sorted(str(path) for path in (ROOT / "overrides").rglob("*"))
        if own != self._own:
            before = set(files.src_uris)
            files.add_files_from_theme(env, config)
            self._own, self._found = own, [file for uri, file in files.src_uris.items() if uri not in before]
            return
        for file in self._found:
            if file.src_uri not in files.src_uris and file.src_dir:
                files.append(File(file.src_uri, file.src_dir, config.site_dir, config.use_directory_urls))
