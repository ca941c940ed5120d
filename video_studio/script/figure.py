"""Figures: what stands in ``{braces}`` in a storyboard or a drawing, taken from the data when the video is made.

{number.accident} {paid.accident} {hours.accident} {desk.accident}    a desk of data/contacts.yml
{percent.aeb} {percent.new_car.passenger.other} {percent.grades.11.accident_free}    a percentage of the newest edition
{fact.grace_months}    a fact of data/guide/facts/
{figure.before}    one that the storyboard asks the engine for
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from guide.hours import hours_text
from guide.reading import Reading, fact_text
from quote_engine.outlook.outlook import outlook
from quote_engine.payout.payout import payout
from quote_engine.premium.book import Book, present_edition
from quote_engine.premium.quote import quote
from quote_engine.values.figures import digits
from rulebook.shapes.shape import Fields, near
from rulebook.sheets.problem import Place, Report

if TYPE_CHECKING:
    from quote_engine.typed.book import BookData

BRACES = re.compile(r"\{([^{}]*)\}")
KANA = dict(zip("0123456789", ["ゼロ", "イチ", "ニー", "サン", "ヨン", "ゴー", "ロク", "ナナ", "ハチ", "キュー"], strict=True))
DESK = ("number", "paid", "hours", "desk")
KINDS = (*DESK, "percent", "fact", "figure")


@dataclass(frozen=True, slots=True)
class Value:
    """One figure: as it is shown, as it is spoken, and whether it rests on a sample rate."""

    text: str
    spoken: str
    sample: bool = False


class Figures:
    """Every figure that storyboards may name, from one book of the data."""

    def __init__(self, book: "BookData", reading: Reading) -> None:
        """Read from ``book``, the compiled data, and from the guide's."""
        self.data = book
        self.book = Book(book)
        self.contacts, self.facts = reading.contacts, reading.facts
        edition = present_edition(book)
        self.percentages = percentages(edition["tables"])

    def of(self, name: str, own: Mapping[str, Value | None], place: Place, report: Report) -> Value | None:
        """Return the figure ``name``; ``own`` are those that the storyboard itself asks for, None where one was told to be wrong."""
        kind, _, key = name.partition(".")
        if kind not in KINDS:
            report.add(place, f"{{{name}}} という書き方はありません。", near(kind, KINDS))
            return None
        entries: dict[str, Mapping[str, Any]] = {"percent": self.percentages, "fact": self.facts, "figure": own}
        known = entries.get(kind, self.contacts)
        if key not in known:
            report.add(place, f"{{{name}}} の「{key}」が見つかりません。", near(key, known))
            return None
        value = known[key]
        if kind in DESK:
            value = _desk(kind, value)
            if value is None:
                report.add(place, f"{{{name}}}：この窓口に、その番号はありません。", "data/contacts.yml を見てください。")
        elif kind == "fact":
            text = fact_text(value)
            value = Value(text, _spoken_hours(text.replace(",", "")), value["yen"] and value["certainty"] == "sample")
        return value if isinstance(value, Value) else None

    def ask(self, wanted: Fields, place: Place, report: Report) -> tuple[Any, bool] | None:
        """Ask the engine; return what was taken from its answer, and whether it rests on samples."""
        if wanted["ask"] is None or wanted["take"] is None:
            report.add(place, "数に「ask」（計算）と「take」（取り出すところ）がありません。", "または minus: [前, 後] と書いてください。")
            return None
        answers = self._answers(wanted, report)
        if answers is None:
            return None
        door: Callable[..., Any] = {"quote": quote, "payout": payout, "outlook": outlook}[wanted["ask"]]
        answer = door(self.book, answers)
        if answer["status"] != "quoted":
            said = "".join(each["message"] for each in [*answer["problems"], *answer.get("declined", [])][:1])
            report.add(place, f"この答えでは計算できません。{said}", "answers: を見てください。")
            return None
        found = taken(answer, wanted["take"])
        if found is None or isinstance(found, dict | list):
            report.add(wanted.at("take"), f"答えの中に「{wanted['take']}」がありません。", _hint(answer, wanted["take"]))
            return None
        # What a change would cost is a premium, even in an answer about published payouts.
        return found, answer["certainty"] == "sample" or wanted["take"].startswith("would_have_paid")

    def _answers(self, wanted: Fields, report: Report) -> dict[str, Any] | None:
        # The day is the one the data were checked on, so that a figure changes with the data and not with the calendar.
        answers: dict[str, Any] = {"start_date": self.data["site"]["checked"]}
        lists: Mapping[str, Any] = self.data
        for key, many, part in (("example", "examples", ("answers",)), ("story", "stories", ("answers", "accident"))):
            if wanted[key] is None:
                continue
            found = {each["id"]: each for each in lists[many]}
            if wanted[key] not in found:
                report.add(wanted.at(key), f"「{wanted[key]}」は見つかりません。", near(wanted[key], found))
                return None
            for each in part:
                answers |= found[wanted[key]][each] or {}
        if wanted["accidents"]:
            answers["accidents"] = [dict(each) for each in wanted["accidents"]]
        return answers | dict(wanted["answers"] or {})


