"""What ``frame.yml`` of the guide may contain: the words around a page, for each language that pages are written in."""

from collections.abc import Mapping
from typing import Any

from guide.library import Guide
from rulebook.declared.parts import optional
from rulebook.shapes.scalars import Text
from rulebook.shapes.shape import Fields, Key, ListOf, MapOf, Record
from rulebook.sheets.problem import Report

LANGUAGES = {"ja": "日本語", "easy": "やさしい日本語", "english": "英語"}
WORDS = {
    "home": "はじめのページ", "skip": "本文へ飛ぶ", "pages": "組のページの題", "path": "道すじの名前", "groups_of_site": "組の案内の名前",
    "menu": "メニュー", "search": "さがす", "search_words": "さがす欄の題", "search_hint": "さがす欄の一言", "close": "とじる",
    "about": "このサイトについて", "privacy": "個人情報", "site_links": "ページの下の案内の名前",
    "colours": "画面の色", "colours_device": "端末の色", "colours_light": "明るい色", "colours_dark": "暗い色",
    "compared": "照らした日の文", "from": "出典の文", "date": "日付の書き方",
    "helpful": "役に立ったかの問い", "yes": "はい", "no": "いいえ", "comment": "ひとこと", "comment_free": "書かなくてよい",
    "comment_note": "ひとことの注意", "leave_empty": "書かない欄", "send": "送る",
    "free": "無料", "paid": "つながらないとき", "paid_after": "有料のことわり", "matter": "用件", "call": "電話",
    "always": "いつでも", "closed": "休み",
}  # fmt: skip
"""Every word of the frame, with what it is."""
DAYS = ("weekdays", "saturday", "sunday_holidays", "new_year")
LANGUAGE = Record(
    {
        **{key: Key(Text(), title, help=f"「{title}」の言葉です。") for key, title in WORDS.items()},
        "days": Key(Record({day: Key(Text(), "日の種類", help="日の種類の言葉です。") for day in DAYS}, "日の種類"), "日の種類", help="窓口の時間に使う、日の種類の言葉です。"),
        "group": optional(Text(), "組の名前", help="道すじに出す、このことばの組の名前です。"),
        "groups": optional(MapOf(Text(), "組の題", Text()), "組の題", {}, help="mkdocs.yml の組の題を、このことばで言うとどうなるかです。"),
        "statement": optional(Text(), "公式でないこと", help="公式サイトではないことを言う文です。書かなければ data/site.yml の文です。"),
        "sample_statement": optional(Text(), "参考の金額のことわり", help="書かなければ data/site.yml の文です。"),
        "months": optional(ListOf(Text(), "月の名前"), "月の名前", [], help="{month_name} に入る、1月からの名前です。"),
        "sources": optional(MapOf(Text(), "文書の題", Text()), "文書の題", {}, help="data/sources.yml の文書の題を、このことばで言うとどうなるかです。"),
    },
    "枠の言葉",
)
FRAME = Record(
    {"languages": Key(Record({id_: Key(LANGUAGE, title, help=f"{title}のページの枠の言葉です。") for id_, title in LANGUAGES.items()}, "ことば"), "ことば", help="ことばごとの枠の言葉です。")},
    "枠の言葉のファイル",
)


def tongue(head: Mapping[str, Any]) -> str:
    """Return the language of a page, as ``frame.yml`` names it, from the page's head."""
    if head.get("lang") == "en":
        return "english"
    return "easy" if head.get("ruby") else "ja"


def check_sources_named(heads: Mapping[str, Fields], guide: Guide, report: Report) -> None:
    """Report each source of a page in another language whose title that language does not have."""
    for file in guide.named("frame.yml"):
        for head in heads.values():
            language = tongue(head)
            known = file["languages"][language]["sources"]
            sources = head["sources"]
            if language == "ja" or not sources:
                continue
            for source, place in zip(sources, sources.places, strict=True):
                if source.partition(" ")[0] not in known:
                    report.add(place, f"「{source}」の題が、{LANGUAGES[language]}でありません。", f"data/guide/frame.yml の {language} の sources に書いてください。")
