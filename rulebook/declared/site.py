"""What the files on the site itself may contain: its words, the telephone desks, the documents that all rests on."""

import re

from rulebook.declared.parts import many, optional
from rulebook.shapes.scalars import Day, Flag, Id, Integer, OneOf, Text
from rulebook.shapes.shape import Key, ListOf, Record, Schema, Shape, Shared
from rulebook.sheets.placed import Node, Scalar
from rulebook.sheets.problem import Place, Report

_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_SPAN = re.compile(f"{_CLOCK}-(?:{_CLOCK}|24:00)")
_PHONE = re.compile("(?=(?!0[5-9]0)0(?:-?[0-9]){9}$|0[5-9]0(?:-?[0-9]){8}$)[0-9]+(?:-[0-9]+)+")


class Span(Shape):
    """The hours of one kind of day: "09:00-19:00", or the word closed."""

    title = "受付時間"

    def read(self, node: Node, report: Report) -> str | None:
        """Return the hours as written."""
        text = Text(self.title).read(node, report)
        opens, _, closes = (text or "").partition("-")
        if text is None or text == "closed" or (_SPAN.fullmatch(text) and opens < closes):
            return text
        report.add(node.place, f"「{text}」は受付時間として読めません。", '"09:00-19:00" のように、24時間の時計で書いてください。休みの日は closed です。')
        return None

    def schema(self, shared: Shared) -> Schema:
        """Describe the hours for editors' tools."""
        written = "24時間の時計で書きます。休みの日は closed です。"
        pattern, examples = f"^({_SPAN.pattern}|closed)$", ["09:00-19:00", "closed"]
        return {"title": self.title, "description": written, "type": "string", "pattern": pattern, "examples": examples}


OPEN = {
    "weekdays": Key(Span(), "平日", help="月曜から金曜までの時間です。"),
    "saturday": Key(Span(), "土曜", help="土曜の時間です。"),
    "sunday_holidays": Key(Span(), "日曜・祝日", help="日曜と祝日の時間です。"),
    "new_year": optional(Span(), "年末年始", help="年末年始の時間です。書かなければ、曜日のとおりに受け付けます。"),
}


class Hours(Shape):
    """Opening hours: the word always, or hours by kind of day."""

    title = "受付時間"

    def read(self, node: Node, report: Report) -> object:
        """Return "always" or the hours by kind of day."""
        if isinstance(node, Scalar):
            return OneOf(("always",), self.title).read(node, report)
        return Record(OPEN, self.title).read(node, report)

    def schema(self, shared: Shared) -> Schema:
        """Describe both forms for editors' tools."""
        always = {**OneOf(("always",), self.title).schema(shared), "description": "always は、いつでもつながる窓口です。"}
        return {"title": self.title, "anyOf": [always, {**Record(OPEN, self.title).schema(shared), "description": "日の種類ごとに書きます。"}]}


class Phone(Shape):
    """A telephone number as it is dialled in Japan: 10 digits, 11 of those for mobiles, 050 and 0800."""

    title = "電話番号"

    def read(self, node: Node, report: Report) -> str | None:
        """Return the number as written."""
        text = Text(self.title).read(node, report)
        if text is None or _PHONE.fullmatch(text):
            return text
        report.add(node.place, f"「{text}」は電話番号として読めません。", "半角の数字を - で区切ります。ぜんぶで10けた（0800、050、携帯電話は11けた）です。")
        return None

    def blank(self, place: Place) -> str:
        return ""

    def schema(self, shared: Shared) -> Schema:
        """Describe the number for editors' tools."""
        written = "半角の数字を - で区切り、引用符で囲みます。"
        return {"title": self.title, "description": written, "type": "string", "pattern": f"^(?:{_PHONE.pattern})$", "examples": ["0120-000-000"]}


