"""How far what was heard is what was meant, sound by sound."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from video_studio.shelf.manifest import FOLDER, READINGS, read_manifest

LEAST = 90
"""Percent of agreement under which a sentence is told."""
_SAME = str.maketrans("ヲヅヂ", "オズジ")
_SILENT = re.compile(r"[^ァ-ヺー]")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a rendered voice: its scene, its seconds in the film, its words, the kana that were spoken."""

    scene: str
    start: float
    end: float
    text: str
    kana: str


def lines_of(video: Path) -> list[Line]:
    """Return the sentences of the video in the folder ``video``; raises ``ValueError`` where its files don't fit together."""
    manifest = read_manifest(video)
    if manifest is None:
        raise ValueError(f"{video.name} はまだ作られていません。")
    sentences = [(scene["id"], sentence) for scene in manifest["scenes"] for sentence in scene["sentences"]]
    spoken = [line.strip() for line in (video / FOLDER / READINGS).read_text(encoding="utf-8").splitlines() if line.startswith(" ")]
    if len(spoken) != len(sentences):
        raise ValueError(f"{video.name} の readings.txt が、動画と合いません。make videos で作り直してください。")
    return [Line(scene, each["start"], each["end"], each["text"], kana) for (scene, each), kana in zip(sentences, spoken, strict=True)]


def agreement(meant: str, heard: str) -> int:
    """Return the percent of sounds that two readings in katakana share in their order; pauses count for nothing."""
    first, second = (_SILENT.sub("", kana).translate(_SAME) for kana in (meant, heard))
    return int(100 * SequenceMatcher(None, first, second, autojunk=False).ratio())
