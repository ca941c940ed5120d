"""Heads of pages: what the front matter of ``docs/**/*.md`` may say, read with the loader of the data."""

from pathlib import Path

from guide.library import Guide
from guide.names import is_built
from rulebook.checks.names import check_name
from rulebook.shapes.scalars import Day, Flag, Id, OneOf, Text
from rulebook.shapes.shape import Fields, Key, ListOf, Record
from rulebook.sheets.placed import read_text
from rulebook.sheets.problem import Place, Report

GUIDE_FOLDERS = ("guide", "claim", "accident", "ask", "contract", "mypage", "coop", "voices", "glossary", "easy", "en")
"""Folders whose pages state facts: each says when they were checked, and all but a folder's first page from what."""
UNPUBLISHED = ("adr", "generated")


def _optional(shape: Text | Day | Flag | Id | OneOf | ListOf, title: str) -> Key:
    return Key(shape, title, required=False)


CRUMB = Record({"title": Key(Text(), "題"), "url": Key(Text(), "アドレス")}, "道すじ")
HEAD = Record(
    {
        "title": Key(Text("題"), "題"),
        "description": Key(Text("1文の説明"), "1文の説明"),
        "yomi": _optional(Text(), "よみと、ふだんの言葉"),
        "checked": _optional(Day(), "資料と照らした日"),
        "sources": _optional(ListOf(Text("出典"), "出典"), "出典"),
        "edition_notice": _optional(OneOf(("foot", "always"), "改定のことわり"), "改定のことわり"),
        "layout": _optional(OneOf(("plain",), "組み方"), "組み方"),
        "css": _optional(ListOf(Text(), "CSS"), "CSS"),
        "js": _optional(ListOf(Text(), "JavaScript"), "JavaScript"),
        "search": _optional(OneOf(("off",), "さがす対象"), "さがす対象"),
        "robots": _optional(OneOf(("noindex",), "検索サイト"), "検索サイト"),
        "contents": _optional(Flag(), "目次"),
        "crumbs": _optional(ListOf(CRUMB, "道すじ"), "道すじ"),
        "group_list": _optional(Flag(), "組のページの一覧"),
        "ruby": _optional(Flag(), "ふりがな"),
        "crumb": _optional(Text(), "道すじに出す題"),
        "other_languages": _optional(Text(), "やさしい日本語と英語のページ"),
        "lang": _optional(OneOf(("ja", "en"), "言語"), "言語"),
    },
    "ページの先頭",
)


def written_pages(guide: Guide) -> dict[str, Path]:
    """Return the pages that people wrote, by their name below ``docs/``; none where no docs stand beside the data."""
    if guide.docs is None:
        return {}
    pages = {path.relative_to(guide.docs).as_posix(): path for path in sorted(guide.docs.rglob("*.md"))}
    return {name: path for name, path in pages.items() if name.split("/")[0] not in UNPUBLISHED and not is_built(name)}


def read_heads(guide: Guide, report: Report) -> dict[str, Fields]:
    """Return the head of every page that people wrote, by its name below ``docs/``."""
    heads = {name: _read(path, f"../docs/{name}", report) for name, path in written_pages(guide).items()}
    return {name: head for name, head in heads.items() if head is not None}


def check_heads(heads: dict[str, Fields], guide: Guide, report: Report) -> None:
    """Report titles and descriptions that stand twice, unknown documents, and guide pages that do not say their origin."""
    _unique(heads, report)
    known = guide.documents()
    for name, head in heads.items():
        sources = head["sources"]
        for source, place in zip(sources or [], sources.places if sources else [], strict=True):
            check_name(source.partition(" ")[0], known, place, "文書", report)
        folder, _, page = name.partition("/")
        if folder not in GUIDE_FOLDERS or not page:
            continue
        if "checked" not in head.places:
            report.add(head.place, "このページに checked（資料と照らした日）がありません。", 'checked: "2026-11-21" のように書いてください。')
        if not sources and page != "index.md":
            report.add(head.place, "このページに sources（出典）がありません。", 'sources: ["pamphlet_2020_04 P.5"] のように書いてください。')


def _unique(heads: dict[str, Fields], report: Report) -> None:
    for key, title in (("title", "題"), ("description", "説明")):
        first: dict[str, str] = {}
        for name, head in heads.items():
            if head[key] in first:
                report.add(head.at(key), f"同じ{title}のページが、ほかにもあります。", f"docs/{first[head[key]]} とちがう{title}にしてください。")
            elif head[key]:
                first[head[key]] = name


def _read(path: Path, file: str, report: Report) -> Fields | None:
    before, line, rest = path.read_text(encoding="utf-8").partition("---\n")
    text, end, _ = rest.partition("\n---\n")
    if before or not line or not end:
        report.add(Place(file, 1, 1), "ページの先頭（--- にはさまれた所）がありません。", "1行目から、--- と title: と description: と --- を書いてください。")
        return None
    # The first line of the file is the --- above, so that places count from there.
    node = read_text(f"\n{text}\n", file, report)
    head: Fields | None = None if node is None else HEAD.read(node, report)
    return head