CONTACT = Record(
    {
        "id": Key(Id(), "名前", help="ページや請求の手順から、この窓口を引く名前です。", example="customer_service"),
        "label": Key(Text(), "表示名", help="窓口の正式な名前です。番号のそばに出ます。", example="お客様サービスセンター"),
        "phone": Key(Phone(), "電話", help="電話番号です。ここを直すと、どのページの番号も変わります。", example="0120-000-000"),
        "phone_paid": optional(Phone(), "有料の電話", help="無料の番号につながらない人のための、通話料のかかる番号です。", example="03-0000-0000"),
        "what_for": Key(Text(), "用件", help="どんなときに電話する窓口かを、短く書きます。", example="事故にあったときの最初の連絡"),
        "hours": Key(Hours(), "受付時間", help="電話を受ける時間です。いま、つながるかも、ここから計算します。", example="always"),
        "source": Key(Id(), "出典", help="番号と時間が書いてある文書です。data/sources.yml の名前を書きます。", example="pamphlet_2020_04"),
        "place": Key(Text(), "出典の場所", help="その文書の、どこに書いてあるかです。", example="事故受付"),
        "checked": Key(Day(), "確かめた日", help="番号と時間を、出典と最後にくらべた日です。古くなると、検査が知らせます。"),
        "only_guide": optional(Flag(), "計算の画面に出さない", default=False, help="true なら案内のページだけに出して、計算の画面には出しません。"),
    },
    "窓口",
)

SITE_FILES: dict[str, Shape] = {
    "site.yml": Record(
        {
            "name": Key(Text(), "サイトの名前", help="どのページの題にも出る、サイトの名前です。", example="マイカー共済ガイド"),
            "description": Key(
                Text(), "サイトの説明", help="検索の結果などに出る、サイトの説明です。1文で書きます。", example="くるまの共済の値段を、自分で確かめるための案内です。"
            ),
            "statement": Key(
                Text(), "だれのサイトか", help="公式サイトと取りちがえられないように、どのページの下にも出す文です。", example="このサイトは、公式サイトではありません。"
            ),
            "sample_statement": Key(Text(), "参考の金額のことわり", help="参考の率で出した金額のそばに出す文です。", example="試算用の値で補った、参考の金額です。"),
            "operator": Key(Text(), "運営", help="サイトを作っている人か、チームの名前です。", example="マイカー共済ガイド編集チーム"),
            "official_site": Key(Text(), "公式サイト", help="公式サイトの住所（URL）です。窓口の案内からつなぎます。", example="https://example.jp"),
            "licence": Key(Text(), "利用の条件", help="サイトとプログラムを使うときの条件の名前です。", example="MIT"),
            "checked": Key(Day(), "確かめた日", help="サイトの内容を、最後に確かめた日です。どのページの下にも出ます。"),
            "recheck_months": optional(Integer(at_least=1, at_most=60), "確かめ直すまでの月数", 12, help="確かめた日からこの月数が過ぎた事実、窓口、ページを、検査が知らせます。"),
            "edition_notice_days": optional(
                Integer(at_least=0, at_most=366),
                "料率の版が変わることを知らせる日数",
                60,
                help="料率の版が変わる日の前とあとのこの日数、値段のページで、もう一方の版ならいくらかを知らせます。",
            ),
        },
        "サイトのファイル",
    ),
    "contacts.yml": Record({"contacts": Key(ListOf(CONTACT, "窓口"), "窓口", help="電話の窓口です。番号や時間が変わったら、ここだけを直します。")}, "窓口のファイル"),
    "sources.yml": Record(
        {
            "sources": Key(
                many(
                    Record(
                        {
                            "title": Key(Text(), "題", help="文書の正式な題です。出典の一覧に出ます。", example="マイカー共済 パンフレット"),
                            "publisher": Key(Text(), "発行元", help="文書を出した人か団体です。", example="こくみん共済 coop"),
                            "edition": Key(Text(), "資料の版", help="いつの版かです。2020-04 か 2025-01-21 のように書くと、ページの下に資料の日付として出ます。決まった版がなければ、そう書きます。", example=("2020-04", "随時更新")),
                            "address": optional(Text(), "住所", help="その文書のページの住所（URL）です。紙の文書には書きません。", example="https://example.jp/faq/"),
                            "read": Key(Day(), "読んだ日", help="その文書を読んだ日です。試算用の値では、値を置いた日です。"),
                            "kind": Key(
                                OneOf(("published", "official_notice", "third_party", "industry_practice", "sample"), "種類"),
                                "種類",
                                help="published は公表された文書、official_notice は公式のお知らせ、third_party はほかの団体の説明や報道、industry_practice は業界の慣行、sample は試算用の値です。",
                            ),
                        },
                        "文書",
                    ),
                    "文書",
                ),
                "文書",
                help="値や決まりの出どころです。名前は、ほかのファイルの source に書きます。",
            ),
        },
        "文書のファイル",
    ),
}
"""Files of the data folder on the site itself."""
