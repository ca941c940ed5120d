"""Speech as it is rendered. The packages for it are optional, so these run only where `make videos-setup` did."""

import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-video" / "bin" / "python"
SCRIPT = """
import json, math, struct, sys, wave
from decimal import Decimal
from pathlib import Path
import video_studio
video_studio.CACHE = Path(sys.argv[1])
from video_studio import speech
speech.CACHE = video_studio.CACHE
from video_studio.storyboard import Sentence
from video_studio.timeline import timeline

def sentence(say, audio=None):
    return Sentence(say, say, say, None, [], [], None, None, audio, None, None)

tone = video_studio.CACHE / "tone.wav"
with wave.open(str(tone), "wb") as file:
    file.setnchannels(2); file.setsampwidth(2); file.setframerate(16000)
    silence = [0] * 8000
    sound = [int(9000 * math.sin(index / 9)) for index in range(40000)]
    file.writeframes(b"".join(struct.pack("<hh", each, each) for each in [*silence, *sound, *silence]))

voice = {"engine": "openjtalk-mei", "speed": "1.0", "half_tone": "-2"}
words = {"雹災": {"kana": "ヒョーサイ", "accent": 0}}
first = speech.speak(sentence("雹災で車がこわれました。"), voice, {}, words)
again = speech.speak(sentence("雹災で車がこわれました。"), voice, {}, words)
person = speech.speak(sentence("これは録音です。", tone), voice, {}, words)
line = timeline([len(first.sound), len(person.sound)], [None, None])
power = lambda sound: float((sound.astype("float64") ** 2).mean() ** 0.5)
print(json.dumps({
    "kana": first.kana, "same": first.sound.tobytes() == again.sound.tobytes(),
    "person": len(person.sound) / 48000, "named": person.kana, "spans": [[span.start, span.end] for span in line.spans],
    "levels": [power(first.sound), power(person.sound)],
}))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    if not PYTHON.exists():
        pytest.skip("make videos-setup has not been run")
    folder = tmp_path_factory.mktemp("video")
    done = subprocess.run([str(PYTHON), "-c", SCRIPT, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def test_words_of_the_dictionary_are_spoken_as_it_says(told):
    assert told["kana"].startswith("ヒョーサイデ")


def test_the_same_sentence_sounds_the_same(told):
    assert told["same"]


def test_a_recording_is_used_without_its_silence_and_everything_follows_its_length(told):
    assert told["person"] == pytest.approx(2.5, abs=0.1)
    assert "tone.wav" in told["named"]
    start, end = told["spans"][1]
    assert (end - start) / 30 == pytest.approx(told["person"], abs=1 / 30)


def test_a_recording_is_as_loud_as_the_voice(told):
    voice, person = told["levels"]
    assert 0.5 < person / voice < 2
