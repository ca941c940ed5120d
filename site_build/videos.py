"""The finished videos of ``videos/``: what the site shows of each, read from its rendered files and the head of its storyboard."""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from rulebook.shapes.shape import near
from rulebook.sheets.placed import read_file
from rulebook.sheets.problem import BrokenData, Report
from site_build import ROOT, BuildError
from video_studio.script.declared import STORYBOARD
from video_studio.shelf.manifest import (
    CAPTIONS,
    CHAPTERS,
    FOLDER,
    POSTER,
    TRANSCRIPT,
    VIDEO,
    Manifest,
    read_manifest,
    still_name,
)
from video_studio.shelf.shelf import folders
from video_studio.shelf.webvtt import read_vtt

VIDEOS = ROOT / "videos"
PLACE = "videos"
"""The folder of the site with the pages and files of the videos."""
THUMB_WIDTH, THUMB_HEIGHT = 640, 360
THUMB = f"thumb-{THUMB_WIDTH}.webp"
"""A small poster for the list of all videos; its name changes with its size."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene as it was rendered: its second in the video, the words for its picture, the words on it, the words spoken."""

    title: str
    start: float
    still: str
    visual: str
    bullets: tuple[str, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class Video:
    """One video. ``still`` is the picture before it plays; ``sources`` read as in the head of a page."""

    name: str
    folder: Path
    title: str
    description: str
    order: int
    checked: str
    sources: tuple[str, ...]
    seconds: float
    bytes: int
    version: str
    still: str
    scenes: tuple[Scene, ...]

    @property
    def page(self) -> str:
        """The address of its page below the site's root."""
        return f"{PLACE}/{self.name}/"

    def address(self, file: str) -> str:
        """Return the address of one of its files. It changes with their content, so that a browser may keep them for ever."""
        return f"{self.page}{self.version}/{file}"


def read_videos(root: Path) -> dict[str, Video]:
    """Return every video below ``root`` that has been rendered, in the order of the list.

    Raises ``BrokenData`` for heads of storyboards with mistakes and ``BuildError`` for rendered files that do not fit together.
    """
    report = Report()
    found = [video for folder in folders(root) if (video := _video(folder, root, report))]
    if report.problems:
        raise BrokenData(sorted(report.problems), root)
    return {video.name: video for video in sorted(found, key=lambda each: (each.order, each.name))}


def video_named(found: Mapping[str, Video], name: str, root: Path = VIDEOS) -> Video:
    """Return one of the videos ``found`` below ``root``; a ``BuildError`` tells whether it is unknown or only not rendered yet."""
    if name in found:
        return found[name]
    if (root / name / "storyboard.yml").is_file():
        raise BuildError(f"動画「{name}」は、まだ作られていません。make videos を動かしてください。")
    raise BuildError(f"「{name}」という動画はありません。{near(name, found)}")


def copy_videos(site: Path, videos: Mapping[str, Video]) -> None:
    """Put the files that pages name beside the pages of the videos."""
    for video in videos.values():
        target = site / PLACE / video.name / video.version
        if (target / THUMB).exists():  # the folder is named after its content, and the small poster comes last
            continue
        target.mkdir(parents=True, exist_ok=True)
        for file in (VIDEO, CAPTIONS, CHAPTERS, *(scene.still for scene in video.scenes)):
            (target / file).write_bytes((video.folder / FOLDER / file).read_bytes())
        (target / THUMB).write_bytes(_thumb(video.folder / FOLDER / POSTER))


def _video(folder: Path, root: Path, report: Report) -> Video | None:
    manifest = read_manifest(folder)
    node = read_file(folder / "storyboard.yml", root, report) if manifest and (folder / "storyboard.yml").is_file() else None
    head = None if node is None else STORYBOARD.read(node, report)
    if manifest is None or head is None or report.problems:
        return None
    try:
        scenes = _scenes(folder / FOLDER, manifest)
        recipe = manifest["recipe"]
        return Video(
            folder.name, folder, recipe["title"], head["description"], head["order"], head["reviewed"]["date"],
            tuple(f"{each['document']} {each['page'] or ''}".strip() for each in head["sources"]),
            manifest["seconds"], manifest["files"][VIDEO]["bytes"], _version(manifest["files"]), still_name(recipe["poster"]), scenes,
        )  # fmt: skip
    except (OSError, KeyError, ValueError) as error:
        raise BuildError(f"videos/{folder.name}/{FOLDER}/ のファイルがそろっていません（{error}）。make videos を動かしてください。") from error


def _scenes(rendered: Path, manifest: Manifest) -> tuple[Scene, ...]:
    """The page tells what the film says, so it reads the rendered files: the storyboard may be ahead of them."""
    chapters = read_vtt((rendered / CHAPTERS).read_text(encoding="utf-8")) or []
    pictures = [_picture(part) for part in (rendered / TRANSCRIPT).read_text(encoding="utf-8").split("\n## ")[1:]]
    return tuple(
        Scene("".join(chapter.lines), made["start"], still_name(made["id"]), visual, bullets, "".join(each["text"] for each in made["sentences"]))
        for made, chapter, (visual, bullets) in zip(manifest["scenes"], chapters, pictures, strict=True)
    )


def _picture(part: str) -> tuple[str, tuple[str, ...]]:
    """Heading, still, picture in words, words on screen if any, narration: the parts of a scene in a transcript."""
    _, _, visual, more, *_ = part.split("\n\n")
    bullets = more.splitlines() if more.startswith("- ") else []
    return visual.removeprefix("画面："), tuple(line.removeprefix("- ") for line in bullets)


def _version(files: Mapping[str, Any]) -> str:
    return hashlib.sha256("".join(files[name]["sha256"] for name in sorted(files)).encode()).hexdigest()[:12]


def _thumb(poster: Path) -> bytes:
    small = io.BytesIO()
    with Image.open(poster) as picture:
        picture.resize((THUMB_WIDTH, THUMB_HEIGHT), Image.Resampling.LANCZOS).save(small, "WEBP", quality=72, method=6)
    return small.getvalue()
