"""Production: stale videos out of their scenes, in parallel over the cores there are."""

import atexit
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import budoux
import numpy as np
from PIL import Image

from video_studio import CACHE, RATE, StudioError
from video_studio.film.encoder import join
from video_studio.film.loudness import Loudness, master, write_wave
from video_studio.film.recipe import Recipe
from video_studio.film.scene_job import Job, Made, close, film
from video_studio.script.caption import cues
from video_studio.script.limits import LONGEST, SCENE_SECONDS, SHORTEST
from video_studio.script.readings import Words
from video_studio.script.scene import Storyboard
from video_studio.shelf.manifest import (
    CAPTIONS,
    CHAPTERS,
    FOLDER,
    LARGEST,
    POSTER,
    READINGS,
    TRANSCRIPT,
    VIDEO,
    Manifest,
    still_name,
    write_manifest,
)
from video_studio.shelf.transcript import transcript
from video_studio.shelf.webvtt import Cue, write_vtt

Progress = Callable[[str, bool], None]


def produce(orders: list[tuple[Storyboard, Recipe]], words: Words, progress: Progress) -> list[str]:
    """Render every ordered video; return what went wrong. ``progress`` hears of each scene and each video."""
    jobs = {storyboard.name: _jobs(storyboard, words) for storyboard, _ in orders}
    made: dict[str, dict[int, Made]] = {name: {} for name in jobs}
    wrong: list[str] = []
    count = sum(len(each) for each in jobs.values())
    workers = max(1, min(os.cpu_count() or 1, count))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_worker) as pool:
        waiting = {pool.submit(film, job): job for each in jobs.values() for job in each}
        for future in as_completed(waiting):
            job = waiting[future]
            try:
                made[job.video][job.number] = future.result()
            except StudioError as error:
                wrong.append(str(error))
            progress(f"{job.video} {job.scene.id}", True)
    for storyboard, wanted in orders:
        scenes = made[storyboard.name]
        if len(scenes) == len(storyboard.scenes):
            try:
                _assemble(storyboard, wanted, [scenes[number] for number in sorted(scenes)])
            except StudioError as error:
                wrong.append(f"videos/{storyboard.name}：{error}")
        progress(storyboard.name, False)
    return wrong


def _jobs(storyboard: Storyboard, words: Words) -> list[Job]:
    count = len(storyboard.scenes)
    return [
        Job(storyboard.name, scene, number, count, storyboard.voice, storyboard.readings, words)
        for number, scene in enumerate(storyboard.scenes)
    ]


def _worker() -> None:
    atexit.register(close)
    # The speech engine reports on standard output while it loads; only the progress bar belongs there.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    with suppress(OSError):
        os.nice(5)


def _assemble(storyboard: Storyboard, wanted: Recipe, scenes: list[Made]) -> None:
    """Write every file of one video, first beside the old ones, then in their place."""
    work = CACHE / "work" / storyboard.name
    shutil.rmtree(work, ignore_errors=True)
    (work / FOLDER).mkdir(parents=True)
    rendered = work / FOLDER
    narration, sound = work / "narration.wav", work / "narration.m4a"
    write_wave(np.concatenate([np.load(scene.sound) for scene in scenes]), narration)
    loudness = master(narration, sound)
    join([scene.segment for scene in scenes], sound, rendered / VIDEO)
    manifest = _manifest(storyboard, wanted, scenes, loudness)
    _check_lengths(storyboard, manifest, rendered / VIDEO)
    (rendered / CAPTIONS).write_text(write_vtt(_captions(storyboard, manifest)), encoding="utf-8")
    chapters = [Cue(_ms(each["start"]), _ms(each["end"]), [scene.title]) for scene, each in zip(storyboard.scenes, manifest["scenes"], strict=True)]
    (rendered / CHAPTERS).write_text(write_vtt(chapters), encoding="utf-8")
    for scene, each in zip(storyboard.scenes, scenes, strict=True):
        with Image.open(each.still) as picture:
            picture.save(rendered / still_name(scene.id), lossless=True, method=6)
            if scene.id == storyboard.poster:
                picture.save(rendered / POSTER, quality=88, optimize=True)
    (rendered / TRANSCRIPT).write_text(transcript(storyboard, manifest), encoding="utf-8")
    (rendered / READINGS).write_text(_readings(storyboard, scenes), encoding="utf-8")
    write_manifest(work, manifest)
    shutil.rmtree(storyboard.folder / FOLDER, ignore_errors=True)
    shutil.copytree(rendered, storyboard.folder / FOLDER)


