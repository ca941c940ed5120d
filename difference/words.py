"""Figures and sources of a comparison in words, the same in every report."""

from typing import Any

DIRECTIONS = {"up": "上がる", "down": "下がる", "same": "同じ", "other": "ほかの違い"}
UNPRICED = "掛金が出ない"
"""A contract of a portfolio that has no price under either side."""
STATUS = {"quoted": "計算できる", "declined": "引き受けできない", "invalid": "答えに誤り"}


def in_yen(amount: int | None) -> str:
    """Return yen with thousands set apart, or a dash where there are none."""
    return "—" if amount is None else f"{amount:,}円"


def signed_yen(amount: int | None) -> str:
    """Return a difference in yen: +1,240円, -310円, ±0円."""
    if amount is None:
        return "—"
    return f"{amount:+,}円" if amount else "±0円"


def percent(number: float | None) -> str:
    """Return a difference in percent with its sign: +2.11%."""
    return "—" if number is None else f"{number:+.2f}%" if number else "±0%"


def place(source: str) -> str:
    """Return where a rate stands, as short as is clear: 2020-04-01/discounts.yml:31."""
    return source.removeprefix("data/").removeprefix("editions/")


def cause(found: dict[str, Any]) -> str:
    """Return a cause with its place."""
    return f"{found['text']}、{place(found['source'])}"
