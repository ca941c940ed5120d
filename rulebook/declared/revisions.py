"""What the file of announced revisions may contain: changes of the product that came after the document the site explains."""

from rulebook.declared.parts import SOURCE, optional
from rulebook.shapes.scalars import Day, Id, OneOf, Text
from rulebook.shapes.shape import Key, ListOf, MapOf, Record

CERTAINTIES = ("published", "reported")
NOTICES = ("ja", "easy", "english")
"""Who the pages speak to: each kind has a notice of its own."""

NOTICE = Record(
    {
        "text": Key(
            Text(),
            "文",
            help="{edition} に資料の日付、{dates} に改定の年月が入ります。",
            example="{edition}の資料による説明です。{dates}に改定がありました。",
        ),
        "link": Key(Text(), "リンクの言葉", help="「変わったこと」のページへ行く言葉です。", example="変わったこと"),
    },
    "ことわり",
)

TOUCHES = Record(
    {
        "accidents": optional(ListOf(Id("事故"), "事故"), "事故", [], help="own_damage のタイプで、出るか出ないかが変わった事故です。data/accidents.yml の kinds の名前です。", example=["theft"]),
        "own_damage": optional(ListOf(Id("タイプ"), "タイプ"), "車両損害のタイプ", [], help="accidents の事故で変わった、車両損害のタイプです。", example=["economy"]),
        "coverages": optional(ListOf(Id("補償"), "補償"), "補償と特約", [], help="内容か、付けられる条件が変わった補償と特約です。", example=["new_car_replacement"]),
        "discounts": optional(ListOf(Id("割引"), "割引"), "割引", [], help="条件か率が変わった割引です。", example=["new_car"]),
        "grades": optional(
            MapOf(ListOf(Id("列"), "列"), "等級", Id("等級")), "等級の率", {}, help="率が変わった等級と、版の grades.yml の列です。", example={"22": ["accident_free"]}
        ),
        "figures": optional(ListOf(Id("額"), "額"), "いくら出るかの額", [], help="変わった額や日数です。版の payouts.yml の figures の名前です。", example=["lodging"]),
        "asked": optional(ListOf(Id("質問"), "質問"), "事故の質問", [], help="答えがあるとき、いくら出るかの結果に印を出す質問です。", example=["lodging_cost"]),
    },
    "変わるところ",
)

CHANGE = Record(
    {
        "id": Key(Id(), "名前", help="「変わったこと」のページの中で、この変更をさす名前です。", example="economy_wider"),
        "title": Key(Text(), "題", help="何のことかを、短く書きます。", example="新車割引の期間"),
        "what": Key(Text(), "変わったこと", help="改定のあと、どうなったかを書きます。", example="宿泊費用が、なくなりました。"),
        "before": Key(Text(), "その前", help="改定の前、どうだったかを書きます。", example="出ました。"),
        "whom": Key(Text(), "関わる人", help="この変更が関わる人を書きます。", example="付随諸費用補償を付けている人"),
        "look_up": Key(Text(), "証書で見る所", help="自分の契約がどちらかを、証書のどこで確かめるかです。", example="車両損害のタイプ"),
        "touches": optional(TOUCHES, "変わるところ", help="印を付ける表の欄と、計算の結果です。"),
        "pages": Key(ListOf(Text(), "ページ"), "説明のページ", help="そのことを説明しているページです。docs/ からの名前で書きます。", example=["guide/own-car.md#types"]),
        "certainty": Key(OneOf(CERTAINTIES, "確かさ"), "確かさ", help="published は共済のお知らせで、reported はほかの団体の案内や報道だけで読んだことです。"),
        "source": Key(SOURCE, "出典", help="読んだ文書です。"),
    },
    "変更",
)

REVISION = Record(
    {
        "start": Key(Day(), "改定の日", help="改定が始まった日です。上から、早い順に書きます。", example="2025-04-01"),
        "applies": Key(Text(), "当てはまる契約", help="どの契約から当てはまるかを書きます。わからなければ、そう書きます。", example="この日から始まる契約です。"),
        "known": Key(Text(), "どうやって知ったか", help="何を読んで、何がわからないかを書きます。", example="お知らせを読みました。額はわかりません。"),
        "changes": Key(ListOf(CHANGE, "変更"), "変更", help="この改定で変わったことです。"),
    },
    "改定",
)

REVISIONS = Record(
    {
        "revises": Key(Id("文書"), "もとの資料", help="改定の前の資料です。この文書を出典にするページに、ことわりが出ます。", example="pamphlet_2020_04"),
        "checked": Key(Day(), "確かめた日", help="新しい改定のお知らせがないかを、最後にさがした日です。古くなると、検査が知らせます。"),
        "notice": Key(Record({key: Key(NOTICE, title, help=f"{title}のページに出す文です。") for key, title in zip(NOTICES, ("ふつうの日本語", "やさしい日本語", "英語"), strict=True)}, "ことわり"), "ことわり", help="ページに出す文です。"),
        "revisions": Key(ListOf(REVISION, "改定"), "改定", help="お知らせのあった改定です。"),
    },
    "改定のファイル",
)
