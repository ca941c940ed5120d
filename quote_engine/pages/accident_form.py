"""The payout's page: the pictures, the questions that matter now, the form's state, the reply to one change."""

from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.controls import control_html, problem_place
from quote_engine.drawing.markup import Html, tag
from quote_engine.drawing.words import Say
from quote_engine.pages.accident_pictures import picture

Data = Mapping[str, Any]
MAN = 10_000


def pictures_html(say: Say, question: Data, chosen: str) -> Html:
    """Return the kinds of accident as pictures to choose from."""
    rows = [
        tag(
            "label",
            tag("input", type="radio", id=f"q-accident-{choice['id']}", name="accident", value=choice["id"], checked=choice["id"] == chosen),
            picture(choice["id"]),
            tag("b", choice["label"]),
            tag("span", choice["detail"], class_="vh"),
            class_="opt pic",
            for_=f"q-accident-{choice['id']}",
        )
        for choice in question["choices"]
    ]
    return tag(
        "div",
        tag("fieldset", tag("legend", say("payout.which_accident"), class_="vh"), tag("div", *rows, class_="pics")),
        problem_place(question, {}),
        class_="q",
        data_question="accident",
        data_kind="choice",
    )


def questions_html(say: Say, questions: Mapping[str, Data], states: Mapping[str, Data], ids: Sequence[str]) -> list[Html]:
    """Return the controls of the questions ``ids``; yen are asked in 万円, as people say them."""
    return [_control(say, questions[id_], states.get(id_, {})) for id_ in ids]


def _control(say: Say, question: Data, state: Data) -> Html:
    if question["unit"] != "円":
        return control_html(say, question, state)
    id_, value = question["id"], state.get("value")
    shown = _in_man(int(value)) if value is not None and str(value).isdigit() else ""
    box = tag("input", id=f"q-{id_}", name=id_, inputmode="decimal", autocomplete="off", value=shown, maxlength="12", data_scale=str(MAN),
              aria_describedby=f"h-{id_} p-{id_}" if question["help"] else f"p-{id_}")  # fmt: skip
    return tag(
        "div",
        tag("label", question["label"], "（万円）", for_=f"q-{id_}", class_="lab"),
        tag("p", question["help"], class_="small", id=f"h-{id_}") if question["help"] else None,
        box,
        problem_place(question, state),
        class_="q",
        data_question=id_,
        data_kind="integer",
        hidden=not state.get("shown", True),
    )


def _in_man(amount: int) -> str:
    whole, rest = divmod(amount, MAN)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".") if rest else str(whole)
