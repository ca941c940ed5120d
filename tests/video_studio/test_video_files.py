"""What is committed of a video: the checker on a copy of a real one, and the small formats it reads."""

import json
import shutil
from struct import unpack_from

import pytest

from tests.data.video_mistakes import figures
from video_studio import VIDEOS
from video_studio.checker import check_rendered
from video_studio.film.timeline import FADE, MOVE, PER_FRAME, frames, timeline
from video_studio.script.caption import LINE, cues, lines, width
from video_studio.script.limits import GAP, LEAD, TAIL
from video_studio.shelf.manifest import CAPTIONS, CHAPTERS, FOLDER, NAME, VIDEO, write_manifest
from video_studio.shelf.mp4 import read_film
from video_studio.shelf.shelf import read_shelf
from video_studio.shelf.webvtt import Cue, read_vtt, write_vtt

REAL = "photos"


@pytest.fixture
def videos(tmp_path):
    """A copy of one real video."""
    shutil.copy(VIDEOS / "readings.yml", tmp_path)
    shutil.copytree(VIDEOS / REAL, tmp_path / REAL)
    return tmp_path


def faults(folder):
    return check_rendered(read_shelf(folder, figures()))


def rewrite(folder, change):
    """Change the manifest and let it know the files as they now are."""
    path = folder / REAL / FOLDER / NAME
    manifest = json.loads(path.read_text(encoding="utf-8"))
    change(manifest)
    write_manifest(folder / REAL, manifest)


def nothing(manifest):
    """Leave the manifest as it is."""


def test_what_is_committed_is_whole_and_up_to_date():
    assert check_rendered(read_shelf(VIDEOS, figures())) == []


def test_a_storyboard_that_was_never_rendered_is_told(videos):
    shutil.rmtree(videos / REAL / FOLDER)
    assert faults(videos) == ["videos/photos: まだ作られていません。make videos で作り直してください。"]


def test_an_edited_sentence_is_told_with_its_scene(videos):
    path = videos / REAL / "storyboard.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("傷は、近くから撮ります。", "傷は、明るい所で撮ります。"), encoding="utf-8")
    assert faults(videos) == ["videos/photos: 場面 things の文か絵が変わりました。make videos で作り直してください。"]


def test_a_changed_number_is_told_with_both_values(videos, monkeypatch):
    real = read_shelf(videos, figures())
    number = real.storyboards[0].used["number.home_damage"]
    desks = figures().contacts
    changed = {id_: {**desk, "phone": desk["phone"].replace("131", "999")} for id_, desk in desks.items()}
    monkeypatch.setattr(figures(), "contacts", changed)
    said = faults(videos)
    assert f"videos/photos: 数字 {{number.home_damage}} が {number} から {number.replace('131', '999')} に変わりました。make videos で作り直してください。" in said


@pytest.mark.parametrize("name", [VIDEO, CAPTIONS, "still-three.webp"])
def test_a_file_that_was_touched_or_lost_is_told(videos, name):
    path = videos / REAL / FOLDER / name
    path.write_bytes(path.read_bytes() + b"x")
    assert faults(videos) == [f"videos/photos: {name} が、作られたときと違います。make videos で作り直してください。"]
    path.unlink()
    assert name in faults(videos)[0]


def test_a_film_that_was_cut_short_is_told(videos):
    path = videos / REAL / FOLDER / VIDEO
    path.write_bytes(path.read_bytes()[:-5000])
    rewrite(videos, nothing)
    assert "こわれています" in faults(videos)[0]


def test_loudness_and_peak_out_of_bounds_are_told(videos):
    rewrite(videos, lambda manifest: manifest.update(loudness={"integrated": -18.2, "true_peak": -0.4}))
    assert faults(videos) == [
        "videos/photos: 音の大きさが -18.2 LUFS です。-16 ±1 にしてください。",
        "videos/photos: 音の山が -0.4 dBTP です。-1.5 までにしてください。",
    ]


def test_speech_without_captions_is_told(videos):
    path = videos / REAL / FOLDER / CAPTIONS
    found = read_vtt(path.read_text(encoding="utf-8"))
    path.write_text(write_vtt([found[0], *found[2:]]), encoding="utf-8")
    rewrite(videos, nothing)
    said = "\n".join(faults(videos))
    assert "声が出ているのに、字幕のない時間があります。" in said
    assert "字幕の言葉が、台本と違います。" in said


def test_a_caption_that_is_too_wide_and_chapters_that_moved_are_told(videos):
    folder = videos / REAL / FOLDER
    found = read_vtt((folder / CAPTIONS).read_text(encoding="utf-8"))
    joined = [Cue(cue.start, cue.end, ["".join(cue.lines)]) for cue in found]
    (folder / CAPTIONS).write_text(write_vtt(joined), encoding="utf-8")
    chapters = read_vtt((folder / CHAPTERS).read_text(encoding="utf-8"))
    (folder / CHAPTERS).write_text(write_vtt([Cue(cue.start + 40, cue.end + 40, cue.lines) for cue in chapters]), encoding="utf-8")
    rewrite(videos, nothing)
    said = "\n".join(faults(videos))
    assert "20字、2行に入らない字幕があります。" in said
    assert "章の時間か題が、場面と違います。" in said


