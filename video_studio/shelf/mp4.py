"""MP4 in boxes: enough to tell that a file is whole, can be played while it loads, and how long it lasts."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from struct import unpack_from

PARENTS = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}


@dataclass(slots=True)
class Track:
    """One track: its codec ("avc1", "mp4a"), seconds, number of samples, and where their bytes lie."""

    codec: str = ""
    seconds: float = 0
    samples: int = 0
    size: int = 0
    last: int = 0


@dataclass(slots=True)
class Film:
    """What the boxes of a file say."""

    tracks: list[Track]
    width: int
    height: int
    streams: bool
    """Whether the index stands before the data, so that playing starts at once."""
    whole: bool
    """Whether every sample lies inside the file."""


def read_film(path: Path) -> Film | None:
    """Read the MP4 ``path``; None where it is none."""
    data = path.read_bytes()
    try:
        boxes = list(_boxes(data, 0, len(data)))
        order = [name for name, _, _ in boxes if name in (b"moov", b"mdat")]
        if boxes[0][0] != b"ftyp" or set(order) != {b"moov", b"mdat"}:
            return None
        tracks, width, height = _tracks(data)
    except (IndexError, ValueError, ArithmeticError):
        return None
    media = next((start, end) for name, start, end in boxes if name == b"mdat")
    whole = sum(track.size for track in tracks) <= media[1] - media[0] and all(track.last < len(data) for track in tracks)
    return Film(tracks, width, height, order[0] == b"moov", whole and boxes[-1][2] == len(data))


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    while start < end:
        if start + 8 > end:
            raise ValueError("box cut short")
        size, name, head = unpack_from(">I", data, start)[0], data[start + 4 : start + 8], 8
        if size == 1:
            size, head = unpack_from(">Q", data, start + 8)[0], 16
        if size < head or start + size > end:
            raise ValueError("box too long")
        yield name, start + head, start + size
        start += size


def _tracks(data: bytes) -> tuple[list[Track], int, int]:
    tracks: list[Track] = []
    width = height = 0

    def walk(start: int, end: int) -> None:
        nonlocal width, height
        for name, first, last in _boxes(data, start, end):
            if name == b"trak":
                tracks.append(Track())
            if name in PARENTS:
                walk(first, last)
            elif tracks and name == b"mdhd":
                long = data[first] == 1
                scale, length = unpack_from(">IQ", data, first + 20) if long else unpack_from(">II", data, first + 12)
                tracks[-1].seconds = length / scale
            elif tracks and name == b"stsd":
                tracks[-1].codec = data[first + 12 : first + 16].decode("ascii", "replace")
                if tracks[-1].codec == "avc1":
                    width, height = unpack_from(">HH", data, first + 40)
            elif tracks and name == b"stsz":
                each, count = unpack_from(">II", data, first + 4)
                sizes = unpack_from(f">{0 if each else count}I", data, first + 12)
                tracks[-1].samples, tracks[-1].size = count, each * count or sum(sizes)
            elif tracks and name == b"stco":
                (count,) = unpack_from(">I", data, first + 4)
                tracks[-1].last = max(unpack_from(f">{count}I", data, first + 8), default=0)

    walk(0, len(data))
    return tracks, width, height
