"""WebVTT: captions and chapters, written and read."""

import re
from dataclasses import dataclass

_TIMES = re.compile(r"(\d+):(\d\d):(\d\d)\.(\d{3}) --> (\d+):(\d\d):(\d\d)\.(\d{3})")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: milliseconds and lines."""

    start: int
    end: int
    lines: list[str]


def write_vtt(cues: list[Cue]) -> str:
    """Return the text of a WebVTT file."""
    blocks = [f"{number}\n{_clock(cue.start)} --> {_clock(cue.end)}\n" + "\n".join(map(_escaped, cue.lines)) for number, cue in enumerate(cues, 1)]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def read_vtt(text: str) -> list[Cue] | None:
    """Return the cues; None where ``text`` is no WebVTT as written here."""
    head, *blocks = text.rstrip("\n").split("\n\n")
    if head != "WEBVTT":
        return None
    found = []
    for block in blocks:
        _, times, *lines = [*block.split("\n"), ""][: block.count("\n") + 1]
        match = _TIMES.fullmatch(times)
        if match is None or not lines:
            return None
        numbers = [int(each) for each in match.groups()]
        found.append(Cue(_milliseconds(numbers[:4]), _milliseconds(numbers[4:]), [_plain(line) for line in lines]))
    return found


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}.{rest:03d}"


def _milliseconds(parts: list[int]) -> int:
    hours, minutes, seconds, rest = parts
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _plain(line: str) -> str:
    return line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
