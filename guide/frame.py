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
    "home": ("はじめのページ", "はじめに"),
    "skip": ("本文へ飛ぶ", "本文へ進む"),
    "pages": ("組のページの題", "「{group}」のページ"),
    "path": ("道すじの名前", "現在の位置"),
    "groups_of_site": ("組の案内の名前", "主な案内"),
    "menu": ("メニュー", "メニュー"),
    "search": ("さがす", "さがす"),
    "search_words": ("さがす欄の題", "言葉でさがす"),
    "search_hint": ("さがす欄の一言", "漢字でも、ひらがなでも探せます。"),
    "close": ("とじる", "とじる"),
    "about": ("このサイトについて", "このサイトについて"),
    "privacy": ("個人情報", "個人情報の扱い"),
    "site_links": ("ページの下の案内の名前", "サイトの案内"),
    "colours": ("画面の色", "画面の色"),
    "colours_device": ("端末の色", "端末に合わせる"),
    "colours_light": ("明るい色", "明るい"),
    "colours_dark": ("暗い色", "暗い"),
    "compared": ("照らした日の文", "資料と照らした日 {date}。"),
    "compared_dated": ("照らした日と資料の日付の文", "資料と照らした日 {date}（資料の日付 {dates}）。"),
    "from": ("出典の文", "出典：{sources}。"),
    "date": ("日付の書き方", "{year}年{month}月{day}日"),
    "month": ("年月の書き方", "{year}年{month}月"),
    "and": ("2つの間", "と"),
    "list": ("いくつもの間", "、"),
    "helpful": ("役に立ったかの問い", "このページは役に立ちましたか"),
    "yes": ("はい", "はい"),
    "no": ("いいえ", "いいえ"),
    "comment": ("ひとこと", "ひとこと"),
    "comment_free": ("書かなくてよい", "書かなくてもかまいません"),
    "comment_note": ("ひとことの注意", "400字まで。名前、住所、電話番号、契約の番号は書かないでください。返事はできません。"),
    "leave_empty": ("書かない欄", "ここには何も書かないでください"),
    "send": ("送る", "送る"),
    "free": ("無料", "無料"),
    "paid": ("つながらないとき", "IP電話なら"),
    "paid_after": ("有料のことわり", "（有料）"),
    "matter": ("用件", "用件"),
    "call": ("電話", "電話"),
    "always": ("いつでも", "24時間、365日"),
    "closed": ("休み", "休み"),
}
"""Every word of the frame: what it is, and as an example how Japanese pages say it."""
DAYS = {"weekdays": "平日", "saturday": "土曜", "sunday_holidays": "日曜・祝日", "new_year": "年末年始"}
LANGUAGE = Record(
    {
        **{key: Key(Text(), title, help=f"「{title}」の言葉です。", example=example) for key, (title, example) in WORDS.items()},
        "days": Key(Record({day: Key(Text(), "日の種類", help="日の種類の言葉です。", example=example) for day, example in DAYS.items()}, "日の種類"), "日の種類", help="窓口の時間に使う、日の種類の言葉です。"),
        "group": optional(Text(), "組の名前", help="道すじに出す、このことばの組の名前です。", example="English"),
        "groups": optional(MapOf(Text(), "組の題", Text()), "組の題", {}, help="mkdocs.yml の組の題を、このことばで言うとどうなるかです。", example={"値段を知る": "Prices"}),
        "statement": optional(Text(), "公式でないこと", help="公式サイトではないことを言う文です。書かなければ data/site.yml の文です。", example="This is not the official site."),
        "sample_statement": optional(Text(), "参考の金額のことわり", help="書かなければ data/site.yml の文です。", example="Premiums are estimates."),
        "months": optional(ListOf(Text(), "月の名前"), "月の名前", [], help="{month_name} に入る、1月からの名前です。", example=["January", "February"]),
        "sources": optional(MapOf(Text(), "文書の題", Text()), "文書の題", {}, help="data/sources.yml の文書の題を、このことばで言うとどうなるかです。", example={"pamphlet_2020_04": "the pamphlet of 2020"}),
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
