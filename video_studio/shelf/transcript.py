"""Transcripts: everything a video says and shows, in words, in its order."""

from video_studio.script.scene import Storyboard
from video_studio.shelf.credit import CREDITS
from video_studio.shelf.manifest import Manifest, still_name

SAMPLE = "右上に、「参考の金額」の札がある。"
"""What is said of a picture with premiums that rest on sample rates: the label is seen, but not spoken."""


def transcript(storyboard: Storyboard, manifest: Manifest) -> str:
    """Return the transcript as Markdown: scenes with start, still, picture in words, words on screen, narration."""
    parts = [f"# {storyboard.title}", f"長さ {clock(manifest['seconds'])}"]
    for number, (scene, made) in enumerate(zip(storyboard.scenes, manifest["scenes"], strict=True), 1):
        parts.append(f"## {number}. {scene.title}（{clock(made['start'])}）")
        parts.append(f"![{scene.visual}]({still_name(scene.id)})")
        parts.append(f"画面：{scene.visual}{SAMPLE if scene.sample else ''}")
        if scene.bullets:
            parts.append("\n".join(f"- {bullet}" for bullet in scene.bullets))
        parts.append("".join(sentence.say for sentence in scene.sentences))
    parts.append("\n".join(f"- {credit}" for credit in CREDITS))
    return "\n\n".join(parts) + "\n"


def clock(seconds: float) -> str:
    """Return 1分05秒."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}分{rest:02d}秒" if minutes else f"{rest}秒"
