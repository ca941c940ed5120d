"""Native controls for the questions of the book: one function per kind of answer.

Every control carries the question's id in ``data-question``; the page's script reads and
paints the form through that alone, so that a question added in the data needs no code.
"""

from collections.abc import Mapping
from typing import Any

from quote_engine.drawing.markup import Html, icon, join, tag
from quote_engine.drawing.words import Say

Data = Mapping[str, Any]

MOST_ROWS = 5
"""More choices than this become a drop-down list; up to this they stand as rows with their difference."""
MAN = 10_000
"""Amounts of yen whose step is a multiple of this are asked in 万円."""
PARTS = {"date": ("year", "month", "day"), "month": ("year", "month")}
PART_WORDS = {"year": "年", "month": "月", "day": "日"}


def control_html(say: Say, question: Data, state: Data) -> Html:
    """Return the control for one question with its help and the place for its problem."""
    shown = state.get("shown", True)
    kind = question["kind"]
    if kind == "flag":
        return _flag(question, state, shown=shown)
    if kind in PARTS:
        body = _parts(say, question)
    elif kind == "integer":
        body = _number(question, state)
    elif kind == "choice" and as_rows(question):
        body = _rows(say, question, state)
    elif kind == "choice":
        body = _select(say, question, state)
    else:
        body = _search(say, question)
    return tag(
        "div", body, problem_place(question, state), class_="q", data_question=question["id"], data_kind=kind,
        data_value=value_text(state), hidden=not shown,
    )  # fmt: skip


def value_text(state: Data) -> str | None:
    """The settled value as the form writes it; None when there is none."""
    value = state.get("value")
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)


def as_rows(question: Data) -> bool:
    """Tell whether the choices stand as rows rather than in a drop-down list."""
    return len(question["choices"]) <= MOST_ROWS


def problem_place(question: Data, state: Data) -> Html:
    """The place under a question where its problem is explained."""
    problem = state.get("problem")
    return tag(
        "p", problem_words(problem) if problem else None, class_="problem", id=f"p-{question['id']}", hidden=not problem
    )


def problem_words(message: str) -> Html:
    """What is wrong in bold, then what to do."""
    first, stop, rest = message.partition("。")
    return join((tag("b", first + stop), rest))


def _described(question: Data) -> str:
    return f"h-{question['id']} p-{question['id']}" if question.get("help") else f"p-{question['id']}"


def _help(question: Data) -> Html | None:
    return tag("p", question["help"], class_="small", id=f"h-{question['id']}") if question.get("help") else None


def _wrong(state: Data) -> str | None:
    return "true" if state.get("problem") else None


def _flag(question: Data, state: Data, *, shown: bool) -> Html:
    """A checkbox row."""
    id_ = question["id"]
    checked = value_text(state) == "true"
    box = tag(
        "input", type="checkbox", id=f"q-{id_}", name=id_, value="true", checked=checked,
        aria_describedby=_described(question), aria_invalid=_wrong(state),
    )  # fmt: skip
    detail = tag("span", question["help"], class_="d", id=f"h-{id_}") if question.get("help") else None
    row = tag(
        "label", box, tag("b", question["label"]), tag("span", class_="delta num", data_delta=not_value(checked)), detail,
        class_="opt box", for_=f"q-{id_}",
    )  # fmt: skip
    return tag(
        "div", row, problem_place(question, state), class_="q", data_question=id_, data_kind="flag", hidden=not shown
    )


def not_value(checked: bool) -> str:
    """The answer that a press on a checkbox would give: what its difference is for."""
    return "false" if checked else "true"


def _rows(say: Say, question: Data, state: Data) -> Html:
    """A radio group: one row per choice, with the place for its difference in yen."""
    id_, value, allowed = question["id"], value_text(state), state.get("allowed")
    rows = []
    for choice in question["choices"]:
        picked = choice["id"] == value
        radio = tag("input", type="radio", id=f"q-{id_}-{choice['id']}", name=id_, value=choice["id"], checked=picked)
        rows.append(
            tag(
                "label",
                radio,
                tag("b", choice["label"]),
                tag("span", say("form.present") if picked else None, class_="delta num", data_delta=choice["id"]),
                tag("span", choice["detail"], class_="d") if choice.get("detail") else None,
                class_="opt",
                for_=f"q-{id_}-{choice['id']}",
                hidden=allowed is not None and choice["id"] not in allowed,
            )
        )
    return tag(
        "fieldset", tag("legend", question["label"]), _help(question), tag("div", *rows, class_="opts"),
        aria_describedby=_described(question), aria_invalid=None,
    )  # fmt: skip


