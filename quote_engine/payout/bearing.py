"""Who bears what: each loss in parts by bearer, which together are the loss to the yen."""

from typing import TYPE_CHECKING

from quote_engine.payout.covers import COVERS

if TYPE_CHECKING:
    from quote_engine.typed.payout import BorneLoss, Part, Tone


COMPULSORY, OTHER, SELF = "compulsory", "other", "self"
TONES: "dict[str, Tone]" = {
    COMPULSORY: "compulsory", OTHER: "other", SELF: "self",
    **{id_: cover.tone for id_, cover in COVERS.items() if cover.tone},
}  # fmt: skip
"""The colour a bearer has in the bars; the order of the bars is that of ORDER."""
ORDER: "tuple[Tone, ...]" = ("compulsory", "people", "property", "own_car", "other", "self")


class Loss:
    """One loss and what is borne of it so far. Nobody can bear more than what is left."""

    def __init__(self, id_: str, label: str, amount: int) -> None:
        self.id, self.label, self.amount = id_, label, amount
        self.left = amount
        self._usual: Tone = "property" if id_.startswith("third_party_prop") else "people"
        self._parts: dict[str, Part] = {}

    def bear(self, bearer: str, label: str, amount: int) -> int:
        """Let ``bearer`` take up to ``amount`` of what is left; return what it took."""
        taken = max(0, min(amount, self.left))
        if taken:
            part = self._parts.setdefault(bearer, {"bearer": bearer, "label": label, "amount": 0, "tone": TONES.get(bearer, self._usual)})
            part["amount"] += taken
            self.left -= taken
        return taken

    def closed(self, words: str = "自分") -> "BorneLoss":
        """Return the loss with its parts; whatever nobody took is the member's own."""
        self.bear(SELF, words, self.left)
        parts = sorted(self._parts.values(), key=lambda part: ORDER.index(part["tone"]))
        return {"id": self.id, "label": self.label, "amount": self.amount, "parts": parts}

    def borne_by(self, bearer: str) -> int:
        """Return what ``bearer`` has taken so far."""
        return self._parts[bearer]["amount"] if bearer in self._parts else 0
