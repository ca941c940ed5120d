"""Storyboards: one folder of tests/data/invalid_video/ per kind of mistake, with what it says beside it; figures from the data."""

import re
import shutil
import wave

import pytest

from rulebook.sheets.problem import Report
from tests.data.mistakes import assert_placed, edit
from tests.data.video_mistakes import INVALID, KINDS, PLAN, checked, figures
from video_studio import VIDEOS
from video_studio.film.recipe import recipe, stale
from video_studio.script.limits import recorded, seconds
from video_studio.shelf.shelf import read_shelf


@pytest.fixture
def videos(tmp_path):
    """A copy of the small video, in a folder called videos as the real one is."""
    return shutil.copytree(PLAN, tmp_path / "videos")


def only(folder):
    return read_shelf(folder, figures()).storyboards[0]


def test_there_are_kinds_of_mistakes():
    assert len(KINDS) > 65
    assert {path for path in INVALID.iterdir() if path.is_dir()} == set(KINDS)


def test_the_small_video_has_no_problem():
    assert checked(PLAN) == ""


def test_the_real_storyboards_have_no_problem():
    shelf = read_shelf(VIDEOS, figures())
    assert shelf.problems == []
    assert shelf.storyboards


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_of_mistake_is_told_with_its_place(kind, videos):
    edit(kind, videos)
    said = checked(videos)
    assert said == (kind / "expected.txt").read_text(encoding="utf-8")
    assert_placed(said, "videos")


@pytest.mark.parametrize("file", sorted(path.relative_to(PLAN).as_posix() for path in PLAN.rglob("*.*")))
def test_a_lost_line_never_breaks_the_checker(file, videos):
    lines = (PLAN / file).read_text(encoding="utf-8").splitlines(keepends=True)
    for number in range(len(lines)):
        (videos / file).write_text("".join(lines[:number] + lines[number + 1 :]), encoding="utf-8")
        checked(videos)


def test_figures_are_shown_and_spoken():
    scene = {scene.id: scene for scene in only(PLAN).scenes}
    number = scene["call"].sentences[0]
    assert number.say == "番号は、0120-0889-24です。"
    assert number.spoken == "番号は、ゼロイチニーゼロ、ゼロハチハチキュー、ニーヨンです。"
    assert "0120-0889-24" in scene["call"].drawing.text
    assert re.fullmatch(r"一般補償の掛金は、年に[0-9,]+円です。", scene["cost"].sentences[0].say)
    assert "," not in scene["cost"].sentences[0].spoken
    assert scene["cost"].sentences[2].spoken.endswith("割引は9パーセントです。")
    assert scene["paid"].bullets == ["共済金は35万円"]


def test_a_premium_from_sample_rates_marks_its_scene():
    assert {scene.id: scene.sample for scene in only(PLAN).scenes} == {"car": False, "call": False, "cost": True, "paid": False}


def test_hours_are_spoken_as_hours():
    value = figures().of("hours.accident_advice", {}, None, Report())
    assert "9:00〜21:00" in value.text
    assert value.spoken == value.text.replace("9:00〜21:00", "9時から21時まで")


def test_a_recording_decides_how_long_its_sentence_lasts(videos):
    before = seconds(only(videos).scenes[0])
    with wave.open(str(videos / "hail" / "01.wav"), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
        sound.writeframes(b"\0\1" * 16_000 * 9)
    path = videos / "hail" / "storyboard.yml"
    first = "雹がやんでから、車のまわりを一周して見ます。"
    path.write_text(path.read_text(encoding="utf-8").replace(f"- {first}", f"- {{say: {first}, audio: 01.wav}}"), encoding="utf-8")
    storyboard = only(videos)
    assert recorded(storyboard.scenes[0].sentences[0]) == 9
    assert seconds(storyboard.scenes[0]) > before + 4
    then = recipe(storyboard, {})
    (videos / "hail" / "01.wav").write_bytes((videos / "hail" / "01.wav").read_bytes()[:-2])
    assert stale(recipe(only(videos), {}), then) == ["場面 car の文か絵が変わりました。"]


def test_only_the_scene_of_an_edited_sentence_changes(videos):
    then = recipe(only(videos), {})
    path = videos / "hail" / "storyboard.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("自分で払いました", "自分で払います"), encoding="utf-8")
    now = recipe(only(videos), {})
    assert [id_ for id_ in now["scenes"] if now["scenes"][id_] != then["scenes"][id_]] == ["paid"]


def test_a_new_review_or_comment_makes_nothing_stale(videos):
    then = recipe(only(videos), {})
    path = videos / "hail" / "storyboard.yml"
    path.write_text("# 見直した\n" + path.read_text(encoding="utf-8").replace("2026-11-21", "2026-12-01"), encoding="utf-8")
    assert stale(recipe(only(videos), {}), then) == []


def test_a_word_of_the_dictionary_matters_only_where_it_is_spoken(videos):
    storyboard = only(videos)
    then = recipe(storyboard, {})
    assert stale(recipe(storyboard, {"津波": {"kana": "ツナミ", "accent": 0}}), then) == []
    assert stale(recipe(storyboard, {"一周": {"kana": "イッシュー", "accent": 0}}), then) == ["読み方の辞書が変わりました。"]


def test_an_outlook_may_have_accidents_on_the_way(videos):
    path = videos / "hail" / "storyboard.yml"
    text = path.read_text(encoding="utf-8")
    asked = "{ask: quote, example: family_car, answers: {own_damage: economy}, take: annual, as: yen}"
    later = "{{ask: outlook, example: family_car, accidents: [{{year: 1, kind: three_down}}], take: years.1.{}, as: yen}}"
    found = set()
    for take in ("without_accidents", "annual"):
        path.write_text(text.replace(asked, later.format(take)), encoding="utf-8")
        found.add(only(videos).used["figure.less"])
    assert len(found) == 2
