"""What ``claims.yml`` of the guide may contain: kinds of claim, their steps and the papers they need."""

from guide.library import Guide
from guide.matters import matter_ids
from guide.names import PLACEHOLDER, check_page, fact_ids
from rulebook.checks.names import check_name
from rulebook.declared.parts import SOURCE, many, optional
from rulebook.shapes.scalars import Day, Id, OneOf, Text
from rulebook.shapes.shape import Fields, Key, ListOf, Record
from rulebook.sheets.problem import Place, Report

PAPER = Record(
    {
        "label": Key(Text(), "書類の名前", help="書類の正式な名前です。一覧とチェックリストに出ます。", example="被害の写真"),
        "from": Key(Text(), "もらうところ", help="書類をどこでもらうか、だれが用意するかです。", example=("自分でとる", "修理工場")),
        "detail": optional(Text(), "一言", "", help="書くとき、とるときに役立つ一言です。", example="遠く、中くらい、近くの3枚ずつ"),
        "source": Key(SOURCE, "出典", help="この書類がいると書いてある文書です。"),
    },
    "書類",
)


STEP = Record(
    {
        "do": Key(Text(), "すること", help="することを、短い言葉で書きます。手順の見出しになります。", example="電話する"),
        "detail": Key(Text(), "くわしい一文", help="何に気をつけるかを、1文か2文で書きます。{名前} には、事実（facts）の値が入ります。", example="受付番号を書きとめます。"),
    },
    "手順",
)


NEEDED = Record(
    {
        "paper": Key(Id("書類"), "書類", help="上の papers にある書類の名前です。", example="damage_photos"),
        "need": Key(OneOf(("always", "asked"), "いつ出すか"), "いつ出すか", help="always はいつも出す書類、asked は窓口にたのまれたら出す書類です。"),
        "when": optional(Text(), "どんなとき", "", help="出すときが決まっている書類に、どんなときかを書きます。", example="入院したとき"),
    },
    "いる書類",
)


WEB = Record(
    {
        "how": Key(Text(), "インターネットでの請求のしかた", help="画面でどう請求するかを書きます。", example="マイページから、写真を送れます。"),
        "source": Key(SOURCE, "出典", help="インターネットで請求できると書いてある文書です。"),
    },
    "インターネット",
)


TEXTS = ListOf(Text(), "文の並び")


CLAIM = Record(
    {
        "id": Key(Id(), "名前", help="ページとチェックリストから、この請求を引く名前です。", example="injury"),
        "label": Key(Text(), "表示名", help="請求の種類の言葉です。", example="車の事故"),
        "what": Key(Text(), "何を請求するか", help="どんな損害の請求かを、短く書きます。", example="相手の車や物への賠償と、自分の車の修理"),
        "page": Key(Text(), "ページ", help="くわしいページです。docs/ からの名前で書きます。", example="claim/car.md"),
        "matter": Key(Id("用件"), "用件", help="はじめに電話する用件です。窓口は、matters.yml のこの用件から決まります。", example="car_accident"),
        "web": optional(WEB, "インターネット", help="インターネットでも請求できるときだけ書きます。"),
        "thresholds": optional(
            TEXTS,
            "出る条件",
            [],
            help="共済金が出る損害の大きさなど、先に知っておくことです。{名前} には、事実（facts）の値が入ります。",
            example=["損害の額が{wind_flood_loss_over}を超えたときに出ます。"],
        ),
        "steps": Key(ListOf(STEP, "手順"), "手順", help="請求の手順です。上から順に番号が付きます。"),
        "papers": Key(ListOf(NEEDED, "書類"), "書類", help="この請求でいる書類です。いつもいるものから書きます。"),
        "send": Key(Text(), "送り先", help="書類の送り先です。決まっていなければ、どこを見ればわかるかを書きます。", example="担当者から届いた用紙の宛先に送ります。"),
        "next": Key(TEXTS, "そのあと", help="書類を送ったあとに起きることを、順に書きます。", example=["担当者が、事故の様子を調べます。"]),
        "mistakes": Key(TEXTS, "よくある間違い", help="よくある間違いです。しないようにすることを、1行ずつ書きます。", example=["先に直してしまい、こわれた様子がわからなくなる"]),
        "source": Key(SOURCE, "出典", help="手順が書いてある文書です。"),
    },
    "請求の種類",
)


CLAIMS = Record(
    {
        "checked": Key(Day(), "確かめた日", help="このファイルの内容を、出典と最後にくらべた日です。"),
        "limitation": Key(Id("事実"), "請求できる期間", help="いつまで請求できるかを書いた、事実（facts）の名前です。", example="claim_limitation"),
        "how_long": Key(Text(), "かかる日数", help="支払いまでの日数を伝える文です。", example="電話で、担当者に目安を聞きます。"),
        "papers": Key(many(PAPER, "書類"), "書類", help="請求に使う書類です。名前は、下の claims の paper に書きます。"),
        "claims": Key(ListOf(CLAIM, "請求の種類"), "請求の種類", help="請求の種類です。請求のページとチェックリストを、ここから作ります。"),
    },
    "請求のファイル",
)


def check_claims(guide: Guide, report: Report) -> None:
    """Report every name in ``claims.yml`` that leads nowhere, a kind that stands twice, and a paper without a kind."""
    for file in guide.named("claims.yml"):
        check_name(file["limitation"], fact_ids(guide), file.at("limitation"), "事実", report)
        seen: list[str] = []
        for claim in file["claims"]:
            if claim["id"] in seen:
                report.add(claim.at("id"), f"請求の種類「{claim['id']}」が2回書かれています。")
            seen.append(claim["id"])
            check_name(claim["matter"], matter_ids(guide), claim.at("matter"), "用件", report)
            check_page(claim["page"], claim.at("page"), guide, report)
            for needed in claim["papers"]:
                check_name(needed["paper"], file["papers"], needed.at("paper"), "書類", report)
            if not claim["papers"]:
                report.add(claim.at("papers"), "この請求に、書類が1つもありません。", "papers に書類を書いてください。")
            _texts(claim, guide, report)
        used = {needed["paper"] for claim in file["claims"] for needed in claim["papers"]}
        for id_ in file["papers"]:
            if id_ not in used:
                report.add(file["papers"].key_at(id_), f"書類「{id_}」は、どの請求でも使われていません。", "請求の papers に足すか、消してください。")


def _texts(claim: Fields, guide: Guide, report: Report) -> None:
    """Report every ``{fact}`` of a claim's sentences that there is not."""
    known = fact_ids(guide)
    texts: list[tuple[str | None, Place]] = [(claim["send"], claim.at("send")), (claim["what"], claim.at("what"))]
    texts += [(step[key], step.at(key)) for step in claim["steps"] for key in ("do", "detail")]
    for key in ("thresholds", "next", "mistakes"):
        texts += [(text, claim.at(key)) for text in claim[key] or []]
    for text, place in texts:
        for name in PLACEHOLDER.findall(text or ""):
            check_name(name, known, place, "事実", report)
