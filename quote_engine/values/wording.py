"""Words for values: yen as people say them, and slots in messages."""

import re
from collections.abc import Callable
from typing import Any

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\.([a-z_]+)\}")


def man_yen(amount: int) -> str:
    """Return yen as people say them: 2000000 → 200万円, 100000000 → 1億円, 12340 → 12,340円."""
    oku, rest = divmod(amount, 100_000_000)
    man, small = divmod(rest, 10_000)
    words = (f"{oku}億" if oku else "") + (f"{man:,}万" if man else "") + (f"{small:,}" if small else "")
    return (words or "0") + "円"


def filled(message: str, bounds: list[tuple[str, str, Any]], speak: Callable[[str, Any], str]) -> str:
    """Return ``message`` with each ``{fact.comparison}`` replaced by that bound of the condition.

    So a figure stands once, in the condition. ``speak(fact, bound)`` puts a bound into words.
    Raises KeyError for a slot that the condition does not hold.
    """
    known = {(fact, kind): bound for fact, kind, bound in bounds}
    return _PLACEHOLDER.sub(lambda found: speak(found[1], known[found[1], found[2]]), message)