def _select(say: Say, question: Data, state: Data) -> Html:
    """A drop-down list."""
    id_, value, allowed = question["id"], value_text(state), state.get("allowed")
    options = [] if value is not None else [tag("option", say("form.choose"), value="")]
    options += [
        tag(
            "option", choice["label"], value=choice["id"], selected=choice["id"] == value, data_label=choice["label"],
            hidden=allowed is not None and choice["id"] not in allowed,
        )
        for choice in question["choices"]
    ]  # fmt: skip
    return join(
        (
            tag("label", question["label"], for_=f"q-{id_}", class_="lab"),
            _help(question),
            tag(
                "select",
                *options,
                id=f"q-{id_}",
                name=id_,
                aria_describedby=_described(question),
                aria_invalid=_wrong(state),
            ),
        )
    )


def _number(question: Data, state: Data) -> Html:
    """A number typed in; amounts of yen in 万円 where the data count in them."""
    id_, value = question["id"], value_text(state)
    man = question.get("unit") == "円" and not (question.get("step") or 1) % MAN
    if man and value is not None and value.isdigit() and not int(value) % MAN:
        value = str(int(value) // MAN)
    unit = "万円" if man else question.get("unit") or ""
    box = tag(
        "input", id=f"q-{id_}", name=id_, inputmode="numeric", autocomplete="off", value=value or "", maxlength="12",
        data_scale=str(MAN) if man else None, aria_describedby=_described(question), aria_invalid=_wrong(state),
    )  # fmt: skip
    label = tag("label", question["label"], f"（{unit}）" if unit else None, for_=f"q-{id_}", class_="lab")
    return join((label, _help(question), box))


def _parts(say: Say, question: Data) -> Html:
    """A date or a month as drop-down lists; the page's script fills in the years, in both calendars."""
    id_ = question["id"]
    lists: list[Html] = []
    for part in PARTS[question["kind"]]:
        numbers = () if part == "year" else range(1, 13 if part == "month" else 32)
        options = [tag("option", "−" if part != "year" else say("form.choose_year"), value="")]
        options += [tag("option", str(number), value=f"{number:02d}") for number in numbers]
        lists.append(
            tag("select", *options, id=f"q-{id_}-{part}", data_part=part, aria_label=f"{question['label']}（{PART_WORDS[part]}）",
                aria_describedby=_described(question))
        )  # fmt: skip
        lists.append(tag("span", PART_WORDS[part], aria_hidden="true"))
    return tag(
        "fieldset", tag("legend", question["label"]), _help(question),
        tag("div", *lists, class_="date" if question["kind"] == "date" else "date month"),
        data_at_least=question.get("at_least"), data_at_most=question.get("at_most"),
    )  # fmt: skip


def _search(say: Say, question: Data) -> Html:
    """Text search over the list of models; what is found appears as rows to press."""
    id_ = question["id"]
    return join(
        (
            tag("label", say("form.search"), for_=f"q-{id_}", class_="lab"),
            tag("p", say("form.search_help"), class_="small", id=f"h-{id_}"),
            tag(
                "input", type="search", id=f"q-{id_}", data_search=True, autocomplete="off", spellcheck="false", maxlength="40",
                aria_describedby=f"h-{id_} p-{id_}", aria_controls=f"f-{id_}",
            ),
            tag("p", class_="small", data_found_count=True, role="status"),
            tag("ul", id=f"f-{id_}", class_="found", data_found=True),
            tag(
                "div",
                tag("p", tag("b", data_chosen_name=True), tag("span", class_="d", data_chosen_detail=True)),
                tag("button", say("form.other_car"), type="button", class_="btn plain", data_act="forget-model"),
                class_="chosen", data_chosen=True, hidden=True,
            ),
        )
    )  # fmt: skip


def section_html(say: Say, section: Data, questions: list[Data], form_state: Data) -> Html:
    """One group of questions behind its one-line summary."""
    states = form_state.get("questions", {})
    shown = any(states.get(question["id"], {}).get("shown", True) for question in questions)
    summary = form_state.get("summaries", {}).get(section["id"]) or ""
    return tag(
        "details",
        tag(
            "summary",
            tag("span", section["label"], class_="st"),
            tag("span", summary, class_="sv", data_summary=section["id"]),
            icon("down"),
        ),
        tag("div", *(control_html(say, question, states.get(question["id"], {})) for question in questions), class_="sb"),
        class_="sec",
        data_key=f"section-{section['id']}",
        hidden=not shown,
    )
