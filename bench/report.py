"""The figures as a Markdown table, with the target beside each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure: what, ours, theirs, the ratio or value that counts, and its target if there is one."""

    what: str
    site: str
    other: str
    result: float
    target: float | None
    unit: str = ""

    def __str__(self) -> str:
        start = f"| {self.what} | {self.site} | {self.other} | {self.result:.3g}{self.unit} |"
        if self.target is None:
            return f"{start} | |"
        return f"{start} ≤ {self.target:.3g}{self.unit} | {'✓' if self.result <= self.target else '✗'} |"


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
