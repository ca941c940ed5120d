"""Timelines: when each sentence starts, in frames, and which pictures a scene is made of."""

from dataclasses import dataclass
from decimal import Decimal

from video_studio import RATE, SAMPLES
from video_studio.script.limits import GAP, LEAD, TAIL

MOVE = 15
"""Frames of one movement: half a second, then the picture holds still until the next sentence."""
FADE = 9
PER_FRAME = SAMPLES // RATE


@dataclass(frozen=True, slots=True)
class Span:
    """Where a sentence stands in its scene: first frame, and the frame after its last sound."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: which sentence has begun (-1 none), how far its movement is, how much is there, for how many frames."""

    sentence: int
    moved: float
    there: float
    frames: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """A scene in time."""

    spans: list[Span]
    frames: int

    def pictures(self) -> list[Picture]:
        """Return the scene's pictures in order; they add up to ``frames``."""
        found = [Picture(-1, 1, (frame + 1) / FADE, 1) for frame in range(FADE)]
        starts = [span.start for span in self.spans]
        if starts[0] > FADE:
            found.append(Picture(-1, 1, 1, starts[0] - FADE))
        for index, start in enumerate(starts):
            end = starts[index + 1] if index + 1 < len(starts) else self.frames - FADE
            moving = min(MOVE, end - start)
            found += [Picture(index, (frame + 1) / MOVE, 1, 1) for frame in range(moving)]
            if end - start > moving:
                found.append(Picture(index, 1, 1, end - start - moving))
        return found + [Picture(len(starts) - 1, 1, 1 - (frame + 1) / FADE, 1) for frame in range(FADE)]


def timeline(samples: list[int], pauses: list[Decimal | None]) -> Timeline:
    """Lay the sentences out; ``samples`` are their lengths in sound, ``pauses`` the silence wanted after each."""
    spans, at = [], frames(LEAD)
    for index, length in enumerate(samples):
        end = at + -(-length // PER_FRAME)
        spans.append(Span(at, end))
        pause = pauses[index]
        last = index == len(samples) - 1
        at = end + (frames(float(pause)) if pause is not None else 0 if last else frames(GAP))
    return Timeline(spans, at + frames(TAIL))


def frames(seconds: float) -> int:
    """Return whole frames for ``seconds``."""
    return round(seconds * RATE)
