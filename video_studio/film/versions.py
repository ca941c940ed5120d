"""Versions of what renders. They are part of the caches' keys, never of what CI compares."""

import json
import os
import subprocess
from functools import cache
from importlib.metadata import version
from pathlib import Path

from video_studio import ROOT

FONT = Path(os.environ.get("VIDEO_FONT") or ROOT / "node_modules" / "@fontsource" / "biz-udpgothic")
"""The font's npm package; VIDEO_FONT may name another place."""


@cache
def speech_version() -> str:
    """The voice: engine and dictionaries."""
    return " ".join(f"{name} {version(name)}" for name in ("pyopenjtalk-plus", "sudachidict-core", "numpy"))


@cache
def picture_version(browser: str, encoder: str) -> str:
    """Browser, encoder and font; ``browser`` and ``encoder`` are paths."""
    shown = subprocess.run([browser, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    built = subprocess.run([encoder, "-version"], capture_output=True, text=True, check=False).stdout.split("\n", 1)[0]
    return f"{shown} · {built} · BIZ UDPGothic {font_version()}"


def font_version() -> str:
    """The version of the font's npm package."""
    return str(json.loads((FONT / "package.json").read_text(encoding="utf-8"))["version"])
