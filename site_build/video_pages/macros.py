"""The macro that puts a video into a page: ``{{ video("photos") }}``."""

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from quote_engine.drawing.markup import Html
from site_build.sources import Sources
from site_build.video_pages.player import CSS, JS, embed
from site_build.videos import video_named


def video(sources: Sources, page: Page, name: str) -> Html:
    """A player for one of the videos; the page gets its style and script."""
    found = video_named(sources.videos, name, sources.video_folder)
    for key, file in (("css", CSS), ("js", JS)):
        page.meta[key] = [*(each for each in page.meta.get(key) or [] if each != file), file]
    return embed(found, lambda address: get_relative_url(address, page.url))


PAGE_MACROS = (video,)
