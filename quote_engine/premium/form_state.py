"""The state of the form under some answers: what is asked, what is settled, what is wrong, all in one summary."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from quote_engine.premium.book import Book
from quote_engine.premium.facts import Facts
from quote_engine.premium.quote import Appraisal
from quote_engine.values.conditions import holds
from quote_engine.values.dates import spoken
from quote_engine.values.wording import man_yen

if TYPE_CHECKING:
    from quote_engine.typed.book import Question
    from quote_engine.typed.price import FormState, QuestionState


HEADS: dict[str, tuple[str, ...]] = {
    "car": ("model", "vehicle_type", "class_basic"),
    "grade": ("grade", "accident_years"),
    "drivers": ("age", "age_condition", "driver_scope"),
    "cover": ("own_damage", "own_damage_amount", "personal_injury"),
    "contract": ("start_date", "payment"),
}
"""What a section's summary always tells; whatever else was answered follows."""
NOTHING = {"riders": "つけていません", "discounts": "いまの答えで付く割引はありません"}
MOST_SAID = 4


def form_state(book: Book, appraisal: Appraisal) -> "FormState":
    """Return the state of every question that the form asks, and one summary per section."""
    facts, problems = appraisal.facts, appraisal.quote["problems"]
    if facts is None:
        # Before the first edition nothing can be settled: the form stays as it is, with its problems.
        return {"questions": {}, "summaries": {}}
    messages = {problem["field"]: problem["message"] for problem in reversed(problems)}
    questions = {
        id_: _state(question, facts, given=id_ in appraisal.answered, problem=messages.get(id_))
        for id_, question in book.questions.items()
        if question["in_form"]
    }
    summaries = {section["id"]: _summary(section["id"], book, appraisal, facts) for section in book.data["sections"]}
    return {"questions": questions, "summaries": summaries}


def is_shown(question: "Question", facts: Facts) -> bool:
    """Tell whether a question matters now: its condition holds, and it leaves something to choose."""
    if not holds(question["shown"], facts, facts.answered) or not facts.asked(question):
        return False
    return question["kind"] not in ("choice", "flag") or len(facts.allowed(question)) > 1


def as_text(value: object) -> str | None:
    """Return a settled value as forms and links write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)


def in_words(question: "Question", facts: Facts, book: Book) -> str:
    """Return one settled answer in words; empty when there is nothing to tell."""
    value = facts[question["id"]]
    if value is None or value == "none":
        return ""
    if question["kind"] == "model":
        return f"{book.models[str(value)]['name']}（{value}）"
    if question["kind"] == "choice":
        label = str(next(each["label"] for each in question["choices"] if each["id"] == value))
        return "" if value == "0" and question["unit"] == "円" else label
    if question["kind"] in ("date", "month"):
        return spoken(str(value))
    if question["kind"] == "flag":
        return str(question["label"]) if value else f"{question['label']}：いいえ"
    if question["unit"] == "円":
        return man_yen(int(value))
    return f"{question['label'].partition('（')[0]} {value}{question['unit'] or ''}"


def _state(question: "Question", facts: Facts, *, given: bool, problem: str | None) -> "QuestionState":
    allowed = None
    if question["kind"] in ("choice", "flag"):
        open_ = facts.allowed(question)
        if len(open_) < (len(question["choices"]) or 2):
            allowed = [as_text(value) for value in open_]
    return {
        "shown": problem is not None or is_shown(question, facts),
        "value": as_text(facts[question["id"]]),
        "given": given,
        "allowed": allowed,
        "problem": problem,
    }


def _summary(section: str, book: Book, appraisal: Appraisal, facts: Facts) -> str:
    if section == "discounts":
        return _discounts(appraisal) or NOTHING[section]
    heads = HEADS.get(section, ())
    words = [_head(head, book, facts) for head in heads]
    for id_, question in book.questions.items():
        if question["section"] != section or id_ in heads or question["first"]:
            continue
        if not question["in_form"] or not is_shown(question, facts):
            continue
        given = id_ in appraisal.answered
        told = facts[id_] is True and (given or question["from_model"])
        if question["eligibility"]:
            told = given
        elif question["kind"] != "flag":
            told = given and all(facts[id_] != default.get("is") for default in question["default"])
        if told:
            words.append(in_words(question, facts, book))
    said = [word for word in words if word]
    more = "、ほか" if len(said) > MOST_SAID else ""
    return "、".join(said[:MOST_SAID]) + more or NOTHING.get(section, "")


def _discounts(appraisal: Appraisal) -> str:
    """Return the discounts that this price really uses, whichever section they are asked in."""
    steps = [step for line in appraisal.quote["lines"] for step in line["steps"] if step["kind"] == "discount"]
    return "、".join(dict.fromkeys(step["label"] for step in steps))


def _head(name: str, book: Book, facts: Facts) -> str:
    if name == "age":
        return "" if facts["age"] is None else f"{facts['age']}歳"
    question = book.questions[name]
    # The name of a car says its kind; a question that is not asked has nothing to tell.
    if (name == "vehicle_type" and facts["model"]) or not holds(question["shown"], facts, facts.answered):
        return ""
    words = in_words(question, facts, book)
    if words and question["kind"] == "choice" and question["unit"] == "円":
        words = f"{question['label'].partition('（')[2].rstrip('）')} {words}".strip()
    return f"{words}から" if name == "start_date" and words else words


def asked_beside(answer: Mapping[str, Any], name: str, value: object) -> "QuestionState":
    """Return the state of a question that a tool asks beside the book's, from its answer's problems."""
    messages = [problem["message"] for problem in answer["problems"] if problem["field"] == name]
    return {"shown": True, "value": as_text(value), "given": True, "allowed": None, "problem": messages[0] if messages else None}
