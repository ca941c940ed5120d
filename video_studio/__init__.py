"""The studio: storyboards in ``videos/`` become films, captions, chapters, transcripts and stills.

Checking needs only PyYAML. Speech, pictures and encoding live in modules that nothing else imports, so that
their packages are needed only where something is rendered.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VIDEOS = ROOT / "videos"
DATA = ROOT / "data"
CACHE = ROOT / "build" / "video"

WIDTH, HEIGHT, RATE = 1280, 720, 30
SAMPLES = 48_000
"""Sound per second. 48,000 / 30 is a whole number of samples per frame, so sound and picture never drift apart."""


class StudioError(Exception):
    """Rendering cannot go on; the message tells a person why, in Japanese."""
