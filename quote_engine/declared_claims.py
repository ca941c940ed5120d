"""What ``claims.yml`` of the guide may contain: kinds of claim, their steps and the papers they need."""

from quote_engine.declared_parts import SOURCE, many, optional
from quote_engine.scalars import Day, Id, OneOf, Text
from quote_engine.shape import Key, ListOf, Record

PAPER = Record(
    {
        "label": Key(Text(), "書類の名前"),
        "from": Key(Text(), "もらうところ"),
        "detail": optional(Text(), "一言", ""),
        "source": Key(SOURCE, "出典"),
    },
    "書類",
)
STEP = Record({"do": Key(Text(), "すること"), "detail": Key(Text(), "くわしい一文")}, "手順")
NEEDED = Record(
    {
        "paper": Key(Id("書類"), "書類"),
        "need": Key(OneOf(("always", "asked"), "いつ出すか"), "いつ出すか"),
        "when": optional(Text(), "どんなとき", ""),
    },
    "いる書類",
)
WEB = Record({"how": Key(Text(), "インターネットでの請求のしかた"), "source": Key(SOURCE, "出典")}, "インターネット")
TEXTS = ListOf(Text(), "文の並び")
CLAIM = Record(
    {
        "id": Key(Id(), "名前"),
        "label": Key(Text(), "表示名"),
        "what": Key(Text(), "何を請求するか"),
        "page": Key(Text(), "ページ"),
        "desk": Key(Id("窓口"), "窓口"),
        "web": optional(WEB, "インターネット"),
        "thresholds": optional(TEXTS, "出る条件", []),
        "steps": Key(ListOf(STEP, "手順"), "手順"),
        "papers": Key(ListOf(NEEDED, "書類"), "書類"),
        "send": Key(Text(), "送り先"),
        "next": Key(TEXTS, "そのあと"),
        "mistakes": Key(TEXTS, "よくある間違い"),
        "source": Key(SOURCE, "出典"),
    },
    "請求の種類",
)
CLAIMS = Record(
    {
        "checked": Key(Day(), "確かめた日"),
        "limitation": Key(Id("事実"), "請求できる期間"),
        "how_long": Key(Text(), "かかる日数"),
        "papers": Key(many(PAPER, "書類"), "書類"),
        "claims": Key(ListOf(CLAIM, "請求の種類"), "請求の種類"),
    },
    "請求のファイル",
)
