"""What was heard against what was meant: sounds count, not letters; every rendered video can be listened to."""

import pytest

from video_studio import VIDEOS
from video_studio.listening.agreement import agreement, lines_of
from video_studio.shelf.shelf import folders


@pytest.mark.parametrize(
    ("meant", "heard", "percent"),
    [
        ("イエガ、コワレタ。", "イエガコワレタ", 100), ("シャシンヲ、ツカイマス。", "シャシンオツカイマス", 100),
        ("カタズケル", "カタヅケル", 100), ("ヒョーサイ", "ヒョーザイ", 80), ("ヤネ", "", 0), ("", "", 100), ("アイウエ", "カキクケ", 0),
    ],
)  # fmt: skip
def test_agreement(meant, heard, percent):
    assert agreement(meant, heard) == percent


@pytest.mark.parametrize("video", folders(VIDEOS), ids=lambda video: video.name)
def test_every_sentence_has_its_seconds_and_its_kana(video):
    lines = lines_of(video)
    assert lines
    assert all(line.kana and line.end - line.start > 0.5 for line in lines)
    assert [line.start for line in lines] == sorted(line.start for line in lines)


def test_files_that_do_not_fit_are_told(tmp_path):
    with pytest.raises(ValueError, match="まだ作られていません"):
        lines_of(tmp_path)
