"""Encoding: pictures into segments, segments and sound into one MP4, always the same bytes on the same machine."""

import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import imageio_ffmpeg

from video_studio import HEIGHT, RATE, WIDTH, StudioError

EXACT = ["-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1"]
CRF = 23
X264 = "threads=2:lookahead-threads=1:sliced-threads=0:keyint=150:colorprim=bt709:transfer=bt709:colormatrix=bt709"
"""A fixed number of threads: another number makes another file."""
PICTURE = ["-c:v", "libx264", "-preset", "slow", "-tune", "stillimage", "-crf", str(CRF), "-x264-params", X264]
COLOURS = "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"


@cache
def ffmpeg() -> str:
    """The encoder that comes with imageio-ffmpeg."""
    return str(imageio_ffmpeg.get_ffmpeg_exe())


def run(*arguments: str) -> str:
    """Run ffmpeg; return what it wrote to standard error."""
    # Without -nostdin it may wait for a key.
    done = subprocess.run([ffmpeg(), "-nostdin", "-y", *arguments], capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        raise StudioError(f"ffmpeg が失敗しました。\n{done.stderr[-800:]}")
    return done.stderr


def encode_segment(pictures: Iterable[tuple[bytes, int]], target: Path) -> None:
    """Write a segment of raw RGB ``pictures``, each for a number of frames."""
    part = target.with_suffix(".part.mp4")
    shape = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(RATE), "-i", "-"]
    command = [ffmpeg(), "-y", "-v", "error", *shape, "-vf", COLOURS, *PICTURE, *EXACT, str(part)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    if process.stdin is None or process.stderr is None:
        raise StudioError("ffmpeg に画像を渡せません。")
    try:
        for picture, frames in pictures:
            for _ in range(frames):
                process.stdin.write(picture)
        process.stdin.close()
    except BrokenPipeError:
        pass
    except BaseException:
        process.kill()
        raise
    said = process.stderr.read().decode(errors="replace")
    if process.wait():
        raise StudioError(f"ffmpeg が失敗しました。\n{said[-800:]}")
    part.replace(target)


def join(segments: list[Path], sound: Path, target: Path) -> None:
    """Write ``segments`` and the mastered ``sound`` as one MP4 that can be played while it loads."""
    listing = target.with_suffix(".txt")
    listing.write_text("".join(f"file '{segment.resolve()}'\n" for segment in segments), encoding="utf-8")
    run(
        "-v", "error", "-f", "concat", "-safe", "0", "-i", str(listing), "-i", str(sound), "-map", "0:v", "-map", "1:a",
        "-c", "copy", "-map_chapters", "-1", "-movflags", "+faststart", *EXACT, str(target),
    )  # fmt: skip
    listing.unlink()


def image(source: Path, target: Path, *options: str) -> None:
    """Write the picture ``source`` in the format of ``target``."""
    run("-v", "error", "-i", str(source), *options, *EXACT, str(target))
