"""The player of a video: nothing is fetched before play but the picture; chapters are links until a script makes them buttons."""

from collections.abc import Callable

from quote_engine.drawing.markup import Html, tag
from site_build.videos import Video
from video_studio.shelf.manifest import CAPTIONS, CHAPTERS, VIDEO
from video_studio.shelf.transcript import clock

SPEEDS = (("0.75", "0.75倍"), ("1", "ふつう"), ("1.25", "1.25倍"), ("1.5", "1.5倍"))
CSS, JS = "video.css", "site/video.js"
TYPE = "video/mp4"

To = Callable[[str], str]
"""Makes an address of the site a link from the page at hand."""


def embed(video: Video, to: To) -> Html:
    """Return the player for a page on the video's subject: chapters and speed are folded, the rest is on the video's own page."""
    parts = tag("details", tag("summary", "章と速さをえらぶ"), chapters(video, to), speeds(), class_="video-parts")
    more = tag("a", "章ごとの絵と文を読む", href=to(video.page))
    caption = tag("figcaption", tag("b", f"動画：{video.title}"), tag("span", f"{clock(video.seconds)}、字幕つき。", more, class_="small"))
    return tag("figure", caption, screen(video, to), parts, class_="video embed", data_video=True, data_pagefind_ignore=True)


def screen(video: Video, to: To) -> Html:
    """Return the video element.

    Its captions are not marked ``default``: a browser fetches a default track at once, even when nothing may be preloaded.
    The script shows them when the video starts.
    """
    file = to(video.address(VIDEO))
    return tag(
        "video",
        tag("source", src=file, type=TYPE),
        tag("track", kind="captions", srclang="ja", label="日本語の字幕", src=to(video.address(CAPTIONS))),
        tag("track", kind="chapters", srclang="ja", label="章", src=to(video.address(CHAPTERS))),
        tag("a", "動画を開く", href=file),
        controls=True, preload="none", playsinline=True, width="1280", height="720",
        poster=to(video.address(video.still)), aria_label=f"動画：{video.title}（{clock(video.seconds)}）",
    )  # fmt: skip


def chapters(video: Video, to: To) -> Html:
    """Return the chapters, each a link into the file at its second."""
    file = to(video.address(VIDEO))
    rows = (
        tag("li", tag("a", tag("span", _time(scene.start), class_="num"), tag("span", scene.title), href=f"{file}#t={scene.start:g}", data_time=f"{scene.start:g}"))
        for scene in video.scenes
    )
    return tag("ol", *rows, class_="chapters", aria_label="章")


def speeds() -> Html:
    """Return the choice of speed, which only a script can offer."""
    buttons = (tag("button", words, type="button", data_speed=speed, aria_pressed="true" if speed == "1" else "false") for speed, words in SPEEDS)
    only_here = tag("noscript", tag("p", "字幕は、再生の画面の「CC」（字幕の印）で出せます。", class_="small"))
    return tag("div", tag("div", *buttons, class_="speeds", role="group", aria_label="再生の速さ", data_pagefind_ignore=True, hidden=True), only_here)


def _time(seconds: float) -> str:
    """1:05."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
