"""What scripts say stands in data/words, where editors find it."""

import re

from site_build import DOCS

SCRIPTS = DOCS / "assets" / "js"
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
WORDS = re.compile("[ぁ-んァ-ヶ一-龠々]+")
KEPT = {
    "page/figures.js": ["円"],  # how yen are written, as quote_engine/values/figures.py does
    "form/models.js": ["ァ", "ヶ"],  # a range of letters
    "answers/days.js": ["年"],  # taken out of what the browser writes
}
LETTERS = ("site/search-fold.js", "site/search-list.js", "site/search-text.js")
"""The search compares spellings: rows of kana stand in it, words do not."""
KANA = re.compile("[ぁ-んァ-ヶ々]+")


def told(text: str) -> list[str]:
    return WORDS.findall(COMMENT.sub("", text))


def test_no_words_stand_in_the_scripts():
    found = {path.relative_to(SCRIPTS).as_posix(): told(path.read_text(encoding="utf-8")) for path in SCRIPTS.rglob("*.js")}
    for name in LETTERS:
        found[name] = [words for words in found[name] if not KANA.fullmatch(words)]
    assert {name: words for name, words in found.items() if words} == KEPT


def test_words_are_found_beside_comments():
    assert told('a("値段"); // 掛金\n/** 等級\n */ b(`${x}年`); fetch("https://例")') == ["値段", "年", "例"]
