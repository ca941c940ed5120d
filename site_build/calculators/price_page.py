"""The whole quote page, as CPython writes it once: price, form, slip, comparison, examples, telephone."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, icon, join, reference_mark, tag
from quote_engine.drawing.words import Say
from quote_engine.pages.said import heading
from quote_engine.pages.slip import slip_html
from quote_engine.pages.total import notes_html, total_html
from quote_engine.values.figures import digits
from quote_engine.values.links import undated
from site_build.calculators import page_parts
from site_build.calculators.form import form_html
from site_build.calculators.set_answers import FIRST
from site_build.calculators.telephone import telephone_html

Data = Mapping[str, Any]


def page_html(say: Say, book: Data, quote: Data, form_state: Data, comparison: str, cases: Sequence[Data], editions: str = "") -> str:
    """Return the page's body. ``comparison`` is its table as markup, ``editions`` what is told of the edition near the start date;
    ``cases`` have label, annual, monthly, fragment.
    """
    mark = reference_mark(quote["certainty"])
    return tag(
        "div",
        _patterns(),
        tag("script", src="../assets/js/price/early.js"),
        tag("h1", say("price.title")),
        tag(
            "div",
            _bar(say, quote),
            tag("div", Html(editions), class_="editions", data_other_edition=True, hidden=not editions),
            tag("div", _notices(say, book), Html(form_html(say, book, form_state)), class_="left"),
            _slip(say, quote),
            _comparison(say, comparison, mark),
            class_="cols",
        ),
        _cases(say, cases, mark),
        telephone_html(say, book["contacts"]),
        _print_sheet(say),
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


def _bar(say: Say, quote: Data) -> Html:
    return tag(
        "div",
        tag("div", Html(total_html(say, quote)), class_="sums", data_total=True),
        tag("a", say("price.slip"), href="#slip-title", class_="btn jump", data_jump="slip-title"),
        page_parts.progress_bar(say),
        tag(
            "p",
            say("price.stale"),
            class_="small warn-text",
            data_stale=True,
            hidden=True,
        ),
        class_="bar",
        data_bar=True,
    )


def _notices(say: Say, book: Data) -> Html:
    """What is said above the form: without a script, while getting ready, on failure, on an older link."""
    return join(
        (
            tag(
                "p",
                say("price.needs_script", sample=book["examples"][0]["label"]),
                class_="note without-script",
            ),
            tag(
                "p",
                say("price.sample_price"),
                class_="small",
                data_getting_ready=True,
                hidden=True,
            ),
            page_parts.failure(
                say,
                book,
                say("price.failed_kept"),
                tag("p", tag("a", say("price.to_cases"), href="#cases", data_jump="cases"), class_="links"),
            ),
            tag("div", data_link_note=True, hidden=True),
            tag("div", data_general_problem=True, hidden=True),
        )
    )


def _slip(say: Say, quote: Data) -> Html:
    actions = (("send", say("price.send")), ("qr", say("price.qr")), ("save", say("price.save")), ("print", say("price.print")))
    buttons = [
        tag("button", icon(act), label, type="button", class_="btn", data_act=act,
            aria_expanded="false" if act in ("qr", "save") else None)
        for act, label in actions
    ]  # fmt: skip
    return tag(
        "section",
        tag("div", Html(slip_html(say, quote)), data_slip=True),
        tag("div", notes_html(say, quote), class_="small noted", data_notes=True),
        tag(
            "div",
            tag("div", *buttons, class_="acts"),
            tag("div", data_panel=True, class_="panel", hidden=True),
            tag("p", class_="small", role="status", data_act_result=True),
            tag(
                "p", say("price.stays_here"),
                tag("button", say("price.reset"), type="button", class_="linklike", data_act="reset"), class_="small",
            ),
            class_="tools scripted",
        ),
        class_="slip",
        aria_labelledby="slip-title",
    )  # fmt: skip


def _comparison(say: Say, table: str, mark: Html | None) -> Html:
    keep = tag("button", icon("keep"), say("price.keep"), type="button", class_="btn", data_act="keep")
    return tag(
        "section",
        heading(say("price.compare"), mark, id="compare-title"),
        tag("div", Html(table), data_comparison=True),
        tag(
            "div",
            tag("h3", say("price.kept")),
            tag("div", data_kept=True),
            class_="kept-block",
            data_kept_block=True,
            hidden=True,
        ),
        tag(
            "p", keep, tag("span", say("price.keep_most"), class_="small", data_keep_note=True), class_="keepline scripted"
        ),
        class_="cmp",
        aria_labelledby="compare-title",
    )


def _cases(say: Say, cases: Sequence[Data], mark: Html | None) -> Html:
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
        tag("th", say("price.case"), scope="col"),
        tag("th", say("shared.annual"), scope="col", class_="r"),
        tag("th", say("shared.monthly"), scope="col", class_="r"),
    )
    return tag(
        "section",
        heading(say("price.cases"), mark, id="cases", tabindex="-1"),
        tag("p", say("price.cases_help"), class_="small scripted"),
        tag(
            "table",
            tag("caption", say("price.cases_table"), class_="vh"),
            tag("thead", head),
            tag("tbody", *rows),
            class_="cases",
        ),
        class_="block",
        aria_labelledby="cases",
    )


def _print_sheet(say: Say) -> Html:
    """The lines that only paper carries: the day, the answers and the link back."""
    return tag(
        "section",
        tag("h2", say("price.answers")),
        tag("dl", data_print_answers=True),
        tag("p", tag("b", say("price.made_on"), " "), tag("span", data_print_date=True)),
        tag("p", tag("b", say("price.open_again"), " "), tag("span", data_print_link=True, class_="print-link")),
        class_="print-sheet",
        aria_hidden="true",
    )


def _page_data(book: Data) -> Html:
    """What the script must know before Python is ready, as a data block that no policy needs to allow."""
    data = {
        "questions": page_parts.questions(book),
        "models": page_parts.named_models(book),
        "presets": page_parts.presets(book),
        "sample": undated(book["examples"][0]["answers"]),
        "first": FIRST,
        **page_parts.revisions(book),
    }
    return page_parts.data_block(data)
