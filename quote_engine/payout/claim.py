"""The claim: one accident under one contract, with what was paid, refused and lost so far."""

from typing import TYPE_CHECKING

from quote_engine.payout.accident import Accident
from quote_engine.payout.bearing import Loss
from quote_engine.payout.covers import COVERS
from quote_engine.payout.driver import driver_verdict
from quote_engine.payout.figures import Figures
from quote_engine.payout.trace import Trace
from quote_engine.premium.book import Book, Edition
from quote_engine.premium.facts import Facts
from quote_engine.premium.quote import in_force

if TYPE_CHECKING:
    from quote_engine.typed.payout import Advance, Payment, Service


UNIDENTIFIED = "相手の車がわからないので、{of}について相手から受け取る額は、0円として計算しました。"
INTENT = "わざと起こした事故には、何も出ません。"


class Claim:
    """Everything that one coverage after the other reads and writes while a payout is worked out."""

    def __init__(self, book: Book, edition: Edition, facts: Facts, accident: Accident) -> None:
        self.book, self.edition, self.facts, self.accident = book, edition, facts, accident
        self.kind = accident.kind
        self.figures = Figures(edition.data["payouts"])
        self.in_force = {coverage["id"] for coverage in in_force(edition, facts)}
        self.labels = {coverage["id"]: coverage["label"] for coverage in edition.coverages}
        self.sources = {coverage["id"]: coverage["source"] for coverage in edition.coverages}
        self.driver = driver_verdict(book, facts, accident)
        self.payments: dict[str, Payment] = {}
        self.refused: dict[str, str] = {}
        self.losses: list[Loss] = []
        self.services: list[Service] = []
        self.notes: list[str] = accident.unused()

    def loss(self, id_: str, label: str, amount: int) -> Loss:
        """Open a loss; one of nothing is left out of the answer."""
        loss = Loss(id_, label, amount)
        if amount:
            self.losses.append(loss)
        return loss

    def closed(self, coverage: str) -> str | None:
        """Return why ``coverage`` cannot pay at all, whatever was lost; None when it can."""
        if coverage not in self.in_force:
            return f"{self.labels.get(coverage, 'この補償')}を付けていません。"
        if self.accident.word("driving_state") == "intentional":
            return INTENT
        if coverage in COVERS and COVERS[coverage].driving and not self.driver.covered:
            return self.driver.message
        return None

    @property
    def unfit(self) -> bool:
        """Whether the person at the wheel was drunk, drugged or without a licence."""
        return self.accident.word("driving_state") in ("impaired", "unlicensed")

    def pay(self, coverage: str, trace: Trace, *, nothing: str, lump: bool = False, advance: int | None = None) -> int:
        """Record a payment; where the steps lead to nothing, ``nothing`` says why. Return the amount."""
        if not trace.amount:
            self.refuse(coverage, nothing)
            return 0
        known: Advance = {} if advance is None else {"advance": advance}
        self.payments[coverage] = {
            "coverage": coverage,
            "label": self.labels[coverage],
            "amount": trace.amount,
            "lump": lump,
            "certainty": trace.certainty,
            **known,
            "steps": trace.steps,
        }
        return trace.amount

    def refuse(self, coverage: str, message: str) -> None:
        """Record why a coverage pays nothing; the first reason stays."""
        self.refused.setdefault(coverage, message)

    def say(self, note: str | None) -> None:
        """Add a note, if there is one, once."""
        if note and note not in self.notes:
            self.notes.append(note)

    def choice(self, question: str) -> str:
        """Return the words of a chosen cover."""
        asked = self.book.questions[question]
        return str(next(each["label"] for each in asked["choices"] if each["id"] == self.facts[question]))

    def where(self, question: str) -> str:
        """Return where a question of the quote stands in the data."""
        return str(self.book.questions[question]["source"])

    def amount(self, question: str) -> int:
        """Return a chosen amount of yen; 0 for none."""
        value = str(self.facts[question])
        return int(value) if value.isdigit() else 0
