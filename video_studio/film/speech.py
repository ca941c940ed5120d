"""Speech: sentences as sound, spoken by the synthetic voice or by a person whose recording stands in its place."""

import hashlib
import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import rmtree
from typing import Any, TypeAlias

import numpy as np

from video_studio import CACHE, SAMPLES, StudioError
from video_studio.film.encoder import ffmpeg
from video_studio.film.versions import speech_version
from video_studio.script.readings import Words, dictionary_rows, spoken, words_in
from video_studio.script.scene import Sentence

Sound: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.float32]]"
LEVEL = 0.1
"""Every sentence is brought to this level (-20 dBFS while speaking), so that a recording is as loud as the voice."""
QUIET = 0.01
EDGE = SAMPLES // 50


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence as sound, and the kana that were spoken."""

    sound: Sound
    kana: str


def speak(sentence: Sentence, voice: Mapping[str, str], readings: Mapping[str, str], words: Words) -> Spoken:
    """Return the sound of ``sentence``, from the cache where nothing changed."""
    if sentence.audio is not None:
        return Spoken(_levelled(_trimmed(_recording(sentence.audio))), f"（録音 {sentence.audio.name}）")
    text = spoken(sentence.spoken, readings)
    # A word that does not occur changes nothing, so the key leaves it out and a new word renders no other sentence again.
    heard = dictionary_rows(words_in(words, [text]))
    key = hashlib.sha256(json.dumps([speech_version(), dict(voice), text, heard]).encode()).hexdigest()[:32]
    sound_file, kana_file = CACHE / "speech" / f"{key}.npy", CACHE / "speech" / f"{key}.txt"
    if not kana_file.exists():
        engine = _engine(tuple(dictionary_rows(words)))
        wave, rate = engine.tts(text, speed=float(voice["speed"]), half_tone=float(voice["half_tone"]))
        if rate != SAMPLES:
            raise StudioError(f"声の標本の速さが {rate} です。{SAMPLES} のはずです。")
        sound_file.parent.mkdir(parents=True, exist_ok=True)
        # The voice may go past the 16-bit range, so it is scaled as real numbers and never cast.
        np.save(sound_file, _levelled(_trimmed(np.asarray(wave, dtype=np.float32) / 32768)))
        kana_file.write_text(engine.g2p(text, kana=True), encoding="utf-8")
    return Spoken(np.load(sound_file), kana_file.read_text(encoding="utf-8"))


@cache
def _engine(rows: tuple[str, ...]) -> Any:
    """The speech engine with the studio's dictionary. It talks on standard output when it is loaded."""
    import pyopenjtalk  # noqa: PLC0415

    if rows:
        folder = CACHE / "speech" / str(os.getpid())
        folder.mkdir(parents=True, exist_ok=True)
        source, built = folder / "words.csv", folder / "words.dic"
        source.write_text("\n".join(rows) + "\n", encoding="utf-8")
        pyopenjtalk.mecab_dict_index(str(source), str(built))
        pyopenjtalk.update_global_jtalk_with_user_dict(str(built))
        rmtree(folder)
    return pyopenjtalk


def _recording(path: Path) -> Sound:
    command = [ffmpeg(), "-nostdin", "-v", "error", "-i", str(path), "-f", "f32le", "-ac", "1", "-ar", str(SAMPLES), "-"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode or not done.stdout:
        raise StudioError(f"録音 {path} を読めません。")
    return np.frombuffer(done.stdout, dtype=np.float32)


def _trimmed(sound: Sound) -> Sound:
    """Return the sound without the silence at its ends; a little is left, so that no consonant is cut."""
    loud = np.flatnonzero(np.abs(sound) > QUIET * max(float(np.abs(sound).max(initial=0)), 1e-6))
    if not loud.size:
        raise StudioError("音のない文があります。")
    return sound[max(0, int(loud[0]) - EDGE) : int(loud[-1]) + EDGE]


def _levelled(sound: Sound) -> Sound:
    """Return the sound at the level of all sentences, measured only where somebody speaks."""
    block = SAMPLES // 50
    blocks = sound[: len(sound) // block * block].reshape(-1, block)
    power = np.sqrt((blocks.astype(np.float64) ** 2).mean(axis=1)) if len(blocks) else np.array([1.0])
    speaking = power[power > power.max() * 0.1]
    return (sound * (LEVEL / float(np.sqrt((speaking**2).mean())))).astype(np.float32)
