"""Loudness: narration at -16 LUFS whose true peak stays below -1.5 dBTP after AAC."""

import re
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from video_studio import SAMPLES, StudioError
from video_studio.film.encoder import EXACT, run
from video_studio.shelf.manifest import FOLDER, LOUDNESS, PEAK, TOLERANCE, VIDEO

LIMIT = -3.0
"""AAC overshoots by about a decibel and a half, so the limiter starts here; it goes lower where that is not enough."""
TRIES = 5


@dataclass(frozen=True, slots=True)
class Loudness:
    """Integrated loudness in LUFS and true peak in dBTP."""

    integrated: float
    peak: float


def measure(path: Path) -> Loudness:
    """Measure a file by EBU R 128."""
    said = run("-i", str(path), "-vn", "-af", "ebur128=peak=true:framelog=quiet", "-f", "null", "-")
    whole = re.findall(r"I:\s+(-?[0-9.]+) LUFS", said)
    peak = re.findall(r"Peak:\s+(-?[0-9.]+) dBFS", said)
    if not whole or not peak:
        raise StudioError("音の大きさを測れません。")
    return Loudness(float(whole[-1]), float(peak[-1]))


def master(narration: Path, target: Path) -> Loudness:
    """Write ``narration`` (WAV) as AAC at the wanted loudness; return what was measured after encoding."""
    gain, limit = LOUDNESS - measure(narration).integrated, LIMIT
    for _ in range(TRIES):
        # The limiter works at four times the rate, where peaks between samples can be seen.
        chain = f"volume={gain:.2f}dB,aresample={4 * SAMPLES},alimiter=limit={limit:.2f}dB:level=0:attack=5:release=80:latency=1,aresample={SAMPLES}"
        run("-v", "error", "-i", str(narration), "-af", chain, "-c:a", "aac", "-b:a", "64k", "-ac", "1", *EXACT, str(target))
        found = measure(target)
        off = LOUDNESS - found.integrated
        if abs(off) <= 0.3 and found.peak <= PEAK - 0.1:
            return found
        gain += off if abs(off) > 0.3 else 0
        limit -= max(0.3, found.peak - PEAK + 0.2) if found.peak > PEAK - 0.1 else 0
    raise StudioError(f"音の大きさを合わせられません（{found.integrated} LUFS、{found.peak} dBTP）。")


def decoded(folder: Path) -> list[str]:
    """Decode the rendered film of ``folder`` once more; return in Japanese what is wrong with picture or sound."""
    path = folder / FOLDER / VIDEO
    try:
        said = run("-v", "error", "-xerror", "-i", str(path), "-f", "null", "-")
        found = measure(path)
    except StudioError as error:
        return [f"{VIDEO} を再生できません。{error}"]
    wrong = [f"{VIDEO} に誤りがあります。{said[:200]}"] if said.strip() else []
    if abs(found.integrated - LOUDNESS) > TOLERANCE or found.peak > PEAK:
        wrong.append(f"音が {found.integrated} LUFS、{found.peak} dBTP です。")
    return wrong


def write_wave(sound: np.ndarray[tuple[int], np.dtype[np.float32]], target: Path) -> None:
    """Write ``sound`` as 16-bit WAV; what is too loud is scaled, not cut."""
    scale = min(1.0, 0.98 / max(float(np.abs(sound).max(initial=0)), 1e-6))
    with wave.open(str(target), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLES)
        file.writeframes((sound * scale * 32767).astype("<i2").tobytes())
