"""Answers about one accident: read like the quote's, settled by the kind of accident and its defaults."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from quote_engine.premium.answers import Value, problem, read_answers
from quote_engine.premium.book import Book
from quote_engine.premium.migrations import migrated

if TYPE_CHECKING:
    from quote_engine.typed.accidents import AccidentKind, AccidentQuestion, Accidents
    from quote_engine.typed.common import Problem


ACCIDENT = "accident"
AT_THE_WHEEL = ("driver", "driver_age", "driving_state")
"""Answers about whoever drove."""


class Accident:
    """What happened: each answer as given, else as usual for this kind, else the question's default."""

    def __init__(self, accidents: "Accidents", given: Mapping[str, Value], moved: Sequence[str] = ()) -> None:
        """``given`` holds the answers that were read, ``accident`` among them; ``moved`` says which went by an old name."""
        self.id = str(given[ACCIDENT])
        self._kinds: dict[str, AccidentKind] = accidents["kinds"]
        self.kind: AccidentKind = self._kinds[self.id]
        self.questions: dict[str, AccidentQuestion] = accidents["questions"]
        self.given = given
        self.moved = moved

    def value(self, id_: str) -> Value | None:
        """Return the settled answer; None where there is no answer and no default.

        Where nobody drove, answers about the driver count for nothing; ``unused`` says so.
        """
        if id_ in AT_THE_WHEEL and self.nobody_drives:
            return self.questions[id_]["default"]
        for answers in (self.given, self.kind["usual"]):
            if id_ in answers:
                value: Value = answers[id_]
                return value
        default: Value | None = self.questions[id_]["default"]
        return default

    def number(self, id_: str) -> int:
        """Return a settled number; 0 where there is none."""
        return int(self.value(id_) or 0)

    def flag(self, id_: str) -> bool:
        """Tell whether a flag is set."""
        return self.value(id_) is True

    def word(self, id_: str) -> str:
        """Return a settled choice."""
        return str(self.value(id_))

    def label(self, id_: str) -> str:
        """Return the words of a settled choice."""
        chosen = self.word(id_)
        return str(next(choice["label"] for choice in self.questions[id_]["choices"] if choice["id"] == chosen))

    def source(self, id_: str) -> str:
        """Return where the question stands in the data."""
        return str(self.questions[id_]["source"])

    def settled(self) -> dict[str, Value]:
        """Return every answer that matters for this kind, and whatever else was given."""
        asked = [ACCIDENT, *self.kind["asks"], *self.kind["more"]]
        values = {id_: self.given.get(id_, self.value(id_)) for id_ in [*asked, *self.given]}
        return {id_: value for id_, value in values.items() if value is not None}

    def asked(self, id_: str) -> bool:
        """Tell whether a question has something to ask now: what it needs has been answered."""
        need = self.questions[id_]["needs"]
        return need is None or self.value(need) not in (None, False, 0, "none")

    @property
    def nobody_drives(self) -> bool:
        """Whether nobody of the member's side was at the wheel, of the car or of a moped."""
        return self.kind["scene"] != "moped" and (not self.kind["drivers"] or self.flag("parked"))

    def unused(self) -> "list[str]":
        """Return a sentence for each answer that counts for nothing, because nobody drove."""
        if not self.nobody_drives:
            return []
        why, else_ = f"{self.kind['thing']}では運転した人を見ないので", ""
        if self.kind["drivers"]:
            why, else_ = "とめていた車の事故なので", f"運転中の事故なら、「{self.questions['parked']['label']}」のチェックを外してください。"
        return [
            f"{why}、「{self.questions[id_]['label']}」の答えは使っていません。{else_}"
            for id_ in AT_THE_WHEEL
            if id_ in self.given and self.given[id_] != self.questions[id_]["default"]
        ]

    @property
    def other(self) -> str:
        """Who the other side is: car, person, nobody, or unknown. A car that nobody can name is unknown."""
        return "unknown" if self.unidentified else self.kind["other"]

    @property
    def unidentified(self) -> bool:
        """Whether the answers say that the other car is not known, where the kind of accident supposes that it is."""
        return self.kind["other"] == "car" and not self.flag("other_identified")

    @property
    def between_cars(self) -> bool:
        """Whether the other side is a car, known or not."""
        return self.other in ("car", "unknown")

    @property
    def damaged_as(self) -> "AccidentKind":
        """The kind of accident that the damage to the own car counts as: hit and run where the other car is unknown."""
        stands_for = self.kind["unidentified"]
        return self._kinds[stands_for] if self.unidentified and stands_for else self.kind

    @property
    def fault(self) -> int:
        """The member's own share in percent; alone on the road it is all of it, and nobody answers for a defect."""
        if self.kind["other"] == "nobody":
            return 100
        return self.number("own_fault_percent")

    @property
    def injured(self) -> bool:
        """Whether anybody on the member's side was hurt."""
        return self.flag("death") or self.word("disability_grade") != "none" or any(
            self.number(id_) for id_ in ("injury_loss", "hospital_days", "outpatient_days")
        )  # fmt: skip

    @property
    def outcome(self) -> str:
        """What remains of the worst injury on the member's side: death, disability or injury."""
        if self.flag("death"):
            return "death"
        return "disability" if self.word("disability_grade") != "none" else "injury"


def read_accident(book: Book, raw: object) -> "tuple[Accident | None, dict[str, Any], list[Problem]]":
    """Return the accident (None without a kind), the answers about the contract, and the problems of the former."""
    if not isinstance(raw, dict):
        return None, {}, [problem("", "答えの形が違います。「項目: 値」の組で書いてください。")]
    questions = book.data["accidents"]["questions"]
    answers, moved = migrated(raw, book, questions)
    whole: dict[Any, Any] = answers if isinstance(answers, dict) else {}
    about = {key: value for key, value in whole.items() if isinstance(key, str) and key in questions}
    contract = {key: value for key, value in whole.items() if key not in about}
    if not about:
        return None, contract, [problem(ACCIDENT, "どんな事故かを選んでください。")]
    given, problems = read_answers(about, questions)
    if ACCIDENT not in given:
        if ACCIDENT not in about:
            problems.append(problem(ACCIDENT, "どんな事故かを選んでください。"))
        return None, contract, problems
    accident = Accident(book.data["accidents"], given, [note["message"] for note in moved])
    return accident, contract, problems + _contradictions(accident)


def _contradictions(accident: Accident) -> "list[Problem]":
    """Return the answers that cannot both be true."""
    found = []
    if accident.number("injured_family") > accident.number("injured_persons"):
        found.append(problem("injured_family", "本人と家族の人数が、けがをした人数より多くなっています。"))
    for part, whole, words in (
        ("third_party_treatment_loss", "third_party_injury_loss", "治るまでの治療費などが、相手のけがの損害より多くなっています。"),
        ("compulsory_paid", "third_party_injury_loss", "自賠責から出る額が、相手のけがの損害より多くなっています。"),
    ):
        if accident.number(part) > accident.number(whole):
            found.append(problem(part, words))
    return found
