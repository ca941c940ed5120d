"""What the guide's files on cover may contain: when nothing is paid, what courts awarded, riders that are another answer."""

from rulebook.declared.parts import ANSWERS, CERTAINTY, SOURCE, many, optional
from rulebook.shapes.scalars import Day, Integer, Text
from rulebook.shapes.shape import Key, ListOf, Record, Shape

ORIGIN = {
    "certainty": optional(CERTAINTY, "確かさ", help="published は公表された内容、sample は参考の内容です。参考には、ページで印が付きます。"),
    "source": Key(SOURCE, "出典", help="書いてあることの出典です。"),
    "checked": Key(Day(), "確かめた日", help="内容を、出典と最後にくらべた日です。古くなると、検査が知らせます。"),
}

EXCLUSION = Record(
    {
        "label": Key(Text(), "補償の名前", help="補償の名前です。ページの見出しに出ます。", example="物への賠償（対物賠償）"),
        "note": optional(Text(), "ことわり", "", help="一覧の下に足す、ことわりの文です。", example="資料にあるものだけです。"),
        "cases": Key(ListOf(Text(), "出ない場合"), "出ない場合", help="共済金が出ない場合を、1行ずつ書きます。", example=["わざと起こした損害。"]),
        **ORIGIN,
    },
    "出ない場合",
)
COURT_CASE = Record(
    {
        "whose": Key(Text(), "だれの、何の損害か", help="だれの損害か、何の損害かです。", example="大学生"),
        "amount": Key(Integer(at_least=1), "認められた額", help="裁判で認められた額（円）です。区切りを付けずに書きます。", example=10000),
        "court": optional(Text(), "裁判所と判決の日", "", help="裁判所の名前と判決の日です。資料になければ書きません。", example="神戸地方裁判所 2013年7月4日"),
    },
    "裁判の例",
)
COURT_CASES = Record(
    {
        "label": Key(Text(), "表の題", help="例を並べる表の題です。", example="人への賠償が高額になった例"),
        "head": Key(Text(), "列の題", help="例を書く列の見出しです。", example="こわれた物"),
        "cases": Key(ListOf(COURT_CASE, "裁判の例"), "裁判の例", help="裁判の例です。額の大きいものから書きます。"),
        **ORIGIN,
    },
    "裁判の例の組",
)
RIDER = Record(
    {
        "label": Key(Text(), "特約の名前", help="特約の正式な名前です。", example="子供特約"),
        "what": Key(Text(), "内容", help="その特約で何が変わるかを書きます。", example="運転する人を、本人と配偶者だけにします。"),
        "attached": Key(Text(), "付き方", help="選んで付けるか、自動で付くかなど、付き方です。", example="選んで付けます。"),
        "answers": optional(
            ANSWERS, "値段のページの答え", {}, help="値段のページで、この特約にあたる答えです。書くと、その答えで値段を見るボタンが出ます。", example={"driver_scope": "couple"}
        ),
        **ORIGIN,
    },
    "特約",
)
WORDS_TABLE = Record(
    {
        "caption": Key(Text(), "表の題", help="表の上に出る題です。", example="人身傷害が出る人と場面"),
        "heads": Key(ListOf(Text(), "列の題"), "列の題", help="列の題です。1列めの下は、行の題になります。", example=["場面", "本人と家族"]),
        "rows": Key(
            ListOf(ListOf(Text(), "行"), "行"),
            "行",
            help="行の並びです。1行を、heads と同じ数の言葉で書きます。{名前} には、事実（facts）の値が入ります。",
            example=[["この車に乗っていた", "出ます"]],
        ),
        **ORIGIN,
    },
    "文章の表",
)

COVER_FILES: dict[str, Shape] = {
    "exclusions.yml": Record(
        {"exclusions": Key(many(EXCLUSION, "補償"), "補償ごとの出ない場合", help="補償ごとの、共済金が出ない場合です。名前は、ページで一覧を引くときに使います。")},
        "出ない場合のファイル",
    ),
    "court_cases.yml": Record({"kinds": Key(many(COURT_CASES, "組"), "組", help="裁判の例の組です。名前は、ページで表を引くときに使います。")}, "裁判の例のファイル"),
    "tables.yml": Record(
        {"tables": Key(many(WORDS_TABLE, "文章の表"), "文章の表", help='文章で書く小さな表です。名前は、ページで {{ words_table("…") }} と書いて引きます。')}, "文章の表のファイル"
    ),
    "riders.yml": Record(
        {"riders": Key(many(RIDER, "特約"), "特約", help="値段の計算で、特約の質問としては聞かない特約です。特約のページの表に並びます。")}, "そのほかの特約のファイル"
    ),
}
"""Files of ``data/guide/`` on what is covered."""
