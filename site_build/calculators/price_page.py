"""The whole quote page, as CPython writes it once: price, form, slip, comparison, examples, telephone."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, icon, join, reference_mark, tag
from quote_engine.pages.slip import slip_html
from quote_engine.pages.total import notes_html, total_html
from quote_engine.values.figures import digits
from site_build.calculators import page_parts
from site_build.calculators.form import form_html
from site_build.calculators.telephone import telephone_html

Data = Mapping[str, Any]


def page_html(book: Data, quote: Data, form_state: Data, comparison: str, cases: Sequence[Data], editions: str = "") -> str:
    """Return the page's body. ``comparison`` is its table as markup, ``editions`` what is told of the edition near the start date;
    ``cases`` have label, annual, monthly, fragment.
    """
    mark = reference_mark(quote["certainty"])
    return tag(
        "div",
        _patterns(),
        tag("script", src="../assets/js/price/early.js"),
        tag("h1", "あなたの掛金"),
        tag(
            "div",
            _bar(quote),
            tag("div", Html(editions), class_="editions", data_other_edition=True, hidden=not editions),
            tag("div", _notices(book), Html(form_html(book, form_state)), class_="left"),
            _slip(quote),
            _comparison(comparison, mark),
            class_="cols",
        ),
        _cases(cases, mark),
        telephone_html(book["contacts"]),
        _print_sheet(),
        tag("p", class_="vh", role="status", data_status=True),
        _page_data(book),
        class_="quote",
        data_quote=True,
    )


def _patterns() -> Html:
    """The hatching of what a step takes away; SVG fills cannot come from a style sheet."""
    line = tag("path", d="M-1 7L7 -1", class_="hatch-line")
    pattern = tag("pattern", line, id="hatch", width="6", height="6", patternUnits="userSpaceOnUse")
    return tag("svg", tag("defs", pattern), width="0", height="0", class_="patterns", aria_hidden="true")


def _bar(quote: Data) -> Html:
    return tag(
        "div",
        tag("div", Html(total_html(quote)), class_="sums", data_total=True),
        tag("a", "内訳", href="#slip-title", class_="btn jump", data_jump="slip-title"),
        page_parts.progress_bar(),
        tag(
            "p",
            "直すところがあります。これは、その前の値段です。",
            class_="small warn-text",
            data_stale=True,
            hidden=True,
        ),
        class_="bar",
        data_bar=True,
    )


def _notices(book: Data) -> Html:
    """What is said above the form: without a script, while getting ready, on failure, on an older link."""
    return join(
        (
            tag(
                "p",
                "答えて値段を変えるには、ブラウザーのJavaScriptが必要です。いま使えないため、答える欄は出していません。"
                f"値段と内訳は見本です（{book['examples'][0]['label']}）。下の例と電話番号は使えます。",
                class_="note without-script",
            ),
            tag(
                "p",
                "これは見本の値段です。あなたの値段は、準備ができしだい出ます。先に答えて大丈夫です。",
                class_="small",
                data_getting_ready=True,
                hidden=True,
            ),
            page_parts.failure(
                book,
                "下の例の値段を見るか、電話で聞いてください。答えは消えていません。",
                tag("p", tag("a", "例の値段を見る", href="#cases", data_jump="cases"), class_="links"),
            ),
            tag("div", data_link_note=True, hidden=True),
            tag("div", data_general_problem=True, hidden=True),
        )
    )


def _slip(quote: Data) -> Html:
    actions = (("send", "送る", "send"), ("qr", "QR", "qr"), ("save", "保存", "save"), ("print", "印刷", "print"))
    buttons = [
        tag("button", icon(drawing), label, type="button", class_="btn", data_act=act,
            aria_expanded="false" if act in ("qr", "save") else None)
        for act, label, drawing in actions
    ]  # fmt: skip
    return tag(
        "section",
        tag("div", Html(slip_html(quote)), data_slip=True),
        tag("div", Html(notes_html(quote)), class_="small noted", data_notes=True),
        tag(
            "div",
            tag("div", *buttons, class_="acts"),
            tag("div", data_panel=True, class_="panel", hidden=True),
            tag("p", class_="small", role="status", data_act_result=True),
            tag(
                "p", "答えは、この端末の外に出ません。",
                tag("button", "はじめからやり直す", type="button", class_="linklike", data_act="reset"), class_="small",
            ),
            class_="tools scripted",
        ),
        class_="slip",
        aria_labelledby="slip-title",
    )  # fmt: skip


def _comparison(table: str, mark: Html | None) -> Html:
    keep = tag("button", icon("keep"), "いまの設定を、ならべて残す", type="button", class_="btn", data_act="keep")
    return tag(
        "section",
        tag("h2", "くらべる", mark and Html(" "), mark, id="compare-title"),
        tag("div", Html(table), data_comparison=True),
        tag(
            "div",
            tag("h3", "残した設定とならべる"),
            tag("div", data_kept=True),
            class_="kept-block",
            data_kept_block=True,
            hidden=True,
        ),
        tag(
            "p", keep, tag("span", "2つまで残せます。", class_="small", data_keep_note=True), class_="keepline scripted"
        ),
        class_="cmp",
        aria_labelledby="compare-title",
    )


def _cases(cases: Sequence[Data], mark: Html | None) -> Html:
    """Real quotes for typical people: what remains when nothing can be computed."""
    rows = [
        tag(
            "tr",
            tag("th", tag("a", case["label"], href=case["fragment"], class_="case"), scope="row"),
            tag("td", digits(case["annual"]), "円", class_="r num"),
            tag("td", digits(case["monthly"]), "円", class_="r num"),
        )
        for case in cases
    ]
    head = tag(
        "tr",
        tag("th", "例", scope="col"),
        tag("th", "年払", scope="col", class_="r"),
        tag("th", "月払", scope="col", class_="r"),
    )
    return tag(
        "section",
        tag("h2", "例でみる値段", mark and Html(" "), mark, id="cases", tabindex="-1"),
        tag("p", "押すと、その例の答えから始められます。", class_="small scripted"),
        tag(
            "table",
            tag("caption", "典型的な例の掛金", class_="vh"),
            tag("thead", head),
            tag("tbody", *rows),
            class_="cases",
        ),
        class_="block",
        aria_labelledby="cases",
    )


def _print_sheet() -> Html:
    """The lines that only paper carries: the day, the answers and the link back."""
    return tag(
        "section",
        tag("h2", "答え"),
        tag("dl", data_print_answers=True),
        tag("p", tag("b", "作った日 "), tag("span", data_print_date=True)),
        tag("p", tag("b", "この値段をもう一度開く "), tag("span", data_print_link=True, class_="print-link")),
        class_="print-sheet",
        aria_hidden="true",
    )


def _page_data(book: Data) -> Html:
    """What the script must know before Python is ready, as a data block that no policy needs to allow."""
    data = {
        "questions": page_parts.questions(book),
        "models": page_parts.named_models(book),
        "presets": page_parts.presets(book),
        "sample": page_parts.own_answers(book["examples"][0]["answers"]),
        **page_parts.revisions(book),
    }
    return page_parts.data_block(data)
