"""What ``searched.yml`` of the guide may contain, and that nothing is called unpublished that nobody searched for.

「公表されていません」 says something about the world, 「手元の資料にありません」 only about the two documents on the desk.
"""

import re

from guide.library import FOLDER, Guide
from guide.page_heads import written_pages
from rulebook.declared.parts import many
from rulebook.shapes.scalars import Day, Text
from rulebook.shapes.shape import Key, Record
from rulebook.sheets.problem import Place, Report

SEARCHED = Record(
    {
        "words": Key(
            Record(
                {
                    "unpublished": Key(Text(), "さがしたものの言葉", help="さがしても、だれも公表していないものの言い方です。", example="公表されていません"),
                    "unknown": Key(Text(), "さがしていないものの言葉", help="資料にないというだけのものの言い方です。", example="手元の資料にありません"),
                },
                "言葉",
            ),
            "言葉",
            help="ページに出る、2つの言い方です。",
        ),
        "searched": Key(
            many(
                Record(
                    {
                        "what": Key(Text(), "何をさがしたか", help="さがしたものを、短く書きます。", example="補償ごとのもとの掛金"),
                        "where": Key(Text(), "どこをさがしたか", help="見たページや資料です。", example="公式サイトのマイカー共済のページ"),
                        "checked": Key(Day(), "さがした日", help="最後にさがした日です。古くなると、検査が知らせます。"),
                    },
                    "さがしたもの",
                ),
                "さがしたもの",
            ),
            "さがしたもの",
            help='さがしても見つからなかったものです。名前は、ページで {{ unpublished("…") }} と書いて引きます。',
        ),
    },
    "さがしたもののファイル",
)
CLAIMED = re.compile(r"公表されていま(?:せん|す)|公表されてい(?:ない|る)|公表していま(?:せん|す)")
"""Ways to say that something is or is not published; each must rest on the list of what was searched for."""
MACRO = re.compile(r"\{\{\s*unpublished\(.*?\)\s*\}\}")
HERE = "searched.yml"


def check_unpublished(guide: Guide, report: Report) -> None:
    """Report each sentence of pages and of the guide's data that calls something unpublished by itself."""
    if not guide.named(HERE):
        return
    pages = [(path, f"../docs/{name}") for name, path in written_pages(guide).items() if not name.startswith("handbook/")]
    data = [(guide.root / FOLDER / name, f"{FOLDER}/{name}") for name in guide.files if name != HERE]
    for path, name in [*pages, *data]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            found = CLAIMED.search("" if line.lstrip().startswith("#") and path.suffix != ".md" else MACRO.sub("", line))
            if found:
                report.add(
                    Place(name, number, found.start() + 1),
                    f"「{found[0]}」と書けるのは、さがしたものだけです。",
                    '資料にないだけなら「手元の資料にありません」（ページでは {{ unknown() }}）、さがしたものなら searched.yml に足して {{ unpublished("…") }} です。',
                )
