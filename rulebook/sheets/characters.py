"""Characters that nobody sees, or takes for others: each is told with its place, and left out of what is read on."""

import re
import unicodedata

from rulebook.sheets.problem import Place, Report

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\U000e0000-\U000e0fff]"
)
_GARBLED = re.compile("[\x80-\x9f\ufffd]+")
_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_INDENT = re.compile("^[ \t]*\u3000[ \t\u3000]*")
_APART = re.compile(".[\u3099\u309a\u0300-\u036f]")
"""A letter and its mark as two characters, as some file systems write them."""
_LOOKALIKE = re.compile("(?<=[A-Za-z_])[\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff](?=[A-Za-z_])")
_LATIN = str.maketrans("аеорсухіѕјһԁкмвнтοανρκ", "aeopcyxisjhdkmbhtoavpk")
_KNOWN = {
    "\ufffd": "読めなかった文字の代わりの記号", "\ufeff": "BOM の印", "\u200b": "幅のない空白", "\u00a0": "改行しない空白",
    "\u00ad": "見えないハイフン", "\u202e": "向きを変える印", "\x00": "空の文字（NUL）",
}  # fmt: skip


def seen(text: str, file: str, report: Report) -> str:
    """Return ``text`` without what cannot be seen or passes for something else; the first of each line goes to ``report``."""
    text = text.removeprefix("\ufeff")  # some editors begin every file with it
    return "\n".join(_line(line, number, file, report) for number, line in enumerate(text.split("\n"), 1))


def _line(line: str, number: int, file: str, report: Report) -> str:
    if line.isascii() and line.replace("\t", "").removesuffix("\r").isprintable():
        return line
    for form, message, hint, mended in (
        (_UNSEEN, "目に見えない文字{name}があります。", "この行を打ち直すか、その文字を消してください。", lambda _: ""),
        (_GARBLED, "文字化けした文字{name}があります。", "この行を打ち直してください。", lambda _: ""),
        (_INDENT, "字下げに、全角の空白があります。", "半角の空白で字下げしてください。", lambda found: found[0].replace("\u3000", "  ")),
        (_BLANK, "ふつうの空白に見える、別の文字{name}があります。", "半角の空白に打ち直してください。", lambda _: " "),
        (_APART, "「{text}」が、2つの文字に分かれています。", "打ち直して、1つの文字にしてください。", lambda found: unicodedata.normalize("NFC", found[0])),
        (_LOOKALIKE, "「{text}」は、英字に見える別の文字{name}です。", "半角の英字で打ち直してください。", lambda found: found[0].translate(_LATIN)),
    ):
        found = form.search(line)
        if found:
            column = found.end() if form is _INDENT else found.start() + 1
            report.add(Place(file, number, column), message.format(name=_name(found[0]), text=found[0]), hint)
            line = form.sub(mended, line)
    return line


def _name(found: str) -> str:
    mark = found[0]
    said = _KNOWN.get(mark)
    return f"（{said}、U+{ord(mark):04X}）" if said else f"（U+{ord(mark):04X}）"