def _manifest(storyboard: Storyboard, wanted: Recipe, scenes: list[Made], loudness: Loudness) -> Manifest:
    at, entries = 0, []
    for scene, made in zip(storyboard.scenes, scenes, strict=True):
        sentences = [
            {"start": _seconds(at + start), "end": _seconds(at + end), "text": sentence.say}
            for sentence, (start, end) in zip(scene.sentences, made.spans, strict=True)
        ]
        entries.append({"id": scene.id, "start": _seconds(at), "end": _seconds(at + made.frames), "sentences": sentences})
        at += made.frames
    found: dict[str, Any] = {"video": storyboard.name, "seconds": _seconds(at)}
    found["loudness"] = {"integrated": loudness.integrated, "true_peak": loudness.peak}
    return found | {"recipe": wanted, "scenes": entries}


def _check_lengths(storyboard: Storyboard, manifest: Manifest, video: Path) -> None:
    for scene, made in zip(storyboard.scenes, manifest["scenes"], strict=True):
        length = made["end"] - made["start"]
        if length > SCENE_SECONDS:
            raise StudioError(f"場面「{scene.id}」が {length:.1f}秒あります。{SCENE_SECONDS}秒までにしてください。")
    if not SHORTEST <= manifest["seconds"] <= LONGEST:
        raise StudioError(f"長さが {manifest['seconds']:.0f}秒です。{SHORTEST}秒から{LONGEST}秒にしてください。")
    if video.stat().st_size > LARGEST:
        raise StudioError(f"動画が {video.stat().st_size / 1e6:.1f}MB あります。{LARGEST / 1e6:.0f}MB までにしてください。")


def _captions(storyboard: Storyboard, manifest: Manifest) -> list[Cue]:
    """Return the captions: a cue stands until the next sentence or shortly after its own; parts share it by length."""
    parser = budoux.load_default_japanese_parser()
    found: list[Cue] = []
    for scene, made in zip(storyboard.scenes, manifest["scenes"], strict=True):
        for index, (sentence, times) in enumerate(zip(scene.sentences, made["sentences"], strict=True)):
            after = made["sentences"][index + 1]["start"] if index + 1 < len(scene.sentences) else made["end"]
            start, end = _ms(times["start"]), min(_ms(after), _ms(times["end"]) + 300)
            parts = cues(sentence.caption, parser.parse(sentence.caption)) or []
            lengths = [sum(len(line) for line in part) for part in parts]
            for number, part in enumerate(parts):
                first = start + (_ms(times["end"]) - start) * sum(lengths[:number]) // sum(lengths)
                last = start + (_ms(times["end"]) - start) * sum(lengths[: number + 1]) // sum(lengths)
                found.append(Cue(first, end if number == len(parts) - 1 else last, part))
    return found


def _readings(storyboard: Storyboard, scenes: list[Made]) -> str:
    """Return what will be spoken, sentence by sentence, for a person to read before publishing."""
    parts = []
    for scene, made in zip(storyboard.scenes, scenes, strict=True):
        lines = [f"{sentence.say}\n    {kana}" for sentence, kana in zip(scene.sentences, made.kana, strict=True)]
        parts.append(f"[{scene.id}]\n" + "\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _seconds(frames: int) -> float:
    return round(frames / RATE, 3)


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
