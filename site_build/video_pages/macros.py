"""The macro that puts a video into a page: ``{{ video("photos") }}``."""

from collections.abc import Callable
from typing import Any

from mkdocs.utils import get_relative_url

from site_build.video_pages.player import CSS, JS, embed
from site_build.video_pages.videos import video_named


def video_macros(env: Any) -> list[Callable[..., str]]:
    """Return the macro; it knows from ``env`` which page it stands on, and gives that page style and script."""

    def video(name: str) -> str:
        """A player for one of the videos."""
        page = env.page
        found = video_named(name)
        for key, file in (("css", CSS), ("js", JS)):
            page.meta[key] = [*(each for each in page.meta.get(key) or [] if each != file), file]
        return embed(found, lambda address: get_relative_url(address, page.url))

    return [video]
