"""Readings: how words are to be spoken, for the whole studio (videos/readings.yml) and for one video."""

from collections.abc import Mapping
from pathlib import Path

from rulebook.sheets.placed import read_file
from rulebook.sheets.problem import Place, Report
from video_studio.script.declared import READINGS

SMALL = "ャュョァィゥェォ"
Words = dict[str, dict[str, object]]


def read_words(root: Path, report: Report) -> Words:
    """Return the dictionary of the studio; without the file there is none."""
    path = root / "readings.yml"
    if not path.exists():
        return {}
    node = read_file(path, root, report)
    fields = None if node is None else READINGS.read(node, report)
    if fields is None:
        return {}
    for word, entry in fields["readings"].items():
        kana = entry["kana"] or ""
        if not kana or any(not ("ァ" <= character <= "ヶ" or character == "ー") for character in kana):
            report.add(entry.at("kana"), f"「{word}」の読みがカタカナではありません。", "音のとおりに書いてください（例：ヒョーサイ）。")
        elif entry["accent"] > moras(kana):
            report.add(entry.at("accent"), f"アクセント {entry['accent']} は、音の数（{moras(kana)}）より大きいです。", "0 なら平らです。")
        if "," in word:
            report.add(Place("readings.yml", fields["readings"].key_at(word).line, 1), "言葉に「,」は使えません。")
    return {word: dict(entry) for word, entry in fields["readings"].items()}


def words_in(words: Words, texts: list[str]) -> Words:
    """Return the words that really occur, so that a new word makes no other video stale."""
    return {word: entry for word, entry in sorted(words.items()) if any(word in text for text in texts)}


def spoken(text: str, readings: Mapping[str, str]) -> str:
    """Return ``text`` with the video's own readings in place, the longest word first."""
    for word in sorted(readings, key=lambda word: (-len(word), word)):
        text = text.replace(word, readings[word])
    return text


def dictionary_rows(words: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Return the words as rows of a MeCab dictionary."""
    return [
        f"{word},,,1,名詞,一般,*,*,*,*,{word},{entry['kana']},{entry['kana']},{entry['accent']}/{moras(str(entry['kana']))},*"
        for word, entry in sorted(words.items())
    ]


def moras(kana: str) -> int:
    """Return the number of beats: small vowels belong to the one before."""
    return sum(character not in SMALL for character in kana)
