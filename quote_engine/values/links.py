"""Links that carry answers: what stands behind the # of a calculator's address. The scripts write and read the same."""

from collections.abc import Mapping
from typing import Any

DAYS = ("start_date", "application_date")
"""Answers that belong to the day of asking; a link made tomorrow starts from its own day."""
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._,")


def fragment(answers: Mapping[str, Any]) -> str:
    """Return the answers as the end of an address, without the day of asking: #vehicle_type=passenger&grade=11."""
    return "#" + "&".join(f"{_coded(name)}={_coded(_word(value))}" for name, value in undated(answers).items())


def undated(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers without those that belong to the day of asking."""
    return {name: value for name, value in answers.items() if name not in DAYS}


def _word(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _coded(text: str) -> str:
    # urllib.parse does the same, but no visitor's Python has loaded it.
    return "".join(
        character if character in _PLAIN else "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
        for character in text
    )
