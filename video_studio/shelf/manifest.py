"""Manifests: what was rendered from which recipe, with everything a page or a check needs to know of it."""

import hashlib
import json
from pathlib import Path
from typing import Any

FOLDER = "rendered"
NAME = "manifest.json"
VIDEO, CAPTIONS, CHAPTERS = "video.mp4", "captions.ja.vtt", "chapters.ja.vtt"
POSTER, TRANSCRIPT, READINGS = "poster.jpg", "transcript.md", "readings.txt"
FILES = (VIDEO, CAPTIONS, CHAPTERS, POSTER, TRANSCRIPT, READINGS)

LOUDNESS, TOLERANCE, PEAK = -16.0, 1.0, -1.5
"""LUFS, and dBTP that the true peak may not pass."""
LARGEST, LARGEST_ALL = 4_000_000, 30_000_000
"""Bytes of one MP4, and of everything rendered."""

Manifest = dict[str, Any]


def still_name(scene: str) -> str:
    """Return the file name of a scene's still."""
    return f"still-{scene}.webp"


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of the video in ``folder``; None where there is none that can be read."""
    try:
        found: Manifest = json.loads((folder / FOLDER / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest, with size and hash of every other file of the folder."""
    rendered = folder / FOLDER
    files = sorted(path for path in rendered.iterdir() if path.name != NAME)
    manifest["files"] = {path.name: file_facts(path) for path in files}
    (rendered / NAME).write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def file_facts(path: Path) -> dict[str, Any]:
    """Return size and hash of a file."""
    data = path.read_bytes()
    return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def untouched(folder: Path, manifest: Manifest) -> list[str]:
    """Return the rendered files that are missing or were changed by hand, and those that nobody made."""
    rendered = folder / FOLDER
    files: dict[str, Any] = manifest.get("files", {})
    wrong = [name for name in FILES if name not in files]
    wrong += [name for name, facts in files.items() if not (rendered / name).is_file() or file_facts(rendered / name) != facts]
    strangers = [path.name for path in sorted(rendered.iterdir()) if path.name != NAME and path.name not in files]
    return sorted({*wrong, *strangers})
