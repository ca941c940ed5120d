"""The pages of the videos: the list of all, and one page for each with player, chapters, transcript and credits."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from mkdocs.utils import get_relative_url

from guide.hours import tel_address
from quote_engine.drawing.markup import Html, join, tag
from site_build.guide_pages.page_foot import long_date
from site_build.video_pages.player import CSS, JS, To, chapters, screen, speeds
from site_build.videos import PLACE, THUMB, THUMB_HEIGHT, THUMB_WIDTH, Scene, Video
from video_studio.shelf.credit import FONT, FONT_LICENCE, VOICE, VOICE_LICENCE
from video_studio.shelf.manifest import VIDEO
from video_studio.shelf.transcript import clock

TITLE = "動画で見る"
_NUMBER = re.compile(r"(0\d{1,3}-\d{2,4}-\d{2,4})")
_LIST = {
    "title": TITLE,
    "description": "請求のしかたや決まりを、1本1〜3分の動画にしました。どれにも字幕と、絵と文の書き起こしがあります。",
    "yomi": "どうが びでお むーびー じまく おんせい えいぞう みる",
    "css": [CSS],
    "render_macros": False,
}


def video_pages(videos: Mapping[str, Video]) -> dict[str, str]:
    """Return every page as Markdown, by its file below ``docs/``. The list comes first."""
    pages = {f"{PLACE}/index.md": _written(_list_head(videos), _list(videos))}
    return pages | {f"{PLACE}/{video.name}.md": _written(_head(video), _page(video)) for video in videos.values()}


def _written(head: dict[str, Any], body: Iterable[Html]) -> str:
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
    return f"---\n{lines}---\n\n{tag('div', *body, class_='videos')}\n"


def _list_head(videos: Mapping[str, Video]) -> dict[str, Any]:
    return {**_LIST, **({"checked": min(video.checked for video in videos.values())} if videos else {})}


def _list(videos: Mapping[str, Video]) -> Iterable[Html]:
    to = _from(f"{PLACE}/")
    yield tag("h1", TITLE)
    yield tag("p", "1本、1分から3分です。音を出せない所では、字幕で見られます。通信の量が気になるときは、絵と文の書き起こしを読めます。", class_="lead")
    yield tag("ul", *(tag("li", _row(video, to)) for video in videos.values()), class_="video-list")


def _row(video: Video, to: To) -> Html:
    picture = tag("img", src=to(video.address(THUMB)), alt="", width=THUMB_WIDTH, height=THUMB_HEIGHT, loading="lazy", decoding="async")
    words = (tag("span", video.title, class_="t"), tag("span", video.description, class_="d"), tag("span", f"{clock(video.seconds)}、字幕つき", class_="d"))
    return tag("a", picture, tag("span", *words), href=to(video.page))


def _head(video: Video) -> dict[str, Any]:
    return {
        "title": f"動画：{video.title}",
        "description": video.description,
        "checked": video.checked,
        "sources": list(video.sources),
        "edition_notice": "foot",
        "css": [CSS],
        "js": [JS],
        "crumbs": [{"title": TITLE, "url": f"{PLACE}/"}],
        "render_macros": False,
    }


def _page(video: Video) -> Iterable[Html]:
    to = _from(video.page)
    yield tag("h1", video.title)
    yield tag("p", video.description, class_="lead")
    beside = tag("div", tag("h2", "章"), chapters(video, to), class_="beside-screen")
    yield tag("div", tag("div", screen(video, to), speeds()), beside, class_="video", data_video=True)
    keep = tag("a", f"動画を保存する（{_megabytes(video.bytes)}MB）", href=to(video.address(VIDEO)), download=f"{video.title}.mp4")
    yield tag("p", f"長さ{clock(video.seconds)}。{long_date(video.checked)}に資料と照らしました。", keep, class_="about-video")
    yield tag("h2", "書き起こし", id="transcript")
    yield tag("details", tag("summary", "場面ごとの絵と、話していることを読む"), *(_scene(scene, video, to) for scene in video.scenes), class_="transcript")
    yield tag("h2", "声と文字", id="credits")
    yield tag("ul", _credit(VOICE, VOICE_LICENCE), _credit(FONT, FONT_LICENCE))


def _scene(scene: Scene, video: Video, to: To) -> Html:
    picture = tag("img", src=to(video.address(scene.still)), alt="", width="1280", height="720", loading="lazy", decoding="async")
    return tag(
        "section",
        tag("h3", scene.title, tag("span", f"（{clock(scene.start)}）", class_="small")),
        tag("figure", picture, tag("figcaption", f"画面：{scene.visual}")),
        tag("div", tag("ul", *(tag("li", bullet) for bullet in scene.bullets)) if scene.bullets else None, tag("p", _callable(scene.spoken))),
    )


def _callable(spoken: str) -> Html:
    """The words with their telephone numbers to be pressed."""
    words = _NUMBER.split(spoken)
    return join(tag("a", word, class_="num", href=tel_address(word)) if place % 2 else word for place, word in enumerate(words))


def _credit(words: str, licence: str) -> Html:
    return tag("li", join((words, " ", tag("a", "使用条件", href=licence))))


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.1f}"


def _from(page: str) -> To:
    """Links from that page, so that the site may lie in a subfolder."""
    return lambda address: get_relative_url(address, page)