def test_too_many_bytes_are_told(videos, monkeypatch):
    from video_studio import checker

    monkeypatch.setattr(checker, "LARGEST", 1_000_000)
    monkeypatch.setattr(checker, "LARGEST_ALL", 2_000_000)
    assert faults(videos) == ["videos/photos: video.mp4 が 1MB より大きいです。", f"videos: 全部で {size(videos) / 1e6:.1f}MB あります。2MB までにしてください。"]


def size(folder):
    return sum(path.stat().st_size for path in (folder / REAL / FOLDER).iterdir())


def test_a_broken_manifest_is_told(videos):
    (videos / REAL / FOLDER / NAME).write_text("{", encoding="utf-8")
    assert faults(videos) == ["videos/photos: まだ作られていません。make videos で作り直してください。"]


def test_the_film_is_read_box_by_box():
    path = VIDEOS / REAL / FOLDER / VIDEO
    film = read_film(path)
    assert {track.codec for track in film.tracks} == {"avc1", "mp4a"}
    assert (film.width, film.height, film.streams, film.whole) == (1280, 720, True, True)
    assert unpack_from(">4s", path.read_bytes(), 4) == (b"ftyp",)


def test_a_file_that_is_no_film_is_none(tmp_path):
    for content in (b"", b"hello world, this is no film", b"\0\0\0\x10ftypisom\0\0\2\0"):
        (tmp_path / "x.mp4").write_bytes(content)
        assert read_film(tmp_path / "x.mp4") is None


def test_captions_and_their_text_survive_writing_and_reading():
    found = [Cue(0, 1500, ["A & B < C"]), Cue(61_001, 3_661_999, ["一行目", "二行目"])]
    assert read_vtt(write_vtt(found)) == found
    assert read_vtt("NOT WEBVTT\n") is None
    assert read_vtt("WEBVTT\n\n1\n00:00 --> 00:01\nx\n") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("短い文です。", [["短い文です。"]]),
        ("水が来たときは、床から水のあとまでの高さを測ります。", [["水が来たときは、", "床から水のあとまでの高さを測ります。"]]),
        (
            "撮り方の決まりは公表されていません。ここでは、だれにでも役に立つ撮り方だけを話すことにします。",
            [["撮り方の決まりは公表されていません。"], ["ここでは、だれにでも役に", "立つ撮り方だけを話すことにします。"]],
        ),
        ("句読点のない長い長い文なので二つの行に入りきらないと困ることになるのです", [["句読点のない長い長い文なので二つの行", "に入りきらないと困ることになるのです"]]),
        ("句読点のない長い長い文なので二つの行に入りきらないと困ることになるのですがどうしますか。", None),
    ],
)
def test_a_sentence_becomes_cues_that_fit(text, expected):
    found = cues(text)
    if expected is None:
        assert found is None
        return
    assert ["".join(cue) for cue in found] == ["".join(cue) for cue in expected]
    assert all(width(line) <= LINE for cue in found for line in cue)
    assert all(len(cue) <= 2 for cue in found)


def test_lines_break_where_phrases_end_and_never_inside_a_number():
    assert lines("3枚そろうと、どこの傷かが、ほかの人にもわかります。", ["3枚", "そろうと、", "どこの", "傷かが、", "ほかの", "人にも", "わかります。"]) == ["3枚そろうと、どこの傷かが、", "ほかの人にもわかります。"]
    for text in ("事故受付センターの番号は0120-0889-24です。", "年に82,340円の掛金が、月に7,200円になります。"):
        for line in lines(text, None):
            assert not line[0].isdigit() or not text[text.index(line) - 1].isdigit()
            assert line[0] not in "円。、"


def test_a_timeline_adds_up_to_the_frame():
    found = timeline([48_000, 70_001, 1_600], [None, None, None])
    assert found.spans[0].start == frames(LEAD)
    assert found.spans[1].end - found.spans[1].start == -(-70_001 // PER_FRAME)
    assert found.spans[1].start - found.spans[0].end == frames(GAP)
    assert found.frames == found.spans[-1].end + frames(TAIL)
    pictures = found.pictures()
    assert sum(picture.frames for picture in pictures) == found.frames
    assert [picture.there for picture in pictures[: FADE]][-1] == 1
    assert sum(picture.moved < 1 for picture in pictures) <= 3 * (MOVE - 1)
    assert pictures[-1].there == 0


def test_movements_are_short():
    assert MOVE / 30 <= 0.6
