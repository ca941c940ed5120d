"""Captions: how a sentence becomes cues of at most two lines of twenty full-width characters."""

import unicodedata

LINE, LINES = 20, 2
STOP = 8
"""By how many characters two cues may be more uneven when they part at the end of a sentence."""
NOT_FIRST = "。、）」』？！・ー〜…ぁぃぅぇぉっゃゅょァィゥェォッャュョ：%％"
NOT_LAST = "（「『"


def width(text: str) -> float:
    """Return the width in full-width characters: a half-width one counts half."""
    return sum(1 if unicodedata.east_asian_width(character) in "FWA" else 0.5 for character in text)


def cues(text: str, phrases: list[str] | None = None) -> list[list[str]] | None:
    """Return the cues of one sentence, each a list of lines; None where it cannot be fitted.

    ``phrases`` (BudouX) say where a line may break well. Without them a line may break between any two characters
    that may be parted; so what fits with phrases always fits without, and checking needs no BudouX.
    """
    found: list[list[str]] = []
    rest = text
    while rest:
        cut = next((cut for cut in ([len(rest)] if lines(rest, None) else _commas(rest)) if lines(rest[:cut], None)), None)
        if cut is None:
            return None
        found.append(lines(rest[:cut], _within(phrases, len(text) - len(rest), cut)) or [])
        rest = rest[cut:]
    return found


def lines(text: str, phrases: list[str] | None) -> list[str] | None:
    """Return ``text`` as one or two lines, the two as even as may be; None where they would be too long."""
    if width(text) <= LINE:
        return [text]
    for breaks in (_after(phrases), range(1, len(text))):
        fitting = [at for at in breaks if _parted(text, at) and width(text[:at]) <= LINE and width(text[at:]) <= LINE]
        if fitting:
            at = min(fitting, key=lambda at: (abs(width(text[:at]) - width(text[at:])) - (3 if text[at - 1] == "、" else 0), at))
            return [text[:at], text[at:]]
    return None


def _commas(text: str) -> list[int]:
    """Return the places after 、 and 。, the one that leaves the evenest halves first; 。 counts for more."""
    whole = width(text)
    cuts = [index + 1 for index, character in enumerate(text) if character in "、。" and index + 1 < len(text)]
    return sorted(cuts, key=lambda cut: abs(width(text[:cut]) - whole / 2) - (STOP if text[cut - 1] == "。" else 0))


def _after(phrases: list[str] | None) -> list[int]:
    ends, end = [], 0
    for phrase in phrases or []:
        end += len(phrase)
        ends.append(end)
    return ends[:-1]


def _within(phrases: list[str] | None, start: int, length: int) -> list[str] | None:
    if phrases is None:
        return None
    found, at = [], 0
    for phrase in phrases:
        first, last = max(at, start), min(at + len(phrase), start + length)
        if first < last:
            found.append(phrase[first - at : last - at])
        at += len(phrase)
    return found


def _parted(text: str, at: int) -> bool:
    """Tell whether a line may end before ``at``: never inside a number or a Latin word, never before a full stop."""
    before, after = text[at - 1], text[at]
    glued = before.isascii() and after.isascii() and before != " "
    return not glued and after not in NOT_FIRST and before not in NOT_LAST and not (before.isdigit() and after in "円年月日時分枚回歳%")
