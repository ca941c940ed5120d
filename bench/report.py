"""The figures as a Markdown table, with the target beside each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure: what, ours, theirs, the ratio or value that counts, and its target."""

    what: str
    site: str
    other: str
    result: float
    target: float
    unit: str = ""

    def __str__(self) -> str:
        mark = "✓" if self.result <= self.target else "✗"
        result, target = (f"{value:.3g}{self.unit}" for value in (self.result, self.target))
        return f"| {self.what} | {self.site} | {self.other} | {result} | ≤ {target} | {mark} |"


def table(rows: list[Row]) -> str:
    """The table for the README."""
    head = "| measured | this site | compared with | result | target | |\n|---|---:|---:|---:|---:|---|"
    return "\n".join([head, *map(str, rows)])


def ms(value: float) -> str:
    """Milliseconds for reading."""
    return f"{value:,.0f} ms" if value >= 10 else f"{value:.3g} ms"


def mb(value: float) -> str:
    """Megabytes for reading."""
    return f"{value / 1e6:.2f} MB"
