"""The making of one payment, step by step: every step leads from whole yen to whole yen and names its source."""

from typing import TYPE_CHECKING

from quote_engine.payout.figures import Figure

if TYPE_CHECKING:
    from quote_engine.typed.common import Certainty
    from quote_engine.typed.payout import PaymentStep, PaymentStepKind


class Trace:
    """Steps of one payment; ``amount`` is where they have led so far. It never falls below zero."""

    def __init__(self, reading: "Certainty" = "published") -> None:
        """``reading`` is sample where nobody published whether the cover pays in such an accident at all."""
        self._reading = reading
        self.steps: list[PaymentStep] = []
        self.amount = 0

    def start(self, label: str, amount: int, source: str) -> "Trace":
        """Begin with a loss."""
        return self._to("loss", label, str(amount), amount, source)

    def less(self, label: str, amount: int, source: str, certainty: "Certainty" = "published") -> "Trace":
        """Take off what another bears, or the deductible."""
        return self._to("less", label, str(amount), max(0, self.amount - amount), source, certainty) if amount else self

    def share(self, label: str, percent: int, source: str, certainty: "Certainty" = "published") -> "Trace":
        """Keep ``percent``, cut to whole yen."""
        if percent == 100:
            return self
        return self._to("share", label, str(percent), self.amount * percent // 100, source, certainty)

    def limit(self, label: str, amount: int, source: str, certainty: "Certainty" = "published") -> "Trace":
        """Go no higher than ``amount``."""
        return self._to("limit", label, str(amount), min(self.amount, amount), source, certainty)

    def cap(self, figure: Figure, times: int = 1) -> "Trace":
        """Go no higher than a figure of the rules, for ``times`` persons or days."""
        words = figure.label + (f" × {times}" if times != 1 else "")
        return self.limit(words, figure.value * times, figure.source, figure.certainty)

    def add(self, label: str, amount: int, source: str, certainty: "Certainty" = "published") -> "Trace":
        """Add an amount: a lump sum, or another part of the same payment."""
        return self._to("add", label, str(amount), self.amount + amount, source, certainty) if amount else self

    def lump(self, figure: Figure, times: int = 1, percent: Figure | None = None) -> "Trace":
        """Add a lump sum or daily amount of the rules, ``times`` over; by a percentage where a grade decides."""
        amount, words, certainty = figure.value * times, figure.label, figure.certainty
        if percent:
            amount, words = amount * percent.value // 100, f"{words} × {percent.value}%（{percent.label}）"
            certainty = percent.certainty if percent.value != 100 else certainty
        words += f" × {times}" if times != 1 else ""
        return self.add(words, amount, figure.source, certainty)

    def join(self, other: "Trace") -> "Trace":
        """Add another part that has steps of its own."""
        before = self.amount
        if not self.steps:
            self.steps, self.amount = list(other.steps), other.amount
            return self
        self.steps += other.steps
        self.amount = other.amount
        last = other.steps[-1]
        return self._to("add", "ここまでの分と合わせる", str(before), before + other.amount, last["source"], last["certainty"])

    @property
    def certainty(self) -> "Certainty":
        """``sample`` as soon as one step is, or the reading that leads to them."""
        return "sample" if self._reading == "sample" or any(step["certainty"] == "sample" for step in self.steps) else "published"

    def _to(self, kind: "PaymentStepKind", label: str, operand: str, after: int, source: str, certainty: "Certainty" = "published") -> "Trace":
        self.steps.append(
            {"kind": kind, "label": label, "operand": operand, "before": self.amount, "after": after, "source": source,
             "certainty": certainty}
        )  # fmt: skip
        self.amount = after
        return self
