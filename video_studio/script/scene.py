"""What a storyboard comes to: a video of scenes, a scene of sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from rulebook.sheets.problem import Place
from video_studio.script.drawing import Drawing


@dataclass(slots=True)
class Sentence:
    """One sentence: what is shown, spoken and captioned, and what the picture does meanwhile."""

    say: str
    spoken: str
    caption: str
    bullet: int | None
    show: list[str]
    hide: list[str]
    zoom: str | None
    point: str | None
    audio: Path | None
    pause: Decimal | None
    place: Place


@dataclass(slots=True)
class Scene:
    """One scene, a chapter of the video."""

    id: str
    title: str
    visual: str
    drawing: Drawing | None
    bullets: list[str]
    sentences: list[Sentence]
    sample: bool
    """Whether a premium in it rests on sample rates; the picture then says so."""
    place: Place


@dataclass(slots=True)
class Storyboard:
    """One video. ``used`` holds every figure that it shows, by name."""

    name: str
    folder: Path
    title: str
    description: str
    order: int
    reviewed: Mapping[str, str]
    sources: list[Mapping[str, str]]
    voice: dict[str, str]
    readings: dict[str, str]
    poster: str
    scenes: list[Scene] = field(default_factory=list)
    used: dict[str, str] = field(default_factory=dict)
