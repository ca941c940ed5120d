"""One scene, rendered: its sound, its segment of film and its still, each from the cache where nothing changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from video_studio import CACHE, StudioError
from video_studio.film.camera import Camera, browser
from video_studio.film.encoder import CRF, X264, encode_segment, ffmpeg
from video_studio.film.recipe import PIPELINE, digest
from video_studio.film.speech import Sound, speak
from video_studio.film.stage import scene_page
from video_studio.film.timeline import PER_FRAME, Timeline, timeline
from video_studio.film.versions import picture_version
from video_studio.script.readings import Words
from video_studio.script.scene import Scene


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker needs to render one scene of one video."""

    video: str
    scene: Scene
    number: int
    of: int
    voice: dict[str, str]
    readings: dict[str, str]
    words: Words


@dataclass(frozen=True, slots=True)
class Made:
    """A rendered scene: files in the cache, and when each of its sentences starts and ends (frames)."""

    segment: Path
    still: Path
    sound: Path
    kana: list[str]
    spans: list[tuple[int, int]]
    frames: int
    fresh: bool
    """Whether anything had to be painted."""


_camera: list[Camera] = []


def film(job: Job) -> Made:
    """Render one scene. A worker keeps its browser for the next."""
    spoken = [speak(sentence, job.voice, job.readings, job.words) for sentence in job.scene.sentences]
    line = timeline([len(each.sound) for each in spoken], [sentence.pause for sentence in job.scene.sentences])
    html = scene_page(job.scene, job.number, job.of)
    key = digest([PIPELINE, html, line.frames, [(s.start, s.end) for s in line.spans], CRF, X264, picture_version(browser(), ffmpeg())])
    folder = CACHE / "scenes"
    folder.mkdir(parents=True, exist_ok=True)
    segment, still, sound = folder / f"{key}.mp4", folder / f"{key}.png", folder / f"{key}.npy"
    fresh = not (segment.exists() and still.exists())
    if fresh:
        if not _camera:
            _camera.append(Camera().__enter__())
        _paint(job, html, line, segment, still)
    np.save(sound, _laid(line, [each.sound for each in spoken]))
    return Made(segment, still, sound, [each.kana for each in spoken], [(s.start, s.end) for s in line.spans], line.frames, fresh)


def _paint(job: Job, html: str, line: Timeline, segment: Path, still: Path) -> None:
    camera = _camera[0]
    faults = camera.load(html)
    if faults:
        raise StudioError(f"videos/{job.video}：場面「{job.scene.id}」 " + "\n　".join(faults))
    camera.still().save(still)

    def pictures() -> Iterator[tuple[bytes, int]]:
        for picture in line.pictures():
            yield camera.shoot(picture.sentence, picture.moved, picture.there), picture.frames

    encode_segment(pictures(), segment)


def _laid(line: Timeline, sounds: list[Sound]) -> Sound:
    whole = np.zeros(line.frames * PER_FRAME, dtype=np.float32)
    for span, sound in zip(line.spans, sounds, strict=True):
        at = span.start * PER_FRAME
        whole[at : at + len(sound)] = sound
    return whole


def close() -> None:
    """Close the browser of this process."""
    while _camera:
        _camera.pop().__exit__(None, None, None)
