"""Recipes: everything that decides what a rendered video looks and sounds like, as hashes that can be compared.

Tool versions are not among them: a new browser must not make every committed video stale.
"""

import hashlib
import json
from typing import Any

from video_studio.film.stage import stage_hash
from video_studio.script.readings import Words, words_in
from video_studio.script.scene import Scene, Sentence, Storyboard

PIPELINE = 1
"""Raise it when timing, sound or encoding change in a way that every video should follow."""

Recipe = dict[str, Any]


def recipe(storyboard: Storyboard, words: Words) -> Recipe:
    """Return the recipe of a video: {pipeline, stage, title, voice, readings, words, figures, scenes: {id: hash}}."""
    texts = [sentence.spoken for scene in storyboard.scenes for sentence in scene.sentences]
    return {
        "pipeline": PIPELINE,
        "stage": stage_hash(),
        "title": storyboard.title,
        "voice": storyboard.voice,
        "readings": dict(sorted(storyboard.readings.items())),
        "words": words_in(words, texts),
        "poster": storyboard.poster,
        "figures": storyboard.used,
        "scenes": {scene.id: digest(_scene(scene)) for scene in storyboard.scenes},
    }


def stale(now: Recipe, then: Recipe) -> list[str]:
    """Return in Japanese why a video made after ``then`` no longer is what ``now`` asks for."""
    found = []
    before = then.get("figures", {})
    for name, value in now["figures"].items():
        if name in before and before[name] != value:
            found.append(f"数字 {{{name}}} が {before[name]} から {value} に変わりました。")
    scenes = then.get("scenes", {})
    changed = [id_ for id_, hashed in now["scenes"].items() if id_ in scenes and scenes[id_] != hashed]
    if changed:
        found.append(f"場面 {'、'.join(changed)} の文か絵が変わりました。")
    if list(now["scenes"]) != list(scenes):
        found.append("場面の並びが変わりました。")
    for key, label in (("title", "題"), ("voice", "声"), ("readings", "読み方"), ("words", "読み方の辞書"), ("poster", "表紙"),
                       ("stage", "画面の作り（色、字、動き）"), ("pipeline", "動画の作り方")):  # fmt: skip
        if now[key] != then.get(key):
            found.append(f"{label}が変わりました。")
    return found


def digest(value: object) -> str:
    """Return a short hash of anything that JSON can say."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _scene(scene: Scene) -> dict[str, Any]:
    return {
        "title": scene.title,
        "visual": scene.visual,
        "drawing": scene.drawing.text if scene.drawing else None,
        "bullets": scene.bullets,
        "sample": scene.sample,
        "sentences": [_sentence(sentence) for sentence in scene.sentences],
    }


def _sentence(sentence: Sentence) -> list[object]:
    audio = hashlib.sha256(sentence.audio.read_bytes()).hexdigest() if sentence.audio else None
    pause = None if sentence.pause is None else str(sentence.pause)
    return [sentence.say, sentence.spoken, sentence.caption, sentence.bullet, sentence.show, sentence.hide, sentence.zoom,
            sentence.point, audio, pause]  # fmt: skip