def percentages(tables: Mapping[str, Any]) -> dict[str, Value]:
    """Return every percentage of an edition by its name: 9％ of a discount, 52％引き or 7％増し of a grade."""
    found: dict[str, Value] = {}

    def walk(name: str, cells: Any, discount: bool) -> None:
        if isinstance(cells, dict):
            for key, inner in cells.items():
                walk(f"{name}.{key}", inner, discount)
            return
        size, word = cells[0].removeprefix("-"), "" if discount else "引き" if cells[0].startswith("-") else "増し"
        found[name] = Value(f"{size}％{word}", f"{size}パーセント{word}")

    for id_, table in tables.items():
        if table["unit"] in ("percent", "percent_off"):
            walk(id_.removeprefix("discount."), table["cells"], table["unit"] == "percent_off")
    return found


def taken(answer: Any, path: str) -> Any:
    """Follow ``path`` ("payments.own_damage.amount", "years.3.annual") into an answer; None where it leads nowhere."""
    for step in path.split("."):
        answer = _named(answer).get(step)
    return answer


def _named(answer: Any) -> Mapping[str, Any]:
    """Return what stands in an answer, by name: the entries of a list by their id and by their number."""
    if isinstance(answer, list):
        found = {str(number): each for number, each in enumerate(answer)}
        for each in answer:
            if isinstance(each, dict):
                found |= {each[key]: each for key in ("bearer", "coverage", "id") if isinstance(each.get(key), str)}
        return found
    return answer if isinstance(answer, dict) else {}


def _hint(answer: Any, path: str) -> str:
    """Return a hint at the step where ``path`` loses its way."""
    for step in path.split("."):
        names = _named(answer)
        if step not in names:
            return near(step, names)
        answer = names[step]
    return f"その中の {'、'.join(_named(answer))} のどれかまで書いてください。"


def shaped(found: Any, form: str, sample: bool) -> Value | None:
    """Return what was taken in the written form; None where it cannot be written so. Only amounts can be samples."""
    if form == "text":
        return Value(str(found), str(found))
    if isinstance(found, bool) or not isinstance(found, int):
        return None
    if form == "yen":
        return Value(f"{digits(found)}円", f"{found}円".replace("-", "マイナス"), sample)
    if form == "man":
        whole, rest = divmod(found, 10_000)
        return None if rest else Value(f"{_hundred_millions(whole)}円", f"{_hundred_millions(whole).replace(',', '')}円", sample)
    if form == "percent":
        return Value(f"{found}％", f"{found}パーセント")
    return Value(digits(found), str(found))


def _hundred_millions(man: int) -> str:
    oku, rest = divmod(man, 10_000)
    return (f"{oku}億" if oku else "") + (f"{digits(rest)}万" if rest or not oku else "")


def _desk(kind: str, contact: Mapping[str, Any]) -> Value | None:
    if kind == "desk":
        return Value(contact["label"], contact["label"])
    if kind == "hours":
        text = hours_text(contact["hours"])
        return Value(text, _spoken_hours(text))
    number = contact["phone"] if kind == "number" else contact.get("phone_paid")
    if number is None:
        return None
    return Value(number, "、".join("".join(KANA[digit] for digit in part) for part in number.split("-")))


def _spoken_hours(text: str) -> str:
    def clock(found: re.Match[str]) -> str:
        hour, minute = found.group(1), found.group(2)
        return f"{hour}時" if minute == "00" else f"{hour}時{int(minute)}分"

    return re.sub(r"(\d+):(\d\d)", clock, re.sub(r"〜(\d+:\d\d)", r"から\1まで", text))
