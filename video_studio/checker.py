"""The checker: whether what is committed is what the storyboards ask for. It needs none of the renderer's packages.

What only a decoder can measure (loudness, true peak) was measured when the file was made and stands in its manifest;
the file's hash tells that it still is that file.
"""

from itertools import pairwise

from video_studio import HEIGHT, RATE, WIDTH
from video_studio.film.recipe import recipe, stale
from video_studio.script.caption import LINE, LINES, width
from video_studio.script.limits import LONGEST, SCENE_SECONDS, SHORTEST
from video_studio.script.scene import Storyboard
from video_studio.shelf.manifest import (
    CAPTIONS,
    CHAPTERS,
    FOLDER,
    LARGEST,
    LARGEST_ALL,
    LOUDNESS,
    PEAK,
    TOLERANCE,
    VIDEO,
    Manifest,
    still_name,
    untouched,
)
from video_studio.shelf.mp4 import read_film
from video_studio.shelf.shelf import Shelf
from video_studio.shelf.webvtt import Cue, read_vtt

AGAIN = "make videos で作り直してください。"


def check_rendered(shelf: Shelf) -> list[str]:
    """Return in Japanese what is wrong with the rendered files, one line each, naming the video."""
    found = []
    for storyboard in shelf.storyboards:
        found += [f"videos/{storyboard.name}: {each}" for each in faults(storyboard, shelf)]
    files = [path for storyboard in shelf.storyboards for path in (storyboard.folder / FOLDER).glob("*")]
    total = sum(path.stat().st_size for path in files)
    if total > LARGEST_ALL:
        found.append(f"videos: 全部で {total / 1e6:.1f}MB あります。{LARGEST_ALL / 1e6:.0f}MB までにしてください。")
    return found


def faults(storyboard: Storyboard, shelf: Shelf) -> list[str]:
    """Return what is wrong with what was rendered of one storyboard."""
    manifest = shelf.manifest(storyboard)
    if manifest is None:
        return [f"まだ作られていません。{AGAIN}"]
    old = stale(recipe(storyboard, shelf.words), manifest.get("recipe", {}))
    if old:
        return [f"{each}{AGAIN}" for each in old]
    wrong = untouched(storyboard.folder, manifest)
    if wrong:
        return [f"{'、'.join(wrong)} が、作られたときと違います。{AGAIN}"]
    try:
        return [*_film(storyboard, manifest), *_sound(manifest), *_captions(storyboard, manifest), *_stills(storyboard, manifest)]
    except (KeyError, TypeError):
        return [f"manifest.json が読めません。{AGAIN}"]


def _film(storyboard: Storyboard, manifest: Manifest) -> list[str]:
    path = storyboard.folder / FOLDER / VIDEO
    film = read_film(path)
    if film is None or not film.whole:
        return [f"{VIDEO} がこわれています。{AGAIN}"]
    found = []
    if sorted(track.codec for track in film.tracks) != ["avc1", "mp4a"]:
        found.append(f"{VIDEO} の形式が、H.264 と AAC ではありません。")
    if not film.streams:
        found.append(f"{VIDEO} の索引が終わりにあります（faststart ではありません）。")
    if (film.width, film.height) != (WIDTH, HEIGHT):
        found.append(f"{VIDEO} の大きさが {film.width}×{film.height} です。")
    length = manifest["seconds"]
    # AAC comes in blocks of 1,024 samples, so its end may lie a little behind the last picture.
    found += [f"{VIDEO} の長さが {track.seconds:.1f}秒で、{length:.1f}秒ではありません。" for track in film.tracks if abs(track.seconds - length) > 0.1]
    if any(track.codec == "avc1" and track.samples != round(length * RATE) for track in film.tracks):
        found.append(f"{VIDEO} に欠けた画面があります。")
    if not SHORTEST <= length <= LONGEST:
        found.append(f"長さが {length:.0f}秒です。{SHORTEST}秒から{LONGEST}秒にしてください。")
    found += [f"場面 {each['id']} が {SCENE_SECONDS}秒より長いです。" for each in manifest["scenes"] if each["end"] - each["start"] > SCENE_SECONDS]
    if path.stat().st_size > LARGEST:
        found.append(f"{VIDEO} が {LARGEST / 1e6:.0f}MB より大きいです。")
    return found


def _sound(manifest: Manifest) -> list[str]:
    loudness = manifest["loudness"]
    found = []
    if abs(loudness["integrated"] - LOUDNESS) > TOLERANCE:
        found.append(f"音の大きさが {loudness['integrated']} LUFS です。{LOUDNESS:g} ±{TOLERANCE:g} にしてください。")
    if loudness["true_peak"] > PEAK:
        found.append(f"音の山が {loudness['true_peak']} dBTP です。{PEAK:g} までにしてください。")
    return found


def _captions(storyboard: Storyboard, manifest: Manifest) -> list[str]:
    folder = storyboard.folder / FOLDER
    captions = read_vtt((folder / CAPTIONS).read_text(encoding="utf-8"))
    chapters = read_vtt((folder / CHAPTERS).read_text(encoding="utf-8"))
    if captions is None or chapters is None:
        return ["字幕か章のファイルを読めません。"]
    found = []
    if any(len(cue.lines) > LINES or any(width(line) > LINE for line in cue.lines) for cue in captions):
        found.append(f"{LINE}字、{LINES}行に入らない字幕があります。")
    if any(cue.start >= cue.end for cue in captions) or any(one.end > two.start for one, two in pairwise(captions)):
        found.append("字幕の時間が重なっています。")
    words = "".join(sentence.caption for scene in storyboard.scenes for sentence in scene.sentences)
    if "".join("".join(cue.lines) for cue in captions) != words:
        found.append("字幕の言葉が、台本と違います。")
    spoken = [(_ms(each["start"]), _ms(each["end"])) for scene in manifest["scenes"] for each in scene["sentences"]]
    if any(not _covered(start, end, captions) for start, end in spoken):
        found.append("声が出ているのに、字幕のない時間があります。")
    if [(cue.start, *cue.lines) for cue in chapters] != [(_ms(made["start"]), scene.title) for scene, made in zip(storyboard.scenes, manifest["scenes"], strict=True)]:
        found.append("章の時間か題が、場面と違います。")
    return found


def _covered(start: int, end: int, cues: list[Cue]) -> bool:
    at = start
    for cue in cues:
        if cue.start <= at < cue.end:
            at = cue.end
    return at >= end


def _stills(storyboard: Storyboard, manifest: Manifest) -> list[str]:
    missing = [scene.id for scene in storyboard.scenes if still_name(scene.id) not in manifest["files"]]
    return [f"場面 {'、'.join(missing)} の静止画がありません。"] if missing else []


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
