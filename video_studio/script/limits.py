"""Limits: how long sentences, scenes and videos may be, and what else a viewer could not take in."""

import wave
from collections import Counter
from typing import TYPE_CHECKING

from rulebook.shapes.shape import Fields
from rulebook.sheets.problem import Report
from video_studio.script.caption import LINE, LINES, cues, width

if TYPE_CHECKING:
    from video_studio.script.scene import Scene, Sentence, Storyboard

SENTENCE = 60
SCENE_SECONDS, SHORTEST, LONGEST = 25, 60, 180
TITLE, BULLETS = 22, 5
BULLET_BESIDE, BULLET_ALONE = 24, 34
"""Characters that a bullet may have beside a drawing, and alone."""
GAP, LEAD, TAIL = 0.35, 0.5, 0.7
"""Seconds between sentences, before the first and after the last of a scene."""
PER_CHARACTER = 0.165
"""Seconds that the voice needs for a written character, by measure; the true length is known after rendering."""


def check_limits(storyboard: "Storyboard", fields: Fields, report: Report) -> None:
    """Report what is too long, too much, or there twice."""
    _caption_free(storyboard.title, fields, report)
    twice = [name for name, count in Counter(scene.id for scene in storyboard.scenes).items() if count > 1]
    for scene, placed in zip(storyboard.scenes, fields["scenes"], strict=True):
        if scene.id in twice:
            report.add(placed.at("id"), f"場面の名前「{scene.id}」が2回使われています。", "別の名前にしてください。")
        if width(scene.title) > TITLE:
            report.add(placed.at("title"), f"場面の題が長すぎます（{width(scene.title):g}字）。", f"{TITLE}字までで書いてください。")
        _bullets(scene, placed, report)
        if not scene.sentences:
            report.add(placed.at("sentences"), "場面に文がありません。", "sentences: に、話す文を書いてください。")
        for sentence in scene.sentences:
            _sentence(sentence, report)
        if seconds(scene) > SCENE_SECONDS:
            report.add(placed.place, f"場面が長すぎます（見込み {seconds(scene):.0f}秒）。", f"{SCENE_SECONDS}秒までになるよう、分けるか短くしてください。")
    whole = sum(seconds(scene) for scene in storyboard.scenes)
    # The estimate is rough, so only what is plainly out is told here; the rendered film is measured to the frame.
    if storyboard.scenes and not SHORTEST * 0.85 <= whole <= LONGEST * 1.15:
        report.add(fields.at("scenes"), f"動画の長さが合いません（見込み {whole:.0f}秒）。", f"{SHORTEST}秒から{LONGEST}秒にしてください。")


def seconds(scene: "Scene") -> float:
    """Return about how long the scene lasts; recordings are measured, speech is estimated."""
    spoken = sum(recorded(each) or len(each.spoken) * PER_CHARACTER for each in scene.sentences)
    pauses = sum(float(each.pause) if each.pause is not None else GAP for each in scene.sentences)
    return LEAD + TAIL + spoken + pauses


def recorded(sentence: "Sentence") -> float | None:
    """Return the length of the recording of a sentence; None where the voice speaks."""
    if sentence.audio is None:
        return None
    try:
        with wave.open(str(sentence.audio), "rb") as sound:
            return sound.getnframes() / sound.getframerate()
    except (OSError, EOFError, wave.Error):
        return None


def _sentence(sentence: "Sentence", report: Report) -> None:
    if len(sentence.say) > SENTENCE:
        report.add(sentence.place, f"文が長すぎます（{len(sentence.say)}字）。", f"{SENTENCE}字までで書いてください。2つに分けられませんか。")
    elif cues(sentence.caption) is None:
        report.add(sentence.place, f"字幕が、{LINE}字が{LINES}行に入りません（{width(sentence.caption):g}字）。",
                   "「、」を入れて分かれるようにするか、caption: に短い字幕を書いてください。")  # fmt: skip
    if sentence.say and sentence.say[-1] not in "。？」":
        report.add(sentence.place, "文が「。」で終わっていません。", "話す文は「。」か「？」で終えてください。")
    if sentence.audio is not None and recorded(sentence) is None:
        report.add(sentence.place, f"録音「{sentence.audio.name}」を読めません。", "WAV（PCM）で保存してください。")


def _bullets(scene: "Scene", placed: Fields, report: Report) -> None:
    if len(scene.bullets) > BULLETS:
        report.add(placed.at("bullets"), f"箇条書きが {len(scene.bullets)} 個あります。", f"{BULLETS}個までにしてください。")
    named = [sentence.bullet for sentence in scene.sentences if sentence.bullet]
    if named and max(named) < len(scene.bullets):
        report.add(placed.at("bullets"), f"箇条書きの {max(named) + 1} 番目を、どの文も出していません。", "文に bullet: を足すか、箇条書きを減らしてください。")
    most = BULLET_BESIDE if scene.drawing else BULLET_ALONE
    for index, bullet in enumerate(scene.bullets):
        if width(bullet) > most:
            report.add(placed["bullets"].places[index], f"箇条書きが長すぎます（{width(bullet):g}字）。", f"{most}字までで書いてください。")


def _caption_free(title: str, fields: Fields, report: Report) -> None:
    if width(title) > TITLE + 8:
        report.add(fields.at("title"), f"題が長すぎます（{width(title):g}字）。", f"{TITLE + 8}字までで書いてください。")
